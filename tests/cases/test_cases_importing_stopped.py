"""An import that is stopped or breaks off midway wrote nothing; taken up again, it writes once (C18)."""

import asyncio
from contextvars import Context
from uuid import uuid4

import pytest

from tests.cases.meetjesland import FILE, TODAY
from tracker import clock
from tracker.cases.actions.importing import in_hand
from tracker.cases.actions.importing.beside import Beside
from tracker.cases.tables import CaseFile, ImportedRow, Interaction
from tracker.jobs.actions.asking import stop_job
from tracker.jobs.actions.running import Stopped, finish_job, take_next_job
from tracker.jobs.queries import job_of
from tracker.jobs.rules import LEASE, State
from tracker.problems import RuleBroken


@pytest.fixture
async def asked(cast, monkeypatch):
    """Who asks, and the job that would keep the workbook."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    cor = await cast.cor.viewer()
    number = await in_hand.take_in_hand(cor, uuid4(), [FILE])
    return cor, await in_hand.keep(cor, number, uuid4())


async def written():
    return [await table.count() for table in (CaseFile, Interaction, ImportedRow)]


def meanwhile(act):
    """Something that happens once the cases are written and their transaction is still open."""

    async def keep(_):
        await act()
        return {}

    return (Beside((), keep),)


async def taken():
    job = await take_next_job([in_hand.KEEP])
    assert job is not None
    return job


async def test_a_stop_while_the_file_is_read_leaves_nothing_written(asked, monkeypatch):
    cor, job_id = asked
    read = in_hand._read

    async def read_and_stop(*args):
        reading = await read(*args)
        await stop_job(cor.person_id, job_id)
        return reading

    monkeypatch.setattr(in_hand, "_read", read_and_stop)
    with pytest.raises(Stopped):
        await in_hand.keep_for_job(await taken())

    assert await written() == [0, 0, 0]
    assert (await job_of(cor.person_id, job_id)).state is State.STOPPED


async def test_a_stop_while_rows_are_written_stops_all_of_them_or_comes_too_late(asked):
    cor, job_id = asked
    asking = []

    async def stop():
        try:
            await stop_job(cor.person_id, job_id)
        except RuleBroken:
            return "too late"
        return "stopped"

    async def ask_elsewhere():
        asking.append(asyncio.get_running_loop().create_task(stop(), context=Context()))
        await asyncio.wait(asking, timeout=0.5)

    try:
        await in_hand.keep_for_job(await taken(), meanwhile(ask_elsewhere))
    except Stopped:
        ended = State.STOPPED
    else:
        ended = State.DONE

    said = await asking[0]
    assert (await job_of(cor.person_id, job_id)).state is ended
    assert said == {State.STOPPED: "stopped", State.DONE: "too late"}[ended]
    assert ((await written()) == [0, 0, 0]) is (ended is State.STOPPED)


async def test_a_worker_that_dies_midway_leaves_it_to_the_next_who_writes_it_once(asked, monkeypatch):
    cor, job_id = asked

    async def die():
        raise asyncio.CancelledError

    first = await taken()
    with pytest.raises(asyncio.CancelledError):
        await in_hand.keep_for_job(first, meanwhile(die))
    after_death = await written()
    now = clock.now() + LEASE * 2
    monkeypatch.setattr(clock, "now", lambda: now)
    await in_hand.keep_for_job(await taken())
    once = await written()
    with pytest.raises(Stopped):
        await in_hand.keep_for_job(first)

    assert after_death == [0, 0, 0]
    assert once[0] > 40
    assert await written() == once
    with pytest.raises(Stopped):
        await finish_job(first, {})
