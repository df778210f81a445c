import asyncio
import json
import os
import subprocess
import sys
from datetime import timedelta
from uuid import uuid4

import pytest

from tracker import clock
from tracker.database import DB
from tracker.jobs.actions.asking import start_job, stop_job, sweep_jobs
from tracker.jobs.actions.running import (
    Stopped,
    fail_job,
    finish_job,
    give_back,
    renew_lease,
    report_progress,
    take_next_job,
)
from tracker.jobs.queries import job_of
from tracker.jobs.rules import JOB_KEPT, LEASE, MOST_ATTEMPTS, State
from tracker.jobs.tables import Job
from tracker.problems import NotFound, RuleBroken

AN, BEN = 1, 2


def later(by):
    return clock.at(clock.now() + by)


async def test_a_job_waits_with_what_was_asked_until_somebody_takes_it(database):
    job_id = await start_job(AN, "import", {"file": 7, "naam": "één"}, partnership=3)
    waiting = await job_of(AN, job_id)
    taken = await take_next_job(["import"])

    assert (waiting.state, waiting.ended) == (State.WAITING, False)
    assert (taken.id, taken.owner, taken.partnership, taken.attempt) == (job_id, AN, 3, 1)
    assert taken.payload == {"file": 7, "naam": "één"}
    assert (await job_of(AN, job_id)).state == State.RUNNING


async def test_a_job_asked_twice_with_one_key_is_one_job(database):
    key = uuid4()
    first, second = await asyncio.gather(*(start_job(AN, "import", {}, key=key) for _ in range(2)))
    of_another = await start_job(BEN, "import", {}, key=key)

    assert first == second
    assert of_another != first


async def test_the_oldest_job_of_a_kind_one_can_do_comes_first(database):
    await start_job(AN, "report", {})
    first = await start_job(AN, "import", {})
    await start_job(BEN, "import", {})

    assert (await take_next_job(["import"])).id == first


async def test_a_job_is_taken_once(database):
    await start_job(AN, "import", {})
    taken = await asyncio.gather(*(take_next_job(["import"]) for _ in range(5)))

    assert len([job for job in taken if job]) == 1


async def test_processes_together_take_every_job_exactly_once(database):
    asked = [await start_job(AN, "import", {}) for _ in range(30)]
    taking = (
        "import asyncio\n"
        "from tracker.jobs.actions.running import take_next_job\n"
        "async def take():\n"
        "    while job := await take_next_job(['import']):\n"
        "        print(job.id)\n"
        "asyncio.run(take())\n"
    )
    url = f"sqlite:///{DB.path}" if DB.engine_type == "sqlite" else os.environ["DATABASE_URL"]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", taking],
            env={**os.environ, "DATABASE_URL": url},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    outputs = [(await asyncio.to_thread(process.communicate))[0] for process in started]

    assert sorted(int(number) for output in outputs for number in output.split()) == asked


async def test_the_owner_reads_how_far_it_is(database):
    job_id = await start_job(AN, "import", {})
    job = await take_next_job(["import"])
    await report_progress(job, 40, 120, "Rij 40 van 120")
    seen = await job_of(AN, job_id)

    assert (seen.done, seen.total, seen.message) == (40, 120, "Rij 40 van 120")


async def test_a_job_ends_with_its_result(database):
    job_id = await start_job(AN, "import", {})
    await finish_job(await take_next_job(["import"]), {"casussen": 12})
    seen = await job_of(AN, job_id)

    assert (seen.state, seen.ended, seen.result) == (State.DONE, True, {"casussen": 12})
    assert seen.ended_at is not None


async def test_a_job_that_fails_tells_why_and_is_not_tried_again(database):
    job_id = await start_job(AN, "import", {})
    await fail_job(await take_next_job(["import"]), "Blad 2 is leeg.")
    seen = await job_of(AN, job_id)

    assert (seen.state, seen.message) == (State.FAILED, "Blad 2 is leeg.")
    assert await take_next_job(["import"]) is None


async def test_a_job_stopped_while_it_waits_never_runs(database):
    job_id = await start_job(AN, "import", {})
    await stop_job(AN, job_id)

    assert await take_next_job(["import"]) is None
    assert (await job_of(AN, job_id)).state == State.STOPPED


