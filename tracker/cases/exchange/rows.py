"""One row seen through the plan of its sheet: values by field, and what there is to say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tracker.cases.exchange.cleaning.codes import read_code
from tracker.cases.exchange.cleaning.dates import as_typed, read_date, shown
from tracker.cases.exchange.cleaning.organisations import Spellings, split_organisations
from tracker.cases.exchange.cleaning.texts import as_text, plain, split_list
from tracker.cases.exchange.cleaning.vocabulary import choose
from tracker.cases.exchange.corrections import Corrections, Place
from tracker.cases.exchange.fields import Holds, Kind
from tracker.cases.exchange.mapping.plans import SheetPlan
from tracker.cases.exchange.messages import Cleaned, Level, Message, Remark
from tracker.cases.exchange.register import CaseRef, Register, Target
from tracker.cases.exchange.sheets import Missing, Row, Sheet, Value
from tracker.identifiers import find_identifiers

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)

_LONG_AGO = date(1990, 1, 1)
_IDENTIFIERS = {
    "insz": ("insz", "INSZ-achtig getal (mod 97 klopt)"),
    "phone": ("telefoonnummer", "Telefoonnummer"),
    "email": ("emailadres", "E-mailadres"),
}


@dataclass(slots=True)
class Surroundings:
    """What all rows of one look share."""

    today: date
    register: Register
    spellings: Spellings
    corrections: Corrections
    unknown_words: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """Sheet, label and word: how often a word was met that stands for nothing we know."""
    typed_dates: dict[str, int] = field(default_factory=dict)
    """Sheet: how many dates were typed as text."""


class RowReader:
    """Reads one row; messages gather on the way, and `failed` tells whether the row must stay out."""

    def __init__(self, row: Row, sheet: Sheet, plan: SheetPlan, kind: Kind, around: Surroundings) -> None:
        self.row = row
        self.sheet = sheet
        self.plan = plan
        self.kind = kind
        self.around = around
        self.messages: list[Message] = []
        self.failed = False
        self.empty = False
        self.waits_on: Place | None = None
        self.about: set[str] = set()

    @property
    def place(self) -> Place:
        """Where this row stands."""
        return (self.sheet.name, self.row.number)

    def has(self, name: str) -> bool:
        """Whether the sheet has this field, or somebody filled it in for this row."""
        return self.plan.column_of(name) is not None or (*self.place, name) in self.around.corrections.cells

    def value(self, name: str) -> Value:
        """The value as corrected, or as it stands in the file."""
        corrected = self.around.corrections.cells.get((*self.place, name))
        return corrected.strip() or None if corrected is not None else self.written(name)

    def written(self, name: str) -> Value:
        """The value as it stands in the file."""
        column = self.plan.column_of(name)
        return self.row.cells[column.index] if column and column.index < len(self.row.cells) else None

    def text(self, name: str) -> str:
        """Tidy text; in sentences, what identifies a person is warned about."""
        value = self._told(name)
        text = as_text(value)
        if self.kind.field(name).holds is Holds.TEXT:
            for found in dict.fromkeys(found.kind for found in find_identifiers(text)):
                code, what = _IDENTIFIERS[found]
                self.say(Level.WARNING, code, f"{what} in {self.kind.field(name).label.lower()}", name)
        self._must_fit(name, text)
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        """The parts of a list in one cell."""
        parts = tuple(split_list(as_text(self._told(name))))
        self._must_fit(name, *parts)
        return parts

    def date(self, name: str = "date", missing: str = "", future: bool = False) -> date | None:
        """A day; `missing` is the code of the error when there is none, `future` whether it may be ahead."""
        value = self._told(name)
        cleaned = read_date(value, self.sheet.counts_from_1904)
        day = self.noted(cleaned, name)
        if cleaned.remark and day:
            self.about.add(name)
        elif isinstance(value, str) and day:
            self.around.typed_dates[self.sheet.name] = self.around.typed_dates.get(self.sheet.name, 0) + 1
        if value is None and missing:
            self.say(Level.ERROR, missing, f"{self.kind.field(name).label} is leeg", name)
        if day and day > self.around.today and not future:
            far = day.year > self.around.today.year + 1
            where = f"in {day.year}" if far else f"in de toekomst ({as_typed(day)})"
            self.say(Level.ERROR, "datum_toekomst", f"Datum ligt {where}", name)
        if day and day < _LONG_AGO:
            self.say(Level.QUESTION, "datum_lang_geleden", f"Datum ligt in {day.year}; klopt dat?", name)
        return day

    def noted(self, cleaned: Cleaned[T], name: str) -> T | None:
        """The cleaned value, its remark said beside the field."""
        if cleaned.remark:
            self._remark(cleaned.remark, name)
        return cleaned.value

    def word(self, name: str, words: Mapping[str, Word]) -> Word | None:
        """What a fixed word stands for; None when the cell is empty or says something else."""
        text = as_text(self._told(name))
        return choose(text, words) if text else None

    def word_or_other(self, name: str, words: Mapping[str, Word], other: Word) -> Word:
        """The same, where a word that stands for nothing we know is counted instead of asked about."""
        text = as_text(self._told(name))
        if not text:
            return other
        chosen = choose(text, words)
        if chosen is None:
            key = (self.sheet.name, self.kind.field(name).label, plain(text))
            self.around.unknown_words[key] = self.around.unknown_words.get(key, 0) + 1
        return chosen or other

    def organisations(self, name: str) -> tuple[str, ...]:
        """The organisations in the cell, under the name that stands for each."""
        spellings = self.around.spellings
        names = split_organisations(raw_text(self._told(name)), spellings.keys())
        self._must_fit(name, *names)
        return tuple(dict.fromkeys(spellings.name_of(one) for one in names))

    def case(self) -> CaseRef | None:
        """The case this row belongs to; when that stays out, so does the row, without being at fault."""
        code, alias = as_text(self._told("case")), as_text(self.value("alias")) if self.has("alias") else ""
        name = "case" if self.has("case") else "alias"
        if not code and not alias:
            self.say(Level.ERROR, "casus_ontbreekt", "Geen casusnummer", name)
            return None
        ref = self.around.register.find_case(code, alias)
        if ref is None:
            sheet = self.around.register.case_sheet
            where = f"bestaat niet op het blad {sheet}" if sheet else "kennen we nog niet"
            said = read_code(code) or shown(code or alias)
            self.say(Level.ERROR, "casus_onbekend", f"Casus {said} {where}", name)
            return None
        if alias and ref.alias and plain(alias) != plain(ref.alias):
            reason = f"Bij {ref.code} hoort de schuilnaam {ref.alias}, hier staat {shown(alias)}"
            self.say(Level.QUESTION, "schuilnaam_verschilt", reason, "alias")
        if not ref.valid:
            self.waits_on = ref.place
        return ref

    def hang_on(self, target: Target) -> None:
        """Note what this row cannot be kept without."""
        if not target.valid:
            self.waits_on = self.waits_on or target.place

    def say(self, level: Level, code: str, reason: str, name: str = "", suggestion: str = "") -> None:
        """Add a message, unless somebody let it pass. Of a column that is not there nothing is said."""
        self._remark(Remark(level, code, reason, suggestion), name)

    def _remark(self, remark: Remark, name: str) -> None:
        if (
            *self.place,
            remark.code,
        ) in self.around.corrections.confirmed and remark.level is not Level.ERROR:
            return
        self.failed = self.failed or remark.level is Level.ERROR
        if name and not self.has(name):
            return
        column = self.plan.column_of(name)
        self.messages.append(
            Message(
                *self.place,
                remark.level,
                remark.code,
                remark.reason,
                column.heading if column else "",
                name,
                remark.suggestion,
            )
        )

    def _must_fit(self, name: str, *texts: str) -> None:
        """What is too long to keep whole is asked about; nothing is cut off unseen."""
        field = self.kind.field(name)
        if field.longest and any(len(text) > field.longest for text in texts):
            most = field.longest - 1
            reason = f"{field.label} is langer dan {field.longest} tekens; we bewaren de eerste {most}"
            self.say(Level.QUESTION, "tekst_te_lang", reason, name)

    def _told(self, name: str) -> Value:
        """The value; a cell that should say something but does not is asked about."""
        value = self.value(name)
        if isinstance(value, Missing):
            reason = f"{self.kind.field(name).label} is {value.value}; bewaar het bestand opnieuw in Excel"
            self.say(Level.QUESTION, "cel_zonder_waarde", reason, name)
            return None
        return value


def raw_text(value: Value) -> str:
    """The text with the blanks it was typed with, or the value as text."""
    return value if isinstance(value, str) else as_text(value)


def written_cells(reader: RowReader) -> dict[str, str]:
    """The fields of the row as they stand in the file, for recognising the row itself."""
    fields = (column.field for column in reader.plan.columns if column.field)
    return {name: as_text(reader.written(name)) for name in fields}
