"""Naming value demands, and the steps in their lives (C4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.demands import Life, demand_of, ratings_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.demands import (
    LEADS_TO,
    next_place,
    why_not_add,
    why_not_change,
    why_not_named_on,
)
from tracker.cases.rules.kinds import DemandChangeKind, DemandState, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import DemandChange, ValueDemand
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


@dataclass(frozen=True, slots=True)
class Named:
    """Value demands in somebody's own words, by the row of the form they stand in, all named on one day."""

    words: Mapping[int, str]
    named_on: date
    themes: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A step in the life of a demand; `words` are the new ones of a rewording."""

    kind: DemandChangeKind
    changed_on: date
    reason: str
    words: str = ""


async def add_demands(viewer: Viewer, code: str, key: UUID, named: Named) -> list[int]:
    """Keep these demands, each with the next letter; the same key again returns the same ids."""
    async with writing():
        case = await case_alone(viewer, code)
        keys = {row: uuid5(key, str(row)) for row in named.words}
        already = await ValueDemand.select(ValueDemand.id).where(
            ValueDemand.case == case.id, ValueDemand.key.is_in([*keys.values(), key])
        )
        if already:
            return [row["id"] for row in already]
        must_run(case)
        there = await ValueDemand.select(ValueDemand.place, ValueDemand.words, ValueDemand.state).where(
            ValueDemand.case == case.id
        )
        must(
            why_not_add(
                named.words,
                open_already=[row["words"] for row in there if row["state"] == DemandState.OPEN],
                named_on=named.named_on,
                started_on=case.started_on,
                today=viewer.today,
            )
        )
        first = next_place(row["place"] for row in there)
        added = []
        for place, (row, words) in enumerate(named.words.items(), start=first):
            demand = ValueDemand(
                key=keys[row],
                case=case.id,
                place=place,
                words=words,
                theme=named.themes.get(row, ""),
                state=DemandState.OPEN,
                named_on=named.named_on,
                author=viewer.person_id,
                written_at=clock.now(),
            )
            await demand.save()
            await trail.record(viewer, "named", Subject.VALUE_DEMAND, demand.id, case=case.id)
            added.append(int(demand.id))
        await touch(case.id)
        return added


async def change_demand(viewer: Viewer, code: str, demand_id: int, wanted: Wanted, *, version: str) -> None:
    """Reword, close, put outside the purpose or reopen a demand; the same step twice is one step.

    Raises RuleBroken, NotFound, and Conflict when somebody else changed it in the meantime.
    """
    async with writing():
        case = await case_alone(viewer, code)
        now = await demand_of(case, demand_id)
        if _is_done(viewer, now, wanted):
            return
        _must_be_current(case, now, version)
        must(
            why_not_change(
                wanted.kind,
                state=now.state,
                former=now.words,
                words=wanted.words,
                reason=wanted.reason,
                changed_on=wanted.changed_on,
                last_on=now.last_on,
                today=viewer.today,
            )
        )
        rewords = wanted.kind is DemandChangeKind.REWORDED
        await DemandChange(
            demand=demand_id,
            kind=wanted.kind,
            changed_on=wanted.changed_on,
            former_words=now.words if rewords else "",
            reason=wanted.reason,
            author=viewer.person_id,
            written_at=clock.now(),
        ).save()
        if rewords:
            await ValueDemand.update({ValueDemand.words: wanted.words}).where(ValueDemand.id == demand_id)
        else:
            await _stands(demand_id, LEADS_TO[wanted.kind], wanted.changed_on)
        await touch(case.id)
        await trail.record(viewer, wanted.kind, Subject.VALUE_DEMAND, demand_id, case=case.id)


async def correct_demand(
    viewer: Viewer,
    code: str,
    demand_id: int,
    *,
    theme: str,
    named_on: date,
    version: str,
    reason: str = "",
) -> None:
    """Correct the theme or the day of a demand, what stood there kept. Its words have steps of their own."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await demand_of(case, demand_id)
        if (theme, named_on) == (now.theme, now.named_on):
            return
        _must_be_current(case, now, version)
        used = [step.on for step in now.steps[:1]] + [rated.on for rated in await ratings_of(demand_id)]
        must(
            why_not_named_on(
                named_on,
                first_use=min(used, default=None),
                started_on=case.started_on,
                today=viewer.today,
            )
        )
        former = {"theme": now.theme, "named_on": now.named_on}
        await keep_former(viewer, case.id, Subject.VALUE_DEMAND, demand_id, former, reason)
        await ValueDemand.update({ValueDemand.theme: theme, ValueDemand.named_on: named_on}).where(
            ValueDemand.id == demand_id
        )
        await touch(case.id)
        await trail.record(viewer, "corrected", Subject.VALUE_DEMAND, demand_id, case=case.id)


async def step_back(case: Case, change_id: int) -> None:
    """Let a demand be again as it was until its last step; called while that step is taken back."""
    row = await DemandChange.select(DemandChange.demand).where(DemandChange.id == change_id).first()
    assert row is not None
    before = (await demand_of(case, row["demand"])).before_last_step()
    await ValueDemand.update({ValueDemand.words: before.words}).where(ValueDemand.id == before.id)
    await _stands(before.id, before.state, before.stands_since)


async def _stands(demand_id: int, state: DemandState, since: date) -> None:
    """Set how a demand stands; an open one has no end."""
    await ValueDemand.update(
        {ValueDemand.state: state, ValueDemand.ended_on: None if state is DemandState.OPEN else since}
    ).where(ValueDemand.id == demand_id)


def _must_be_current(case: Case, now: Life, version: str) -> None:
    must_run(case)
    if version != now.version:
        raise Conflict({"words": now.words, "version": now.version}, now.last_author)


def _is_done(viewer: Viewer, now: Life, wanted: Wanted) -> bool:
    """Whether this person just took this very step: the form was sent twice."""
    if not now.steps:
        return False
    last = now.steps[-1]
    return (last.kind, last.on, last.reason, last.author_id) == (
        wanted.kind,
        wanted.changed_on,
        wanted.reason,
        viewer.person_id,
    ) and wanted.words in ("", now.words)
