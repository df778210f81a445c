"""Laying a case beside personas: what is alike, what differs, and whom to involve because of it (C13)."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.actions.noting import already_noted, case_alone
from tracker.cases.actions.touching import touch
from tracker.cases.queries.seen import Case
from tracker.cases.rules.refusals import must
from tracker.cases.rules.undoing import why_not_undo
from tracker.cases.tables import Correction
from tracker.database import writing
from tracker.learning.queries.personas import persona_of
from tracker.learning.queries.resemblance import Likeness, likeness_on, likenesses_on
from tracker.learning.rules.kinds import ResemblanceState, Subject
from tracker.learning.rules.resemblance import why_not_compare
from tracker.learning.tables.personas import Resemblance
from tracker.partnership import trail
from tracker.partnership.actions.drafts import keep_draft
from tracker.partnership.queries.drafts import FieldValues
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class Comparison:
    """What lies side by side, in words."""

    alike: str
    different: str
    involve: str = ""


async def compare(viewer: Viewer, code: str, key: UUID, persona_id: int, wanted: Comparison) -> int:
    """Lay a case beside a persona; the same key again returns the same id.

    What a workbook proposed for the two is filled in and stood behind by it. Raises RuleBroken, NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Resemblance, case, key):
            return noted
        persona = await persona_of(viewer, persona_id)
        there = next((each for each in await likenesses_on(case) if each.persona_id == persona_id), None)
        already = there is not None and not there.proposed
        must(
            why_not_compare(
                persona=persona.state, alike=wanted.alike, different=wanted.different, already=already
            )
        )
        row: dict[Any, Any] = {
            Resemblance.key: key,
            Resemblance.alike: wanted.alike,
            Resemblance.different: wanted.different,
            Resemblance.involve: wanted.involve,
            Resemblance.state: ResemblanceState.CONFIRMED,
            Resemblance.author: viewer.person_id,
            Resemblance.written_at: clock.now(),
        }
        if there:
            resemblance = there.id
            await Resemblance.update(row).where(Resemblance.id == resemblance)
        else:
            new = Resemblance({**row, Resemblance.case: case.id, Resemblance.persona: persona_id})
            await new.save()
            resemblance = int(new.id)
        await touch(case.id)
        await trail.record(
            viewer,
            "laid beside a persona",
            Subject.RESEMBLANCE,
            resemblance,
            case=case.id,
            persona=persona_id,
        )
    return resemblance


async def correct_comparison(
    viewer: Viewer, code: str, resemblance_id: int, wanted: Comparison, *, version: str
) -> None:
    """Write otherwise what is alike and what differs; the former text stays with the case.

    Raises RuleBroken, Conflict and NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        now = await likeness_on(case, resemblance_id)
        must(why_not_compare(persona=now.persona_state, alike=wanted.alike, different=wanted.different))
        if wanted == Comparison(now.alike, now.different, now.involve):
            return
        if version != now.version:
            raise Conflict(
                {
                    "alike": now.alike,
                    "different": now.different,
                    "involve": now.involve,
                    "version": now.version,
                },
                now.author or None,
            )
        await _keep_with_case(viewer, case, now)
        await Resemblance.update(
            {
                Resemblance.alike: wanted.alike,
                Resemblance.different: wanted.different,
                Resemblance.involve: wanted.involve,
                Resemblance.author: viewer.person_id,
                Resemblance.written_at: clock.now(),
            }
        ).where(Resemblance.id == now.id)
        await touch(case.id)
        await trail.record(viewer, "comparison corrected", Subject.RESEMBLANCE, now.id, case=case.id)


async def undo_comparison(viewer: Viewer, code: str, resemblance_id: int, *, form: str) -> None:
    """Take back what the viewer laid beside a persona within ten minutes; its words return to `form` (C16).

    Raises RuleBroken (too late, not the writer, corrected since) and NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        now = await likeness_on(case, resemblance_id)
        row = await (
            Resemblance.select(Resemblance.author, Resemblance.written_at)
            .where(Resemblance.id == now.id)
            .first()
        )
        corrected = await Correction.exists().where(
            Correction.case == case.id,
            Correction.subject == Subject.RESEMBLANCE,
            Correction.subject_id == now.id,
        )
        refused = why_not_undo(
            author_id=None if row is None or now.proposed else row["author"],
            person_id=viewer.person_id,
            written_at=row["written_at"] if row else None,
            now=clock.now(),
            used=corrected,
        )
        if refused:
            raise RuleBroken(refused)
        await Resemblance.delete().where(Resemblance.id == now.id)
        await touch(case.id)
        typed: FieldValues = {
            "persona": str(now.persona_id),
            "alike": now.alike,
            "different": now.different,
            "involve": now.involve,
        }
        await keep_draft(viewer.person_id, form, typed, on_top=True)
        await trail.record(viewer, "undone", Subject.RESEMBLANCE, now.id, case=case.id)


async def take_away(viewer: Viewer, code: str, resemblance_id: int) -> None:
    """Take a case away from beside a persona; what was written is kept with the case. Raises NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await likeness_on(case, resemblance_id)
        await _keep_with_case(viewer, case, now)
        await Resemblance.delete().where(Resemblance.id == now.id)
        await touch(case.id)
        await trail.record(
            viewer,
            "taken away from a persona",
            Subject.RESEMBLANCE,
            now.id,
            case=case.id,
            persona=now.persona_id,
        )


async def _keep_with_case(viewer: Viewer, case: Case, now: Likeness) -> None:
    """These are words about a case: they are kept where an erasure of the case finds them."""
    former = {"persona": now.persona, "alike": now.alike, "different": now.different, "involve": now.involve}
    await Correction.insert(
        Correction(
            case=case.id,
            subject=Subject.RESEMBLANCE,
            subject_id=now.id,
            former=json.dumps(former, ensure_ascii=False),
            author=viewer.person_id,
            corrected_at=clock.now(),
        )
    )
