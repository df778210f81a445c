"""Files that mean harm are refused before they cost anything."""

import tracemalloc

import pytest

from tests.cases.hostile import HEAD, SHEET, repacked, repeated, sheet, small
from tests.cases.opened import cells, why_not
from tests.cases.workbooks import workbook
from tracker.cases.exchange.opening import guard
from tracker.cases.exchange.opening.files import open_file, open_files
from tracker.cases.exchange.sheets import MAX_ROWS, MAX_SHEETS, UnreadableFile

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


MEGABYTE = 1_000_000
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
CELL = '<c r="A1" t="inlineStr"><is><t>Nr</t></is></c>'


@pytest.mark.parametrize(
    "parts",
    [
        {SHEET: lambda: repeated(b"a", 300, f"{HEAD}<sheetData><row><c><is><t>".encode())},
        {"xl/sharedStrings.xml": lambda: repeated(b"a", 300, STRINGS + b"<si><t>")},
        {"xl/worksheets/sheet9.xml": lambda: repeated(b"\0", 900)},
        {"xl/vbaProject.bin": lambda: repeated(b"\0", 300)},
    ],
    ids=["cell of 300 MB", "text of 300 MB", "sheet of zeros", "macro of zeros"],
)
def test_a_small_file_that_unpacks_large_is_refused_unopened(parts):
    bomb = repacked({name: make() for name, make in parts.items()})

    tracemalloc.start()
    reason = why_not("bom.xlsx", bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "veel te groot" in reason
    assert len(bomb) < 2 * MEGABYTE
    assert peak < 20 * MEGABYTE


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, lambda: repeated(b"<c/>", 8, f"{HEAD}<sheetData><row>".encode())),
        (SHEET, lambda: repeated(b"<row/>", 3, f"{HEAD}<sheetData>".encode())),
        (SHEET, lambda: repeated(b"<col/>", 4, f"{HEAD}<cols>".encode())),
        (SHEET, lambda: repeated(b"b", 4, f"{HEAD}<sheetData><row a='".encode())),
        (SHEET, lambda: repeated(b"<c><v>1</v></c>", 4, f"{HEAD}<sheetData><row>".encode())),
        (SHEET, lambda: repeated(b"<v>1</v>", 4, f"{HEAD}<sheetData><row><c>".encode())),
        (SHEET, lambda: repeated(b'<mergeCell ref="A1:A9"/>', 2, f"{HEAD}<mergeCells>".encode())),
        ("xl/styles.xml", lambda: repeated(b"<xf/>", 4, b"<styleSheet><cellXfs>")),
        ("xl/styles.xml", lambda: repeated(b"<a>", 1)),
        ("xl/sharedStrings.xml", lambda: repeated(b"<si><t>a</t></si>", 12, STRINGS)),
        ("xl/sharedStrings.xml", lambda: repeated(b"<r><t>a</t></r>", 4, STRINGS + b"<si>")),
    ],
    ids=[
        "cells",
        "rows",
        "columns",
        "attribute",
        "filled cells",
        "values",
        "merges",
        "styles",
        "depth",
        "texts",
        "runs",
    ],
)
def test_too_much_of_anything_is_refused_while_it_streams_by(part, content, monkeypatch):
    monkeypatch.setattr(guard, "MAX_RATIO", 10**9)
    monkeypatch.setattr(guard, "MAX_ELEMENTS", 400_000)
    bomb = repacked({part: content()})

    tracemalloc.start()
    reason = why_not("bom.xlsx", bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert any(said in reason for said in ("veel te groot", "32767 tekens", "We lezen tot"))
    assert peak < 30 * MEGABYTE


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [ENTITIES, OUTSIDE], ids=["bomb", "outside"])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
def test_xml_entities_are_refused_in_every_part(doctype, part):
    assert "beschadigd" in why_not("map.xlsx", repacked({part: f"{doctype}<x>&a;</x>".encode()}))


def test_parts_under_a_password_are_refused():
    locked = bytearray(small())
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4

    assert "wachtwoord" in why_not("map.xlsx", bytes(locked))


def test_more_sheets_than_anybody_reads_are_refused():
    many = workbook({f"Blad {number}": [["Nr"]] for number in range(MAX_SHEETS + 1)})

    assert "bladen" in refused_together([("map.xlsx", many)])


def refused_together(files) -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_files(files)
    return refused.value.reason


def test_a_used_range_of_the_whole_sheet_costs_nothing():
    whole = '<dimension ref="A1:XFD1048576"/>'
    styled = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'

    assert cells(sheet(f'<row r="1">{CELL}</row>{styled}', whole)) == [("Nr",)]


@pytest.mark.parametrize("place", ["A1048576", "XFD1", f"A{MAX_ROWS + 1}"])
def test_data_beyond_what_we_read_is_refused_rather_than_left_out(place):
    row = place.lstrip("ADFX")

    assert "We lezen tot" in why_not("map.xlsx", sheet(f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'))


def test_ten_thousand_rows_are_read_in_little_memory():
    texts = ("AA-1", "3/2/2025", "Samen de brieven gelezen, dan koffie.")
    cells_of_row = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    data = sheet(f"<row>{cells_of_row}</row>" * 10_000)

    tracemalloc.start()
    (one,) = open_file("map.xlsx", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(one.rows) == 10_000
    assert peak < 40 * MEGABYTE
