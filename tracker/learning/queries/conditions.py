"""System conditions: what makes it so, who can change it, and what is asked (L7)."""

from dataclasses import dataclass
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.causes import Behind
from tracker.learning.queries.weights import TO_CONDITIONS, Weight, weights
from tracker.learning.rules.kinds import (
    CONDITION_KIND_NAMES,
    WHO_CAN_CHANGE_NAMES,
    ConditionKind,
    WhoCanChange,
)
from tracker.learning.tables.patterns import CauseCondition, ConditionThinking
from tracker.learning.tables.patterns import Condition as ConditionRow
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Condition:
    """A system condition, with what points at it."""

    id: int
    name: str
    kind: ConditionKind
    meaning: str
    who: WhoCanChange
    organisation_id: int | None
    organisation: str
    asked: str
    author: str
    thinking: tuple[Behind, ...]
    weight: Weight

    @property
    def kind_name(self) -> str:
        return CONDITION_KIND_NAMES[self.kind]

    @property
    def who_name(self) -> str:
        """Who can change it; a partner organisation by its name."""
        return self.organisation or WHO_CAN_CHANGE_NAMES[self.who]

    @property
    def version(self) -> str:
        return version_of(
            self.name,
            self.kind,
            self.meaning,
            self.who,
            self.organisation_id,
            self.asked,
            [each.id for each in self.thinking],
        )


async def conditions_of(
    viewer: Viewer, who: WhoCanChange | None = None, organisation: int | None = None
) -> list[Condition]:
    """The system conditions of the partnership, those with most cases behind them first."""
    narrowed: list[Any] = []
    if who is not None:
        narrowed.append(ConditionRow.who_can_change == who)
    if organisation is not None:
        narrowed.append(ConditionRow.organisation == organisation)
    found = await _conditions(viewer, *narrowed)
    return sorted(found, key=lambda each: (-each.weight.count.cases, each.name.casefold()))


async def condition_for(viewer: Viewer, condition_id: int) -> Condition:
    """One system condition of the partnership. Raises NotFound."""
    found = await _conditions(viewer, ConditionRow.id == condition_id)
    if not found:
        raise NotFound
    return found[0]


async def causes_behind_condition(condition_id: int) -> list[int]:
    """The ids of the causes that point at a system condition."""
    rows = await CauseCondition.select(CauseCondition.cause).where(CauseCondition.condition == condition_id)
    return [row["cause"] for row in rows]


async def conditions_to_choose(viewer: Viewer) -> dict[int, str]:
    """The catalogue of system conditions, by name."""
    rows = await (
        ConditionRow.select(ConditionRow.id, ConditionRow.name)
        .where(ConditionRow.partnership == viewer.partnership_id)
        .order_by(ConditionRow.name)
    )
    return {row["id"]: row["name"] for row in rows}


async def _conditions(viewer: Viewer, *narrowed: Any) -> list[Condition]:
    rows = await ConditionRow.select(
        ConditionRow.id,
        ConditionRow.name,
        ConditionRow.kind,
        ConditionRow.meaning,
        ConditionRow.who_can_change,
        ConditionRow.organisation.as_alias("organisation_id"),
        ConditionRow.organisation.name.as_alias("organisation_name"),
        ConditionRow.asked,
        ConditionRow.author.name.as_alias("author_name"),
    ).where(ConditionRow.partnership == viewer.partnership_id, *narrowed)
    if not rows:
        return []
    weighed = await weights(viewer, TO_CONDITIONS)
    link: Any = ConditionThinking
    thinking: dict[int, list[Behind]] = {}
    for each in await (
        link.select(
            link.condition, link.thinking.id.as_alias("thought"), link.thinking.name.as_alias("thought_name")
        )
        .where(link.condition.is_in([row["id"] for row in rows]))
        .order_by(link.thinking.name)
    ):
        thinking.setdefault(each["condition"], []).append(Behind(each["thought"], each["thought_name"]))
    return [
        Condition(
            id=row["id"],
            name=row["name"],
            kind=ConditionKind(row["kind"]),
            meaning=row["meaning"],
            who=WhoCanChange(row["who_can_change"]),
            organisation_id=row["organisation_id"],
            organisation=row["organisation_name"] or "",
            asked=row["asked"],
            author=row["author_name"] or "",
            thinking=tuple(thinking.get(row["id"], ())),
            weight=weighed.get(row["id"], Weight()),
        )
        for row in rows
    ]
