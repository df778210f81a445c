"""Ways of thinking that keep things as they are, with what points at them (L6)."""

from dataclasses import dataclass
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.causes import Behind
from tracker.learning.queries.weights import TO_THINKING, Weight, weights
from tracker.learning.tables.patterns import CauseThinking, ConditionThinking
from tracker.learning.tables.patterns import Thinking as ThinkingRow
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Thinking:
    """A way of thinking, with what points at it."""

    id: int
    name: str
    meaning: str
    author: str
    weight: Weight

    @property
    def version(self) -> str:
        return version_of(self.name, self.meaning)


async def all_thinking(viewer: Viewer) -> list[Thinking]:
    """The ways of thinking of the partnership, those with most cases behind them first."""
    found = await _thinking(viewer)
    return sorted(found, key=lambda each: (-each.weight.count.cases, each.name.casefold()))


async def thinking_for(viewer: Viewer, thinking_id: int) -> Thinking:
    """One way of thinking of the partnership. Raises NotFound."""
    found = await _thinking(viewer, ThinkingRow.id == thinking_id)
    if not found:
        raise NotFound
    return found[0]


async def causes_behind_thinking(thinking_id: int) -> list[int]:
    """The ids of the causes that point at a way of thinking themselves."""
    rows = await CauseThinking.select(CauseThinking.cause).where(CauseThinking.thinking == thinking_id)
    return [row["cause"] for row in rows]


async def conditions_kept_by(thinking_id: int) -> list[Behind]:
    """The system conditions that a way of thinking keeps in place."""
    link: Any = ConditionThinking
    rows = await (
        link.select(link.condition.id.as_alias("kept"), link.condition.name.as_alias("kept_name"))
        .where(link.thinking == thinking_id)
        .order_by(link.condition.name)
    )
    return [Behind(row["kept"], row["kept_name"]) for row in rows]


async def thinking_to_choose(viewer: Viewer) -> dict[int, str]:
    """The catalogue of ways of thinking, by name."""
    rows = await (
        ThinkingRow.select(ThinkingRow.id, ThinkingRow.name)
        .where(ThinkingRow.partnership == viewer.partnership_id)
        .order_by(ThinkingRow.name)
    )
    return {row["id"]: row["name"] for row in rows}


async def _thinking(viewer: Viewer, *narrowed: Any) -> list[Thinking]:
    rows = await ThinkingRow.select(
        ThinkingRow.id, ThinkingRow.name, ThinkingRow.meaning, ThinkingRow.author.name.as_alias("author_name")
    ).where(ThinkingRow.partnership == viewer.partnership_id, *narrowed)
    weighed = await weights(viewer, TO_THINKING) if rows else {}
    return [
        Thinking(
            row["id"],
            row["name"],
            row["meaning"],
            row["author_name"] or "",
            weighed.get(row["id"], Weight()),
        )
        for row in rows
    ]
