"""Asking for long work and stopping it, by the person who owns it."""

import json
from collections.abc import Mapping
from uuid import UUID

from tracker import clock
from tracker.database import writing
from tracker.jobs.queries import job_of
from tracker.jobs.rules import ENDED, JOB_KEPT, STOPPED_BY_OWNER, State, why_not_stop
from tracker.jobs.tables import Job
from tracker.problems import RuleBroken


async def start_job(
    owner: int,
    kind: str,
    payload: Mapping[str, object],
    *,
    partnership: int | None = None,
    key: UUID | None = None,
) -> int:
    """Put long work in the queue and return its number; the same `key` again is the same job."""
    job = Job(
        key=key,
        kind=kind,
        partnership=partnership,
        owner=owner,
        payload=json.dumps(payload, ensure_ascii=False),
        asked_at=clock.now(),
    )
    rows = (
        await Job.insert(job).on_conflict(target=(Job.owner, Job.key), action="DO NOTHING").returning(Job.id)
    )
    if not rows:
        rows = await Job.select(Job.id).where(Job.owner == owner, Job.key == key)
    return int(rows[0]["id"])


async def stop_job(owner: int, job_id: int) -> None:
    """Stop it: at once when it still waits, at its next report when it runs."""
    async with writing():
        job = await job_of(owner, job_id)
        if reason := why_not_stop(job.state):
            raise RuleBroken(reason)
        await Job.update(
            {
                Job.state: State.STOPPED,
                Job.lease_until: None,
                Job.message: STOPPED_BY_OWNER,
                Job.ended_at: clock.now(),
            }
        ).where(Job.id == job_id, Job.state.not_in(list(ENDED)))


async def sweep_jobs() -> None:
    """Forget what was asked long ago: payload and result may hold what people wrote."""
    await Job.delete().where(Job.ended_at < clock.now() - JOB_KEPT)
