"""Who does what by when, and what became of it (C10)."""

from datetime import date

from tracker.cases.rules.kinds import AgreementState
from tracker.cases.rules.refusals import Refusal

AGREEMENT_NAMES = {"what": "wat", "who": "wie", "due_on": "tegen", "state": "wat ervan kwam"}


def why_not_agree(*, what: str, who: str, due_on: date | None, made_on: date) -> Refusal | None:
    """The first reason not to keep this agreement, or None. `made_on`: the day of the review."""
    if not what.strip():
        return Refusal("Schrijf wat jullie afspraken.", "what")
    if not who.strip():
        return Refusal("Schrijf wie dit doet.", "who")
    if due_on and due_on < made_on:
        return Refusal("Deze dag ligt voor het overleg. Kies een latere dag.", "due_on")
    return None


def closing_day(state: AgreementState, today: date) -> date | None:
    """The day an agreement is closed on when it comes into this state; an open one has none."""
    return None if state is AgreementState.OPEN else today
