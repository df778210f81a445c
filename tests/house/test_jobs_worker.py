import asyncio
import logging
from contextlib import asynccontextmanager

import pytest

from tracker.jobs import worker
from tracker.jobs.actions.asking import start_job, stop_job
from tracker.jobs.actions.running import report_progress, take_next_job
from tracker.jobs.queries import job_of
from tracker.jobs.rules import WENT_WRONG, State
from tracker.problems import RuleBroken

AN = 1


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.01)


@asynccontextmanager
async def working(handler):
    task = asyncio.create_task(worker.run_worker({"import": handler}))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def ended(job_id):
    async with asyncio.timeout(20):
        while not (job := await job_of(AN, job_id)).ended:
            await asyncio.sleep(0.01)
    return job


async def test_the_worker_does_the_jobs_it_finds_and_those_that_come_later(database):
    async def count(job):
        await report_progress(job, 1, 1, "Klaar")
        return {"letters": len(job.payload["word"])}

    first = await start_job(AN, "import", {"word": "casus"})
    async with working(count):
        assert (await ended(first)).result == {"letters": 5}
        second = await start_job(AN, "import", {"word": "nood"})
        seen = await ended(second)

    assert (seen.state, seen.result, seen.message) == (State.DONE, {"letters": 4}, "Klaar")


async def test_a_rule_that_refuses_tells_the_owner_its_reason(database):
    async def refuse(job):
        raise RuleBroken("Kolom 'datum' ontbreekt.")

    job_id = await start_job(AN, "import", {})
    async with working(refuse):
        seen = await ended(job_id)

    assert (seen.state, seen.message) == (State.FAILED, "Kolom 'datum' ontbreekt.")


async def test_an_unexpected_error_fails_the_job_and_the_worker_goes_on(database):
    async def stumble(job):
        if job.payload["trip"]:
            raise ValueError("geheim")
        return {}

    first, second = [await start_job(AN, "import", {"trip": trip}) for trip in (True, False)]
    async with working(stumble):
        failed, done = await ended(first), await ended(second)

    assert (failed.state, failed.message) == (State.FAILED, WENT_WRONG)
    assert done.state == State.DONE


async def test_the_log_says_where_it_went_wrong_but_not_what_was_written(database, caplog):
    async def stumble(job):
        raise ValueError(f"kan {job.payload['word']} niet lezen")

    job_id = await start_job(AN, "import", {"word": "geheim"})
    with caplog.at_level(logging.ERROR):
        async with working(stumble):
            await ended(job_id)

    assert f"job {job_id} (import) failed with ValueError" in caplog.text
    assert "test_jobs_worker.py" in caplog.text
    assert "geheim" not in caplog.text


async def test_a_job_stopped_while_it_runs_ends_at_its_next_report(database):
    begun, stopped = asyncio.Event(), asyncio.Event()
    went_on = []

    async def wait(job):
        begun.set()
        await stopped.wait()
        await report_progress(job, 1, 2)
        went_on.append(job)
        return {}

    first = await start_job(AN, "import", {})
    async with working(wait):
        await begun.wait()
        await stop_job(AN, first)
        stopped.set()
        second = await start_job(AN, "import", {})
        await ended(second)

    assert (await job_of(AN, first)).state == State.STOPPED
    assert [job.id for job in went_on] == [second]


async def test_a_worker_that_shuts_down_gives_its_job_back(database):
    begun = asyncio.Event()

    async def wait(job):
        begun.set()
        await asyncio.Event().wait()

    job_id = await start_job(AN, "import", {})
    async with working(wait):
        await begun.wait()
    taken = await take_next_job(["import"])

    assert (taken.id, taken.attempt) == (job_id, 1)


async def test_a_worker_shuts_down_even_when_its_job_was_stopped_meanwhile(database):
    begun = asyncio.Event()

    async def wait(job):
        begun.set()
        await asyncio.Event().wait()

    job_id = await start_job(AN, "import", {})
    task = asyncio.create_task(worker.run_worker({"import": wait}))
    await begun.wait()
    await stop_job(AN, job_id)
    task.cancel()
    await asyncio.wait([task])

    assert task.cancelled()


async def test_the_worker_outlasts_a_database_that_is_away(database, monkeypatch, caplog):
    async def do(job):
        return {}

    away = [True]

    async def sometimes_away(kinds):
        if away.pop() if away else False:
            raise OSError
        return await take_next_job(kinds)

    monkeypatch.setattr(worker, "take_next_job", sometimes_away)
    job_id = await start_job(AN, "import", {})
    async with working(do):
        seen = await ended(job_id)

    assert seen.state == State.DONE
    assert "the worker failed with OSError" in caplog.text


async def test_a_job_that_runs_long_keeps_its_lease(database, monkeypatch):
    renewed = asyncio.Event()

    async def renew(job):
        renewed.set()

    async def wait(job):
        await renewed.wait()
        return {}

    monkeypatch.setattr(worker, "LEASE", worker.LEASE / 1000)
    monkeypatch.setattr(worker, "renew_lease", renew)
    job_id = await start_job(AN, "import", {})
    async with working(wait):
        seen = await ended(job_id)

    assert seen.state == State.DONE
