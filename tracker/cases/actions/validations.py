"""Noting what the target group said about what was written (C11)."""

from datetime import date

from tracker import clock
from tracker.cases.actions.touching import touch
from tracker.cases.queries.seen import Case
from tracker.cases.queries.validations import answers_to, words_of
from tracker.cases.rules.kinds import Subject, Validated
from tracker.cases.rules.refusals import must
from tracker.cases.rules.validations import why_not_validate
from tracker.cases.tables import Validation
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


async def validate(
    viewer: Viewer,
    case: Case,
    subject: Subject,
    subject_id: int,
    answer: Validated,
    how: str = "",
    *,
    on: date | None = None,
    handed_over: bool = False,
) -> None:
    """Note whether and how this was checked with the target group; the same answer twice is noted once.

    An ended case can still be read together, so it can still be answered. Raises RuleBroken and NotFound.
    """
    on = on or viewer.today
    async with writing():
        must(
            why_not_validate(
                subject=subject,
                answer=answer,
                how=how,
                on=on,
                started_on=case.started_on,
                today=viewer.today,
            )
        )
        await words_of(case, subject, subject_id)
        await one_at_a_time("validations", case.id)
        before = await answers_to(case, subject, subject_id)
        if before and (before[0].answer, before[0].on, before[0].how) == (answer, on, how):
            return
        await Validation(
            case=case.id,
            subject=subject,
            subject_id=subject_id,
            answer=answer,
            how=how,
            validated_on=on,
            handed_over=handed_over,
            author=viewer.person_id,
            written_at=clock.now(),
        ).save()
        await touch(case.id)
        await trail.record(viewer, "validated", subject, subject_id, case=case.id, answer=answer)


async def validate_along(
    viewer: Viewer, case: Case, subject: Subject, subject_id: int, answer: Validated, how: str, on: date
) -> None:
    """Note what a form says about it along the way.

    'Nog niet' needs no record, unless somebody said otherwise before; an answer that stands, stays.
    """
    before = await answers_to(case, subject, subject_id)
    if answer is (before[0].answer if before else Validated.NO) and how == (before[0].how if before else ""):
        return
    await validate(viewer, case, subject, subject_id, answer, how, on=on)
