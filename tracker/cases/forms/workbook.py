"""The forms of bringing a workbook in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.in_hand import InHand
from tracker.cases.exchange.mapping.plans import ChosenSheet
from tracker.problems import RuleBroken
from tracker.web.forms import Checked, Form, Id, Key, Largest, Plain, Upload, WhenEmpty, Whole

MEGABYTES = 20
MOST_REPEATS = 12
TOO_LARGE = f"Samen mag dit hoogstens {MEGABYTES} MB zijn. Haal foto's weg, of splits het in delen."

# No warning about names and numbers on this form: the look that follows finds them, in their own row.
Cell = Annotated[str, Field(max_length=40_000)]


class ChooseFiles(Form):
    """One workbook, or the csv files of its sheets."""

    key: Key
    files: Annotated[list[Upload], Largest(megabytes=MEGABYTES), WhenEmpty("Kies een bestand.")]


class ReadSheet(Form):
    """What one sheet holds, and which column is what; columns count from 1."""

    kind: Plain = ""
    was_kind: Plain = ""
    header_row: Annotated[Whole, WhenEmpty("Op welke rij staan de titels?")]
    column: dict[int, Plain] = {}


class CheckRows(Form):
    """What was filled in beside the messages of one page, by the number of the message from 1."""

    key: Key
    looks: Whole
    fill: dict[int, Cell] = {}
    take: list[Id] = []
    passes: list[Id] = []
    shown: list[Id] = []
    same: dict[int, Plain] = {}
    update: list[Id] = []
    changed_shown: list[Id] = []
    steps_asked: Checked = False
    add_value_steps: Checked = False
    remove: list[Id] = []
    keep: Checked = False
    drop: Checked = False


def with_sheet(held: InHand, sheet: Mapping[str, Any], data: ReadSheet) -> InHand:
    """What was chosen for one sheet. Another kind has other fields, so that its columns are proposed anew."""
    columns = {column["index"]: data.column.get(column["index"] + 1, "") for column in sheet["columns"]}
    anew = data.kind != data.was_kind or data.header_row != sheet["header_row"] or not data.kind
    chosen = ChosenSheet(data.kind, data.header_row if data.kind else None, {} if anew else columns)
    return replace(held, chosen={**held.chosen, sheet["name"]: chosen})


def with_repeat(held: InHand, sheet: Mapping[str, Any]) -> tuple[InHand, int]:
    """A sheet that holds several things in one row, to be read once more; with the place of the new one.

    Raises RuleBroken when there are too many of them.
    """
    source = next((name for name, other in held.again if other == sheet["name"]), sheet["name"])
    times = sum(name == source for name, _ in held.again)
    if len(held.again) >= MOST_REPEATS:
        raise RuleBroken("Vaker kan niet. Verdeel het blad in Excel over meerdere bladen.")
    name = f"{source}, {times + 2}e keer"
    repeated = replace(
        held,
        again=(*held.again, (source, name)),
        chosen={**held.chosen, name: ChosenSheet("", None, {})},
    )
    names = [one["name"] for one in (held.outcome or {})["sheets"]]
    return repeated, names.index(source) + 1 + times + 1


def with_fixes(held: InHand, data: CheckRows) -> InHand:
    """What was filled in, let pass, taken over or taken away."""
    outcome = held.outcome or {}
    messages = dict(enumerate(outcome["messages"], start=1))
    written = written_corrections(held)
    gone = {written[number - 1] for number in data.remove if number <= len(written)}
    cells = {place: text for place, text in held.corrections.cells.items() if ("cell", place) not in gone}
    confirmed = {place for place in held.corrections.confirmed if ("confirmed", place) not in gone}
    for number, message in messages.items():
        place = (message["sheet"], message["row"])
        typed = data.fill.get(number, "")
        if number in data.take and message["suggestion"]:
            cells[*place, message["field"]] = message["suggestion"]
        elif number in data.shown and message["field"] and typed != message["value"]:
            cells[*place, message["field"]] = typed
        if number in data.passes and message["may_pass"]:
            confirmed.add((*place, message["code"]))
    return replace(
        held,
        corrections=Corrections(
            cells,
            frozenset(confirmed),
            {**held.corrections.organisations, **_same(outcome["lookalikes"], data)},
        ),
        update=_update(held, outcome["changed"], data),
        add_value_steps=data.add_value_steps if data.steps_asked else held.add_value_steps,
    )


def written_corrections(held: InHand) -> list[tuple[str, tuple[str, int, str]]]:
    """Everything filled in or let pass so far, in the order in which the page shows it."""
    return [
        *(("cell", place) for place in sorted(held.corrections.cells)),
        *(("confirmed", place) for place in sorted(held.corrections.confirmed)),
    ]


def _same(lookalikes: Sequence[Sequence[str]], data: CheckRows) -> dict[str, str]:
    """Two spellings that stand for one organisation, and the name that was chosen for it."""
    chosen: dict[str, str] = {}
    for number, pair in enumerate(lookalikes, start=1):
        name = data.same.get(number, "")
        if name in pair:
            chosen.update(dict.fromkeys(pair, name))
    return chosen


def _update(
    held: InHand, changed: Sequence[Mapping[str, Any]], data: CheckRows
) -> frozenset[tuple[str, int]]:
    places = {number: (row["sheet"], row["row"]) for number, row in enumerate(changed, start=1)}
    asked = {places[number] for number in data.changed_shown if number in places}
    return frozenset((held.update - asked) | {places[number] for number in data.update if number in places})
