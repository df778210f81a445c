"""What the coordinator hears about a workbook, row by row."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Level(StrEnum):
    """ERROR keeps the row out until it is mended; the others let it in."""

    ERROR = "fout"
    QUESTION = "vraag"
    WARNING = "waarschuwing"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a value: a stable code, and the reason in the user's words."""

    level: Level
    code: str
    reason: str
    suggestion: str = ""
    """What could be filled in instead, as the coordinator would type it."""


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[T]):
    """What a cell says after cleaning, and what there is to say about it. No value may have no remark."""

    value: T | None = None
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A remark with its place. `column` is the heading in the file, `field` the field it was read as."""

    sheet: str
    row: int
    level: Level
    code: str
    reason: str
    column: str = ""
    field: str = ""
    suggestion: str = ""
