"""Iterations: predicted, tried, and ended with what was learned (L11)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.queries.seen import case_for
from tracker.database import writing
from tracker.learning.actions.initiatives import initiative_alone
from tracker.learning.actions.keeping import keep_former
from tracker.learning.queries.initiatives import Initiative
from tracker.learning.queries.iterations import Iteration
from tracker.learning.queries.sources import cases_seen
from tracker.learning.rules import iterations as rules
from tracker.learning.rules.initiatives import InitiativeState
from tracker.learning.rules.iterations import Fidelity, IterationOutcome
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.initiatives import Iteration as IterationRow
from tracker.learning.tables.initiatives import IterationCase
from tracker.partnership import trail
from tracker.partnership.queries.colleagues import who_work_on_cases
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotFound, RuleBroken, must


@dataclass(frozen=True, slots=True)
class Plan:
    """What an iteration will try, and what is predicted; `cases` are codes of cases the viewer sees."""

    fidelity: Fidelity
    with_whom: str
    prediction: str
    title: str = ""
    plan: str = ""
    until: date | None = None
    led_by: int | None = None
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What was done and seen beside what was predicted, and what was learned from the difference."""

    done: str = ""
    seen: str = ""
    matched: str = ""
    learned: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How an iteration ends, and what follows from it."""

    outcome: IterationOutcome | None
    ended_on: date
    follow_up: str = ""
    seen: Seen = field(default_factory=Seen)


async def plan(viewer: Viewer, initiative_id: int, key: UUID, wanted: Plan) -> int:
    """Write down what is predicted before it is tried and return the number of the iteration.

    The same key again returns the same number. Raises RuleBroken and NotFound.
    """
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        before = await (
            IterationRow.select(IterationRow.number)
            .where(IterationRow.key == key, IterationRow.initiative == now.id)
            .first()
        )
        if before:
            return int(before["number"])
        still_open = now.running or now.planned
        must(rules.why_not_plan(runs=_runs(now), open_number=still_open.number if still_open else None))
        await _must_fit(viewer, wanted)
        row = IterationRow(
            key=key,
            initiative=now.id,
            number=len(now.iterations) + 1,
            predicted_on=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(wanted),
        )
        await row.save()
        await _try_with(viewer, row.id, wanted.cases)
        await trail.record(viewer, "iteration planned", Subject.ITERATION, row.id, initiative=now.id)
        return int(row.number)


async def reword(viewer: Viewer, initiative_id: int, number: int, wanted: Plan, *, version: str = "") -> None:
    """Change what an iteration will try, as long as it has not begun; what stood there is kept.

    Raises RuleBroken, Conflict and NotFound.
    """
    async with writing():
        now, iteration = await _alone(viewer, initiative_id, number)
        must(rules.why_not_reword(iteration.cycle))
        await _must_fit(viewer, wanted)
        became = _columns(wanted)
        was = {name: getattr(iteration, name) for name in became if name != "led_by"}
        former = {name: was[name] for name in was if was[name] != became[name] and was[name]}
        if version and version != iteration.version:
            raise Conflict({"prediction": iteration.prediction, "version": iteration.version})
        if former:
            await keep_former(viewer, Subject.ITERATION, iteration.id, former)
        if "prediction" in former:
            became["predicted_on"] = viewer.today
        await IterationRow.update(became).where(IterationRow.id == iteration.id)
        await _try_with(viewer, iteration.id, wanted.cases)
        await trail.record(viewer, "iteration reworded", Subject.ITERATION, iteration.id, initiative=now.id)


async def begin(viewer: Viewer, initiative_id: int, number: int) -> None:
    """Begin to try: from now on the prediction stays as it was written. Raises RuleBroken and NotFound."""
    async with writing():
        now, iteration = await _alone(viewer, initiative_id, number)
        running = now.running.number if now.running else None
        must(rules.why_not_begin(iteration.cycle, runs=_runs(now), running=running))
        begun = await (
            IterationRow.update({IterationRow.started_on: viewer.today})
            .where(IterationRow.id == iteration.id, IterationRow.started_on.is_null())
            .returning(IterationRow.id)
        )
        if not begun:
            raise RuleBroken("Deze iteratie is al begonnen.")
        await trail.record(viewer, "iteration begun", Subject.ITERATION, iteration.id, initiative=now.id)


async def note(viewer: Viewer, initiative_id: int, number: int, seen: Seen, *, version: str = "") -> None:
    """Keep what is done and seen so far. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        now, iteration = await _alone(viewer, initiative_id, number)
        must(rules.why_not_note(iteration.cycle))
        _must_be_current(iteration, version)
        await IterationRow.update(_noted(seen)).where(IterationRow.id == iteration.id)
        await trail.record(viewer, "iteration noted", Subject.ITERATION, iteration.id, initiative=now.id)


