"""The worker: a task in the app's process that does the long work, one job at a time."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from tracker.jobs.actions.asking import sweep_jobs
from tracker.jobs.actions.running import (
    Running,
    Stopped,
    fail_job,
    finish_job,
    give_back,
    renew_lease,
    take_next_job,
)
from tracker.jobs.actions.uploads import sweep_uploads
from tracker.jobs.rules import LEASE, WENT_WRONG
from tracker.problems import RuleBroken

logger = logging.getLogger(__name__)

# Does a job of one kind and returns its result, which must fit in JSON. It may be started again after
# a crash, so what it writes must stand in one transaction or be safe to repeat.
Handler = Callable[[Running], Awaitable[Mapping[str, object]]]

LOOK_EVERY = 1.0
SWEEP_EVERY = 3600.0


async def run_worker(handlers: Mapping[str, Handler]) -> None:
    """Do every job of these kinds, oldest first, until cancelled."""
    loop = asyncio.get_running_loop()
    sweep_at = loop.time()
    while True:
        try:
            if loop.time() >= sweep_at:
                sweep_at = loop.time() + SWEEP_EVERY
                await sweep_uploads()
                await sweep_jobs()
            job = await take_next_job(handlers.keys())
            if job is not None:
                await _run(job, handlers[job.kind])
                continue
        except Exception as error:
            # The database may be away for a while; the worker outlasts that.
            _log("the worker", error)
        await asyncio.sleep(LOOK_EVERY)


async def _run(job: Running, handler: Handler) -> None:
    keeping = asyncio.create_task(_keep_lease(job))
    try:
        with suppress(Stopped):
            await _do(job, handler)
    finally:
        keeping.cancel()


async def _do(job: Running, handler: Handler) -> None:
    try:
        result = await handler(job)
    except Stopped:
        raise
    except RuleBroken as refusal:
        await fail_job(job, refusal.reason)
    except Exception as error:
        _log(f"job {job.id} ({job.kind})", error)
        await fail_job(job, WENT_WRONG)
    except asyncio.CancelledError:
        with suppress(Stopped):
            await give_back(job)
        raise
    else:
        await finish_job(job, result)


async def _keep_lease(job: Running) -> None:
    while True:
        await asyncio.sleep(LEASE.total_seconds() / 3)
        try:
            await renew_lease(job)
        except Stopped:
            return
        except Exception as error:
            _log(f"the lease of job {job.id}", error)


def _log(what: str, error: Exception) -> None:
    """Log where it went wrong, without the error's message: that may quote what people wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s failed with %s\n%s", what, type(error).__name__, where)
