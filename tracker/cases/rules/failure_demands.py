"""Words or a signal that would not have been there had we done (right) what was needed (C7)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.refusals import Refusal

MOST_ORGANISATIONS = 6


def why_not_failure_demand(
    *, words: str, heard_on: date, told_on: date | None, changed: str, started_on: date, today: date
) -> Refusal | None:
    """The first reason not to keep this failure demand, or None."""
    if not words.strip():
        return Refusal("Schrijf op wat er gezegd werd, of wat je zag.", "words")
    if reason := why_not_on(heard_on, started_on=started_on, today=today):
        return Refusal(reason, "heard_on")
    if told_on and not changed.strip():
        return Refusal("Wat is er verteld? Schrijf eerst wat erdoor veranderde.", "changed")
    if told_on and not heard_on <= told_on <= today:
        return Refusal("Kies een dag tussen toen en vandaag.", "told_on")
    return None


def why_not_reclassify(*, already: bool, reason: str) -> Refusal | None:
    """The first reason not to call a demand the other kind, or None."""
    if already:
        return Refusal("Dit is al eens anders ingedeeld. De geschiedenis staat eronder.")
    if not reason.strip():
        return Refusal("Schrijf waarom je dit anders indeelt.", "reason")
    return None
