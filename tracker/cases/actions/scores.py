"""Scoring the progress of a case, always with why (C3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.actions.validations import validate_along
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.overview.line import Score
from tracker.cases.queries.scores import score_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject, Validated
from tracker.cases.rules.refusals import must
from tracker.cases.rules.scores import why_not_score
from tracker.cases.tables import ProgressScore
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


@dataclass(frozen=True, slots=True)
class Scoring:
    """A score from 1 to 10 on a day, why, and whether it was talked over with the target group."""

    score: int
    interpretation: str
    scored_on: date
    discussed: Validated = Validated.NO
    how: str = ""


async def score(viewer: Viewer, code: str, key: UUID, wanted: Scoring) -> int:
    """Keep a score and return its id; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if already := await already_noted(ProgressScore, case, key):
            return already
        _must_be_allowed(viewer, case, wanted)
        row = ProgressScore(
            key=key,
            case=case.id,
            scored_on=wanted.scored_on,
            score=wanted.score,
            interpretation=wanted.interpretation,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await touch(case.id)
        await trail.record(viewer, "scored", Subject.SCORE, row.id, case=case.id)
        await _discussed(viewer, case, row.id, wanted, wanted.scored_on)
        return int(row.id)


async def correct_score(
    viewer: Viewer, code: str, score_id: int, wanted: Scoring, *, version: str, reason: str = ""
) -> None:
    """Correct a score; what it said before is kept. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await score_of(viewer, case, score_id)
        _must_be_allowed(viewer, case, wanted)
        if (wanted.score, wanted.interpretation, wanted.scored_on) != (now.score, now.interpretation, now.on):
            if version != now.version:
                raise await _conflict(case, now)
            former = {"score": now.score, "interpretation": now.interpretation, "scored_on": now.on}
            await keep_former(viewer, case.id, Subject.SCORE, score_id, former, reason)
            await ProgressScore.update(
                {
                    ProgressScore.score: wanted.score,
                    ProgressScore.interpretation: wanted.interpretation,
                    ProgressScore.scored_on: wanted.scored_on,
                }
            ).where(ProgressScore.id == score_id)
            await touch(case.id)
            await trail.record(viewer, "corrected", Subject.SCORE, score_id, case=case.id)
        await _discussed(viewer, case, score_id, wanted, viewer.today)


def _must_be_allowed(viewer: Viewer, case: Case, wanted: Scoring) -> None:
    must_run(case)
    must(
        why_not_score(
            score=wanted.score,
            interpretation=wanted.interpretation,
            scored_on=wanted.scored_on,
            started_on=case.started_on,
            today=viewer.today,
        )
    )


async def _discussed(viewer: Viewer, case: Case, score_id: int, wanted: Scoring, on: date) -> None:
    await validate_along(viewer, case, Subject.SCORE, score_id, wanted.discussed, wanted.how, on)


async def _conflict(case: Case, now: Score) -> Conflict:
    """What somebody else made of it: the figure never without its words."""
    corrections = await corrections_of(case, Subject.SCORE, now.id)
    theirs = {"interpretation": f"{now.interpretation} (score {now.score})", "version": now.version}
    return Conflict(theirs, corrections[0].author if corrections else now.author)
