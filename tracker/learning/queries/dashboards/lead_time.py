"""How long cases ran: the ended ones in the order in which they ended, and those that still run (L8, L9)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Any

from piccolo.querystring import QueryString

from tracker.cases.rules.kinds import CaseKind, CaseState, ContactOutcome
from tracker.cases.tables import CaseFile
from tracker.learning.queries.dashboards.counting import seen_by
from tracker.learning.rules.lead_time import Spent, days_between, spent
from tracker.partnership.rules.roles import Viewer

MOST_OPEN = 60

# Who turned out not to be of the target group was let go of too, but no work was done to its end.
ENDED = """
    SELECT case_file.id, case_file.started_on, case_file.ended_on
      FROM case_file
     WHERE case_file.partnership = {} AND case_file.state IN ('released', 'handed_over', 'stopped')
       AND case_file.started_on IS NOT NULL AND case_file.ended_on IS NOT NULL AND {}
     ORDER BY case_file.ended_on, case_file.id
"""

RUNNING = """
    SELECT case_file.id, case_file.started_on, COUNT(*) OVER () AS total
      FROM case_file
     WHERE case_file.partnership = {} AND case_file.state = {} AND case_file.started_on IS NOT NULL AND {}
     ORDER BY case_file.started_on, case_file.id
     LIMIT {}
"""

LONGER_THAN = """
    SELECT COUNT(*) AS cases FROM case_file
     WHERE case_file.partnership = {} AND case_file.state = {} AND case_file.started_on < {} AND {}
"""

NAMES = """
    SELECT case_file.id, case_file.code, case_file.alias FROM case_file
     WHERE case_file.id IN ({}) AND {}
"""

CONTACTS = """
    SELECT DISTINCT "case", happened_on FROM interaction
     WHERE "case" IN ({}) AND outcome = {} AND happened_on IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """A case with its days, from its start to its end or to today."""

    id: int
    started_on: date
    until: date

    @property
    def days(self) -> int:
        return days_between(self.started_on, self.until)


@dataclass(frozen=True, slots=True)
class Running:
    """The cases that run longest, and how many run in all."""

    longest: tuple[Ran, ...]
    total: int


async def ended(viewer: Viewer, kind: CaseKind | None) -> list[Ran]:
    """Every case that ended, in that order."""
    rows = await CaseFile.raw(ENDED, viewer.partnership_id, _of_kind(kind))
    return [Ran(row["id"], row["started_on"], row["ended_on"]) for row in rows]


async def running(viewer: Viewer, kind: CaseKind | None) -> Running:
    """The cases that still run, longest first."""
    rows = await CaseFile.raw(
        RUNNING, viewer.partnership_id, CaseState.RUNNING.value, _of_kind(kind), MOST_OPEN
    )
    longest = tuple(Ran(row["id"], row["started_on"], viewer.today) for row in rows)
    return Running(longest, rows[0]["total"] if rows else 0)


async def running_longer_than(viewer: Viewer, days: float, kind: CaseKind | None) -> int:
    """How many running cases have run for more than so many days."""
    since = viewer.today - timedelta(days=floor(days))
    values = (viewer.partnership_id, CaseState.RUNNING.value, since, _of_kind(kind))
    rows = await CaseFile.raw(LONGER_THAN, *values)
    return int(rows[0]["cases"])


async def names_of(viewer: Viewer, cases: Collection[int]) -> dict[int, tuple[str, str]]:
    """Code and alias of those of these cases that the viewer may open."""
    if not cases or not viewer.works_on_cases:
        return {}
    rows = await CaseFile.raw(NAMES, _numbers(cases), seen_by(viewer))
    return {row["id"]: (row["code"], row["alias"]) for row in rows}


async def time_spent(ran: Collection[Ran]) -> dict[int, Spent]:
    """The active and other days of each of these cases."""
    if not ran:
        return {}
    numbers = _numbers([each.id for each in ran])
    rows = await CaseFile.raw(CONTACTS, numbers, ContactOutcome.CONTACT.value)
    met: dict[int, list[Any]] = {}
    for row in rows:
        met.setdefault(row["case"], []).append(row["happened_on"])
    return {each.id: spent(each.started_on, each.until, met.get(each.id, ())) for each in ran}


def _of_kind(kind: CaseKind | None) -> QueryString:
    return QueryString("case_file.kind = {}", kind.value) if kind else QueryString("1 = 1")


def _numbers(numbers: Collection[int]) -> QueryString:
    return QueryString(", ".join(["{}"] * len(numbers)), *numbers)
