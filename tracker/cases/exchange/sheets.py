"""What an opened file holds: sheets of plain values, whatever the file was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple, TypeAlias

MAX_SHEETS = 120
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELL_LENGTH = 32_767

BESIDE = "Bijlage"
"""How the name of a sheet begins that stands beside the rows in a workbook of ours, to be read by people."""


class Missing(Enum):
    """A cell that should say something but does not; formulas are never worked out here."""

    FORMULA = "een formule zonder bewaard resultaat"
    ERROR = "een foutmelding van Excel"


Value: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | Missing | None


class Row(NamedTuple):
    """A row that holds something; `number` is the one the spreadsheet shows, from 1."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or one csv file. Columns count from 0; rows without content are left out."""

    name: str
    file: str
    rows: tuple[Row, ...]
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: int = 0
    hidden: bool = False
    counts_from_1904: bool = False
    comments_beside: bool = False
    """Whether somebody hung comments on cells of this file, which are not read."""


class UnreadableFile(Exception):
    """The file cannot be read; `reason` says in Dutch why, and what to do about it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def with_repeats(sheets: Sequence[Sheet], again: Sequence[tuple[str, str]]) -> tuple[Sheet, ...]:
    """The sheets, and once more those that hold several things in one row, each under a name of its own."""
    repeats: dict[str, list[Sheet]] = {sheet.name: [sheet] for sheet in sheets}
    for name, other in again:
        if name in repeats:
            repeats[name].append(replace(repeats[name][0], name=other))
    return tuple(sheet for same in repeats.values() for sheet in same)


def first_text(row: Row) -> str:
    """The first filled cell of a row, when it is text."""
    first = next((cell for cell in row.cells if cell is not None), None)
    return first if isinstance(first, str) else ""


def column_letter(index: int) -> str:
    """The letters above a column, `A` for 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
