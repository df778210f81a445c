"""From files to typed rows with messages: the whole look, which writes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.cases.exchange.cleaning.codes import code_key
from tracker.cases.exchange.cleaning.dates import as_typed
from tracker.cases.exchange.cleaning.organisations import Spellings, split_organisations
from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.corrections import Corrections, Place
from tracker.cases.exchange.data_rows import DataRows, data_rows
from tracker.cases.exchange.fields import Holds, Kind
from tracker.cases.exchange.identity import Ordinals, content_of, digest, written_content
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.exchange.mapping.matching import Known
from tracker.cases.exchange.mapping.plans import ChosenSheet, SheetPlan
from tracker.cases.exchange.mapping.proposing import propose
from tracker.cases.exchange.messages import Level, Message
from tracker.cases.exchange.notes import Note, notes_on
from tracker.cases.exchange.opening.files import open_files
from tracker.cases.exchange.register import HeldCase, Register
from tracker.cases.exchange.rows import RowReader, Surroundings, raw_text, written_cells
from tracker.cases.exchange.sheets import Sheet, with_repeats

DOUBLE = "mogelijk_dubbel"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that holds a record of a kind, or should."""

    sheet: str
    row: int
    kind: str
    record: Any
    failed: bool
    double: bool
    empty: bool
    waits_on: Place | None
    """The row at fault that this one cannot be kept without."""
    identity: str
    """Names the content, with an ordinal among equals."""
    key: str
    """Names what stays when the rest of the row is changed; empty where nothing does."""
    written: str
    """Names the row as it stands in the file, before corrections."""

    @property
    def valid(self) -> bool:
        """Whether the row can be kept by itself."""
        return not (self.failed or self.double or self.empty)

    @property
    def keepable(self) -> bool:
        """Whether the row can be kept now."""
        return self.valid and self.waits_on is None


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a kind there are. `valid` counts those waiting; `empty` are neither valid nor not."""

    rows: int
    valid: int
    invalid: int
    empty: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one look at the files found."""

    sheets: tuple[Sheet, ...]
    kinds: tuple[Kind, ...]
    plans: tuple[SheetPlan, ...]
    rows: tuple[ReadRow, ...]
    messages: tuple[Message, ...]
    notes: tuple[Note, ...]
    variants: Mapping[str, Sequence[str]]
    """Per organisation its other spellings."""
    lookalikes: tuple[tuple[str, str], ...]

    def of(self, kind: str) -> list[ReadRow]:
        """The rows of a kind, in the order of the file."""
        return [row for row in self.rows if row.kind == kind]

    def count(self, kind: str) -> Count:
        """How many rows of a kind there are."""
        rows = self.of(kind)
        return Count(
            rows=len(rows),
            valid=sum(row.valid for row in rows),
            invalid=sum(row.failed or row.double for row in rows),
            empty=sum(row.empty for row in rows),
            waiting=sum(row.valid and not row.keepable for row in rows),
        )


def read_workbook(
    files: Iterable[tuple[str, bytes]],
    today: date,
    *,
    kinds: Sequence[Kind] = CASE_KINDS,
    chosen: Mapping[str, ChosenSheet] | None = None,
    corrections: Corrections | None = None,
    held: Sequence[HeldCase] = (),
    again: Sequence[tuple[str, str]] = (),
) -> Reading:
    """Open and read files, each a (name, content); sheets in `again` once more. Raises `UnreadableFile`."""
    return read_sheets(
        with_repeats(open_files(files), again),
        today,
        kinds=kinds,
        chosen=chosen,
        corrections=corrections,
        held=held,
    )


def read_sheets(
    sheets: Sequence[Sheet],
    today: date,
    *,
    kinds: Sequence[Kind] = CASE_KINDS,
    chosen: Mapping[str, ChosenSheet] | None = None,
    corrections: Corrections | None = None,
    held: Sequence[HeldCase] = (),
) -> Reading:
    """Read opened sheets. What the coordinator chose and corrected leads; `held` are cases in the tracker."""
    corrections = corrections or Corrections()
    plans = propose(sheets, kinds, chosen, _names_of(held))
    planned = [(sheet, plan) for sheet, plan in zip(sheets, plans, strict=True) if plan.kind]
    by_name = {kind.name: kind for kind in kinds}
    found = {sheet.name: data_rows(sheet, plan, by_name[plan.kind]) for sheet, plan in planned}
    spellings = _spellings(planned, found, by_name, corrections)
    around = Surroundings(today, Register(held), spellings, corrections)
    read: list[tuple[RowReader, Any]] = []
    doubles: set[Place] = set()
    for kind in kinds:
        of_kind = [
            (reader := RowReader(row, sheet, plan, kind, around), kind.read(reader))
            for sheet, plan in planned
            if plan.kind == kind.name
            for row in found[sheet.name].rows
        ]
        if kind.settle:
            kind.settle(of_kind, around.register)
        doubles |= _doubles(kind, of_kind)
        read += of_kind
    messages = [*_missing_columns(planned, by_name), *(m for rows in found.values() for m in rows.messages)]
    messages += [message for reader, _ in read for message in reader.messages]
    return Reading(
        tuple(sheets),
        tuple(kinds),
        plans,
        tuple(_identified(read, doubles)),
        _in_order(_with_starts(messages, read), sheets),
        notes_on(sheets, plans, by_name, found, around),
        spellings.variants(),
        tuple(spellings.lookalikes()),
    )


