"""Counting the statements that go to the database, on either engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from tracker.database import DB


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that runs inside, the opening and closing of transactions left out."""
    statements: list[str] = []
    run, run_ddl = DB.run_querystring, DB.run_ddl

    async def seen(querystring: Any, *args: Any, **rest: Any) -> Any:
        statements.append(str(querystring))
        return await run(querystring, *args, **rest)

    async def seen_ddl(ddl: str, *args: Any, **rest: Any) -> Any:
        statements.append(ddl)
        return await run_ddl(ddl, *args, **rest)

    with patch.object(DB, "run_querystring", seen), patch.object(DB, "run_ddl", seen_ddl):
        yield statements
