"""Changing the basics of a case and who follows it; what stood there before is kept."""

from dataclasses import asdict
from datetime import date
from typing import Any

from piccolo.columns import Column

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import running_case
from tracker.cases.actions.searching import keep_findable
from tracker.cases.actions.sharing import ask_anew
from tracker.cases.actions.touching import touch
from tracker.cases.queries.basics import Basics, Worker, basics_of, first_record_on, key_of, workers_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.basics import why_not_basics, why_not_followed, why_not_work_on
from tracker.cases.rules.kinds import CaseKind, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.rules.sharing import needs_persons_agreement
from tracker.cases.tables import CaseFile, CaseWorker, Purpose
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries.colleagues import who_see, who_work_on_cases
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


async def edit_basics(viewer: Viewer, code: str, wanted: Basics, *, version: str, reason: str = "") -> None:
    """Change the basics of a case. Raises RuleBroken, and Conflict when somebody else did in the meantime."""
    async with writing():
        case = await running_case(viewer, code)
        now = await basics_of(case)
        if now == wanted:
            return
        if version != now.version:
            raise Conflict({**_shown(now, wanted), "version": now.version})
        must(
            why_not_basics(
                alias=wanted.alias,
                started_on=wanted.started_on,
                today=viewer.today,
                participants=wanted.participants,
                doubt=wanted.doubt,
                doubt_review_on=wanted.doubt_review_on,
                first_record_on=await first_record_on(case),
            )
        )
        if wanted.lead is not None and wanted.lead != now.lead:
            await _must_see_it(viewer, case, wanted.lead, "lead")
            await _follows(case, wanted.lead, viewer.today)
        former, changed = asdict(now), asdict(wanted)
        fields = [name for name in changed if changed[name] != former[name]]
        changes: dict[Column | str, Any] = {name: changed[name] for name in fields}
        changes[CaseFile.touched_at] = clock.now()
        await CaseFile.update(changes).where(CaseFile.id == case.id)
        if "started_on" in fields:
            await Purpose.update({Purpose.since: wanted.started_on}).where(
                Purpose.case == case.id, Purpose.since == now.started_on, Purpose.key == await key_of(case)
            )
        if needs_persons_agreement(wanted.kind) and not needs_persons_agreement(now.kind):
            await ask_anew(viewer, case)
        await keep_findable(case.id)
        await keep_former(
            viewer, case.id, Subject.CASE, case.id, {name: former[name] for name in fields}, reason
        )
        await trail.record(viewer, "edited", "case", case.id, case=case.id, fields=fields)


async def set_workers(viewer: Viewer, code: str, wanted: frozenset[int], from_day: date) -> None:
    """Let exactly these people follow the case from a day on. Raises RuleBroken."""
    async with writing():
        case = await running_case(viewer, code)
        current = [worker for worker in await workers_of(case) if worker.until is None]
        following = {worker.person_id for worker in current}
        must(
            why_not_followed(
                wanted, following, lead=case.lead_id, from_day=from_day, started_on=case.started_on
            )
        )
        for person in sorted(wanted - following):
            await _must_see_it(viewer, case, person, "people")
            await CaseWorker(case=case.id, person=person, since=from_day).save()
        for worker in current:
            if worker.person_id not in wanted:
                await _stops(worker, from_day)
        await touch(case.id)
        await trail.record(
            viewer, "followed", "case", case.id, case=case.id, people=sorted(wanted), from_day=from_day
        )


async def _must_see_it(viewer: Viewer, case: Case, person: int, field: str) -> None:
    people = await who_work_on_cases(viewer)
    sharing = await sharing_of(case)
    organisations = {period.organisation_id for period in sharing.seeing(viewer.today)}
    seeing = who_see(people, organisations, with_coordination=sharing.with_coordination)
    if reason := why_not_work_on(person, {one.person_id for one in people}, seeing):
        raise RuleBroken(reason, field)


async def _follows(case: Case, person: int, day: date) -> None:
    if not any(worker.person_id == person and worker.until is None for worker in await workers_of(case)):
        await CaseWorker(case=case.id, person=person, since=day).save()


async def _stops(worker: Worker, day: date) -> None:
    await CaseWorker.update({CaseWorker.until: max(day, worker.since)}).where(CaseWorker.id == worker.id)


def _shown(now: Basics, wanted: Basics) -> dict[str, str]:
    """What somebody else made of the fields that differ, in words for the screen."""
    words = {
        "alias": now.alias,
        "municipality": now.municipality,
        "reached_note": now.reached_note,
        "kind": CaseKind(now.kind),
    }
    return {name: str(text) for name, text in words.items() if text != getattr(wanted, name)}
