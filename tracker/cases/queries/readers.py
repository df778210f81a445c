"""Who read a case: every read, export and refusal, from the read log (T3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.reading import EXPORT_ALL, said_of
from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer
from tracker.partnership.tables import Organisation, Person, ReadEntry

PAGE = 50


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read something of the case, when, in which role and for which organisation."""

    at: datetime
    who: str
    role: str
    organisation: str
    said: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """A page of readings, latest first."""

    rows: tuple[Reading, ...]
    number: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def is_last(self) -> bool:
        return self.last >= self.total


async def readings_of(viewer: Viewer, case: Case, number: int = 1) -> Readings:
    """A page (of 50) of who read this case, exports of everything and refusals included."""
    of_case = _about(viewer, case)
    rows = await (
        ReadEntry.select(
            ReadEntry.happened_at,
            ReadEntry.person,
            ReadEntry.role,
            ReadEntry.organisation,
            ReadEntry.what,
            ReadEntry.case,
            ReadEntry.refused,
        )
        .where(of_case)
        .order_by(ReadEntry.id, ascending=False)
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    )
    people = await _names(Person, (row["person"] for row in rows))
    organisations = await _names(Organisation, (row["organisation"] for row in rows))
    return Readings(
        rows=tuple(
            Reading(
                at=row["happened_at"],
                who=people.get(row["person"], "iemand"),
                role=ROLE_NAMES[Role(row["role"])] if row["role"] else "",
                organisation=organisations.get(row["organisation"], ""),
                said=said_of(row["what"], refused=bool(row["refused"]), all_cases=row["case"] is None),
                refused=bool(row["refused"]),
            )
            for row in rows
        ),
        number=number,
        total=int(await ReadEntry.count().where(of_case)),
    )


def _about(viewer: Viewer, case: Case) -> Any:
    refused = (ReadEntry.refused.eq(True)) & (ReadEntry.code.is_in([case.code, case.code.lower()]))
    everything = ReadEntry.case.is_null() & (ReadEntry.what == EXPORT_ALL)
    return (ReadEntry.partnership == viewer.partnership_id) & (
        (ReadEntry.case == case.id) | refused | (everything & ReadEntry.refused.eq(False))
    )


async def _names(table: Any, ids: Iterable[int | None]) -> dict[int, str]:
    wanted = sorted({one for one in ids if one is not None})
    rows = await table.select(table.id, table.name).where(table.id.is_in(wanted or [0]))
    return {row["id"]: row["name"] for row in rows}
