"""Describing personas, and looking at the set of them again (L2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.queries.personas import Portrait, persona_of, personas
from tracker.learning.rules.kinds import PersonaState, Subject
from tracker.learning.rules.personas import (
    PERSONA_NAMES,
    why_not_describe,
    why_not_retire,
    why_not_review,
    why_not_reword,
)
from tracker.learning.tables.personas import Persona, PersonaReview
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


@dataclass(frozen=True, slots=True)
class Description:
    """A persona in words: a name, the situation, and the value demands, one per line."""

    name: str
    context: str
    demands: str


async def describe_persona(viewer: Viewer, key: UUID, wanted: Description) -> int:
    """Add a persona to the set; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        if already := await already_kept(viewer, Persona, key):
            return already
        must(why_not_describe(wanted.name, wanted.demands, taken=await _taken(viewer, wanted.name)))
        row = Persona(
            key=key,
            partnership=viewer.partnership_id,
            name=wanted.name.strip(),
            context=wanted.context.strip(),
            demands=wanted.demands.strip(),
            state=PersonaState.IN_USE,
            since=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "persona described", Subject.PERSONA, row.id)
    return int(row.id)


async def reword_persona(
    viewer: Viewer, persona_id: int, wanted: Description, *, version: str, reason: str
) -> None:
    """Write the next version; the former one stays readable. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        now = await persona_of(viewer, persona_id)
        if version != str(now.version):
            raise Conflict(_as_text(now), await _last_writer(persona_id))
        taken = await _taken(viewer, wanted.name, but=persona_id)
        must(why_not_describe(wanted.name, wanted.demands, taken=taken))
        written = Description(wanted.name.strip(), wanted.context.strip(), wanted.demands.strip())
        former = {
            field: getattr(now, field)
            for field in PERSONA_NAMES
            if getattr(now, field) != getattr(written, field)
        }
        must(why_not_reword(state=now.state, changed=bool(former), reason=reason))
        await keep_former(viewer, Subject.PERSONA, persona_id, former, reason)
        await Persona.update(
            {
                Persona.name: written.name,
                Persona.context: written.context,
                Persona.demands: written.demands,
                Persona.version: now.version + 1,
                Persona.since: viewer.today,
                Persona.author: viewer.person_id,
                Persona.written_at: clock.now(),
            }
        ).where(Persona.id == persona_id)
        await trail.record(viewer, "persona reworded", Subject.PERSONA, persona_id, version=now.version + 1)


async def retire_persona(viewer: Viewer, persona_id: int, *, reason: str) -> None:
    """Stop using a persona; the cases beside it keep what was written. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        now = await persona_of(viewer, persona_id)
        must(why_not_retire(state=now.state, reason=reason))
        await keep_former(viewer, Subject.PERSONA, persona_id, {}, reason)
        await Persona.update({Persona.state: PersonaState.RETIRED, Persona.retired_on: viewer.today}).where(
            Persona.id == persona_id
        )
        await trail.record(viewer, "persona retired", Subject.PERSONA, persona_id)


async def review_set(viewer: Viewer, key: UUID, *, held_on: date, next_on: date, note: str) -> int:
    """Note that the set of personas was looked at, and when it will be again. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        if already := await already_kept(viewer, PersonaReview, key):
            return already
        must(why_not_review(held_on, next_on, viewer.today))
        row = PersonaReview(
            key=key,
            partnership=viewer.partnership_id,
            held_on=held_on,
            next_on=next_on,
            note=note.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "personas reviewed", Subject.PERSONA, None)
    return int(row.id)


def _as_text(now: Portrait) -> dict[str, str]:
    return {"name": now.name, "context": now.context, "demands": now.demands, "version": str(now.version)}


async def _taken(viewer: Viewer, name: str, but: int | None = None) -> bool:
    others = await personas(viewer, PersonaState.IN_USE, PersonaState.PROPOSED)
    wanted = " ".join(name.split()).casefold()
    return any(" ".join(each.name.split()).casefold() == wanted for each in others if each.id != but)


async def _last_writer(persona_id: int) -> str | None:
    row = await Persona.select(Persona.author.name.as_alias("author")).where(Persona.id == persona_id).first()
    return row["author"] if row else None
