"""Failure demands of a case, in the words in which they came (C7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Arising
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import FailureDemand, FailureDemandOrganisation
from tracker.partnership.queries.partners import partners
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

MOST_SUGGESTIONS = 40


@dataclass(frozen=True, slots=True)
class Heard:
    """A failure demand with the organisations involved, and how it was called before or after."""

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
    organisations: tuple[str, ...]
    former_demand: int | None
    became_demand: int | None
    reclassified_on: date | None
    reclassified_reason: str
    author: str

    @property
    def version(self) -> str:
        return version_of(
            self.words,
            self.observed,
            self.heard_on,
            self.came_in,
            self.arising,
            self.response,
            self.changed,
            self.told_on,
            self.organisations,
        )


async def all_heard(case: Case) -> list[Heard]:
    """Every failure demand of the case, latest first; two questions."""
    return await _heard(FailureDemand.case == case.id)


async def heard_of(case: Case, demand_id: int) -> Heard:
    """One failure demand of the case. Raises NotFound."""
    found = await _heard((FailureDemand.case == case.id) & (FailureDemand.id == demand_id))
    if not found:
        raise NotFound
    return found[0]


async def places_to_suggest(viewer: Viewer) -> list[str]:
    """Where failure demands came in before in this partnership, most used first."""
    rows = await FailureDemand.raw(
        """
        SELECT f.came_in, count(*) AS times FROM failure_demand f JOIN case_file c ON c.id = f."case"
         WHERE c.partnership = {} AND f.came_in <> '' GROUP BY f.came_in ORDER BY 2 DESC, 1 LIMIT {}
        """,
        viewer.partnership_id,
        MOST_SUGGESTIONS,
    )
    return [row["came_in"] for row in rows]


async def names_to_suggest(viewer: Viewer) -> list[str]:
    """Organisations one may name: those of the partnership; any other may be typed."""
    return [part.organisation for part in await partners(viewer)]


async def _heard(where: Any) -> list[Heard]:
    rows = await (
        FailureDemand.select(
            FailureDemand.id,
            FailureDemand.words,
            FailureDemand.observed,
            FailureDemand.heard_on,
            FailureDemand.about,
            FailureDemand.came_in,
            FailureDemand.arising,
            FailureDemand.response,
            FailureDemand.changed,
            FailureDemand.told_on,
            FailureDemand.former_demand,
            FailureDemand.became_demand,
            FailureDemand.reclassified_on,
            FailureDemand.reclassified_reason,
            FailureDemand.author.name.as_alias("author_name"),
        )
        .where(where)
        .order_by(FailureDemand.heard_on, FailureDemand.id, ascending=False)
    )
    involved: dict[int, list[str]] = {}
    part = FailureDemandOrganisation
    for each in await (
        part.select(part.failure_demand, part.name)
        .where(part.failure_demand.is_in([row["id"] for row in rows] or [0]))
        .order_by(part.id)
    ):
        involved.setdefault(each["failure_demand"], []).append(each["name"])
    return [
        Heard(
            **{name: value for name, value in row.items() if name not in ("author_name", "arising")},
            arising=Arising(row["arising"]),
            organisations=tuple(involved.get(row["id"], ())),
            author=row["author_name"] or "",
        )
        for row in rows
    ]
