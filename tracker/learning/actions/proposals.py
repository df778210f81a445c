"""Standing behind what a workbook proposes, or not: the personas and the cases beside them."""

from tracker import clock
from tracker.cases.actions.touching import touch
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.personas import persona_of
from tracker.learning.queries.resemblance import Likeness, likenesses_of
from tracker.learning.rules.kinds import PersonaState, ResemblanceState, Subject
from tracker.learning.rules.personas import why_not_confirm, why_not_decline
from tracker.learning.rules.resemblance import why_not_stand_behind
from tracker.learning.tables.personas import Persona, Resemblance
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


async def confirm_persona(viewer: Viewer, persona_id: int) -> None:
    """Take a proposed persona into use; the cases beside it stay proposed. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        must(why_not_confirm((await persona_of(viewer, persona_id)).state))
        await _take_into_use(viewer, persona_id)


async def confirm_all(viewer: Viewer, persona_id: int) -> int:
    """Take a persona into use with every proposed case the viewer may open; returns how many cases."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        if (await persona_of(viewer, persona_id)).proposed:
            await _take_into_use(viewer, persona_id)
        proposed = [each for each in await likenesses_of(viewer, persona_id) if each.proposed]
        for each in proposed:
            await _stand_behind(viewer, each)
    return len(proposed)


async def confirm_case(viewer: Viewer, persona_id: int, resemblance_id: int) -> None:
    """Stand behind one case beside a persona. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        persona = await persona_of(viewer, persona_id)
        now = await _proposed(viewer, persona_id, resemblance_id)
        must(why_not_stand_behind(persona=persona.state, proposed=now.proposed))
        await _stand_behind(viewer, now)


async def decline_case(viewer: Viewer, persona_id: int, resemblance_id: int) -> None:
    """Say that a proposed case does not resemble the persona. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        now = await _proposed(viewer, persona_id, resemblance_id)
        must(why_not_stand_behind(persona=PersonaState.IN_USE, proposed=now.proposed))
        await Resemblance.delete().where(Resemblance.id == now.id)
        await touch(now.case_id)
        await trail.record(viewer, "proposal declined", Subject.RESEMBLANCE, now.id, case=now.case_id)


async def decline_persona(viewer: Viewer, persona_id: int) -> None:
    """Not take over a proposed persona; it goes, with what was proposed beside it. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        now = await persona_of(viewer, persona_id)
        stood_behind = await Resemblance.exists().where(
            Resemblance.persona == persona_id, Resemblance.state == ResemblanceState.CONFIRMED
        )
        must(why_not_decline(now.state, stood_behind=stood_behind))
        await Persona.delete().where(Persona.id == persona_id)
        await trail.record(viewer, "proposal declined", Subject.PERSONA, persona_id)


async def _proposed(viewer: Viewer, persona_id: int, resemblance_id: int) -> Likeness:
    beside = await likenesses_of(viewer, persona_id)
    found = next((each for each in beside if each.id == resemblance_id), None)
    if found is None:
        raise NotFound
    return found


async def _take_into_use(viewer: Viewer, persona_id: int) -> None:
    await Persona.update(
        {
            Persona.state: PersonaState.IN_USE,
            Persona.since: viewer.today,
            Persona.author: viewer.person_id,
            Persona.written_at: clock.now(),
        }
    ).where(Persona.id == persona_id)
    await trail.record(viewer, "proposal confirmed", Subject.PERSONA, persona_id)


async def _stand_behind(viewer: Viewer, now: Likeness) -> None:
    await Resemblance.update(
        {
            Resemblance.state: ResemblanceState.CONFIRMED,
            Resemblance.author: viewer.person_id,
            Resemblance.written_at: clock.now(),
        }
    ).where(Resemblance.id == now.id)
    await touch(now.case_id)
    await trail.record(viewer, "proposal confirmed", Subject.RESEMBLANCE, now.id, case=now.case_id)
