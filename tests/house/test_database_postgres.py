"""What only PostgreSQL has to be told. These tests bring their own, whichever database the others run on."""

import asyncio

import asyncpg
import pytest
from piccolo.columns import Integer
from piccolo.table import create_table_class

from tests.conftest import new_database_at
from tracker.database import connection
from tracker.database.postgres import PooledPostgres


@pytest.fixture
async def engine(postgres_address):
    replica = PooledPostgres(await new_database_at(postgres_address, "tracker_test_replica"))
    engine = PooledPostgres(
        await new_database_at(postgres_address, "tracker_test_primary"), extra_nodes={"replica": replica}
    )
    for node in (engine, replica):
        await node.run_ddl("CREATE TABLE note (id SERIAL PRIMARY KEY, size INTEGER NOT NULL)")
    await engine.open()
    yield engine
    await engine.close()


@pytest.fixture
def note(engine):
    return create_table_class("Note", class_kwargs={"db": engine}, class_members={"size": Integer()})


async def test_an_engine_for_a_server_that_is_away_can_be_made_but_not_opened():
    engine = PooledPostgres("postgresql://nobody@127.0.0.1:1/nothing")

    with pytest.raises(OSError):
        await engine.open()


async def test_opening_twice_keeps_the_pool_and_closing_twice_does_no_harm(engine):
    pool = engine.pool
    await engine.open()

    assert engine.pool is pool
    await engine.close()
    await engine.close()
    assert engine.pool is None


async def test_each_event_loop_has_a_pool_of_its_own(engine):
    async def pool_elsewhere():
        before = engine.pool
        await engine.open()
        opened = engine.pool
        await engine.close()
        return before, opened

    before, opened = await asyncio.to_thread(lambda: asyncio.run(pool_elsewhere()))

    assert before is None
    assert opened is not None and opened is not engine.pool


async def test_without_a_pool_queries_and_transactions_work_too(engine, note):
    await engine.close()
    async with engine.transaction():
        await note.insert(note(size=1))

    assert await note.count() == 1


async def test_more_cancelled_transactions_than_the_pool_has_connections_leave_it_whole(engine, note):
    async def hold(begun):
        async with engine.transaction():
            await note.insert(note(size=1))
            begun.set()
            await asyncio.Event().wait()

    for _ in range(15):
        begun = asyncio.Event()
        task = asyncio.create_task(hold(begun))
        await begun.wait()
        task.cancel()
        await asyncio.wait([task])

    assert await note.count() == 0
    assert engine.pool.get_idle_size() == engine.pool.get_size()


async def test_a_heavy_read_goes_to_the_replica_but_sees_its_own_writes_inside_a_transaction(
    engine, note, monkeypatch
):
    monkeypatch.setattr(connection, "DB", engine)
    await note.insert(note(size=1))
    outside = await connection.heavy_read(note.select(note.size))
    async with connection.writing():
        inside = await connection.heavy_read(note.select(note.size))

    assert outside == []
    assert inside == [{"size": 1}]


async def test_two_who_must_wait_for_each_other_do(engine, note, monkeypatch):
    monkeypatch.setattr(connection, "DB", engine)

    async def follow():
        async with connection.writing():
            await connection.one_at_a_time("notes", 3)
            await note.insert(note(size=await note.count()))

    await asyncio.gather(*(follow() for _ in range(8)))
    sizes = [row["size"] for row in await note.select(note.size).order_by(note.size)]

    assert sizes == list(range(8))


async def test_different_things_do_not_wait_for_each_other(engine, monkeypatch):
    monkeypatch.setattr(connection, "DB", engine)
    held = asyncio.Event()

    async def take(number):
        await held.wait()
        async with connection.writing():
            await connection.one_at_a_time("notes", number)

    other, same = asyncio.create_task(take(4)), asyncio.create_task(take(3))
    async with connection.writing():
        await connection.one_at_a_time("notes", 3)
        held.set()
        await other
        waits = not same.done()
    await same

    assert waits


async def test_a_lost_connection_does_not_stay_in_the_pool(engine, note):
    with pytest.raises(asyncpg.ConnectionDoesNotExistError):
        async with engine.transaction():
            await engine.run_ddl("SELECT pg_terminate_backend(pg_backend_pid())")

    assert await note.count() == 0
