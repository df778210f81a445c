"""What was said about what we did: assessments (C9) and failure demands (C7), the last of each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.overview.validated import Checked, checked, last_validation
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Arising, Subject, Verdict, WasteKind
from tracker.cases.tables import Assessment, FailureDemand
from tracker.partnership.rules.roles import Viewer

ASSESSMENTS_SHOWN = 4
FAILURE_DEMANDS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Assessed:
    """Value or waste; an empty view is a basis that is still missing."""

    id: int
    on: date
    until: date | None
    what: str
    verdict: Verdict
    waste_kind: WasteKind | None
    value_step: str
    team_view: str
    person_view: str
    basis: str
    places: tuple[int, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure demand in the words it was said in; `observed` when it was a signal instead."""

    id: int
    words: str
    observed: bool
    heard_on: date
    about: bool
    came_in: str
    arising: Arising
    response: str
    changed: str
    told_on: date | None
    became_demand: bool
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessments:
    """The last few, latest first, and how many there are in all."""

    shown: tuple[Assessed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Failures:
    """The last few, latest first, and how many there are in all."""

    shown: tuple[Failure, ...]
    total: int


ASSESSMENTS = f"""
    SELECT a.id, a.happened_on, a.until, a.what, a.verdict, a.waste_kind, s.name AS value_step,
           a.team_view, a.person_view, a.basis, a.total, d.place, v.answer, v.validated_on
      FROM (SELECT id, "case", happened_on, until, what, verdict, waste_kind, value_step,
                   team_view, person_view, basis, count(*) OVER () AS total,
                   row_number() OVER (ORDER BY happened_on DESC, id DESC) AS back
              FROM assessment WHERE "case" = {{}}) a
      LEFT JOIN value_step s ON s.id = a.value_step
      LEFT JOIN assessment_demand ad ON ad.assessment = a.id
      LEFT JOIN value_demand d ON d.id = ad.demand
      {last_validation(Subject.ASSESSMENT, "a")}
     WHERE a.back <= {{}}
     ORDER BY a.back, d.place
"""

FAILURES = """
    SELECT f.id, f.words, f.observed, f.heard_on, f.about, f.came_in, f.arising, f.response,
           f.changed, f.told_on, f.became_demand, f.total, fo.name AS organisation
      FROM (SELECT id, words, observed, heard_on, about, came_in, arising, response, changed, told_on,
                   became_demand, count(*) OVER () AS total,
                   row_number() OVER (ORDER BY heard_on DESC, id DESC) AS back
              FROM failure_demand WHERE "case" = {}) f
      LEFT JOIN failure_demand_organisation fo ON fo.failure_demand = f.id
     WHERE f.back <= {}
     ORDER BY f.back, fo.name
"""


async def assessments_of(viewer: Viewer, case: Case) -> Assessments:
    """The last assessments of the case."""
    rows = await Assessment.raw(ASSESSMENTS, case.id, ASSESSMENTS_SHOWN)
    shown = tuple(_assessed(held) for held in _by_id(rows))
    return Assessments(shown, rows[0]["total"] if rows else 0)


async def failures_of(viewer: Viewer, case: Case) -> Failures:
    """The last failure demands of the case."""
    rows = await FailureDemand.raw(FAILURES, case.id, FAILURE_DEMANDS_SHOWN)
    shown = tuple(_failure(held) for held in _by_id(rows))
    return Failures(shown, rows[0]["total"] if rows else 0)


def _by_id(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return list(found.values())


def _assessed(held: list[dict[str, Any]]) -> Assessed:
    row = held[0]
    return Assessed(
        id=row["id"],
        on=row["happened_on"],
        until=row["until"],
        what=row["what"],
        verdict=Verdict(row["verdict"]),
        waste_kind=WasteKind(row["waste_kind"]) if row["waste_kind"] else None,
        value_step=row["value_step"] or "",
        team_view=row["team_view"],
        person_view=row["person_view"],
        basis=row["basis"],
        places=tuple(each["place"] for each in held if each["place"] is not None),
        checked=checked(row),
    )


def _failure(held: list[dict[str, Any]]) -> Failure:
    row = held[0]
    return Failure(
        id=row["id"],
        words=row["words"],
        observed=bool(row["observed"]),
        heard_on=row["heard_on"],
        about=bool(row["about"]),
        came_in=row["came_in"],
        arising=Arising(row["arising"]),
        response=row["response"],
        changed=row["changed"],
        told_on=row["told_on"],
        became_demand=row["became_demand"] is not None,
        organisations=tuple(each["organisation"] for each in held if each["organisation"]),
    )
