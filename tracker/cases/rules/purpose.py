"""The purpose of a case, in the target group's own perspective (C2)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.refusals import Refusal


def why_not_reword(
    *, changed: bool, has_former: bool, reason: str, since: date, started_on: date, today: date
) -> Refusal | None:
    """The first reason not to keep this version of the purpose, or None.

    `changed` says whether it tells anything else than the version that held on that day, if there was one.
    """
    if has_former and not changed:
        return Refusal("Er is nog niets veranderd.", "words")
    if has_former and not reason.strip():
        return Refusal("Schrijf waarom de bedoeling verandert. De vroegere tekst blijft leesbaar.", "reason")
    if reason_against := why_not_on(since, started_on=started_on, today=today):
        return Refusal(reason_against, "since")
    return None
