"""What only SQLite has to be told. These tests bring their own file, whichever database the others run on."""

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys

import pytest
from piccolo.columns import Integer
from piccolo.table import create_table_class

from tracker.database.sqlite import KeptOpenSQLite

STARTING = """
import asyncio, sys
from pathlib import Path
from tracker.database.sqlite import KeptOpenSQLite

async def start():
    engine = KeptOpenSQLite(Path(sys.argv[1]))
    async with engine.transaction():
        await engine.run_ddl("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY)")
    for number in range(1, int(sys.argv[2]) + 1):
        await engine.run_ddl("INSERT INTO note DEFAULT VALUES")
        print(number, flush=True)
    engine.close()

asyncio.run(start())
"""


@pytest.fixture
def engine(tmp_path):
    return KeptOpenSQLite(tmp_path / "folder" / "notes.sqlite")


async def numbers_in(engine):
    return [row["id"] for row in await engine.run_ddl("SELECT id FROM note ORDER BY id")]


def start(path, rows):
    return subprocess.Popen(
        [sys.executable, "-c", STARTING, str(path), str(rows)], stdout=subprocess.PIPE, text=True
    )


async def test_both_connections_are_safe_against_power_cuts_and_orphans(engine):
    def told_by(connection):
        names = ("journal_mode", "synchronous", "foreign_keys", "query_only")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    full = 2

    assert told_by(engine.connect(only_reading=False)) == ["wal", full, 1, 0]
    assert told_by(engine.reader()) == ["wal", full, 1, 1]


async def test_nobody_else_on_the_machine_may_read_the_file_or_its_log(engine):
    await engine.run_ddl("CREATE TABLE note (id INTEGER PRIMARY KEY)")

    folder = os.path.dirname(engine.path)
    modes = {name: stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) for name in os.listdir(folder)}
    assert modes == {"notes.sqlite": 0o600, "notes.sqlite-wal": 0o600, "notes.sqlite-shm": 0o600}
    engine.close()


async def test_connections_are_kept_open_until_the_engine_closes_or_gets_another_file(engine, tmp_path):
    first = engine.reader()
    writer = engine.writer()

    assert engine.reader() is first
    assert engine.writer() is writer
    engine.path = str(tmp_path / "other.sqlite")
    assert engine.reader() is not first
    assert engine.writer() is not writer
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first.execute("SELECT 1")
    engine.close()


async def test_each_event_loop_has_a_writer_of_its_own(engine):
    async def writer():
        return engine.writer()

    here = engine.writer()
    there = await asyncio.to_thread(lambda: asyncio.run(writer()))

    assert here is not there
    engine.close()


async def test_processes_that_open_a_new_file_at_once_all_get_in(engine):
    os.mkdir(os.path.dirname(engine.path))
    started = [start(engine.path, rows=5) for _ in range(4)]
    codes = [
        await asyncio.to_thread(lambda one: one.communicate() and one.returncode, one) for one in started
    ]

    assert codes == [0, 0, 0, 0]
    assert len(await numbers_in(engine)) == 20
    engine.close()


async def test_what_was_acknowledged_is_there_after_the_process_is_killed(engine):
    os.mkdir(os.path.dirname(engine.path))
    process = start(engine.path, rows=100_000)
    acknowledged = [int(process.stdout.readline()) for _ in range(50)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [
        int(line) for line in process.communicate()[0].splitlines(keepends=True) if line.endswith("\n")
    ]

    assert (await numbers_in(engine))[: len(acknowledged)] == acknowledged
    engine.close()


async def test_a_foreign_key_to_nothing_is_refused(engine):
    await engine.run_ddl("CREATE TABLE note (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES note)")

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await engine.run_ddl("INSERT INTO note VALUES (1, 7)")
    engine.close()


async def test_reading_row_by_row_in_batches_works_too(engine):
    note = create_table_class("Note", class_kwargs={"db": engine}, class_members={"size": Integer()})
    await note.create_table()
    await note.insert(*(note(size=size) for size in range(5)))

    sizes = []
    async with await note.select(note.size).order_by(note.size).batch(batch_size=2) as batches:
        async for batch in batches:
            sizes.append([row["size"] for row in batch])

    assert sizes == [[0, 1], [2, 3], [4]]
    engine.close()
