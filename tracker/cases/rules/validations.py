"""Checking with the target group what was written about them (C11)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import Perspective, Subject, Validated
from tracker.cases.rules.refusals import Refusal

CHECKED_TOGETHER = (
    Subject.PURPOSE,
    Subject.VALUE_DEMAND,
    Subject.SCORE,
    Subject.STAR,
    Subject.ASSESSMENT,
    Subject.FAILURE_DEMAND,
    Subject.AGREEMENT,
)
"""What is checked with the target group."""


def why_not_validate(
    *, subject: Subject, answer: Validated, how: str, on: date, started_on: date, today: date
) -> Refusal | None:
    """The first reason not to keep this answer, or None."""
    if subject not in CHECKED_TOGETHER:
        return Refusal("Dit toetsen we niet af met de doelgroep.")
    if answer is Validated.NOT_POSSIBLE and not how.strip():
        return Refusal("Schrijf waarom bespreken niet mogelijk was, en wat jullie in de plaats deden.", "how")
    if reason := why_not_on(on, started_on=started_on, today=today):
        return Refusal(reason, "validated_on")
    return None


def is_theirs(perspective: Perspective) -> bool:
    """Whether a star seen from here needs no check: the target group gave it, alone or together."""
    return perspective is not Perspective.TEAM
