"""Filling in what the format of a session asks: answers in order, the steps of a journey (L4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.sessions.alone import already_made, session_alone
from tracker.learning.queries.sessions.material import answers_of, journey_of, step_of
from tracker.learning.queries.sessions.one import Chosen, Session
from tracker.learning.rules.formats import question_of, why_not_answer, why_not_wipe
from tracker.learning.rules.journeys import why_not_step
from tracker.learning.rules.kinds import StepKind, Subject
from tracker.learning.tables.sessions import JourneyStep, SessionAnswer
from tracker.partnership import trail
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotFound, RuleBroken


@dataclass(frozen=True, slots=True)
class Stepping:
    """A step as it is filled in; `waited` in days since the step before."""

    what: str
    kind: StepKind
    happened_on: date | None = None
    waited: int = 0
    value_step: int | None = None


async def answer(viewer: Viewer, session_id: int, name: str, text: str, *, version: str) -> None:
    """Answer a question of the format; empty takes the answer away. Raises RuleBroken, Conflict, NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        question, answers = question_of(session.format, name), await answers_of(session)
        if question is None:
            raise NotFound
        refused = why_not_answer(session.format, question, answers)
        if not text.strip():
            refused = refused or why_not_wipe(session.format, question, answers)
        if refused:
            raise RuleBroken(refused, "text")
        now = answers.get(name)
        if now and now.text == text:
            return
        if version != (now.version if now else ""):
            theirs = {"text": now.text, "version": now.version} if now else {"text": "", "version": ""}
            raise Conflict(theirs, now.author if now else None)
        await _keep_answer(viewer, session, name, text)
        await trail.record(viewer, "session question answered", Subject.SESSION, session.id, question=name)


async def _keep_answer(viewer: Viewer, session: Session, name: str, text: str) -> None:
    here = (
        SessionAnswer.session == session.id,
        SessionAnswer.case.is_null(),
        SessionAnswer.question == name,
    )
    told: dict[Any, Any] = {"text": text, "author": viewer.person_id, "written_at": clock.now()}
    if await SessionAnswer.exists().where(*here):
        await SessionAnswer.update(told).where(*here)
    else:
        await SessionAnswer(session=session.id, question=name, **told).save()


async def add_step(viewer: Viewer, session_id: int, code: str, key: UUID, wanted: Stepping) -> int:
    """Add a step at the end of a journey; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        session, chosen = await _case(viewer, session_id, code)
        if made := await already_made(JourneyStep, session, key):
            return made
        await _must_fit(viewer, session, wanted, steps=len(await journey_of(session, chosen)))
        row = JourneyStep(
            key=key,
            session=session.id,
            case=chosen.id,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(wanted),
        )
        await row.save()
        await trail.record(
            viewer, "journey step added", Subject.SESSION, session.id, case=chosen.id, step=row.id
        )
        return int(row.id)


async def change_step(viewer: Viewer, session_id: int, code: str, step_id: int, wanted: Stepping) -> None:
    """Say otherwise what a step was. Raises RuleBroken and NotFound."""
    async with writing():
        session, chosen = await _case(viewer, session_id, code)
        step = await step_of(session, chosen, step_id)
        await _must_fit(viewer, session, wanted, steps=0)
        await JourneyStep.update(_columns(wanted)).where(JourneyStep.id == step.id)
        await trail.record(
            viewer, "journey step changed", Subject.SESSION, session.id, case=chosen.id, step=step.id
        )


async def remove_step(viewer: Viewer, session_id: int, code: str, step_id: int) -> None:
    """Take a step out of a journey. Raises RuleBroken and NotFound."""
    async with writing():
        session, chosen = await _case(viewer, session_id, code)
        step = await step_of(session, chosen, step_id)
        await JourneyStep.delete().where(JourneyStep.id == step.id)
        await trail.record(
            viewer, "journey step removed", Subject.SESSION, session.id, case=chosen.id, step=step.id
        )


async def _case(viewer: Viewer, session_id: int, code: str) -> tuple[Session, Chosen]:
    session = await session_alone(viewer, session_id)
    chosen = session.case(code)
    if not chosen.opens:
        raise NotFound
    return session, chosen


async def _record(viewer: Viewer, verb: str, session: Session, chosen: Chosen, step_id: int) -> None:
    await trail.record(viewer, verb, Subject.SESSION, session.id, case=chosen.id, step=step_id)


async def _must_fit(viewer: Viewer, session: Session, wanted: Stepping, *, steps: int) -> None:
    must(
        why_not_step(
            session.format,
            happened_on=wanted.happened_on,
            waited=wanted.waited,
            steps=steps,
            today=viewer.today,
        )
    )
    if wanted.value_step is not None:
        known = {step.id for step in await value_steps(viewer, retired=True)}
        if wanted.value_step not in known:
            raise RuleBroken("Kies een waardestap uit de lijst.", "value_step")


def _columns(wanted: Stepping) -> dict[Any, Any]:
    return {
        "happened_on": wanted.happened_on,
        "what": wanted.what,
        "kind": wanted.kind,
        "value_step": wanted.value_step,
        "waited": wanted.waited,
    }
