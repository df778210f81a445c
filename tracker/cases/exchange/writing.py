"""Records out to an Excel workbook, in the shape in which an import reads them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

import xlsxwriter

from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.sheets import BESIDE, MAX_CELL_LENGTH
from tracker.cases.rules import kinds as words

Cell = str | int | float | date | None

DICTIONARY = "Wat staat waar"
_WIDTHS = {Holds.TEXT: 60, Holds.ORGANISATIONS: 30, Holds.LABEL: 24, Holds.WORD: 20, Holds.DATE: 12}
_NARROW = 10

_NAMES: Mapping[type, Mapping[Any, str]] = {
    words.CaseKind: words.CASE_KIND_NAMES,
    words.CaseState: words.CASE_STATE_NAMES,
    words.Reached: words.REACHED_NAMES,
    words.DemandState: words.DEMAND_STATE_NAMES,
    words.Perspective: words.PERSPECTIVE_NAMES,
    words.Arising: words.ARISING_NAMES,
    words.ContactKind: words.CONTACT_KIND_NAMES,
    words.Verdict: words.VERDICT_NAMES,
    words.PersonPart: words.PERSON_PART_NAMES,
    words.AgreementState: words.AGREEMENT_STATE_NAMES,
    words.Validated: words.VALIDATED_NAMES,
}
_AGREED = {
    words.Agreed.YES: "ja",
    words.Agreed.NO: "nee",
    words.Agreed.NOT_YET: "nog niet",
    words.Agreed.NOT_NEEDED: "nvt",
}
# Where a field is not called as the attribute of its record.
_ATTRIBUTES = {
    ("cases", "case"): "code",
    ("cases", "ending"): "state",
    ("stars", "number"): "demand",
}
FITS_NONE = "geen"
"""What stands instead of a persona where a case is known to fit none."""
_MEANINGS = {
    "case": "De code van de casus. Alles wat bij dezelfde casus hoort, draagt dezelfde code.",
    "alias": "De schuilnaam, nooit de echte naam.",
    "former_code": "Het nummer in de vroegere lijst van het partnerschap.",
    "sharing": "Of de casus gedeeld mag worden, wanneer dat gezegd is en hoe.",
    "remark": "Grenzen aan het delen, en wat iedereen eerst moet weten.",
    "organisations": "Organisaties, met een puntkomma ertussen.",
    "number": "Het volgnummer van de waardevraag binnen de casus: 1 is letter A op de ster.",
    "demands": "De waardevragen waarop dit een antwoord was, met hun volgnummer.",
    "hours": "Duur in uren; leeg als niemand een duur noteerde.",
    "score": "Van 1 (nog een hele weg) tot 10 (we kunnen loslaten), nooit zonder duiding.",
    "stars": "Van 1 tot 5. Wat niet besproken is, staat er niet bij.",
    "review_on": "De dag van het overleg waarin dit afgesproken is.",
    "persona": f"De persona’s die op deze casus lijken, of ‘{FITS_NONE}’ als ze bij geen past.",
    "pattern": "Het patroon waarin deze woorden staan.",
    "expertise": "Wat de partners hiervoor moeten kunnen, met een puntkomma ertussen.",
    "basis": "Waarop dit steunt: de eigen inbreng van de doelgroep, of wat het team zag.",
}


class WorkbookWriter:
    """Writes row after row to a file; nothing of it stays in memory, and text never becomes a formula."""

    def __init__(self, file: IO[bytes]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(file, options)
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "d/mm/yyyy"})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._kinds: list[Kind] = []
        self._sheet: Any = None
        self._at = 0

    def begin(self, kind: Kind) -> None:
        """Begin the sheet of a kind; the sheets before it are done."""
        self._kinds.append(kind)
        fields = columns_of(kind)
        self._begin(kind.label, [field.label for field in fields])
        for place, field in enumerate(fields):
            self._sheet.set_column(place, place, _WIDTHS.get(field.holds, _NARROW))

    def add(self, kind: Kind, records: Iterable[Any]) -> None:
        """Add records to the sheet that was begun."""
        fields = columns_of(kind)
        for record in records:
            self._row([cell_of(kind, field, record) for field in fields])

    def add_beside(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows by heading to a sheet of its own, which begins with the first of them."""
        if not rows:
            return
        if self._sheet is None or self._sheet.get_name() != name:
            self._begin(name, list(rows[0]))
            self._sheet.set_column(0, len(rows[0]) - 1, _WIDTHS[Holds.LABEL])
        for row in rows:
            self._row(list(row.values()))

    def finish(self) -> None:
        """Add the sheet that explains the others, and complete the file."""
        self._begin(DICTIONARY, ["Op welk blad", "In welke kolom", "Uitleg"])
        self._sheet.set_column(0, 1, 24)
        self._sheet.set_column(2, 2, 90)
        for kind in self._kinds:
            for field in columns_of(kind):
                self._row([kind.label, field.label, _explained(field)])
        self._row(
            [
                f"{BESIDE} ..",
                "",
                "Geschiedenis, wie schreef, wie zag: om te lezen. Een import slaat dit over.",
            ]
        )
        self._book.close()

    def _begin(self, name: str, headings: Sequence[str]) -> None:
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._at = 0
        for place, heading in enumerate(headings):
            self._sheet.write_string(0, place, heading, self._bold)

    def _row(self, cells: Sequence[Cell]) -> None:
        self._at += 1
        for place, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                self._sheet.write_string(self._at, place, cell[:MAX_CELL_LENGTH], self._wrapped)
            elif isinstance(cell, date):
                moment = datetime(cell.year, cell.month, cell.day)
                self._sheet.write_datetime(self._at, place, moment, self._day)
            else:
                self._sheet.write_number(self._at, place, cell)


def columns_of(kind: Kind) -> list[Field]:
    """The columns of a sheet: what an import reads, without what it works out itself or lives elsewhere."""
    skipped = {"lead_time"}
    if kind.name != "cases":
        # The code alone names the case.
        skipped.add("alias")
    if kind.name == "stars":
        skipped.add("words")
    return [field for field in kind.fields if field.name not in skipped]


def cell_of(kind: Kind, field: Field, record: Any) -> Cell:
    """What stands in one cell."""
    if field.name == "sharing":
        return ", ".join(filter(None, (_AGREED[record.agreed], _typed(record.agreed_on), record.agreed_how)))
    if (kind.name, field.name) == ("cases", "persona"):
        return FITS_NONE if record.fits_no_persona else "; ".join(record.personas)
    value = getattr(record, _ATTRIBUTES.get((kind.name, field.name), field.name))
    return _cell(value)


def _cell(value: Any) -> Cell:
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    if isinstance(value, Decimal):
        return float(value)
    names = _NAMES.get(type(value))
    return names[value] if names else value


def _typed(day: date | None) -> str:
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _explained(field: Field) -> str:
    meaning = _MEANINGS.get(field.name, "")
    chosen: Callable[[Any], Any] = _NAMES.get
    if field.holds is Holds.WORD and field.words:
        enum = type(next(iter(field.words.values())))
        names = chosen(enum)
        meaning = f"Een van: {', '.join(names.values())}." if names else meaning
    return meaning or f"{field.holds.value.capitalize()}."
