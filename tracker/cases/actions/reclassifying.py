"""Calling a failure demand a value demand after all, or the other way round; both stay readable (C7)."""

from typing import Any
from uuid import UUID

from piccolo.columns import Column

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.demands import Life, demand_of
from tracker.cases.queries.failure_demands import Heard, heard_of, heard_that_became
from tracker.cases.queries.seen import Case
from tracker.cases.rules.demands import LEADS_TO, next_place
from tracker.cases.rules.failure_demands import why_not_call_it_failure, why_not_call_it_value
from tracker.cases.rules.kinds import Arising, DemandChangeKind, DemandState, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import DemandChange, FailureDemand, ValueDemand
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


async def call_it_value(viewer: Viewer, code: str, key: UUID, demand_id: int, reason: str) -> int:
    """Call a failure demand a value demand and return the id of that one; the same key twice does it once.

    If it was a value demand before, that one is open again, with its letter. Raises RuleBroken, NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        if made := await already_noted(ValueDemand, case, key):
            return made
        must_run(case)
        now = await heard_of(case, demand_id)
        must(why_not_call_it_value(already=now.became_demand is not None, reason=reason))
        former = await demand_of(case, now.former_demand) if now.former_demand else None
        if former is not None and former.state is DemandState.RECLASSIFIED:
            value = former.id
            await _step(viewer, value, DemandChangeKind.REOPENED, reason)
        else:
            value = await _new_value(viewer, case, key, now)
        await _keep_former_call(viewer, case, now)
        await FailureDemand.update(
            {
                FailureDemand.became_demand: value,
                FailureDemand.reclassified_on: viewer.today,
                FailureDemand.reclassified_reason: reason.strip(),
            }
        ).where(FailureDemand.id == demand_id)
        await touch(case.id)
        await trail.record(viewer, "reclassified", Subject.FAILURE_DEMAND, demand_id, case=case.id)
        return value


async def call_it_failure(
    viewer: Viewer,
    code: str,
    key: UUID,
    demand_id: int,
    reason: str,
    arising: Arising = Arising.UNKNOWN,
) -> int:
    """Call a value demand a failure demand and return the id of that one; the same key twice does it once.

    If it came from a failure demand, that one counts again. Raises RuleBroken and NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        if made := await already_noted(FailureDemand, case, key):
            return made
        must_run(case)
        now = await demand_of(case, demand_id)
        must(why_not_call_it_failure(state=now.state, reason=reason))
        called: dict[Column | str, Any] = {
            FailureDemand.former_demand: now.id,
            FailureDemand.reclassified_on: viewer.today,
            FailureDemand.reclassified_reason: reason.strip(),
        }
        if origin := await heard_that_became(case, now.id):
            failure = origin.id
            await _keep_former_call(viewer, case, origin)
            await FailureDemand.update({**called, FailureDemand.became_demand: None}).where(
                FailureDemand.id == failure
            )
        else:
            failure = await _new_failure(viewer, case, key, now, arising)
            await FailureDemand.update(called).where(FailureDemand.id == failure)
        await _step(viewer, now.id, DemandChangeKind.RECLASSIFIED, reason)
        await touch(case.id)
        await trail.record(viewer, "reclassified", Subject.VALUE_DEMAND, demand_id, case=case.id)
        return failure


async def _step(viewer: Viewer, demand_id: int, kind: DemandChangeKind, reason: str) -> None:
    await DemandChange(
        demand=demand_id,
        kind=kind,
        changed_on=viewer.today,
        reason=reason.strip(),
        author=viewer.person_id,
        written_at=clock.now(),
    ).save()
    state = LEADS_TO[kind]
    ended_on = None if state is DemandState.OPEN else viewer.today
    await ValueDemand.update({ValueDemand.state: state, ValueDemand.ended_on: ended_on}).where(
        ValueDemand.id == demand_id
    )


async def _new_value(viewer: Viewer, case: Case, key: UUID, heard: Heard) -> int:
    taken = await ValueDemand.select(ValueDemand.place).where(ValueDemand.case == case.id)
    demand = ValueDemand(
        key=key,
        case=case.id,
        place=next_place(row["place"] for row in taken),
        words=heard.words,
        state=DemandState.OPEN,
        named_on=heard.heard_on,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await demand.save()
    return int(demand.id)


async def _new_failure(viewer: Viewer, case: Case, key: UUID, demand: Life, arising: Arising) -> int:
    row = FailureDemand(
        key=key,
        case=case.id,
        words=demand.words,
        heard_on=demand.named_on,
        arising=arising,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await row.save()
    return int(row.id)


async def _keep_former_call(viewer: Viewer, case: Case, heard: Heard) -> None:
    """Why it was called the other kind before, so that a second time does not wipe out the first."""
    if heard.reclassified_on is not None:
        former = {
            "reclassified_on": heard.reclassified_on,
            "reclassified_reason": heard.reclassified_reason,
        }
        await keep_former(viewer, case.id, Subject.FAILURE_DEMAND, heard.id, former)
