"""Noting what was said while reading together, and handing over the phone (C11)."""

from collections.abc import Collection
from uuid import UUID

from tracker import clock
from tracker.cases.actions.touching import touch
from tracker.cases.actions.validations import validate
from tracker.cases.queries.own_answers import Asked, asked_of
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.queries.together import client_view_of
from tracker.cases.rules.kinds import Perspective, Subject, Validated
from tracker.cases.rules.together import (
    ANSWER_TO_PURPOSE,
    Block,
    OwnAnswers,
    hand_over_path,
    why_not_answer,
    why_not_hand_over,
)
from tracker.cases.tables import FailureDemand, StarRating, StarReading
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.actions import signing_in
from tracker.partnership.actions.drafts import drop_drafts_under, keep_draft
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken

LANGUAGE, READING = "language", "reading"
READ_TOGETHER = "samen gelezen"


async def check_block(
    viewer: Viewer, code: str, block: Block, *, right: bool, words: str = "", only: Collection[int] = ()
) -> None:
    """Note that a part of the page is right to the person, or not any more (all of it, or `only` some).

    What a part tells that changed, the person has then been told (L14).
    """
    async with writing():
        case = await case_for(viewer, code)
        items = list((await client_view_of(viewer, case)).items(block))
        if not items:
            raise NotFound
        meant = [item for item in items if item[1] in only] or items
        answer = Validated.YES if right else Validated.CONTESTED
        for subject, subject_id in items if right else meant:
            await validate(viewer, case, subject, subject_id, answer, words or READ_TOGETHER)
        if block is Block.CHANGES:
            await _told(viewer, case, [id_ for subject, id_ in items if subject is Subject.FAILURE_DEMAND])


async def hand_over(viewer: Viewer, code: str, language: str = "") -> None:
    """Lock this device to the questions for the person of a case. Raises RuleBroken.

    What was answered an earlier time and not kept for good yet, is still there.
    """
    async with writing():
        case = await case_for(viewer, code)
        if reason := why_not_hand_over(case.state, has_password=viewer.has_password):
            raise RuleBroken(reason)
        await keep_draft(viewer.person_id, hand_over_path(case.code), {LANGUAGE: language})
        await signing_in.hand_over(viewer, case.id)


async def choose_language(viewer: Viewer, case: Case, language: str) -> None:
    """Ask the person in this language from now on."""
    await keep_draft(viewer.person_id, hand_over_path(case.code), {LANGUAGE: language})


async def keep_own_answers(
    viewer: Viewer, code: str, key: UUID, answers: OwnAnswers, language: str = ""
) -> int:
    """Keep what the person answered as a reading from their own eyes, and return its id.

    The same key again returns the same id. The reading has no author: it is the person's. Raises RuleBroken.
    """
    async with writing():
        case = await case_for(viewer, code)
        await one_at_a_time("stars", case.id)
        already = await (
            StarReading.select(StarReading.id)
            .where(StarReading.key == key, StarReading.case == case.id)
            .first()
        )
        if already:
            return int(already["id"])
        if reason := why_not_answer(case.state, answers):
            raise RuleBroken(reason)
        asked = await asked_of(viewer, case)
        reading = StarReading(
            key=key,
            case=case.id,
            read_on=viewer.today,
            perspective=Perspective.TARGET_GROUP,
            note=answers.note,
            written_at=clock.now(),
        )
        await reading.save()
        path = hand_over_path(case.code)
        await drop_drafts_under(viewer.person_id, path)
        await keep_draft(viewer.person_id, path, {LANGUAGE: language, READING: str(reading.id)})
        await _rate(reading.id, asked, answers)
        await _validate(viewer, case, asked, answers)
        await touch(case.id)
        await trail.record(viewer, "answered by hand-over", Subject.STAR, reading.id, case=case.id)
        return int(reading.id)


async def _told(viewer: Viewer, case: Case, failure_demands: list[int]) -> None:
    await FailureDemand.update({FailureDemand.told_on: viewer.today}).where(
        FailureDemand.case == case.id,
        FailureDemand.id.is_in(failure_demands or [0]),
        FailureDemand.told_on.is_null(),
        FailureDemand.changed != "",
    )


async def _rate(reading_id: int, asked: Asked, answers: OwnAnswers) -> None:
    said = {demand: answers.demands.get(demand) for demand in asked.demands}
    rows = [
        StarRating(
            reading=reading_id,
            demand=demand,
            stars=about.felt.stars if about else None,
            note=about.words if about else "",
        )
        for demand, about in said.items()
    ]
    if rows:
        await StarRating.insert(*rows)


async def _validate(viewer: Viewer, case: Case, asked: Asked, answers: OwnAnswers) -> None:
    to_purpose = ANSWER_TO_PURPOSE.get(answers.fits) if answers.fits else None
    if asked.purpose_id is not None and to_purpose:
        await validate(
            viewer, case, Subject.PURPOSE, asked.purpose_id, to_purpose, answers.words, handed_over=True
        )
    for demand, about in answers.demands.items():
        if demand in asked.demands and about.validated:
            await validate(
                viewer, case, Subject.VALUE_DEMAND, demand, about.validated, about.words, handed_over=True
            )
