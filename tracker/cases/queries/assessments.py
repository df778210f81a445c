"""What helped and what did not, on one case (C9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.queries.seen import Case
from tracker.cases.rules.assessments import waited_days
from tracker.cases.rules.kinds import ContactKind, Verdict, WasteKind
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Assessment, AssessmentDemand, AssessmentInteraction, Purpose
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment with both bases; an empty view is one that is still missing.

    `purpose` holds the words of the purpose it is seen from; `interactions` gives by id the day and the kind,
    `demands` the place that gives the letter.
    """

    id: int
    purpose: str
    what: str
    verdict: Verdict
    waste_kind: WasteKind | None
    happened_on: date
    until: date | None
    value_step: int | None
    step_name: str
    team_view: str
    person_view: str
    basis: str
    interactions: Mapping[int, tuple[date, ContactKind]]
    demands: Mapping[int, int]
    author: str

    @property
    def places(self) -> list[int]:
        return sorted(self.demands.values())

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
            self.basis,
            sorted(self.interactions),
            sorted(self.demands),
        )


async def all_judged(case: Case, page: int = 1) -> Shown[Judged]:
    """The assessments of the case, latest first, 50 at a time."""
    of_case = Assessment.case == case.id
    total = await Assessment.count().where(of_case)
    return Shown(tuple(await _judged(of_case, page)), total, page)


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


async def _judged(where: Any, page: int = 1) -> list[Judged]:
    rows = await (
        Assessment.select(
            Assessment.id,
            Assessment.purpose.words.as_alias("purpose_words"),
            Assessment.what,
            Assessment.verdict,
            Assessment.waste_kind,
            Assessment.happened_on,
            Assessment.until,
            Assessment.value_step,
            Assessment.value_step.name.as_alias("step_name"),
            Assessment.team_view,
            Assessment.person_view,
            Assessment.basis,
            Assessment.author.name.as_alias("author_name"),
        )
        .where(where)
        .order_by(Assessment.happened_on, Assessment.id, ascending=False)
        .limit(SIZE)
        .offset((page - 1) * SIZE)
    )
    ids = [row["id"] for row in rows] or [0]
    interactions = await _interactions_named(ids)
    demands = await _demands_named(ids)
    return [
        Judged(
            id=row["id"],
            purpose=row["purpose_words"] or "",
            what=row["what"],
            verdict=Verdict(row["verdict"]),
            waste_kind=WasteKind(row["waste_kind"]) if row["waste_kind"] else None,
            happened_on=row["happened_on"],
            until=row["until"],
            value_step=row["value_step"],
            step_name=row["step_name"] or "",
            team_view=row["team_view"],
            person_view=row["person_view"],
            basis=row["basis"],
            interactions=interactions.get(row["id"], {}),
            demands=demands.get(row["id"], {}),
            author=row["author_name"] or "",
        )
        for row in rows
    ]


async def _interactions_named(ids: list[int]) -> dict[int, dict[int, tuple[date, ContactKind]]]:
    part = AssessmentInteraction
    rows = await (
        part.select(
            part.assessment,
            part.interaction,
            part.interaction.happened_on.as_alias("day"),
            part.interaction.kind.as_alias("kind"),
        )
        .where(part.assessment.is_in(ids))
        .order_by(part.interaction)
    )
    named: dict[int, dict[int, tuple[date, ContactKind]]] = {}
    for row in rows:
        told = (row["day"], ContactKind(row["kind"]))
        named.setdefault(row["assessment"], {})[row["interaction"]] = told
    return named


async def _demands_named(ids: list[int]) -> dict[int, dict[int, int]]:
    part = AssessmentDemand
    named: dict[int, dict[int, int]] = {}
    for row in await part.select(part.assessment, part.demand, part.demand.place.as_alias("place")).where(
        part.assessment.is_in(ids)
    ):
        named.setdefault(row["assessment"], {})[row["demand"]] = row["place"]
    return named
