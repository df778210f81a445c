"""The proposal itself: headings first, what the cells look like second, the sheet's own name third."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.cases.exchange.cleaning.codes import code_key, is_total, read_code
from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.fields import Holds, Kind
from tracker.cases.exchange.mapping.headings import heading_of, likeness
from tracker.cases.exchange.mapping.matching import Column, Known, Match, fit, match_columns
from tracker.cases.exchange.mapping.plans import ChosenSheet, ColumnPlan, SheetPlan
from tracker.cases.exchange.mapping.profiles import Profile
from tracker.cases.exchange.sheets import BESIDE, Row, Sheet, Value, first_text

_HEADER_WITHIN = 25
_FEWEST_HEADINGS = 2
_SURELY, _SURELY_FROM = 0.9, 4
"""A row of which so many texts are headings needs no comparing with those below it."""
_SAMPLE = 120
_SHEET_FITS = 0.5


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet with its headings found."""

    sheet: Sheet
    header: int
    columns: Sequence[Column]
    chosen: ChosenSheet


def propose(
    sheets: Sequence[Sheet],
    kinds: Sequence[Kind],
    chosen: Mapping[str, ChosenSheet] | None = None,
    held: Known | None = None,
) -> tuple[SheetPlan, ...]:
    """A plan per sheet; what the coordinator chose leads. `held` tells what held cases are called."""
    held = held or Known()
    tables = [_table(sheet, kinds, (chosen or {}).get(sheet.name, ChosenSheet())) for sheet in sheets]
    first = [_plan(table, kinds, Known()) for table in tables]
    with_cases = [(table, plan) for table, plan in zip(tables, first, strict=True) if plan.kind == "cases"]
    known = Known(
        {*held.codes, *(code_key(read_code(cell)) for cell in _cells(with_cases, "case"))} - {""},
        {*held.aliases, *(plain(as_text(cell)) for cell in _cells(with_cases, "alias"))} - {""},
    )
    return tuple(
        plan if plan.kind == "cases" else _plan(table, kinds, known)
        for table, plan in zip(tables, first, strict=True)
    )


def _cells(planned: Iterable[tuple[_Table, SheetPlan]], name: str) -> Iterable[Value]:
    for table, plan in planned:
        column = plan.column_of(name)
        for row in table.sheet.rows if column else ():
            if column and row.number > plan.header_row and column.index < len(row.cells):
                yield row.cells[column.index]


def _table(sheet: Sheet, kinds: Sequence[Kind], chosen: ChosenSheet) -> _Table:
    header = chosen.header_row or _header_row(sheet.rows, kinds)
    return _Table(sheet, header, _columns(sheet.rows, header) if header else (), chosen)


def _header_row(rows: Sequence[Row], kinds: Sequence[Kind]) -> int:
    """The row whose texts are most like the headings of one kind; 0 when there is none."""
    best, found = 1.5, 0
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        headings = [heading for heading in _headings(rows, place) if heading]
        if len(headings) < max(_FEWEST_HEADINGS, len([cell for cell in row.cells if cell is not None]) / 2):
            continue
        for kind in kinds:
            fits = (max(likeness(heading, field.headings) for field in kind.fields) for heading in headings)
            score = sum(one for one in fits if one >= 0.75)
            if score > best:
                best, found = score, row.number
        if best >= _SURELY * len(headings) and len(headings) >= _SURELY_FROM:
            break
    return found


def _headings(rows: Sequence[Row], place: int) -> list[str]:
    """The texts of a row; where it is empty, the text right above, as under a heading over two rows."""
    row = rows[place]
    above = rows[place - 1] if place and rows[place - 1].number == row.number - 1 else None
    headings = []
    for index, cell in enumerate(row.cells):
        over = above.cells[index] if cell is None and above and index < len(above.cells) else None
        headings.append(heading_of(cell if cell is not None else over))
    return headings


def _columns(rows: Sequence[Row], header: int) -> list[Column]:
    place = next((place for place, row in enumerate(rows) if row.number == header), None)
    headings = _headings(rows, place) if place is not None else []
    below = [row for row in rows if row.number > header][:_SAMPLE]
    sample = [row.cells for row in below if not is_total(first_text(row))]
    width = max([len(headings), *(len(cells) for cells in sample)])
    columns = (
        Column(
            index,
            headings[index] if index < len(headings) else "",
            Profile([cells[index] for cells in sample if index < len(cells) and cells[index] is not None]),
        )
        for index in range(width)
    )
    return [column for column in columns if column.heading or column.profile.values]


def _plan(table: _Table, kinds: Sequence[Kind], known: Known) -> SheetPlan:
    sheet, chosen = table.sheet, table.chosen
    if chosen.kind is None and sheet.name.startswith(f"{BESIDE} "):
        return SheetPlan(sheet.name, reason="Dit is een bijlage van een uitvoer, om zelf te lezen.")
    if not table.header:
        return SheetPlan(sheet.name, reason="We vonden geen rij met kolomkoppen.")
    if chosen.kind is not None:
        kinds = [kind for kind in kinds if kind.name == chosen.kind]
    best: tuple[float, Kind | None, list[Match]] = (-1.0, None, [])
    for kind in kinds:
        matches = match_columns(kind, table.columns, known)
        score = fit(sheet.name, kind, table.columns, matches, known)
        if score > best[0]:
            best = (score, kind, matches)
    score, best_kind, matches = best
    if best_kind is None or (chosen.kind is None and score < _SHEET_FITS):
        return SheetPlan(
            sheet.name,
            header_row=table.header,
            columns=tuple(ColumnPlan(column.index, column.heading) for column in table.columns),
            reason="Niet gelezen." if chosen.kind == "" else "We herkennen niet wat op dit blad staat.",
        )
    return SheetPlan(
        sheet.name,
        best_kind.name,
        table.header,
        tuple(_column_plans(table, best_kind, matches)),
        1.0 if chosen.kind is not None else round(min(score, 1.0), 2),
        _reason(table, best_kind, matches),
    )


def _column_plans(table: _Table, kind: Kind, matches: Sequence[Match]) -> Iterable[ColumnPlan]:
    by_index = {match.column.index: match for match in matches}
    chosen = table.chosen.columns
    hours = {field.name for field in kind.fields if field.holds is Holds.HOURS}
    for column in table.columns:
        match = by_index.get(column.index)
        field, confidence, reason = "", 0.0, ""
        if column.index in chosen:
            field, confidence, reason = chosen[column.index], 1.0, "Zo gekozen."
        elif match and match.field.name not in chosen.values():
            field, confidence, reason = match.field.name, round(min(match.total, 1.0), 2), match.reason
        hidden = column.index in table.sheet.hidden_columns
        in_minutes = field in hours and column.in_minutes
        yield ColumnPlan(column.index, column.heading, field, confidence, reason, hidden, in_minutes)


def _reason(table: _Table, kind: Kind, matches: Sequence[Match]) -> str:
    if table.chosen.kind is not None:
        return "Zo gekozen."
    if likeness(table.sheet.name, kind.sheets.split("|")) >= 0.8:
        return f"De naam ‘{table.sheet.name}’ past bij {kind.label.lower()}, en {len(matches)} kolommen ook."
    return f"{len(matches)} kolommen passen bij {kind.label.lower()}."
