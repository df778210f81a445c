"""Interactions: dated contacts, attempts, and talk about a case (C8)."""

from collections.abc import Collection
from datetime import date, timedelta

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import ContactKind, ContactOutcome
from tracker.cases.rules.refusals import Refusal

MOST_MINUTES = 24 * 60
COMPLETE_WITHIN = timedelta(days=30)
NOT_IN_THE_LIST = "Maak een keuze uit de lijst."

INTERACTION_NAMES = {
    "kind": "hoe",
    "outcome": "of het lukte",
    "note": "wat er gebeurde",
    "happened_on": "datum",
    "minutes": "minuten",
    "with_whom": "met wie",
    "organisation": "organisatie",
    "others": "ook erbij",
    "demands": "waardevraag",
}


def month_of(day: date) -> int:
    """Year and month as one number, 202611, by which interactions are counted."""
    return day.year * 100 + day.month


def usual_kind(here: ContactKind | None, elsewhere: ContactKind | None) -> ContactKind:
    """The kind a form begins with: my last one on this case, else my last one anywhere, else a talk."""
    return here or elsewhere or ContactKind.CONVERSATION


def says_only_its_kind(
    outcome: ContactOutcome, *, note: str, with_whom: str, minutes: int | None, demands: Collection[object]
) -> bool:
    """Whether an interaction still asks to be completed; an attempt has nothing more to tell."""
    told = bool(note or with_whom or minutes or demands)
    return outcome is not ContactOutcome.ATTEMPT and not told


def asks_completion_since(today: date) -> date:
    """From which day on an interaction is still worth completing: who was there forgets."""
    return today - COMPLETE_WITHIN


def why_not_interaction(
    *,
    happened_on: date,
    minutes: int | None,
    organisations: Collection[int],
    known_organisations: Collection[int],
    demands: Collection[int],
    known_demands: Collection[int],
    started_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to keep this interaction, or None."""
    if reason := why_not_on(happened_on, started_on=started_on, today=today):
        return Refusal(reason, "happened_on")
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        return Refusal(f"Geef een aantal minuten van 1 tot {MOST_MINUTES}, of laat het leeg.", "minutes")
    if not set(organisations) <= set(known_organisations):
        return Refusal(NOT_IN_THE_LIST, "others")
    if not set(demands) <= set(known_demands):
        return Refusal(NOT_IN_THE_LIST, "demands")
    return None