async def end(viewer: Viewer, initiative_id: int, number: int, ending: Ending, *, version: str = "") -> None:
    """End an iteration: adopt, adapt or abandon, with what was learned. Raises RuleBroken and NotFound."""
    async with writing():
        now, iteration = await _alone(viewer, initiative_id, number)
        said = ending.seen
        must(
            rules.why_not_end(
                iteration.cycle,
                ending.outcome,
                seen=said.seen,
                matched=said.matched,
                learned=said.learned,
                follow_up=ending.follow_up,
                ended_on=ending.ended_on,
                today=viewer.today,
            )
        )
        _must_be_current(iteration, version)
        changes: dict[Any, Any] = {
            **_noted(said),
            "outcome": ending.outcome,
            "follow_up": ending.follow_up.strip(),
            "ended_on": ending.ended_on,
        }
        ended = await (
            IterationRow.update(changes)
            .where(IterationRow.id == iteration.id, IterationRow.outcome == "")
            .returning(IterationRow.id)
        )
        if not ended:
            raise RuleBroken("Deze iteratie is al afgesloten.")
        await trail.record(
            viewer,
            "iteration ended",
            Subject.ITERATION,
            iteration.id,
            initiative=now.id,
            outcome=ending.outcome,
        )


def _runs(now: Initiative) -> bool:
    return now.state is InitiativeState.STARTED


async def _alone(viewer: Viewer, initiative_id: int, number: int) -> tuple[Initiative, Iteration]:
    now = await initiative_alone(viewer, initiative_id)
    iteration = next((each for each in now.iterations if each.number == number), None)
    if iteration is None:
        raise NotFound
    return now, iteration


async def _must_fit(viewer: Viewer, wanted: Plan) -> None:
    must(rules.why_not_predict(wanted.prediction, wanted.with_whom))
    known = {each.person_id for each in await who_work_on_cases(viewer)}
    if wanted.led_by is not None and wanted.led_by not in known:
        raise RuleBroken("Kies iemand uit de lijst.", "led_by")


def _must_be_current(iteration: Iteration, version: str) -> None:
    if version and version != iteration.noted:
        raise Conflict({"seen": iteration.seen, "learned": iteration.learned, "version": iteration.noted})


def _columns(wanted: Plan) -> dict[Any, Any]:
    return {
        "title": " ".join(wanted.title.split()),
        "fidelity": wanted.fidelity,
        "with_whom": wanted.with_whom.strip(),
        "plan": wanted.plan.strip(),
        "prediction": wanted.prediction.strip(),
        "until": wanted.until,
        "led_by": wanted.led_by,
    }


def _noted(seen: Seen) -> dict[Any, Any]:
    return {
        "done": seen.done.strip(),
        "seen": seen.seen.strip(),
        "matched": seen.matched.strip(),
        "learned": seen.learned.strip(),
    }


async def _try_with(viewer: Viewer, iteration_id: int, codes: tuple[str, ...]) -> None:
    """Tie the iteration to these cases; those that this viewer may not see stay tied."""
    try:
        cases = {(await case_for(viewer, code)).id for code in codes}
    except NotFound:
        raise RuleBroken("Kies een casus uit de lijst.", "cases") from None
    await IterationCase.delete().where(
        IterationCase.iteration == iteration_id, IterationCase.case.is_in(cases_seen(viewer))
    )
    for case in sorted(cases):
        await IterationCase(iteration=iteration_id, case=case).save()
