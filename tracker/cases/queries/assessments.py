"""What helped and what did not, on one case (C9)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.assessments import waited_days
from tracker.cases.rules.kinds import Verdict, WasteKind
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Assessment, AssessmentDemand, AssessmentInteraction, Purpose
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment with both bases; an empty view is one that is still missing."""

    id: int
    what: str
    verdict: Verdict
    waste_kind: WasteKind | None
    happened_on: date
    until: date | None
    value_step: int | None
    step_name: str
    team_view: str
    person_view: str
    interactions: frozenset[int]
    demands: frozenset[int]
    author: str

    @property
    def waited(self) -> int | None:
        return waited_days(self.happened_on, self.until)

    @property
    def version(self) -> str:
        return version_of(
            self.what,
            self.verdict,
            self.waste_kind,
            self.happened_on,
            self.until,
            self.value_step,
            self.team_view,
            self.person_view,
            sorted(self.interactions),
            sorted(self.demands),
        )


async def all_judged(case: Case) -> list[Judged]:
    """Every assessment of the case, latest first; three questions."""
    return await _judged(Assessment.case == case.id)


async def judged_of(case: Case, assessment_id: int) -> Judged:
    """One assessment of the case. Raises NotFound."""
    found = await _judged((Assessment.case == case.id) & (Assessment.id == assessment_id))
    if not found:
        raise NotFound
    return found[0]


async def purpose_on(case: Case, day: date) -> int | None:
    """The purpose that held on a day: an assessment is seen from it."""
    row = await (
        Purpose.select(Purpose.id)
        .where(Purpose.case == case.id, Purpose.since <= day)
        .order_by(Purpose.since, Purpose.id, ascending=False)
        .first()
    )
    return row["id"] if row else None


async def _judged(where: Any) -> list[Judged]:
    rows = await (
        Assessment.select(
            Assessment.id,
            Assessment.what,
            Assessment.verdict,
            Assessment.waste_kind,
            Assessment.happened_on,
            Assessment.until,
            Assessment.value_step,
            Assessment.value_step.name.as_alias("step_name"),
            Assessment.team_view,
            Assessment.person_view,
            Assessment.author.name.as_alias("author_name"),
        )
        .where(where)
        .order_by(Assessment.happened_on, Assessment.id, ascending=False)
    )
    ids = [row["id"] for row in rows] or [0]
    interactions = await _named(AssessmentInteraction, AssessmentInteraction.interaction, ids)
    demands = await _named(AssessmentDemand, AssessmentDemand.demand, ids)
    return [
        Judged(
            id=row["id"],
            what=row["what"],
            verdict=Verdict(row["verdict"]),
            waste_kind=WasteKind(row["waste_kind"]) if row["waste_kind"] else None,
            happened_on=row["happened_on"],
            until=row["until"],
            value_step=row["value_step"],
            step_name=row["step_name"] or "",
            team_view=row["team_view"],
            person_view=row["person_view"],
            interactions=frozenset(interactions.get(row["id"], ())),
            demands=frozenset(demands.get(row["id"], ())),
            author=row["author_name"] or "",
        )
        for row in rows
    ]


async def _named(table: Any, column: Any, ids: list[int]) -> dict[int, list[int]]:
    named: dict[int, list[int]] = {}
    for row in await table.select(table.assessment, column.as_alias("named")).where(
        table.assessment.is_in(ids)
    ):
        named.setdefault(row["assessment"], []).append(row["named"])
    return named
