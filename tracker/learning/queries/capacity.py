"""What expertise the personas in use ask, who brings it, and what was chosen about it (L3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.learning.rules.capacity import STANDING_NAMES, Standing, standing
from tracker.learning.rules.kinds import WAY_NAMES, PersonaState, Way
from tracker.learning.tables.personas import CapacityChoice, Expertise, ExpertiseAsked, ExpertiseBrought
from tracker.partnership.rules.roles import Viewer, is_current
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Asked:
    """A persona that asks an expertise, how much and how often, in words."""

    expertise_id: int
    persona_id: int
    persona: str
    amount: str
    frequency: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A partner that brings an expertise, and how much, in words."""

    expertise_id: int
    partner_id: int
    organisation: str
    amount: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The way chosen to close a gap, or, without a way, why an overlap is wanted."""

    expertise_id: int
    way: Way | None
    reason: str
    chosen_on: date
    author: str

    @property
    def way_name(self) -> str:
        return WAY_NAMES[self.way] if self.way else ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A kind of expertise with who asks it, who brings it, and the choices, latest first."""

    id: int
    name: str
    asked: tuple[Asked, ...]
    brought: tuple[Brought, ...]
    choices: tuple[Choice, ...]

    @property
    def standing(self) -> Standing:
        return standing(len(self.asked), len(self.brought))

    @property
    def standing_name(self) -> str:
        return STANDING_NAMES[self.standing]

    @property
    def way(self) -> Choice | None:
        """What was last chosen about a gap."""
        return next((choice for choice in self.choices if choice.way), None)

    @property
    def why_overlap(self) -> Choice | None:
        return next((choice for choice in self.choices if not choice.way), None)


async def capacity(viewer: Viewer) -> list[Skill]:
    """Every expertise of the partnership by name; asked by personas in use, brought by partners of today."""
    names = await (
        Expertise.select(Expertise.id, Expertise.name)
        .where(Expertise.partnership == viewer.partnership_id)
        .order_by(Expertise.sort_name)
    )
    asked = await _asked(
        (ExpertiseAsked.expertise.partnership == viewer.partnership_id)
        & (ExpertiseAsked.persona.state == PersonaState.IN_USE)
    )
    brought = await _brought(viewer, ExpertiseBrought.expertise.partnership == viewer.partnership_id)
    choices = await _choices(viewer)
    return [
        Skill(
            id=row["id"],
            name=row["name"],
            asked=tuple(each for each in asked if each.expertise_id == row["id"]),
            brought=tuple(each for each in brought if each.expertise_id == row["id"]),
            choices=tuple(each for each in choices if each.expertise_id == row["id"]),
        )
        for row in names
    ]


async def skill_of(viewer: Viewer, expertise_id: int) -> Skill:
    """One expertise of the partnership. Raises NotFound."""
    found = next((skill for skill in await capacity(viewer) if skill.id == expertise_id), None)
    if found is None:
        raise NotFound
    return found


async def asked_by(viewer: Viewer, persona_id: int) -> list[tuple[Asked, Skill]]:
    """What one persona asks, also while it is still proposed, with how it stands."""
    skills = {skill.id: skill for skill in await capacity(viewer)}
    asked = await _asked(
        (ExpertiseAsked.persona == persona_id) & (ExpertiseAsked.persona.partnership == viewer.partnership_id)
    )
    return [(each, skills[each.expertise_id]) for each in asked]


async def brought_by(viewer: Viewer, partner_id: int) -> list[tuple[Brought, str]]:
    """What one partner brings, with the name of each expertise."""
    names = {skill.id: skill.name for skill in await capacity(viewer)}
    rows = await _brought(
        viewer,
        (ExpertiseBrought.partner == partner_id)
        & (ExpertiseBrought.partner.partnership == viewer.partnership_id),
    )
    return [(each, names[each.expertise_id]) for each in rows]


async def _asked(where: Any) -> list[Asked]:
    rows = await (
        ExpertiseAsked.select(
            ExpertiseAsked.expertise.as_alias("expertise_id"),
            ExpertiseAsked.persona.as_alias("persona_id"),
            ExpertiseAsked.persona.name.as_alias("persona"),
            ExpertiseAsked.amount,
            ExpertiseAsked.frequency,
        )
        .where(where)
        .order_by(ExpertiseAsked.persona.name, ExpertiseAsked.expertise.sort_name)
    )
    return [Asked(**row) for row in rows]


async def _brought(viewer: Viewer, where: Any) -> list[Brought]:
    organisation: Any = ExpertiseBrought.partner.organisation
    rows = await (
        ExpertiseBrought.select(
            ExpertiseBrought.expertise.as_alias("expertise_id"),
            ExpertiseBrought.partner.as_alias("partner_id"),
            organisation.name.as_alias("organisation"),
            ExpertiseBrought.partner.since.as_alias("since"),
            ExpertiseBrought.partner.until.as_alias("until"),
            ExpertiseBrought.amount,
        )
        .where(where)
        .order_by(organisation.name, ExpertiseBrought.expertise.sort_name)
    )
    return [
        Brought(row["expertise_id"], row["partner_id"], row["organisation"], row["amount"])
        for row in rows
        if is_current(row["since"], row["until"], viewer.today)
    ]


async def _choices(viewer: Viewer) -> list[Choice]:
    rows = await (
        CapacityChoice.select(
            CapacityChoice.expertise.as_alias("expertise_id"),
            CapacityChoice.way,
            CapacityChoice.reason,
            CapacityChoice.chosen_on,
            CapacityChoice.author.name.as_alias("author"),
        )
        .where(CapacityChoice.expertise.partnership == viewer.partnership_id)
        .order_by(CapacityChoice.chosen_on, CapacityChoice.id, ascending=False)
    )
    return [
        Choice(
            **{
                **row,
                "way": Way(row["way"]) if row["way"] else None,
                "author": row["author"] or "",
            }
        )
        for row in rows
    ]
