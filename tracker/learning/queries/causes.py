"""The causes of a pattern, with the system conditions and the thinking behind them (L6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.sources import cases_seen
from tracker.learning.rules.kinds import CAUSE_KIND_NAMES, CauseKind, PatternKind, WhoCanChange
from tracker.learning.tables.patterns import Cause as CauseRow
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Behind:
    """A system condition or a way of thinking, as something else points at it."""

    id: int
    name: str
    who: WhoCanChange | None = None
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a pattern keeps arising, and what lies behind that."""

    id: int
    pattern_id: int
    pattern: str
    kind: CauseKind
    explanation: str
    author: str
    written_at: datetime
    conditions: tuple[Behind, ...]
    thinking: tuple[Behind, ...]

    @property
    def kind_name(self) -> str:
        return CAUSE_KIND_NAMES[self.kind]

    @property
    def version(self) -> str:
        return version_of(
            self.kind,
            self.explanation,
            [each.id for each in self.conditions],
            [each.id for each in self.thinking],
        )


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A failure demand of a pattern that was called a value demand before or after, and why."""

    code: str
    demand_id: int
    on: date
    reason: str
    became_value: bool


LINKED = """
    SELECT 'condition' AS sort, cc.cause, c.id, c.name, c.who_can_change, o.name AS organisation
      FROM cause_condition cc JOIN "condition" c ON c.id = cc."condition"
           LEFT JOIN organisation o ON o.id = c.organisation
     WHERE cc.cause IN ({places})
    UNION ALL
    SELECT 'thinking', ct.cause, t.id, t.name, '', ''
      FROM cause_thinking ct JOIN thinking t ON t.id = ct.thinking
     WHERE ct.cause IN ({places})
     ORDER BY 4
"""


async def causes_of(viewer: Viewer, pattern_id: int) -> list[Cause]:
    """The causes of a pattern of the viewer's partnership, in the order in which they were found."""
    return await _causes(viewer, CauseRow.pattern == pattern_id)


async def cause_for(viewer: Viewer, pattern_id: int, cause_id: int) -> Cause:
    """One cause of a pattern. Raises NotFound."""
    found = await _causes(viewer, (CauseRow.pattern == pattern_id) & (CauseRow.id == cause_id))
    if not found:
        raise NotFound
    return found[0]


async def causes_with(viewer: Viewer, ids: Collection[int]) -> list[Cause]:
    """These causes, with what lies behind them."""
    return await _causes(viewer, CauseRow.id.is_in([*ids, 0]))


def thinking_beside(causes: Iterable[Cause], named: Iterable[Behind]) -> tuple[Behind, ...]:
    """The ways of thinking behind these causes, each once, without those that are named already."""
    already = {each.id for each in named}
    found = {each.id: each for cause in causes for each in cause.thinking if each.id not in already}
    return tuple(sorted(found.values(), key=lambda each: each.name.casefold()))


async def reclassified_in(viewer: Viewer, pattern_id: int) -> list[Reclassified]:
    """The failure demands of a pattern that were called the other kind and that the viewer may read."""
    if not viewer.works_on_cases:
        return []
    demand: Any = Occurrence.failure_demand
    rows = await (
        Occurrence.select(
            Occurrence.case.code.as_alias("code"),
            demand.id.as_alias("demand_id"),
            demand.reclassified_on.as_alias("on"),
            demand.reclassified_reason.as_alias("reason"),
            demand.became_demand.as_alias("became"),
        )
        .where(
            Occurrence.pattern == pattern_id,
            Occurrence.case.is_in(cases_seen(viewer)),
            demand.reclassified_on.is_not_null(),
        )
        .order_by(demand.reclassified_on, ascending=False)
    )
    return [
        Reclassified(row["code"], row["demand_id"], row["on"], row["reason"], row["became"] is not None)
        for row in rows
    ]


async def was_reclassified(viewer: Viewer, pattern_id: int, kind: PatternKind) -> bool:
    """Whether any failure demand of a pattern of this partnership was called the other kind."""
    if kind is not PatternKind.FAILURE_DEMAND:
        return False
    demand: Any = Occurrence.failure_demand
    return await Occurrence.exists().where(
        Occurrence.pattern == pattern_id,
        Occurrence.partnership == viewer.partnership_id,
        demand.reclassified_on.is_not_null(),
    )


async def _causes(viewer: Viewer, where: Any) -> list[Cause]:
    pattern: Any = CauseRow.pattern
    rows = await (
        CauseRow.select(
            CauseRow.id,
            pattern.as_alias("pattern_id"),
            pattern.name.as_alias("pattern_name"),
            CauseRow.kind,
            CauseRow.explanation,
            CauseRow.written_at,
            CauseRow.author.name.as_alias("author_name"),
        )
        .where(pattern.partnership == viewer.partnership_id, where)
        .order_by(CauseRow.id)
    )
    linked: dict[tuple[str, int], list[Behind]] = {}
    if rows:
        ids = [row["id"] for row in rows]
        asked = LINKED.format(places=", ".join(["{}"] * len(ids)))
        for each in await CauseRow.raw(asked, *ids, *ids):
            who = WhoCanChange(each["who_can_change"]) if each["who_can_change"] else None
            behind = Behind(each["id"], each["name"], who, each["organisation"] or "")
            linked.setdefault((each["sort"], each["cause"]), []).append(behind)
    return [
        Cause(
            id=row["id"],
            pattern_id=row["pattern_id"],
            pattern=row["pattern_name"],
            kind=CauseKind(row["kind"]),
            explanation=row["explanation"],
            author=row["author_name"] or "",
            written_at=row["written_at"],
            conditions=tuple(linked.get(("condition", row["id"]), ())),
            thinking=tuple(linked.get(("thinking", row["id"]), ())),
        )
        for row in rows
    ]
