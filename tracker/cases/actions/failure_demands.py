"""Logging a failure demand in the words in which it came, and following it up (C7)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former, overtaken
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.failure_demands import Heard, heard_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.failure_demands import why_not_failure_demand
from tracker.cases.rules.kinds import Arising, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import FailureDemand, FailureDemandOrganisation
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries import organisations
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard or seen, what we answered, and what came of it.

    `about`: the day is not sure. `told_on` and `told_how`: when and how the person heard what changed.
    """

    words: str
    heard_on: date
    observed: bool = False
    about: bool = False
    came_in: str = ""
    arising: Arising = Arising.UNKNOWN
    response: str = ""
    changed: str = ""
    told_on: date | None = None
    told_how: str = ""
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What changed because of it, and whether the person was told."""

    changed: str = ""
    told_on: date | None = None
    told_how: str = ""


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
        await _rewrite(viewer, case, now, hearing, version, reason)


async def follow_up(viewer: Viewer, code: str, demand_id: int, came_of_it: FollowUp, *, version: str) -> None:
    """Say what changed because of a failure demand and that the person was told, the rest as it stands."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await heard_of(case, demand_id)
        hearing = replace(
            _as_heard(now),
            changed=came_of_it.changed,
            told_on=came_of_it.told_on,
            told_how=came_of_it.told_how,
        )
        await _rewrite(viewer, case, now, hearing, version, "")


async def _rewrite(
    viewer: Viewer, case: Case, now: Heard, hearing: Hearing, version: str, reason: str
) -> None:
    _must_fit(viewer, case, hearing)
    was = {**_columns(_as_heard(now)), "organisations": now.organisations}
    wanted = {**_columns(hearing), "organisations": hearing.organisations}
    fields = [name for name in wanted if wanted[name] != was[name]]
    if not fields:
        return
    subject, former = Subject.FAILURE_DEMAND, {name: was[name] for name in fields}
    if version != now.version:
        raise await overtaken(case, subject, now.id, former, version=now.version, author=now.author)
    await keep_former(viewer, case.id, subject, now.id, former, reason)
    await FailureDemand.update(_columns(hearing)).where(FailureDemand.id == now.id)
    if "organisations" in fields:
        part = FailureDemandOrganisation
        await part.delete().where(part.failure_demand == now.id)
        await _involve(now.id, hearing.organisations)
    await touch(case.id)
    await trail.record(viewer, "corrected", subject, now.id, case=case.id, fields=fields)


def _must_fit(viewer: Viewer, case: Case, hearing: Hearing) -> None:
    must_run(case)
    must(
        why_not_failure_demand(
            words=hearing.words,
            heard_on=hearing.heard_on,
            changed=hearing.changed,
            told_on=hearing.told_on,
            told_how=hearing.told_how,
            started_on=case.started_on,
            today=viewer.today,
        )
    )


def _columns(hearing: Hearing) -> dict[Any, Any]:
    return {
        "words": hearing.words,
        "observed": hearing.observed,
        "heard_on": hearing.heard_on,
        "about": hearing.about,
        "came_in": hearing.came_in,
        "arising": hearing.arising,
        "response": hearing.response,
        "changed": hearing.changed,
        "told_on": hearing.told_on,
        "told_how": hearing.told_how,
    }


def _as_heard(now: Heard) -> Hearing:
    return Hearing(**_columns_of(now), organisations=now.organisations)


def _columns_of(now: Heard) -> dict[Any, Any]:
    return {name: getattr(now, name) for name in Hearing.__dataclass_fields__ if name != "organisations"}


async def _involve(demand_id: int, names: tuple[str, ...]) -> None:
    """Keep who was involved by name, and which known organisation that is."""
    known = await organisations.ids_of(names)
    for name in names:
        await FailureDemandOrganisation(
            failure_demand=demand_id, name=name, organisation=known.get(name)
        ).save()