def _names_of(held: Sequence[HeldCase]) -> Known:
    codes = {code_key(code) for case in held for code in (case.code, *case.also)}
    return Known(codes - {""}, {plain(case.alias) for case in held} - {""})


def _spellings(
    planned: Sequence[tuple[Sheet, SheetPlan]],
    found: Mapping[str, DataRows],
    kinds: Mapping[str, Kind],
    corrections: Corrections,
) -> Spellings:
    """Every spelling of an organisation in the files, before any row is read."""
    spellings = Spellings(corrections.organisations)
    for sheet, plan in planned:
        names = {field.name for field in kinds[plan.kind].fields if field.holds is Holds.ORGANISATIONS}
        for index in (column.index for column in plan.columns if column.field in names):
            for row in found[sheet.name].rows:
                parts = split_organisations(raw_text(row.cells[index])) if index < len(row.cells) else []
                for part in parts:
                    spellings.meet(part, alone=len(parts) == 1)
    return spellings


def _missing_columns(
    planned: Sequence[tuple[Sheet, SheetPlan]], kinds: Mapping[str, Kind]
) -> Iterable[Message]:
    for sheet, plan in planned:
        for field in kinds[plan.kind].fields:
            if field.required and not (plan.column_of(field.name) or plan.column_of(field.unless)):
                reason = (
                    f"We vinden geen kolom voor {field.label.lower()}. Kies er een, of zet ze in het bestand"
                )
                yield Message(
                    sheet.name, plan.header_row, Level.ERROR, "kolom_ontbreekt", reason, "", field.name
                )


def _doubles(kind: Kind, read: Sequence[tuple[RowReader, Any]]) -> set[Place]:
    """Rows that say the same as one before them, and that nobody confirmed."""
    first: dict[str, RowReader] = {}
    doubles = set()
    for reader, record in read:
        if record is None or reader.failed:
            continue
        former = first.setdefault(content_of(record, kind.same), reader)
        if former is reader:
            continue
        elsewhere = f" op blad {former.sheet.name}" if former.sheet is not reader.sheet else ""
        before = len(reader.messages)
        reason = f"Zelfde {kind.same_words} rij {former.row.number}{elsewhere}"
        reader.say(Level.QUESTION, DOUBLE, reason)
        if len(reader.messages) > before:
            doubles.add(reader.place)
    return doubles


def _identified(read: Sequence[tuple[RowReader, Any]], doubles: set[Place]) -> Iterable[ReadRow]:
    ordinals = Ordinals()
    for reader, record in read:
        kind, double = reader.kind, reader.place in doubles
        identity = key = ""
        if record is not None and not reader.failed and not double:
            content = content_of(record)
            identity = digest(kind.name, content, ordinals.next(kind.name, content))
            key = digest(kind.name, content_of(record, kind.key)) if kind.key else ""
        typed = written_content(written_cells(reader))
        written = digest(f"{kind.name} as written", typed, ordinals.next("as written", typed))
        yield ReadRow(
            *reader.place,
            kind.name,
            record,
            reader.failed,
            double,
            # A row that names its case and says nothing more is as good as empty.
            (reader.empty or record is None) and not reader.failed,
            reader.waits_on,
            identity,
            key,
            written,
        )


def _with_starts(messages: Sequence[Message], read: Sequence[tuple[RowReader, Any]]) -> Iterable[Message]:
    """Where a case has no start, say when the first thing was written on it."""
    codes = {reader.place: record.code for reader, record in read if reader.kind.name == "cases"}
    first: dict[str, tuple[date, str]] = {}
    for reader, record in read:
        case, day = getattr(record, "case", None), getattr(record, "date", None)
        if case and day and (case not in first or day < first[case][0]):
            first[case] = (day, reader.kind.one)
    for message in messages:
        case = codes.get((message.sheet, message.row))
        if message.code == "start_ontbreekt" and case in first:
            day, one = first[case]
            reason = f"Startdatum is leeg; eerste {one} dateert van {as_typed(day)}"
            message = replace(message, reason=reason, suggestion=as_typed(day))
        yield message


def _in_order(messages: Iterable[Message], sheets: Sequence[Sheet]) -> tuple[Message, ...]:
    place = {sheet.name: number for number, sheet in enumerate(sheets)}
    return tuple(sorted(messages, key=lambda message: (place[message.sheet], message.row)))
