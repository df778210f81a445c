"""A plan to read a sheet: the proposal, and what the coordinator made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SURE = 0.85
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column and the field it is read as, empty for none. `confidence` runs from 0 to 1."""

    index: int
    heading: str
    field: str = ""
    confidence: float = 0.0
    reason: str = ""
    hidden: bool = False
    in_minutes: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet and the kind it is read as, empty for none; rows after `header_row` hold data."""

    sheet: str
    kind: str = ""
    header_row: int = 0
    columns: tuple[ColumnPlan, ...] = ()
    confidence: float = 0.0
    reason: str = ""

    def column_of(self, name: str) -> ColumnPlan | None:
        """The column that is read as this field; None for no field, also when some column is not read."""
        return next((column for column in self.columns if name and column.field == name), None)


@dataclass(frozen=True, slots=True)
class ChosenSheet:
    """What the coordinator said about one sheet; None or absent leaves the proposal."""

    kind: str | None = None
    """The name of a kind, or empty: do not read this sheet."""
    header_row: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    """Per column the name of a field, or empty: do not read this column."""


def confidence_word(confidence: float) -> str:
    """How sure a proposal is, in a word for the screen."""
    if confidence >= SURE:
        return "zeker"
    return "waarschijnlijk" if confidence >= LIKELY else "onzeker"
