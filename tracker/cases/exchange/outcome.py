"""What a look at the files found, as the pages of the import show it: plain data, ready for JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.comparing import Comparison, Status
from tracker.cases.exchange.corrections import Place
from tracker.cases.exchange.fields import Holds, Kind
from tracker.cases.exchange.mapping.plans import ColumnPlan, SheetPlan, confidence_word
from tracker.cases.exchange.messages import Level, Message
from tracker.cases.exchange.reading import DOUBLE, Reading
from tracker.cases.exchange.sheets import Row, Sheet, column_letter, first_text

_EXAMPLES = 3
_LONGEST_EXAMPLE = 60
_ROWS_TO_CHOOSE = 12

COORDINATION_ONLY = "alleen_coordinatie"
_NAMING = ("case", "alias", "date")

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Who will see and lead the new cases, where the rows themselves do not settle it."""

    coordination_only: tuple[Place, ...] = ()
    """The person does not want to share, and nobody of the team is named."""
    one_organisation: tuple[str, ...] = ()
    """Numbers of cases whose person does not want to share, seen by the one organisation that works there."""
    leads_elsewhere: tuple[str, ...] = ()
    """Names of leads that mean no colleague who may see the case."""


def outcome_of(
    reading: Reading, comparison: Comparison, missing_steps: Sequence[str], foreseen: Foreseen
) -> Plain:
    """Counts per kind, sheets with their columns, and what asks for attention with what to do about it."""
    messages = [*reading.messages, *_on_sharing(foreseen)]
    return {
        "kinds": [
            _kind(kind, reading, comparison, messages)
            for kind in reading.kinds
            if any(plan.kind == kind.name for plan in reading.plans)
        ],
        "sheets": [
            _sheet(sheet, plan, reading) for sheet, plan in zip(reading.sheets, reading.plans, strict=True)
        ],
        "messages": list(_messages(reading, comparison, messages)),
        "one_organisation": list(foreseen.one_organisation),
        "coordination_only": len(foreseen.coordination_only),
        "leads_elsewhere": list(foreseen.leads_elsewhere),
        "changed": [
            {
                "sheet": one.row.sheet,
                "row": one.row.row,
                "kind": one.row.kind,
                "cells": _cells(reading, one.place),
            }
            for one in comparison.all(Status.CHANGED)
        ],
        "notes": [{"sheet": n.sheet, "code": n.code, "reason": n.reason} for n in reading.notes],
        "organisations": {name: list(spellings) for name, spellings in reading.variants.items()},
        "lookalikes": [list(pair) for pair in reading.lookalikes],
        "missing_steps": list(missing_steps),
        "to_keep": len(comparison.all(Status.NEW)),
        "left_behind": len(comparison.all(Status.LEFT_OUT)) - sum(row.empty for row in reading.rows),
        "waiting": len(comparison.all(Status.WAITING)),
        "out_of_reach": len(comparison.all(Status.OUT_OF_REACH)),
    }


def _on_sharing(foreseen: Foreseen) -> list[Message]:
    reason = (
        "Wil niet delen, en er staat niemand van ons team bij: alleen de coördinatie ziet deze casus. "
        "Vul aan welke organisatie ermee werkt"
    )
    return [
        Message(sheet, row, Level.QUESTION, COORDINATION_ONLY, reason, field="organisations")
        for sheet, row in foreseen.coordination_only
    ]


def _kind(kind: Kind, reading: Reading, comparison: Comparison, messages: Sequence[Message]) -> Plain:
    asked = {(m.sheet, m.row) for m in messages if m.level in (Level.QUESTION, Level.WARNING)}
    new = comparison.of(kind.name, Status.NEW)
    count = reading.count(kind.name)
    return {
        "name": kind.name,
        "label": kind.label,
        "rows": count.rows,
        "new": len(new),
        "asked": sum(one.place in asked for one in new),
        "known": comparison.count(kind.name, Status.KNOWN),
        "changed": comparison.count(kind.name, Status.CHANGED),
        "behind": comparison.count(kind.name, Status.LEFT_OUT) - count.empty,
        "waiting": comparison.count(kind.name, Status.WAITING),
        "empty": count.empty,
    }


