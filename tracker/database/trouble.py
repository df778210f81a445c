"""Trouble with the place where everything is kept, that passes or that an administrator solves."""

import errno
import sqlite3
from typing import Final

import asyncpg

# What an exception handler has to be registered for; whether it is trouble, the two questions below tell.
TROUBLE: Final = (
    sqlite3.OperationalError,
    sqlite3.IntegrityError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    OSError,
)

_AWAY: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    ConnectionError,
    TimeoutError,
)
_BUSY_OR_UNREADABLE: Final = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
)


def is_full(error: BaseException) -> bool:
    """Whether there was no room left to write."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    return isinstance(error, asyncpg.DiskFullError) or _code(error) == sqlite3.SQLITE_FULL


def is_away(error: BaseException) -> bool:
    """Whether the database could not be reached or did not get round to it; trying again may help."""
    return isinstance(error, _AWAY) or _code(error) in _BUSY_OR_UNREADABLE


def _code(error: BaseException) -> int | None:
    """SQLite's primary result code: extended codes carry it in their lowest byte."""
    code = getattr(error, "sqlite_errorcode", None) if isinstance(error, sqlite3.Error) else None
    return None if code is None else code & 0xFF
