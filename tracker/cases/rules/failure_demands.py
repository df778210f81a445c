"""Words or a signal that would not have been there had we done (right) what was needed (C7)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.demands import COMES_FROM
from tracker.cases.rules.kinds import DEMAND_STATE_NAMES, DemandChangeKind, DemandState
from tracker.cases.rules.refusals import Refusal

MOST_ORGANISATIONS = 12

FAILURE_DEMAND_NAMES = {
    "words": "woorden",
    "observed": "hoe we het weten",
    "heard_on": "datum",
    "about": "bij benadering",
    "came_in": "waar het binnenkwam",
    "arising": "waar het van komt",
    "response": "wat we deden",
    "changed": "wat veranderde",
    "told_on": "verteld op",
    "told_how": "hoe verteld",
    "organisations": "organisaties",
    "reclassified_on": "anders ingedeeld op",
    "reclassified_reason": "waarom anders ingedeeld",
}


def why_not_failure_demand(
    *,
    words: str,
    heard_on: date,
    changed: str,
    told_on: date | None,
    told_how: str,
    started_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to keep this failure demand, or None."""
    if not words.strip():
        return Refusal("Schrijf op wat er gezegd werd, of wat je zag.", "words")
    if reason := why_not_on(heard_on, started_on=started_on, today=today):
        return Refusal(reason, "heard_on")
    if told_how.strip() and not told_on:
        return Refusal("Vul in wanneer het verteld is.", "told_on")
    if told_on and not changed.strip():
        return Refusal("Wat is er verteld? Schrijf eerst wat erdoor veranderde.", "changed")
    if told_on and not heard_on <= told_on <= today:
        return Refusal("Kies een dag tussen toen en vandaag.", "told_on")
    return None


def why_not_call_it_value(*, already: bool, reason: str) -> Refusal | None:
    """The first reason not to call a failure demand a value demand after all, or None."""
    if already:
        return Refusal("Dit werd al een waardevraag. De geschiedenis staat eronder.")
    return _why_not_without(reason)


def why_not_call_it_failure(*, state: DemandState, reason: str) -> Refusal | None:
    """The first reason not to call a value demand a failure demand after all, or None."""
    if state not in COMES_FROM[DemandChangeKind.RECLASSIFIED]:
        return Refusal(f"Deze waardevraag is {DEMAND_STATE_NAMES[state]}. Zo kan dit niet meer.")
    return _why_not_without(reason)


def _why_not_without(reason: str) -> Refusal | None:
    if not reason.strip():
        return Refusal("Schrijf waarom je dit anders indeelt.", "reason")
    return None
