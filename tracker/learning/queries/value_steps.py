"""Where the value steps were seen: the assessments of cases that point at them (C9, L1)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.rules.kinds import Verdict
from tracker.cases.tables import Assessment
from tracker.database import heavy_read
from tracker.learning.queries.openable import ids_of_openable
from tracker.learning.rules.small_counts import CaseCount, count_for, is_small
from tracker.partnership.queries.wordings import Step, value_steps
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class StepSeen:
    """In how many cases a step had value, and in how many there was waste in it."""

    step: Step
    value: CaseCount
    waste: CaseCount


@dataclass(frozen=True, slots=True)
class SeenInCase:
    """One assessment of a case that points at a step, in the words of the team and of the person."""

    id: int
    code: str
    alias: str
    what: str
    verdict: Verdict
    happened_on: date
    team_view: str
    person_view: str

    @property
    def valued(self) -> bool:
        return self.verdict is Verdict.VALUE


CASES_OF_STEPS = """
    SELECT a.value_step, a.verdict, COUNT(DISTINCT a."case") AS cases
      FROM value_step s JOIN assessment a ON a.value_step = s.id
     WHERE s.partnership = {}
     GROUP BY a.value_step, a.verdict
"""


async def steps_seen(viewer: Viewer, *, retired: bool = False) -> list[StepSeen]:
    """Every value step with the cases it was seen in, over the whole partnership."""
    steps = await value_steps(viewer, retired=retired)
    rows = await heavy_read(Assessment.raw(CASES_OF_STEPS, viewer.partnership_id))
    numbers = {(row["value_step"], row["verdict"]): row["cases"] for row in rows}
    codes = await _codes_behind(viewer, [step for (step, _), number in numbers.items() if is_small(number)])
    opens = viewer.works_on_cases
    counts = {
        key: count_for(number, codes.get(key, ()), opens_cases=opens) for key, number in numbers.items()
    }
    none = CaseCount(0)
    return [
        StepSeen(step, counts.get((step.id, Verdict.VALUE), none), counts.get((step.id, Verdict.WASTE), none))
        for step in steps
    ]


async def _codes_behind(viewer: Viewer, steps: list[int]) -> dict[tuple[int, str], tuple[str, ...]]:
    """The codes of the cases in which each step was seen, as far as the viewer may open them."""
    may_open = ids_of_openable(viewer)
    if may_open is None or not steps:
        return {}
    rows = await Assessment.select(
        Assessment.value_step, Assessment.verdict, Assessment.case.code.as_alias("code")
    ).where(Assessment.value_step.is_in(steps), Assessment.case.is_in(may_open))
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in rows:
        found[row["value_step"], row["verdict"]].add(row["code"])
    return {key: tuple(sorted(codes)) for key, codes in found.items()}


async def step_seen(viewer: Viewer, step_id: int) -> StepSeen:
    """One value step, a retired one too. Raises NotFound."""
    found = next((each for each in await steps_seen(viewer, retired=True) if each.step.id == step_id), None)
    if found is None:
        raise NotFound
    return found


async def seen_in_cases(viewer: Viewer, step_id: int, page: int = 1) -> Shown[SeenInCase]:
    """The assessments that point at a step in cases the viewer may open, latest first."""
    may_open = ids_of_openable(viewer)
    if may_open is None:
        return Shown((), 0)
    where = (Assessment.value_step == step_id) & Assessment.case.is_in(may_open)
    rows = await _assessments(where).limit(SIZE).offset((page - 1) * SIZE)
    return Shown(tuple(_seen(row) for row in rows), await Assessment.count().where(where), page)


async def seen_in_case(viewer: Viewer, step_id: int, assessment_id: int) -> SeenInCase:
    """One of them. Raises NotFound, also when its case is not for this viewer."""
    may_open = ids_of_openable(viewer)
    where = (Assessment.value_step == step_id) & (Assessment.id == assessment_id)
    rows = [] if may_open is None else await _assessments(where & Assessment.case.is_in(may_open))
    if not rows:
        raise NotFound
    return _seen(rows[0])


def _assessments(where: Any) -> Any:
    return (
        Assessment.select(
            Assessment.id,
            Assessment.case.code.as_alias("code"),
            Assessment.case.alias.as_alias("alias"),
            Assessment.what,
            Assessment.verdict,
            Assessment.happened_on,
            Assessment.team_view,
            Assessment.person_view,
        )
        .where(where)
        .order_by(Assessment.happened_on, Assessment.id, ascending=False)
    )


def _seen(row: dict[str, Any]) -> SeenInCase:
    return SeenInCase(**{**row, "verdict": Verdict(row["verdict"])})
