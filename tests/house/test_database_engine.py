import asyncio
import os
import subprocess
import sys
import threading

import pytest
from piccolo.columns import Integer, Serial
from piccolo.table import Table

from tracker.database import DB, close_database, heavy_read, one_at_a_time, writing

SLOW = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000) SELECT i FROM n)"


class Tally(Table, db=DB):
    id: Serial
    count = Integer(default=0)


@pytest.fixture
async def tally(database):
    await Tally.create_table()
    await Tally(count=0).save()
    yield
    await Tally.alter().drop_table()


async def counted():
    return [row["count"] for row in await Tally.select(Tally.count).order_by(Tally.id)]


async def add_one():
    """Read, then write: what goes wrong when two do it at once."""
    async with writing():
        await one_at_a_time("tally", 0)
        (count,) = await counted()
        await Tally.update({Tally.count: count + 1}, force=True)


async def test_what_is_written_is_kept(tally):
    async with writing():
        await Tally(count=1).save()

    assert await counted() == [0, 1]


async def test_an_error_undoes_everything_and_reaches_the_caller(tally):
    with pytest.raises(ZeroDivisionError):
        async with writing():
            await Tally(count=1).save()
            await Tally.update({Tally.count: 5}, force=True)
            raise ZeroDivisionError

    assert await counted() == [0]


async def test_inside_one_sees_what_one_wrote_and_others_do_not_yet(tally):
    written, seen = asyncio.Event(), asyncio.Event()
    elsewhere = []

    async def look():
        await written.wait()
        elsewhere.append(await counted())
        seen.set()

    looking = asyncio.create_task(look())
    async with writing():
        await Tally(count=1).save()
        inside = await counted()
        written.set()
        await seen.wait()
    await looking

    assert inside == [0, 1]
    assert elsewhere == [[0]]


async def test_twenty_who_read_before_they_write_all_count(tally):
    await asyncio.gather(*(add_one() for _ in range(20)))

    assert await counted() == [20]


async def test_two_event_loops_in_one_process_both_write(tally):
    def elsewhere():
        async def add():
            for _ in range(10):
                await add_one()
            await close_database()

        asyncio.run(add())

    thread = threading.Thread(target=elsewhere)
    thread.start()
    for _ in range(10):
        await add_one()
    await asyncio.to_thread(thread.join)

    assert await counted() == [20]


async def test_two_processes_both_write(tally):
    adding = (
        "import asyncio\n"
        "from tests.house.test_database_engine import add_one, close_database\n"
        "async def add():\n"
        "    for _ in range(25):\n"
        "        await add_one()\n"
        "    await close_database()\n"
        "asyncio.run(add())\n"
    )
    url = f"sqlite:///{DB.path}" if DB.engine_type == "sqlite" else os.environ["DATABASE_URL"]
    started = [
        subprocess.Popen([sys.executable, "-c", adding], env={**os.environ, "DATABASE_URL": url})
        for _ in range(2)
    ]
    for _ in range(25):
        await add_one()
    codes = [await asyncio.to_thread(process.wait) for process in started]

    assert codes == [0, 0]
    assert await counted() == [75]


async def test_a_task_cancelled_between_two_statements_leaves_nothing_behind(tally):
    begun = asyncio.Event()

    async def give_up():
        async with writing():
            await Tally(count=1).save()
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(give_up())
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])
    await add_one()

    assert await counted() == [1]


async def test_a_task_cancelled_in_the_middle_of_a_statement_leaves_nothing_behind(tally):
    begun = asyncio.Event()

    async def give_up():
        async with writing():
            await Tally(count=1).save()
            begun.set()
            await Tally.raw(f"INSERT INTO tally (count) SELECT count(*) FROM {SLOW} AS slow")

    task = asyncio.create_task(give_up())
    await begun.wait()
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    await add_one()

    assert task.cancelled()
    assert await counted() == [1]


async def test_a_task_cancelled_while_it_waits_for_its_turn_lets_the_others_go_on(tally):
    held, release = asyncio.Event(), asyncio.Event()

    async def hold():
        async with writing():
            await one_at_a_time("tally", 0)
            held.set()
            await release.wait()

    holding = asyncio.create_task(hold())
    await held.wait()
    waiting = asyncio.create_task(add_one())
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.wait([waiting])
    release.set()
    await holding
    await add_one()

    assert waiting.cancelled()
    assert await counted() == [1]


async def test_wherever_a_task_is_cancelled_the_next_one_can_write(tally):
    finished = 0
    for steps in range(40):
        task = asyncio.create_task(add_one())
        for _ in range(steps):
            await asyncio.sleep(0.0002)
        task.cancel()
        await asyncio.wait([task])
        finished += not task.cancelled()
    (before,) = await counted()
    await add_one()

    assert await counted() == [before + 1]
    assert before >= finished


async def test_a_part_that_fails_is_undone_alone_when_the_whole_goes_on(tally):
    async with writing():
        await Tally(count=1).save()
        with pytest.raises(ZeroDivisionError):
            async with writing():
                await Tally(count=2).save()
                raise ZeroDivisionError
        async with writing():
            await Tally(count=3).save()

    assert await counted() == [0, 1, 3]


async def test_a_part_that_fails_takes_the_whole_along_unless_it_is_caught(tally):
    with pytest.raises(ZeroDivisionError):
        async with writing():
            await Tally(count=1).save()
            async with writing():
                raise ZeroDivisionError

    assert await counted() == [0]


async def test_a_statement_the_database_refuses_inside_a_part_does_not_spoil_the_whole(tally):
    async with writing():
        await Tally(count=1).save()
        with pytest.raises(Exception, match="no_such_table"):
            async with writing():
                await Tally.raw("INSERT INTO no_such_table VALUES (1)")
        await Tally(count=2).save()

    assert await counted() == [0, 1, 2]


async def test_a_task_that_outlives_the_transaction_it_was_started_in_writes_on_its_own(tally):
    ended = asyncio.Event()

    async def later():
        await ended.wait()
        assert not DB.transaction_exists()
        with pytest.raises(ZeroDivisionError):
            async with writing():
                await Tally(count=8).save()
                raise ZeroDivisionError
        await Tally(count=9).save()

    async with writing():
        task = asyncio.create_task(later())
        await Tally(count=1).save()
    ended.set()
    await task

    assert await counted() == [0, 1, 9]


async def test_a_heavy_read_does_not_hold_up_a_light_one(tally):
    order = []

    async def heavy():
        (row,) = await heavy_read(Tally.raw(f"SELECT count(*) AS many FROM {SLOW} AS slow"))
        order.append(row["many"])

    async def light():
        order.extend(await counted())

    await asyncio.gather(heavy(), light())

    assert order == [0, 500000]


async def test_a_heavy_read_inside_a_transaction_sees_what_was_written(tally):
    async with writing():
        await Tally(count=1).save()
        rows = await heavy_read(Tally.select(Tally.count).order_by(Tally.id))

    assert [row["count"] for row in rows] == [0, 1]


async def test_a_commit_that_the_database_refuses_gives_the_connection_back_every_time(tally):
    await DB.run_ddl(
        "CREATE TABLE share (of_tally INTEGER REFERENCES tally (id) DEFERRABLE INITIALLY DEFERRED)"
    )
    for _ in range(15):
        with pytest.raises(Exception, match="(?i)foreign key"):
            async with writing():
                await DB.run_ddl("INSERT INTO share VALUES (999)")
    await add_one()
    rows = await DB.run_ddl("SELECT * FROM share")
    await DB.run_ddl("DROP TABLE share")

    assert rows == []
    assert await counted() == [1]