@pytest.mark.parametrize(
    "act",
    [
        lambda job: report_progress(job, 1, 2),
        renew_lease,
        give_back,
        lambda job: finish_job(job, {"casussen": 12}),
        lambda job: fail_job(job, "Blad 2 is leeg."),
    ],
    ids=["report", "renew", "give back", "finish", "fail"],
)
async def test_whoever_runs_a_stopped_job_hears_it_at_the_next_step_and_changes_nothing(database, act):
    job_id = await start_job(AN, "import", {})
    job = await take_next_job(["import"])
    await stop_job(AN, job_id)
    stopped = await job_of(AN, job_id)

    with pytest.raises(Stopped):
        await act(job)
    assert await job_of(AN, job_id) == stopped


async def test_a_job_that_ended_can_not_be_stopped(database):
    job_id = await start_job(AN, "import", {})
    await finish_job(await take_next_job(["import"]), {})

    with pytest.raises(RuleBroken, match="loopt niet meer"):
        await stop_job(AN, job_id)
    assert (await job_of(AN, job_id)).state == State.DONE


@pytest.mark.parametrize("job_id", [0, -1, 999_999, 2**31, 2**70])
async def test_a_job_that_is_not_there_is_not_found(database, job_id):
    with pytest.raises(NotFound):
        await job_of(AN, job_id)
    with pytest.raises(NotFound):
        await stop_job(AN, job_id)


async def test_the_job_of_another_is_not_found(database):
    job_id = await start_job(AN, "import", {})

    with pytest.raises(NotFound):
        await job_of(BEN, job_id)
    with pytest.raises(NotFound):
        await stop_job(BEN, job_id)
    assert (await job_of(AN, job_id)).state == State.WAITING


async def test_a_job_whose_process_died_is_taken_over_when_its_lease_has_run_out(database):
    await start_job(AN, "import", {})
    lost = await take_next_job(["import"])
    with later(LEASE - timedelta(seconds=1)):
        too_early = await take_next_job(["import"])
    with later(LEASE + timedelta(seconds=1)):
        taken_over = await take_next_job(["import"])

    assert too_early is None
    assert (taken_over.id, taken_over.attempt) == (lost.id, 2)
    with pytest.raises(Stopped):
        await finish_job(lost, {})


async def test_a_lease_that_is_renewed_does_not_run_out(database):
    await start_job(AN, "import", {})
    job = await take_next_job(["import"])
    with later(LEASE / 2):
        await renew_lease(job)
    with later(LEASE + timedelta(seconds=1)):
        assert await take_next_job(["import"]) is None


async def test_a_job_that_broke_off_too_often_fails_and_makes_room_for_the_next(database):
    deadly = await start_job(AN, "import", {})
    for attempt in range(MOST_ATTEMPTS):
        with later((LEASE + timedelta(seconds=1)) * attempt):
            await take_next_job(["import"])
    following = await start_job(AN, "import", {})
    with later((LEASE + timedelta(seconds=1)) * MOST_ATTEMPTS):
        taken = await take_next_job(["import"])

    assert taken.id == following
    assert (await job_of(AN, deadly)).state == State.FAILED


async def test_a_job_given_back_is_free_at_once_and_lost_no_attempt(database):
    await start_job(AN, "import", {})
    await give_back(await take_next_job(["import"]))

    assert (await take_next_job(["import"])).attempt == 1


async def test_only_what_ended_long_ago_is_swept(database):
    ended = await start_job(AN, "import", {})
    await finish_job(await take_next_job(["import"]), {})
    waiting = await start_job(AN, "import", {})
    with later(JOB_KEPT - timedelta(hours=1)):
        await sweep_jobs()
    assert await Job.count() == 2

    with later(JOB_KEPT + timedelta(hours=1)):
        await sweep_jobs()
    with pytest.raises(NotFound):
        await job_of(AN, ended)
    assert (await job_of(AN, waiting)).state == State.WAITING


async def test_a_job_in_no_known_state_is_refused_by_the_database(database):
    job_id = await start_job(AN, "import", {})

    with pytest.raises(Exception, match="job_state"):
        await Job.update({Job.state: "asleep"}).where(Job.id == job_id)


async def test_what_was_asked_is_kept_as_readable_json(database):
    await start_job(AN, "import", {"naam": "één"})
    (row,) = await Job.select(Job.payload)

    assert json.loads(row["payload"]) == {"naam": "één"}
    assert "één" in row["payload"]
