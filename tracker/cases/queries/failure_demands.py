"""Failure demands of a case, in the words in which they came (C7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.query import OrderByRaw
from piccolo.query.functions.aggregate import Count

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.rules.kinds import Arising
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import CaseFile, FailureDemand, FailureDemandOrganisation
from tracker.partnership.queries.partners import partners
from tracker.partnership.rules.organisations import sort_name
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
    told_how: str
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
            self.about,
            self.came_in,
            self.arising,
            self.response,
            self.changed,
            self.told_on,
            self.told_how,
            self.organisations,
        )


async def all_heard(case: Case, page: int = 1) -> Shown[Heard]:
    """The failure demands of a case, latest first."""
    of_case = FailureDemand.case == case.id
    total = await FailureDemand.count().where(of_case)
    return Shown(tuple(await _heard(of_case, page)), total, page)


async def heard_of(case: Case, demand_id: int) -> Heard:
    """One failure demand of the case. Raises NotFound."""
    found = await _heard((FailureDemand.case == case.id) & (FailureDemand.id == demand_id))
    if not found:
        raise NotFound
    return found[0]


async def heard_that_became(case: Case, demand_id: int) -> Heard | None:
    """The failure demand that was called this value demand, or None."""
    found = await _heard((FailureDemand.case == case.id) & (FailureDemand.became_demand == demand_id))
    return found[0] if found else None


async def places_to_suggest(viewer: Viewer) -> list[str]:
    """Where failure demands came in before, on cases the viewer sees, most used first."""
    return await _most_used(viewer, FailureDemand.came_in, FailureDemand.case)


async def names_to_suggest(viewer: Viewer) -> list[str]:
    """Organisations one may name: partners, and who was named before; any other may be typed."""
    part = FailureDemandOrganisation
    named = await _most_used(viewer, part.name, part.failure_demand.case)
    names = [partner.organisation for partner in await partners(viewer) if partner.today]
    by_spelling = {sort_name(name): name for name in [*named, *names]}
    return sorted(by_spelling.values(), key=str.casefold)


async def _most_used(viewer: Viewer, column: Any, of_case: Any) -> list[str]:
    seen = CaseFile.select(CaseFile.id).where(visible_to(viewer))
    table: Any = column._meta.table
    rows = await (
        table.select(column.as_alias("said"), Count(column, alias="times"))
        .where(of_case.is_in(seen), column != "")
        .group_by(column)
        .order_by(OrderByRaw("times"), ascending=False)
        .limit(MOST_SUGGESTIONS)
    )
    return [row["said"] for row in rows]


async def _heard(where: Any, page: int = 1) -> list[Heard]:
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
            FailureDemand.told_how,
            FailureDemand.former_demand,
            FailureDemand.became_demand,
            FailureDemand.reclassified_on,
            FailureDemand.reclassified_reason,
            FailureDemand.author.name.as_alias("author_name"),
        )
        .where(where)
        .order_by(FailureDemand.heard_on, FailureDemand.id, ascending=False)
        .limit(SIZE)
        .offset((page - 1) * SIZE)
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
            **{name: value for name, value in row.items() if name != "author_name"}
            | {
                "arising": Arising(row["arising"]),
                "observed": bool(row["observed"]),
                "about": bool(row["about"]),
            },
            organisations=tuple(involved.get(row["id"], ())),
            author=row["author_name"] or "",
        )
        for row in rows
    ]
