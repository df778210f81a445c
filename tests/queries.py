"""Counting the statements that go to the database, on either engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from unittest.mock import patch

from tracker.database import DB

_counting: ContextVar[list[str] | None] = ContextVar("counting", default=None)


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that is asked from inside; what runs in the background meanwhile is not counted.

    The opening and closing of transactions are left out.
    """
    statements: list[str] = []
    run, run_ddl = DB.run_querystring, DB.run_ddl

    async def seen(querystring: Any, *args: Any, **rest: Any) -> Any:
        _note(str(querystring))
        return await run(querystring, *args, **rest)

    async def seen_ddl(ddl: str, *args: Any, **rest: Any) -> Any:
        _note(ddl)
        return await run_ddl(ddl, *args, **rest)

    token = _counting.set(statements)
    try:
        with patch.object(DB, "run_querystring", seen), patch.object(DB, "run_ddl", seen_ddl):
            yield statements
    finally:
        _counting.reset(token)


def _note(statement: str) -> None:
    statements = _counting.get()
    if statements is not None:
        statements.append(statement)
