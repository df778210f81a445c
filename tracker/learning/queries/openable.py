"""The cases behind what is learned that this viewer may open; others get no code and no word (law 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracker.cases.queries.seen import visible_to
from tracker.cases.tables import CaseFile
from tracker.learning.queries.sources import cases_seen
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Openable:
    """A case as a list names it: its code and, beside it, the alias."""

    id: int
    code: str
    alias: str


def ids_of_openable(viewer: Viewer) -> Any:
    """The cases the viewer may open as a subquery; None for a role without cases."""
    if not viewer.works_on_cases:
        return None
    return cases_seen(viewer)


async def openable(viewer: Viewer, cases: Iterable[int] | None = None) -> dict[int, Openable]:
    """The cases (of these, when given) the viewer may open, by code; empty for a role without cases."""
    wanted = None if cases is None else sorted(set(cases))
    if not viewer.works_on_cases or wanted == []:
        return {}
    query = CaseFile.select(CaseFile.id, CaseFile.code, CaseFile.alias).where(visible_to(viewer))
    if wanted is not None:
        query = query.where(CaseFile.id.is_in(wanted))
    return {row["id"]: Openable(**row) for row in await query.order_by(CaseFile.code)}
