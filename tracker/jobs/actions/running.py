"""Running long work: taking it, telling how far it is, ending it. Safe with several processes."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from piccolo.columns import Column

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.jobs.rules import BROKE_OFF, LEASE, MOST_ATTEMPTS, State
from tracker.jobs.tables import Job

Changes = dict[Column | str, Any]


class Stopped(Exception):
    """This job is no longer ours: its owner stopped it, or our lease ran out and another took it over."""


@dataclass(frozen=True, slots=True)
class Running:
    """A job in the hands of whoever runs it; `attempt` tells their hold from an earlier, lost one."""

    id: int
    kind: str
    partnership: int | None
    owner: int
    payload: dict[str, Any]
    attempt: int


async def take_next_job(kinds: Collection[str]) -> Running | None:
    """The oldest free job of these kinds, leased to the caller; None when there is none."""
    if not kinds or not await _oldest_free(kinds):
        return None
    async with writing():
        await one_at_a_time("jobs", 0)
        while row := await _oldest_free(kinds):
            if row["attempt"] < MOST_ATTEMPTS:
                return await _lease(row)
            await Job.update(_ended(State.FAILED) | {Job.message: BROKE_OFF}).where(Job.id == row["id"])
    return None


async def _oldest_free(kinds: Collection[str]) -> dict[str, Any] | None:
    """Free is what waits, and what somebody ran whose lease ran out."""
    return (
        await Job.select()
        .where(Job.kind.is_in(list(kinds)))
        .where(
            (Job.state == State.WAITING) | ((Job.state == State.RUNNING) & (Job.lease_until < clock.now()))
        )
        .order_by(Job.id)
        .first()
    )


async def _lease(row: dict[str, Any]) -> Running:
    job = Running(
        id=row["id"],
        kind=row["kind"],
        partnership=row["partnership"],
        owner=row["owner"],
        payload=json.loads(row["payload"]),
        attempt=row["attempt"] + 1,
    )
    await Job.update(
        {
            Job.state: State.RUNNING,
            Job.attempt: job.attempt,
            Job.lease_until: clock.now() + LEASE,
            Job.started_at: row["started_at"] or clock.now(),
        }
    ).where(Job.id == job.id)
    return job


async def report_progress(job: Running, done: int, total: int, message: str = "") -> None:
    """Tell the owner how far it is (`message` in Dutch) and keep the job; raises Stopped when it was stopped.

    Call it every second or so, and outside `writing`: inside, nobody sees it and nobody can stop the job.
    """
    await _change(
        job, {Job.done: done, Job.total: total, Job.message: message, Job.lease_until: clock.now() + LEASE}
    )


async def renew_lease(job: Running) -> None:
    """Keep the job; raises Stopped when it is no longer ours."""
    await _change(job, {Job.lease_until: clock.now() + LEASE})


async def give_back(job: Running) -> None:
    """Let another take the job at once, as when this process shuts down; it does not count as an attempt."""
    await _change(job, {Job.state: State.WAITING, Job.lease_until: None, Job.attempt: job.attempt - 1})


async def finish_job(job: Running, result: Mapping[str, object]) -> None:
    await _change(job, _ended(State.DONE) | {Job.result: json.dumps(result, ensure_ascii=False)})


async def fail_job(job: Running, reason: str) -> None:
    """End the job with the reason (Dutch) its owner will read."""
    await _change(job, _ended(State.FAILED) | {Job.message: reason})


def _ended(state: State) -> Changes:
    return {Job.state: state, Job.lease_until: None, Job.ended_at: clock.now()}


async def _change(job: Running, changes: Changes) -> None:
    ours = (
        await Job.update(changes)
        .where(Job.id == job.id, Job.state == State.RUNNING, Job.attempt == job.attempt)
        .returning(Job.id)
    )
    if not ours:
        raise Stopped
