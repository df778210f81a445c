"""What several tests begin with, arranged once in each worker and copied for each of them.

    @begins_with(big_case, scores=2)
    async def test_the_title_holds_the_code(cast, arranged, web): ...

The database then holds the cast and what `await big_case(cast, scores=2)` brought; `arranged` is what that
gave. Everybody was seen a moment ago.
"""

import io
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast, gather
from tracker import clock
from tracker.database import DB
from tracker.partnership.tables import SignIn


@dataclass(frozen=True)
class Beginning:
    """Who and what stands in it, and the file or the rows of each table to copy."""

    cast: Cast
    arranged: Any
    kept: Path | Mapping[str, bytes]


_arranged: dict[object, Beginning] = {}


def begins_with(arrange: Callable[..., Awaitable[Any]], **words: Any) -> pytest.MarkDecorator:
    """Marks a test, or a whole file as its `pytestmark`."""
    return pytest.mark.begins_with.with_args(arrange, **words)


def _key(node: Any) -> object:
    mark = node.get_closest_marker("begins_with")
    return mark and (mark.args, tuple(sorted(mark.kwargs.items())))


def beginning_of(node: Any) -> Beginning | None:
    """What this test begins with, when that was arranged already."""
    return _arranged.get(_key(node))


async def begin(node: Any, folder: Path) -> None:
    """Bring what this test begins with into the open, empty database; what is kept goes in `folder`."""
    if (mark := node.get_closest_marker("begins_with")) is None:
        return
    if (begun := beginning_of(node)) is None:
        cast = await gather()
        [arrange] = mark.args
        arranged = await arrange(cast, **mark.kwargs)
        kept = await _rows() if _postgres() else _file(folder / f"begins-{len(_arranged)}.sqlite")
        _arranged[_key(node)] = Beginning(cast, arranged, kept)
        return
    if not isinstance(begun.kept, Path):
        await _put_back(begun.kept)
    await SignIn.update({SignIn.seen_at: clock.now() - timedelta(seconds=1)}, force=True)


def _postgres() -> bool:
    return not hasattr(DB, "path")


def _file(path: Path) -> Path:
    connection = sqlite3.connect(DB.path)
    connection.execute("VACUUM INTO ?", (str(path),))
    connection.close()
    return path


async def _rows() -> dict[str, bytes]:
    from tests.conftest import table_names

    rows = {}
    async with DB.pool.acquire() as connection:
        for name in table_names():
            held = io.BytesIO()
            await connection.copy_from_table(name, output=held)
            if held.tell():
                rows[name] = held.getvalue()
    return rows


async def _put_back(rows: Mapping[str, bytes]) -> None:
    """No number is given out twice: sequences stand where they stood after the first time."""
    async with DB.pool.acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL session_replication_role = replica")
        for name, held in rows.items():
            await connection.copy_to_table(name, source=io.BytesIO(held))
