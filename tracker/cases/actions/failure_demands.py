"""Logging a failure demand in the words in which it came, and calling a demand the other kind (C7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.failure_demands import Heard, heard_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.failure_demands import why_not_failure_demand, why_not_reclassify
from tracker.cases.rules.kinds import Arising, DemandChangeKind, DemandState, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import DemandChange, FailureDemand, FailureDemandOrganisation, ValueDemand
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries import organisations
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard or seen, what we answered, and what came of it."""

    words: str
    heard_on: date
    observed: bool = False
    came_in: str = ""
    arising: Arising = Arising.UNKNOWN
    response: str = ""
    changed: str = ""
    told_on: date | None = None
    organisations: tuple[str, ...] = ()


async def log_failure_demand(viewer: Viewer, code: str, key: UUID, hearing: Hearing) -> int:
    """Keep a failure demand; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(FailureDemand, case, key):
            return noted
        _must_fit(viewer, case, hearing)
        row = FailureDemand(
            key=key,
            case=case.id,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(hearing),
        )
        await row.save()
        await _involve(row.id, hearing.organisations)
        await touch(case.id)
        await trail.record(viewer, "logged", Subject.FAILURE_DEMAND, row.id, case=case.id)
        return int(row.id)


async def correct_failure_demand(
    viewer: Viewer, code: str, demand_id: int, hearing: Hearing, *, version: str, reason: str = ""
) -> None:
    """Complete or correct a failure demand; what it said is kept. Raises RuleBroken and Conflict."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await heard_of(case, demand_id)
        _must_fit(viewer, case, hearing)
        was, wanted = _columns(_as_heard(now)), _columns(hearing)
        changed = [name for name in wanted if wanted[name] != was[name]]
        if not changed and hearing.organisations == now.organisations:
            return
        if version != now.version:
            raise Conflict({"words": now.words, "version": now.version}, now.author)
        former = {name: was[name] for name in changed} | {"organisations": now.organisations}
        await keep_former(viewer, case.id, Subject.FAILURE_DEMAND, demand_id, former, reason)
        await FailureDemand.update(wanted).where(FailureDemand.id == demand_id)
        await FailureDemandOrganisation.delete().where(FailureDemandOrganisation.failure_demand == demand_id)
        await _involve(demand_id, hearing.organisations)
        await touch(case.id)
        await trail.record(
            viewer, "corrected", Subject.FAILURE_DEMAND, demand_id, case=case.id, fields=changed
        )


async def call_it_value(viewer: Viewer, code: str, demand_id: int, reason: str) -> int:
    """Call a failure demand a value demand after all; both stay readable. Raises RuleBroken, NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        must_run(case)
        now = await heard_of(case, demand_id)
        must(why_not_reclassify(already=now.became_demand is not None, reason=reason))
        last = await (
            ValueDemand.select(ValueDemand.place)
            .where(ValueDemand.case == case.id)
            .order_by(ValueDemand.place, ascending=False)
            .first()
        )
        demand = ValueDemand(
            key=uuid4(),
            case=case.id,
            place=last["place"] + 1 if last else 0,
            words=now.words,
            state=DemandState.OPEN,
            named_on=now.heard_on,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await demand.save()
        await FailureDemand.update(
            {
                FailureDemand.became_demand: demand.id,
                FailureDemand.reclassified_on: viewer.today,
                FailureDemand.reclassified_reason: reason.strip(),
            }
        ).where(FailureDemand.id == demand_id)
        await touch(case.id)
        await trail.record(viewer, "reclassified", Subject.FAILURE_DEMAND, demand_id, case=case.id)
        return int(demand.id)


async def call_it_failure(viewer: Viewer, code: str, demand_id: int, reason: str) -> int:
    """Call a value demand a failure demand after all; both stay readable. Raises RuleBroken, NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        must_run(case)
        demand = await ValueDemand.objects().get(
            (ValueDemand.id == demand_id) & (ValueDemand.case == case.id)
        )
        if demand is None:
            raise NotFound
        must(why_not_reclassify(already=DemandState(demand.state) is DemandState.RECLASSIFIED, reason=reason))
        row = FailureDemand(
            key=uuid4(),
            case=case.id,
            words=demand.words,
            heard_on=demand.named_on or viewer.today,
            arising=Arising.UNKNOWN,
            former_demand=demand.id,
            reclassified_on=viewer.today,
            reclassified_reason=reason.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await ValueDemand.update(
            {ValueDemand.state: DemandState.RECLASSIFIED, ValueDemand.ended_on: viewer.today}
        ).where(ValueDemand.id == demand_id)
        await DemandChange(
            demand=demand_id,
            kind=DemandChangeKind.RECLASSIFIED,
            changed_on=viewer.today,
            former_words=demand.words,
            reason=reason.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        ).save()
        await touch(case.id)
        await trail.record(viewer, "reclassified", Subject.VALUE_DEMAND, demand_id, case=case.id)
        return int(row.id)


def _must_fit(viewer: Viewer, case: Case, hearing: Hearing) -> None:
    must_run(case)
    must(
        why_not_failure_demand(
            words=hearing.words,
            heard_on=hearing.heard_on,
            told_on=hearing.told_on,
            changed=hearing.changed,
            started_on=case.started_on,
            today=viewer.today,
        )
    )


def _columns(hearing: Hearing) -> dict[Any, Any]:
    return {
        "words": hearing.words,
        "observed": hearing.observed,
        "heard_on": hearing.heard_on,
        "came_in": hearing.came_in,
        "arising": hearing.arising,
        "response": hearing.response,
        "changed": hearing.changed,
        "told_on": hearing.told_on,
    }


def _as_heard(now: Heard) -> Hearing:
    return Hearing(
        words=now.words,
        heard_on=now.heard_on,
        observed=now.observed,
        came_in=now.came_in,
        arising=now.arising,
        response=now.response,
        changed=now.changed,
        told_on=now.told_on,
        organisations=now.organisations,
    )


async def _involve(demand_id: int, names: tuple[str, ...]) -> None:
    for name in names:
        await FailureDemandOrganisation(
            failure_demand=demand_id, name=name, organisation=await organisations.id_of(name)
        ).save()
