"""Saying what expertise a persona asks, who brings it, and what to do about the difference (L3)."""

from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.capacity import skill_of
from tracker.learning.queries.personas import persona_of
from tracker.learning.rules.capacity import sort_name, why_not_choose, why_not_name_expertise
from tracker.learning.rules.kinds import Subject, Way
from tracker.learning.tables.personas import CapacityChoice, Expertise, ExpertiseAsked, ExpertiseBrought
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Partner
from tracker.problems import NotFound


async def ask(viewer: Viewer, persona_id: int, name: str, *, amount: str = "", frequency: str = "") -> None:
    """Say that a persona asks an expertise; saying it again says it anew. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        await persona_of(viewer, persona_id)
        must(why_not_name_expertise(name))
        expertise = await expertise_named(viewer, name)
        there = (ExpertiseAsked.persona == persona_id) & (ExpertiseAsked.expertise == expertise)
        await ExpertiseAsked.delete().where(there)
        await ExpertiseAsked(
            persona=persona_id, expertise=expertise, amount=amount.strip(), frequency=frequency.strip()
        ).save()
        await trail.record(viewer, "expertise asked", Subject.EXPERTISE, expertise, persona=persona_id)


async def ask_no_more(viewer: Viewer, persona_id: int, expertise_id: int) -> None:
    """Take an expertise away from what a persona asks. Raises NotFound."""
    async with writing():
        await persona_of(viewer, persona_id)
        await skill_of(viewer, expertise_id)
        there = (ExpertiseAsked.persona == persona_id) & (ExpertiseAsked.expertise == expertise_id)
        await ExpertiseAsked.delete().where(there)
        await trail.record(
            viewer, "expertise no longer asked", Subject.EXPERTISE, expertise_id, persona=persona_id
        )


async def bring(viewer: Viewer, partner_id: int, name: str, *, amount: str = "") -> None:
    """Say that a partner brings an expertise; saying it again says it anew. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        await _partner(viewer, partner_id)
        must(why_not_name_expertise(name))
        expertise = await expertise_named(viewer, name)
        there = (ExpertiseBrought.partner == partner_id) & (ExpertiseBrought.expertise == expertise)
        await ExpertiseBrought.delete().where(there)
        await ExpertiseBrought(partner=partner_id, expertise=expertise, amount=amount.strip()).save()
        await trail.record(viewer, "expertise brought", Subject.EXPERTISE, expertise, partner=partner_id)


async def bring_no_more(viewer: Viewer, partner_id: int, expertise_id: int) -> None:
    """Take an expertise away from what a partner brings. Raises NotFound."""
    async with writing():
        await _partner(viewer, partner_id)
        await skill_of(viewer, expertise_id)
        there = (ExpertiseBrought.partner == partner_id) & (ExpertiseBrought.expertise == expertise_id)
        await ExpertiseBrought.delete().where(there)
        await trail.record(
            viewer, "expertise no longer brought", Subject.EXPERTISE, expertise_id, partner=partner_id
        )


async def choose(viewer: Viewer, expertise_id: int, key: UUID, *, way: Way | None, reason: str) -> int:
    """Choose how to close a gap, or say why an overlap is wanted; the same key again returns the same id."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        skill = await skill_of(viewer, expertise_id)
        mine = (CapacityChoice.key == key) & (CapacityChoice.expertise == expertise_id)
        if already := await CapacityChoice.select(CapacityChoice.id).where(mine).first():
            return int(already["id"])
        must(why_not_choose(way, reason, asked=len(skill.asked), brought=len(skill.brought)))
        row = CapacityChoice(
            key=key,
            expertise=expertise_id,
            way=way or "",
            reason=reason.strip(),
            chosen_on=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "capacity chosen", Subject.EXPERTISE, expertise_id, way=way or "")
    return int(row.id)


async def expertise_named(viewer: Viewer, name: str) -> int:
    """The id of the expertise with this name, named now if nobody did; called inside an act."""
    mine = (Expertise.partnership == viewer.partnership_id) & (Expertise.sort_name == sort_name(name))
    if there := await Expertise.select(Expertise.id).where(mine).first():
        return int(there["id"])
    new = Expertise(partnership=viewer.partnership_id, name=" ".join(name.split()), sort_name=sort_name(name))
    await new.save()
    return int(new.id)


async def _partner(viewer: Viewer, partner_id: int) -> None:
    mine = (Partner.id == partner_id) & (Partner.partnership == viewer.partnership_id)
    if not await Partner.exists().where(mine):
        raise NotFound
