"""Many rows in few statements."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import Any
from uuid import UUID

from piccolo.columns import Varchar
from piccolo.querystring import QueryString
from piccolo.table import Table

from tracker.database import DB

Values = Mapping[str, Any]

# Both databases take about 32,000 values in one statement.
_MOST_VALUES = 30_000
_MOST_ROWS = 1_000


async def insert_all(
    table: type[Table], rows: Sequence[Values], by: Sequence[str] = ("key",)
) -> dict[tuple[Any, ...], int]:
    """Insert rows with the same columns; gives the id of each by the values of the columns in `by`."""
    if not rows:
        return {}
    names = list(rows[0])
    lengths = {c._meta.name: c.length for c in table._meta.columns if isinstance(c, Varchar) and c.length}
    columns = ", ".join(f'"{name}"' for name in names)
    told = ", ".join(f'"{name}"' for name in ("id", *by))
    place = "(" + ", ".join(["{}"] * len(names)) + ")"
    ids: dict[tuple[Any, ...], int] = {}
    for chunk in _chunks(rows, min(_MOST_ROWS, _MOST_VALUES // len(names))):
        values = [_storable(row[name], lengths.get(name)) for row in chunk for name in names]
        sql = (
            f'INSERT INTO "{table._meta.tablename}" ({columns}) VALUES '
            f"{', '.join([place] * len(chunk))} RETURNING {told}"
        )
        for row in await DB.run_querystring(QueryString(sql, *values), in_pool=False):
            ids[tuple(_comparable(row[name]) for name in by)] = row["id"]
    return ids


def _chunks(rows: Sequence[Values], size: int) -> Iterator[list[Values]]:
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


def _storable(value: Any, longest: int | None) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        value = value.replace("\0", "")
        if longest and len(value) > longest:
            value = value[: longest - 1] + "…"
    return value


def _comparable(value: Any) -> Any:
    return UUID(str(value)) if isinstance(value, str) else value
