"""The bare driver of whichever database this is, and what every question by hand needs."""

import asyncio
import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

import asyncpg

from tracker.database.sqlite import PRAGMAS
from tracker.partnership.rules.roles import Viewer
from tracker.settings import SETTINGS

SHARED = """EXISTS (SELECT 1 FROM shared_with sw WHERE sw."case" = c.id AND sw.organisation = $2
         AND sw.since <= $3 AND (sw.until IS NULL OR sw.until > $3) LIMIT 1 OFFSET 0)"""


class Driver:
    """The bare driver of whichever database this is, with connections that stay open."""

    def __init__(self) -> None:
        self._sqlite: sqlite3.Connection | None = None
        self._pools: dict[asyncio.AbstractEventLoop, asyncpg.Pool] = {}

    async def ask(self, sql: str, *values: Any) -> list[Any]:
        if SETTINGS.sqlite_path is None:
            return list(await (await self._pool()).fetch(sql, *values))
        if self._sqlite is None:
            self._sqlite = sqlite3.connect(SETTINGS.sqlite_path)
            for pragma in PRAGMAS:
                self._sqlite.execute(pragma)
        return self._sqlite.execute(sql.replace("$", "?"), values).fetchall()

    async def _pool(self) -> asyncpg.Pool:
        loop = asyncio.get_running_loop()
        if loop not in self._pools:
            self._pools[loop] = await asyncpg.create_pool(SETTINGS.database_url, min_size=1, max_size=10)
        return self._pools[loop]


ask = Driver().ask


def day(value: Any) -> Any:
    """SQLite gives dates as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


async def grouped(sql: str) -> dict[int, list[Any]]:
    """What belongs to each row, by the number of that row."""
    found = defaultdict(list)
    for number, value in await ask(sql):
        found[number].append(value)
    return found


def ids(rows: list[Any]) -> str:
    return ", ".join(str(row[0]) for row in rows)


def who(viewer: Viewer) -> tuple[Any, ...]:
    return viewer.partnership_id, viewer.organisation_id, viewer.today
