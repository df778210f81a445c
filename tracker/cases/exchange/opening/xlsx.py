"""Excel workbooks, macros and all, read as data only."""

import io
import math
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.escape import unescape

from tracker.cases.exchange.opening.guard import DAMAGED, Area, look_through
from tracker.cases.exchange.sheets import Missing, Row, Sheet, UnreadableFile, Value

# openpyxl warns about what it leaves out (styles, checks on cells) and quotes cells in doing so.
warnings.filterwarnings("ignore", module="openpyxl")


_COMMENTS = ("xl/comments", "xl/threadedComments")


def read_xlsx(name: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook in its own order. Raises `UnreadableFile`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            areas = look_through(name, archive)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return tuple(_sheets(name, book, areas))
        finally:
            book.close()
    except UnreadableFile:
        raise
    except Exception as broken:
        # Whatever a library trips over in a stranger's file is the file's fault, and one answer.
        raise UnreadableFile(DAMAGED.format(name=name)) from broken


def _sheets(name: str, book: Workbook, areas: dict[str, Area]) -> Iterator[Sheet]:
    for sheet in book.worksheets:
        area = areas[_part_of(sheet)]
        yield Sheet(
            name=sheet.title,
            file=name,
            rows=tuple(_rows(sheet, area)),
            hidden_columns=frozenset(column - 1 for column in area.hidden_columns),
            hidden_rows=len(area.hidden_rows),
            hidden=sheet.sheet_state != "visible",
            counts_from_1904=book.epoch == CALENDAR_MAC_1904,
            comments_beside=any(path.startswith(_COMMENTS) for path in areas),
        )


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path)


def _rows(sheet: Any, area: Area) -> Iterator[Row]:
    """The rows with content. What is merged downwards counts for every row of the merge."""
    if not area.last_row:
        return
    merges = sorted(area.merges, key=lambda merge: merge[1])
    starting = {row: list(group) for row, group in groupby(merges, key=lambda merge: merge[1])}
    unworked = {row: list(group) for row, group in groupby(sorted(area.unworked), key=lambda at: at[0])}
    merged: dict[int, tuple[int, Value]] = {}
    read = sheet.iter_rows(max_row=area.last_row, max_col=area.last_column, values_only=True)
    for number, values in enumerate(read, start=1):
        cells = [_plain(value) for value in values]
        for _, column in unworked.get(number, ()):
            cells[column - 1] = Missing.FORMULA
        if all(cell is None for cell in cells):
            continue
        for column, (last, value) in merged.items():
            if number <= last and cells[column - 1] is None:
                cells[column - 1] = value
        for column, _, last in starting.get(number, ()):
            if column <= len(cells):
                merged[column] = (last, cells[column - 1])
        while cells[-1] is None:
            cells.pop()
        yield Row(number, tuple(cells))


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        if value in ERROR_CODES:
            return Missing.ERROR
        text = unicodedata.normalize("NFC", unescape(value)).replace("\x00", "")
        return text if text.strip() else None
    if isinstance(value, float) and not math.isfinite(value):
        return Missing.ERROR
    return value
