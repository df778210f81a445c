"""The cases that a hurried worker wants to log on, last used first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.kinds import CaseState
from tracker.cases.tables import CaseFile, CaseWorker, Interaction
from tracker.partnership.rules.roles import Viewer

MOST = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """A running case, as short as a name can be."""

    code: str
    name: str
    alias: str
    last_contact_on: date | None


async def my_cases(viewer: Viewer, most: int = MOST) -> list[Pick]:
    """Running cases that this viewer leads, follows or logged on, last logged on first."""
    used = await _last_used(viewer)
    followed = await CaseWorker.select(CaseWorker.case).where(
        CaseWorker.person == viewer.person_id,
        CaseWorker.since <= viewer.today,
        (CaseWorker.until.is_null()) | (CaseWorker.until > viewer.today),
    )
    ids = [*used, *(row["case"] for row in followed)]
    rows = await CaseFile.select(
        CaseFile.id, CaseFile.code, CaseFile.alias, CaseFile.last_contact_on, CaseFile.touched_at
    ).where(
        visible_to(viewer),
        CaseFile.state == CaseState.RUNNING,
        (CaseFile.lead == viewer.person_id) | CaseFile.id.is_in(ids or [0]),
    )
    rows.sort(key=lambda row: row["touched_at"], reverse=True)
    rows.sort(key=lambda row: used.get(row["id"], len(used)))
    return [
        Pick(row["code"], row["alias"] or row["code"], row["alias"], row["last_contact_on"])
        for row in rows[:most]
    ]


async def _last_used(viewer: Viewer) -> dict[int, int]:
    """The cases on which this viewer logged lately, with their turn, last one first."""
    rows: list[dict[str, Any]] = await (
        Interaction.select(Interaction.case)
        .where(Interaction.author == viewer.person_id, Interaction.partnership == viewer.partnership_id)
        .order_by(Interaction.written_at, ascending=False)
        .limit(200)
    )
    turns: dict[int, int] = {}
    for row in rows:
        turns.setdefault(row["case"], len(turns))
    return turns
