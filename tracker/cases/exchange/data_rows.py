"""Which rows below the headings hold a record, and which only look like it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.cases.exchange.cleaning.codes import is_total, looks_like_code
from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.fields import Holds, Kind
from tracker.cases.exchange.mapping.plans import SheetPlan
from tracker.cases.exchange.messages import Level, Message
from tracker.cases.exchange.sheets import Missing, Row, Sheet, Value, first_text

_GROUPED_FROM = 0.2
_FEWEST_GAPS = 2
_FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class DataRows:
    """The rows to read; messages tell which were passed over, `carried` how many took the case above them."""

    rows: tuple[Row, ...]
    messages: tuple[Message, ...]
    carried: int


def data_rows(sheet: Sheet, plan: SheetPlan, kind: Kind) -> DataRows:
    """The rows of a sheet that hold a record of this kind."""
    messages: list[Message] = []
    rows = list(_with_content(sheet, plan, kind, messages))
    rows, carried = _carry_down(rows, plan)
    return DataRows(tuple(rows), tuple(messages), carried)


def _with_content(sheet: Sheet, plan: SheetPlan, kind: Kind, messages: list[Message]) -> Iterator[Row]:
    derived = {field.name for field in kind.fields if field.holds is Holds.DERIVED}
    mapped = [column for column in plan.columns if column.field and column.field not in derived]
    headings = [(column.index, plain(column.heading)) for column in mapped if column.heading]
    case = plan.column_of("case")
    for row in sheet.rows:
        if row.number <= plan.header_row or all(_says_nothing(row, column.index) for column in mapped):
            continue
        code = _cell(row, case.index) if case else None
        if all(plain(as_text(_cell(row, index))) == heading for index, heading in headings):
            continue
        if is_total(first_text(row)) and (code is None or is_total(as_text(code))):
            reason = f"Totaalrij onderaan, geen {kind.one}"
            messages.append(Message(sheet.name, row.number, Level.INFO, "totaalrij", reason))
        elif len(mapped) >= _FEWEST_COLUMNS and not looks_like_code(code) and _filled(row) == 1:
            reason = f"Losse tekst, geen {kind.one}"
            messages.append(Message(sheet.name, row.number, Level.INFO, "losse_tekst", reason))
        else:
            yield row


def _carry_down(rows: list[Row], plan: SheetPlan) -> tuple[list[Row], int]:
    """Where a case is written once above its rows, give each row its case.

    One empty case among many is a row that forgot it, so that it takes a fair share of empty cells.
    """
    naming = [column.index for name in ("case", "alias") if (column := plan.column_of(name))]
    gaps = {row.number for row in rows if naming and all(_cell(row, index) is None for index in naming)}
    if len(gaps) < max(_FEWEST_GAPS, _GROUPED_FROM * len(rows)) or rows[0].number in gaps:
        return rows, 0
    filled: list[Row] = []
    above: dict[int, Value] = {}
    for row in rows:
        if row.number in gaps:
            width = max(len(row.cells), max(naming) + 1)
            cells = [above.get(index) if index in above else _cell(row, index) for index in range(width)]
            row = Row(row.number, tuple(cells))
        else:
            above = {index: _cell(row, index) for index in naming}
        filled.append(row)
    return filled, len(gaps)


def _cell(row: Row, index: int) -> Value:
    return row.cells[index] if index < len(row.cells) else None


def _says_nothing(row: Row, index: int) -> bool:
    cell = _cell(row, index)
    return cell is None or isinstance(cell, Missing)


def _filled(row: Row) -> int:
    return sum(cell is not None and not isinstance(cell, Missing) for cell in row.cells)
