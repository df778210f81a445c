"""Stories that the team releases, and input from outside that is looked for in cases (L15)."""

from datetime import date

from tracker.cases.rules.refusals import Refusal


def why_not_withdraw(withdrawn_on: date | None, reason: str) -> Refusal | None:
    """Why a released story cannot be taken back now; None when it can."""
    if withdrawn_on:
        return Refusal("Dit verhaal werd al ingetrokken.")
    if not reason.strip():
        return Refusal("Schrijf waarom jullie het intrekken.", "reason")
    return None


def why_not_receive(received_on: date, today: date) -> Refusal | None:
    """Why input cannot have come on this day; None when it can."""
    return Refusal("Deze dag ligt in de toekomst.", "received_on") if received_on > today else None


def why_not_bring_to_initiative(*, findings: int) -> str | None:
    """Why input from outside cannot feed an initiative yet: cases have to show it first (L15)."""
    if not findings:
        return "Zoek eerst in casussen of jullie dit daar ook zien."
    return None
