"""Asking about many cases at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from piccolo.querystring import QueryString

from tracker.cases.tables import CaseFile
from tracker.database import heavy_read

Codes = Mapping[int, str]
"""The cases that are asked, by id, with the number their rows carry."""
Found = tuple[int, Any]
"""The id of a record, and the record as a row."""


async def asked(codes: Codes, sql: str) -> list[dict[str, Any]]:
    """The rows of a question with one place: the cases."""
    rows: list[dict[str, Any]] = await heavy_read(CaseFile.raw(sql, _listed(codes)))
    return rows


async def grouped(codes: Codes, sql: str) -> dict[int, list[Any]]:
    """What several rows say of one record."""
    said: dict[int, list[Any]] = defaultdict(list)
    for row in await asked(codes, sql):
        said[row["one"]].append(row["said"])
    return said


def _listed(ids: Iterable[int] | Sequence[int]) -> QueryString:
    listed = list(ids)
    return QueryString(", ".join(["{}"] * len(listed)), *listed)
