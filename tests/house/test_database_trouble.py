"""A full disk and a database that is away are told apart from a fault of ours."""

import errno
import sqlite3

import asyncpg
import pytest

from tracker.database import is_away, is_full


def test_a_database_without_room_is_full(tmp_path):
    connection = sqlite3.connect(tmp_path / "small.sqlite")
    connection.execute("CREATE TABLE words (text)")
    connection.execute("PRAGMA max_page_count = 3")

    with pytest.raises(sqlite3.OperationalError) as refused:
        connection.execute("INSERT INTO words VALUES (?)", ("x" * 100_000,))

    assert is_full(refused.value)
    assert not is_away(refused.value)


def test_a_database_that_somebody_else_holds_is_away(tmp_path):
    path = tmp_path / "held.sqlite"
    holder, other = sqlite3.connect(path), sqlite3.connect(path, timeout=0)
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(sqlite3.OperationalError) as refused:
        other.execute("CREATE TABLE words (text)")

    assert is_away(refused.value)
    assert not is_full(refused.value)


def test_a_fault_of_ours_is_neither():
    with pytest.raises(sqlite3.OperationalError) as refused:
        sqlite3.connect(":memory:").execute("SELECT nothing")

    assert not is_away(refused.value)
    assert not is_full(refused.value)


@pytest.mark.parametrize("error", [asyncpg.DiskFullError(), OSError(errno.ENOSPC, "")])
def test_no_room_on_postgresql_or_on_the_disk_is_full(error):
    assert is_full(error)
    assert not is_away(error)


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(),
        asyncpg.ConnectionDoesNotExistError(),
        asyncpg.AdminShutdownError(),
        TimeoutError(),
    ],
)
def test_a_server_that_does_not_answer_is_away(error):
    assert is_away(error)
    assert not is_full(error)
