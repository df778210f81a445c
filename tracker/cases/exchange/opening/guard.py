"""A look at the unpacked parts of an xlsx before a library opens it.

Every part streams by once, in constant memory, and the look ends at the first thing that is more than we
take. What read-only openpyxl does not tell (merged and hidden cells, formulas without a result, the area
that really holds something) is noted on the way.
"""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from tracker.cases.exchange.sheets import MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS, UnreadableFile

MAX_PARTS = 2_000
MAX_UNPACKED = 60_000_000
MAX_RATIO = 150
MAX_ELEMENTS = 3_000_000
MAX_STANDING = 150_000
"""Elements that lie in memory at once; those of a row or a shared text are let go when it ends."""
MAX_TEXTS = 400_000
MAX_MERGES = 20_000
MAX_DEPTH = 64

_CHUNK = 1 << 16
_LONGEST_TAG = 1 << 20
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svg")
_YES = ("1", "true")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

TOO_MUCH = "{name} is uitgepakt veel te groot. Kopieer je gegevens naar een nieuwe werkmap en bewaar die."
DAMAGED = "{name} is beschadigd. Open het in Excel, bewaar het opnieuw als .xlsx en probeer nog eens."
LOCKED = "{name} is met een wachtwoord beveiligd. Haal in Excel het wachtwoord weg en bewaar opnieuw."


@dataclass(slots=True)
class Area:
    """What one sheet holds, by its own cells; rows and columns from 1."""

    last_row: int = 0
    last_column: int = 0
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int]] = field(default_factory=list)
    """Column, first and last row of each merge that spans rows."""
    unworked: set[tuple[int, int]] = field(default_factory=set)
    """Formulas that the file holds no result for."""


def look_through(name: str, archive: zipfile.ZipFile) -> dict[str, Area]:
    """The area of every part that may be a sheet, by its path. Raises `UnreadableFile`."""
    parts = [archive.getinfo(path) for path in dict.fromkeys(archive.namelist())]
    read = [part for part in parts if not part.filename.lower().endswith(_PICTURES)]
    unpacked = sum(part.file_size for part in read)
    packed = max(1, sum(part.compress_size for part in read))
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise UnreadableFile(TOO_MUCH.format(name=name))
    if unpacked > MAX_UNPACKED // 10 and unpacked / packed > MAX_RATIO:
        raise UnreadableFile(TOO_MUCH.format(name=name))
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableFile(LOCKED.format(name=name))
    areas: dict[str, Area] = {}
    elements = 0
    for part in read:
        if _is_xml(archive, part):
            look = _look(name, archive, part, elements)
            areas[part.filename], elements = look.area, look.elements
    return areas


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as stream:
        return stream.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1] == b"<"


def _look(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, elements: int) -> "_Look":
    look = _Look(name, elements)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = look.refuse
    parser.StartElementHandler = look.opened
    parser.EndElementHandler = look.closed
    parser.CharacterDataHandler = look.read
    fed = 0
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise UnreadableFile(TOO_MUCH.format(name=name))
            parser.Parse(b"", True)
    except expat.ExpatError as broken:
        raise UnreadableFile(DAMAGED.format(name=name)) from broken
    return look


class _Look:
    """The state of one look: where in the sheet we are, and how much went by."""

    def __init__(self, name: str, elements: int) -> None:
        self.name = name
        self.elements = elements
        self.standing = self.standing_before = self.texts = 0
        self.area = Area()
        self.in_sheet = False
        self.depth = 0
        self.row = self.column = 0
        self.row_is_hidden = False
        self.text = 0
        self.cell_type: str | None = None
        self.has_value = self.has_formula = False
        self.takes_text = False

    def refuse(self, *_: Any) -> None:
        raise UnreadableFile(DAMAGED.format(name=self.name))

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        tag = tag.rpartition(":")[2]
        self._count(tag)
        if tag == "c" and self.in_sheet:
            self._cell(attributes)
        elif tag in ("v", "t"):
            self.takes_text = True
        elif tag == "f":
            self.has_formula = True
        elif tag == "row":
            self.row, self.column = _number(attributes.get("r"), self.row + 1), 0
            self.row_is_hidden = attributes.get("hidden") in _YES
        elif tag == "worksheet":
            self.in_sheet = True
        elif tag == "col":
            self._hide(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def closed(self, tag: str) -> None:
        self.depth -= 1
        tag = tag.rpartition(":")[2]
        if tag in ("v", "t"):
            self.takes_text = False
        elif tag in ("row", "si"):
            self.standing = self.standing_before
        elif tag == "c" and self.in_sheet:
            self._cell_ends()

    def read(self, text: str) -> None:
        if self.takes_text:
            self.text += len(text)
            self.has_value = True
            if self.text > MAX_CELL_LENGTH:
                where = f" in rij {self.row}" if self.row else ""
                raise UnreadableFile(f"{self.name}: een cel{where} heeft meer dan {MAX_CELL_LENGTH} tekens.")

    def _count(self, tag: str) -> None:
        if tag in ("row", "si"):
            self.standing_before, self.text = self.standing, 0
            self.texts += tag == "si"
        self.standing += 1
        if (
            self.elements > MAX_ELEMENTS
            or self.standing > MAX_STANDING
            or self.texts > MAX_TEXTS
            or self.depth > MAX_DEPTH
        ):
            raise UnreadableFile(TOO_MUCH.format(name=self.name))

    def _cell(self, attributes: dict[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self.column = _column(place[1]) if place else self.column + 1
        if place:
            self.row = int(place[2])
        self.cell_type = attributes.get("t")
        self.has_value = self.has_formula = False
        self.text = 0

    def _cell_ends(self) -> None:
        if not (self.has_value or self.has_formula):
            return
        if self.row > MAX_ROWS or self.column > MAX_COLUMNS:
            raise UnreadableFile(
                f"{self.name}: er staat iets in rij {self.row}, kolom {self.column}. We lezen tot "
                f"{MAX_ROWS} rijen en {MAX_COLUMNS} kolommen. Haal weg wat niet nodig is, of splits."
            )
        if self.row_is_hidden:
            self.area.hidden_rows.add(self.row)
        self.area.last_row = max(self.area.last_row, self.row)
        self.area.last_column = max(self.area.last_column, self.column)
        # A kept result that is an empty text is a result; without the type there is none.
        if self.has_formula and not self.has_value and self.cell_type != "str":
            self.area.unworked.add((self.row, self.column))

    def _hide(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _YES:
            first = _number(attributes.get("min"), 1)
            last = min(_number(attributes.get("max"), first), MAX_COLUMNS)
            self.area.hidden_columns.update(range(first, last + 1))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end and int(end[2]) > int(start[2]):
            self.area.merges.append((_column(start[1]), int(start[2]), int(end[2])))
        if len(self.area.merges) > MAX_MERGES:
            raise UnreadableFile(TOO_MUCH.format(name=self.name))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
