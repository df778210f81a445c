"""What became of a file that somebody uploaded."""

from datetime import date

import pytest

from tracker.cases.exchange.opening.files import open_file
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.exchange.sheets import UnreadableFile


def why_not(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_file(name, data)
    return refused.value.reason


def cells(data: bytes, name: str = "map.xlsx") -> list[tuple]:
    return [row.cells for one in open_file(name, data) for row in one.rows]


def opened_or_refused(name: str, data: bytes) -> list[tuple]:
    try:
        sheets = open_file(name, data)
        read_sheets(sheets, date(2026, 11, 24))
    except UnreadableFile as refused:
        assert refused.reason.startswith(name)
        return []
    return [row.cells for one in sheets for row in one.rows]
