"""One score of a case, and what it said before it was corrected."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.overview.line import Score, line_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class FormerScore:
    """What a score said until somebody corrected it: the figure with its own words."""

    on: date
    score: int
    interpretation: str
    corrected_by: str
    corrected_at: datetime
    reason: str


async def score_of(viewer: Viewer, case: Case, score_id: int) -> Score:
    """A score with its place on the line of the case. Raises NotFound."""
    line = await line_of(viewer, case)
    found = next((score for score in line.scores if score.id == score_id), None)
    if found is None:
        raise NotFound
    return found


async def former_scores(case: Case, score_id: int) -> list[FormerScore]:
    """Every former version of a score, latest first."""
    return [
        FormerScore(
            on=date.fromisoformat(each.former["scored_on"]),
            score=int(each.former["score"]),
            interpretation=each.former["interpretation"],
            corrected_by=each.author,
            corrected_at=each.corrected_at,
            reason=each.reason,
        )
        for each in await corrections_of(case, Subject.SCORE, score_id)
    ]
