"""Csv as it comes out of Excel and other systems: any usual encoding, separator and line end."""

import codecs
import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from tracker.cases.exchange.sheets import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Sheet,
    UnreadableFile,
    Value,
)

_SEPARATORS = ";,\t|"
_MOST_LINES_IN_A_CELL = 200


def read_delimited(name: str, data: bytes) -> Sheet:
    """The one sheet of a csv file, named after the file; every cell is text. Raises `UnreadableFile`."""
    text = _decoded(name, data)
    said = _said_separator(text)
    rows = _rows(name, text, said or _likely_separator(text), skip=1 if said else 0)
    return Sheet(PurePath(name).stem, name, tuple(rows))


def _decoded(name: str, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" in text:
            break
        return unicodedata.normalize("NFC", text)
    raise UnreadableFile(f"{name} is geen gewone tekst. Bewaar het in Excel als ‘CSV UTF-8’ of als .xlsx.")


def _said_separator(text: str) -> str | None:
    """Excel's own first line `sep=;`, which holds no data."""
    first = text[:10].splitlines()[0] if text else ""
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else None


def _likely_separator(text: str) -> str:
    """The separator that cuts most of the first rows into equally many cells."""

    def evenness(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in islice(_parsed(text[:200_000], separator), 60) if any(row))
        width, times = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(0, 0))
        return (times, width) if width > 1 else (0, 0)

    return max(_SEPARATORS, key=evenness)


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        try:
            yield next(reader)
        except (StopIteration, csv.Error):
            return


def _rows(name: str, text: str, separator: str, skip: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number <= skip or not any(cell.strip() for cell in cells):
                continue
            if number > MAX_ROWS:
                raise UnreadableFile(
                    f"{name} heeft meer dan {MAX_ROWS} rijen. Splits het in meerdere bestanden."
                )
            yield Row(number, _cells(name, number, cells))
    except csv.Error as broken:
        raise UnreadableFile(
            f"{name}: rij {number + 1} is niet te lezen. Staat er ergens een aanhalingsteken dat niet sluit?"
        ) from broken


def _cells(name: str, number: int, cells: list[str]) -> tuple[Value, ...]:
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise UnreadableFile(
            f"{name}: rij {number} heeft meer dan {MAX_COLUMNS} kolommen. Haal weg wat niet nodig is."
        )
    for cell in cells:
        if cell.count("\n") > _MOST_LINES_IN_A_CELL:
            raise UnreadableFile(f"{name}: in rij {number} sluit een aanhalingsteken niet.")
        if len(cell) > MAX_CELL_LENGTH:
            raise UnreadableFile(f"{name}: rij {number} heeft een cel met meer dan {MAX_CELL_LENGTH} tekens.")
    return tuple(cell if cell.strip() else None for cell in cells)