def _sheet(sheet: Sheet, plan: SheetPlan, reading: Reading) -> Plain:
    kind = next((kind for kind in reading.kinds if kind.name == plan.kind), None)
    return {
        "name": sheet.name,
        "file": sheet.file,
        "kind": plan.kind,
        "kind_label": kind.label if kind else "",
        "sure": confidence_word(plan.confidence) if plan.kind else "",
        "reason": plan.reason,
        "header_row": plan.header_row,
        "rows": len(sheet.rows),
        "first_rows": [
            {"row": row.number, "says": _short(first_text(row) or _first_value(row.cells))}
            for row in sheet.rows[:_ROWS_TO_CHOOSE]
        ],
        "columns": [
            {
                "index": column.index,
                "letter": column_letter(column.index),
                "heading": column.heading,
                "field": column.field,
                "field_label": kind.field(column.field).label if kind and column.field else "",
                "sure": confidence_word(column.confidence) if column.field else "",
                "examples": _examples(sheet, plan, column.index),
            }
            for column in plan.columns
        ],
        "fields": [
            {"name": field.name, "label": field.label, "required": field.required}
            for field in (kind.fields if kind else ())
        ],
    }


def _examples(sheet: Sheet, plan: SheetPlan, index: int) -> list[str]:
    found: dict[str, None] = {}
    for row in sheet.rows:
        if row.number > plan.header_row and index < len(row.cells):
            text = as_text(row.cells[index])
            if text:
                found[_short(text)] = None
        if len(found) == _EXAMPLES:
            break
    return list(found)


def _first_value(cells: Iterable[Any]) -> str:
    return next((text for cell in cells if (text := as_text(cell))), "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1] + "…"


def _messages(reading: Reading, comparison: Comparison, messages: Sequence[Message]) -> Iterable[Plain]:
    """What asks for attention: not what came in before, nor what only tells that a row was passed over."""
    known = {one.place for one in comparison.all(Status.KNOWN)}
    hanging = Counter(row.waits_on for row in reading.rows if row.valid and row.waits_on)
    plans = {plan.sheet: plan for plan in reading.plans}
    rows = {sheet.name: {row.number: row for row in sheet.rows} for sheet in reading.sheets}
    kinds = {kind.name: kind for kind in reading.kinds}
    order = {sheet.name: number for number, sheet in enumerate(reading.sheets)}
    for message in sorted(messages, key=lambda message: (order[message.sheet], message.row)):
        place = (message.sheet, message.row)
        if message.level is Level.INFO or place in known:
            continue
        plan = plans[message.sheet]
        column = plan.column_of(message.field)
        row = rows[message.sheet].get(message.row)
        value = _cell(row, column)
        naming = (plan.column_of(name) for name in _NAMING if name != message.field)
        yield {
            "sheet": message.sheet,
            "row": message.row,
            "about": ", ".join(filter(None, (_short(_cell(row, one)) for one in naming))),
            "kind": plan.kind,
            "level": message.level.value,
            "code": message.code,
            "reason": message.reason,
            "behind": message.level is Level.ERROR or message.code == DOUBLE,
            "may_pass": message.level is not Level.ERROR,
            "hanging": hanging[place],
            "field": message.field if message.row != plan.header_row else "",
            **_fill_in(message, kinds.get(plan.kind), value),
        }


def _cell(row: Row | None, column: ColumnPlan | None) -> str:
    """What a row says in a column."""
    return as_text(row.cells[column.index]) if row and column and column.index < len(row.cells) else ""


def _fill_in(message: Message, kind: Kind | None, value: str) -> Plain:
    """How the field beside a message looks: what it is called, what stands in it, and its fixed words."""
    if not kind or not message.field:
        return {"label": "", "value": "", "suggestion": "", "words": [], "long": False}
    field = kind.field(message.field)
    return {
        "label": field.label,
        "value": value,
        "suggestion": message.suggestion,
        "words": _words(field.words) if field.holds is Holds.WORD else [],
        "long": field.holds is Holds.TEXT,
    }


def _words(words: Mapping[str, Any] | None) -> list[str]:
    """One word for each thing that can be meant, as the screens call it."""
    chosen: dict[Any, str] = {}
    for word, meant in (words or {}).items():
        chosen.setdefault(meant, word)
    return list(chosen.values())


def _cells(reading: Reading, place: Place) -> list[list[str]]:
    """The cells of a row with what each was read as."""
    sheet, number = place
    plan = next(plan for plan in reading.plans if plan.sheet == sheet)
    rows = next(one.rows for one in reading.sheets if one.name == sheet)
    row = next(row for row in rows if row.number == number)
    return [
        [column.heading, _short(as_text(row.cells[column.index]))]
        for column in plan.columns
        if column.field and column.index < len(row.cells) and as_text(row.cells[column.index])
    ]
