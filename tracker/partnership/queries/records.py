"""What was done and read in a partnership, for its coordination (T3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.partnership.rules.records import act_name, read_name
from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer
from tracker.partnership.tables import Organisation, Person, ReadEntry, TrailEntry

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record: who, in which role, did or read what, when."""

    at: datetime
    who: str
    role: str
    organisation: str
    what: str
    case_id: int | None
    code: str
    refused: bool


async def reads(viewer: Viewer, page: int = 1) -> tuple[list[Line], int]:
    """The read log of the viewer's partnership, latest first, with how many lines there are."""
    mine = ReadEntry.partnership == viewer.partnership_id
    rows = await (
        ReadEntry.select()
        .where(mine)
        .order_by(ReadEntry.id, ascending=False)
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    names = await _names(rows)
    return [_line(row, names, read_name(row["what"])) for row in rows], int(
        await ReadEntry.count().where(mine)
    )


async def acts(viewer: Viewer, page: int = 1) -> tuple[list[Line], int]:
    """The trail of the viewer's partnership, latest first, with how many links there are."""
    mine = TrailEntry.partnership == viewer.partnership_id
    rows = await (
        TrailEntry.select()
        .where(mine)
        .order_by(TrailEntry.number, ascending=False)
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    names = await _names(rows)
    return [_line({**row, "code": "", "refused": False}, names, act_name(row["verb"])) for row in rows], int(
        await TrailEntry.count().where(mine)
    )


async def _names(rows: list[dict[str, Any]]) -> tuple[dict[int, str], dict[int, str]]:
    people = {row["person"] for row in rows if row["person"]}
    organisations = {row["organisation"] for row in rows if row["organisation"]}
    known = await Person.select(Person.id, Person.name).where(Person.id.is_in([*people, 0]))
    parts = await Organisation.select(Organisation.id, Organisation.name).where(
        Organisation.id.is_in([*organisations, 0])
    )
    return {row["id"]: row["name"] for row in known}, {row["id"]: row["name"] for row in parts}


def _line(row: dict[str, Any], names: tuple[dict[int, str], dict[int, str]], what: str) -> Line:
    people, organisations = names
    return Line(
        at=row["happened_at"],
        who=people.get(row["person"], "het systeem"),
        role=ROLE_NAMES[Role(row["role"])] if row["role"] else "",
        organisation=organisations.get(row["organisation"], ""),
        what=what,
        case_id=row["case"],
        code=row["code"],
        refused=bool(row["refused"]),
    )
