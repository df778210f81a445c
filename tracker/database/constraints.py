"""Indexes and checks for migrations, in words that both databases understand, and the errors they give."""

import re
import sqlite3
from collections.abc import Sequence

import asyncpg

from tracker.database.connection import DB

CHECK_FAILED = "CHECK constraint failed"


async def add_index(table: str, name: str, columns: Sequence[str], where: str | None = None) -> None:
    """`columns` are names, if need be with 'desc' behind them; `where` limits the index to some rows."""
    await _create_index("INDEX", table, name, columns, where)


async def add_unique(table: str, name: str, columns: Sequence[str], where: str | None = None) -> None:
    """No two rows (of those that fit `where`) may hold the same in `columns`."""
    await _create_index("UNIQUE INDEX", table, name, columns, where)


async def _create_index(kind: str, table: str, name: str, columns: Sequence[str], where: str | None) -> None:
    only = f" WHERE {where}" if where else ""
    listed = ", ".join(_quoted(column) for column in columns)
    await DB.run_ddl(f'CREATE {kind} "{name}" ON "{table}" ({listed}){only}')


def _quoted(column: str) -> str:
    name, _, direction = column.partition(" ")
    return f'"{name}" {direction}'.rstrip()


async def add_check(table: str, name: str, condition: str) -> None:
    """Every row must fit `condition`, plain SQL over the columns of that row; unknown (null) fits.

    A constraint on PostgreSQL. SQLite cannot add one to a table that exists: there two triggers refuse.
    """
    if DB.engine_type != "sqlite":
        await DB.run_ddl(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" CHECK ({condition})')
        return
    columns = [row["name"] for row in await DB.run_ddl(f'SELECT name FROM pragma_table_info("{table}")')]
    named = [column for column in columns if re.search(rf"\b{re.escape(column)}\b", condition)]
    row = ", ".join(f'NEW."{column}" AS "{column}"' for column in named)
    for event in ("INSERT", "UPDATE"):
        await DB.run_ddl(
            f'CREATE TRIGGER "{name}_{event.lower()}" AFTER {event} ON "{table}" '
            f"WHEN (SELECT ({condition}) IS FALSE FROM (SELECT {row})) "
            f"BEGIN SELECT RAISE(ABORT, '{CHECK_FAILED}: {name}'); END"
        )


async def drop_check(table: str, name: str) -> None:
    """Take away a check of `add_check`, to put a wider one in its place."""
    if DB.engine_type != "sqlite":
        await DB.run_ddl(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        return
    for event in ("insert", "update"):
        await DB.run_ddl(f'DROP TRIGGER "{name}_{event}"')


def is_duplicate(error: BaseException) -> bool:
    """Whether a unique index refused the row. Catch it outside `writing`, which must undo first."""
    if isinstance(error, sqlite3.IntegrityError):
        return error.sqlite_errorname in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
    return isinstance(error, asyncpg.UniqueViolationError)


def is_check_violation(error: BaseException) -> bool:
    """Whether a check of `add_check` refused the row."""
    if isinstance(error, sqlite3.IntegrityError):
        return str(error).startswith(CHECK_FAILED)
    return isinstance(error, asyncpg.CheckViolationError)
