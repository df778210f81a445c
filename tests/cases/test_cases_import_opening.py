"""Whatever somebody uploads, it is read or refused with a reason that helps; never more, never a crash."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.cases.hostile import HEAD, SHEET, repacked, repeated, sheet, small
from tests.cases.workbooks import saved, table, workbook
from tracker.cases.exchange.opening import guard
from tracker.cases.exchange.opening.files import MAX_BYTES, open_file, open_files
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.exchange.sheets import MAX_ROWS, MAX_SHEETS, Missing, UnreadableFile, column_letter

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

MEGABYTE = 1_000_000
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
CELL = '<c r="A1" t="inlineStr"><is><t>Nr</t></is></c>'


def why_not(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_file(name, data)
    return refused.value.reason


def cells(data: bytes, name: str = "map.xlsx") -> list[tuple]:
    return [row.cells for one in open_file(name, data) for row in one.rows]


def other_archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("leeg.xlsx", b"", "leeg"),
        ("leeg.csv", b" \r\n\n ", "leeg"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "een foto"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "een foto"),
        ("brief.xlsx", b"%PDF-1.7 ...", "een pdf"),
        ("map.xlsx", b"Rar!\x1a\x07", "ingepakte map"),
        ("oud.xls", OLE2 + b"\0" * 600, "oud Excel-bestand"),
        ("geheim.xlsx", OLE2 + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        ("pagina.xls", b"<html><table><tr><td>Nr</td></tr></table></html>", "webpagina"),
        ("gegevens.xml", b'<?xml version="1.0"?><Workbook/>', "webpagina of xml"),
        ("gegevens.xlsx", b"Nr;Naam\nAA-1;Wilg\n", "geen Excel-bestand"),
        ("half.xlsx", small()[:2000], "beschadigd"),
        ("niets.xlsx", b"PK\x05\x06" + b"\0" * 18, "geen Excel-bestand"),
        ("map.xlsb", other_archive("[Content_Types].xml", "xl/workbook.bin"), "binaire werkmap"),
        ("map.ods", other_archive("mimetype", "content.xml"), "LibreOffice"),
        ("brief.docx", other_archive("[Content_Types].xml", "word/document.xml"), "Word-document"),
        ("map.zip", other_archive("map.xlsx"), "geen Excel-bestand"),
        ("map.xlsx", other_archive("[Content_Types].xml"), "beschadigd"),
    ],
)
def test_what_is_no_sheet_is_refused_with_what_it_is_and_what_to_do(name, data, said):
    reason = why_not(name, data)

    assert said in reason
    assert name in reason


def test_a_file_over_the_limit_is_refused_before_anything_is_looked_at():
    assert "groter dan 20 MB" in why_not("groot.xlsx", b"PK" + b"\0" * MAX_BYTES)


def test_only_the_last_part_of_a_path_is_repeated_to_the_user():
    assert why_not("C:\\Users\\an\\..\\leeg.csv", b"").startswith("leeg.csv is leeg")


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


def test_rows_and_columns_that_are_skipped_keep_their_numbers():
    (one,) = open_file("map.xlsx", sheet(f'<row r="1">{CELL}</row><row r="40"><c r="C40"><v>7</v></c></row>'))

    assert [(row.number, row.cells) for row in one.rows] == [(1, ("Nr",)), (40, (None, None, 7))]


def test_values_come_through_as_plain_values():
    moment = datetime(2025, 2, 3, 14, 30)
    data = workbook(
        {"A": [["tekst", 7, 2.5, True, date(2025, 2, 3), moment, time(1, 30), None, "=1+1", "einde"]]}
    )

    assert cells(data) == [
        ("tekst", 7, 2.5, True, datetime(2025, 2, 3), moment, time(1, 30), None, Missing.FORMULA, "einde")
    ]


def test_a_kept_result_of_a_formula_is_used_and_an_empty_text_is_a_result():
    row = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>IF(1,"","")</f><v></v></c>'
        '<c r="C1"><f>1+1</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )

    assert cells(sheet(row)) == [(2, None, Missing.FORMULA, Missing.ERROR)]


def test_what_is_merged_downwards_counts_for_each_row_with_content():
    rows = [["Roos", 1], [None, 2], [None, None], [None, 4], ["Wolf", 5]]
    data = workbook({"A": rows}, {"A": ["A1:A4"]})

    assert cells(data) == [("Roos", 1), ("Roos", 2), ("Roos", 4), ("Wolf", 5)]


def test_overlapping_and_endless_merges_do_no_harm():
    merges = '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="A1:B9"/></mergeCells>'
    row = f'<row r="1">{CELL}</row><row r="9"><c r="B9"><v>1</v></c></row>'

    assert cells(sheet(row, after=merges)) == [("Nr",), ("Nr", 1)]


def test_hidden_sheets_and_columns_are_read_and_marked():
    book = Workbook()
    book.active.append(["Nr", "Naam"])
    book.active.column_dimensions["B"].hidden = True
    hidden = book.create_sheet("Weg")
    hidden.append(["Nr"])
    hidden.sheet_state = "veryHidden"

    first, second = open_file("map.xlsx", saved(book))

    assert (first.hidden, first.hidden_columns) == (False, {1})
    assert (second.hidden, len(second.rows)) == (True, 1)


def test_days_of_a_workbook_that_counts_from_1904_are_right():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([date(2025, 2, 3)])

    (one,) = open_file("map.xlsx", saved(book))

    assert one.rows[0].cells == (datetime(2025, 2, 3),)
    assert one.counts_from_1904


def test_macros_external_links_and_charts_are_left_alone():
    book = Workbook()
    book.active.append(["Nr"])
    book.active.add_chart(BarChart(), "D4")
    book.create_chartsheet("Grafiek").add_chart(BarChart())
    with_chart = saved(book)
    with_macro = repacked(
        {"xl/vbaProject.bin": b"\x01\x02", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    )

    assert cells(with_chart) == [("Nr",)]
    assert cells(with_macro, "map.xlsm") == [("Nr", "Schuilnaam", "Start"), ("AA-1", "Wilg", "3/2/2025")]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-x</v></c></row>',
        '<row r="1"><c r="A1" s="4000"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>morgen</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>ja</v></c></row>',
        '<row r="1"><c r="A1"><v>1.2.3</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="999999999999"><c r="ZZZZ9"><v>1</v></c></row>',
        '<row r="-4"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1E999</v></c></row>',
        '<row r="3"><c r="C3"><v>1</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>',
        "<c><v>1</v></c>",
        "<row><c><f/></c><v>1</v></row>",
        "</sheetData><sheetData>",
    ],
)
def test_broken_cells_are_read_as_far_as_they_go_or_refused(row):
    opened_or_refused("map.xlsx", sheet(row))


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "/etc/passwd", "http://x/y", "worksheets/sheet7.xml", ""]
)
def test_a_sheet_that_points_elsewhere_is_never_followed(target):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        f'Target="{target}"/></Relationships>'
    )

    assert not opened_or_refused("map.xlsx", repacked({"xl/_rels/workbook.xml.rels": relations.encode()}))


def opened_or_refused(name: str, data: bytes) -> list[tuple]:
    try:
        sheets = open_file(name, data)
        read_sheets(sheets, date(2026, 11, 24))
    except UnreadableFile as refused:
        assert refused.reason.startswith(name)
        return []
    return [row.cells for one in sheets for row in one.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_csv_is_read_in_every_usual_encoding_and_with_every_usual_separator(encoding, separator):
    rows = [["Nr", "Zin", "Duur"], ["AA-1", 'Eén, “echt”; dan "pas"\nweer', "1,5"], ["AA-2", "€ 5", ""]]
    data = table(rows, separator, encoding)

    assert cells(data, "map.csv") == [
        ("Nr", "Zin", "Duur"),
        ("AA-1", "Eén, “echt”; dan \"pas\"\nweer", "1,5"),
        ("AA-2", "€ 5"),
    ]  # fmt: skip


def test_excels_own_line_about_the_separator_is_no_row():
    assert cells(b"sep=,\nNr,Naam\nAA-1,Wilg;Els\n", "map.csv") == [("Nr", "Naam"), ("AA-1", "Wilg;Els")]


def test_rows_of_a_csv_are_numbered_as_excel_shows_them():
    (one,) = open_file("map.csv", b'Nr;Naam\n\nAA-1;"Wilg\nEls"\nAA-2;Linde\n')

    assert [row.number for row in one.rows] == [1, 3, 4]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nr;Naam\nAA-1;Wi\0lg\n", "geen gewone tekst"),
        ("Nr;Naam\n".encode("utf-16-le"), "geen gewone tekst"),
        (b"Nr;\x81\x8d\x9d\n", "geen gewone tekst"),
        (b";".join([b"x"] * 100_000), "kolommen"),
        (b"Nr;Naam\nAA-1;" + b"a" * 40_000, "32767 tekens"),
        (b"Nr;Naam\nAA-1;" + b"a" * 400_000, "rij 2"),
        (b'Nr;Naam\nAA-1;"open\n' + b"AA-2;b\n" * 5000, "aanhalingsteken"),
        (b"a;b\n" * (MAX_ROWS + 1), "rijen"),
    ],
    ids=["nul", "utf-16 without mark", "no encoding", "columns", "cell", "huge cell", "open quote", "rows"],
)
def test_csv_beyond_reason_is_refused_with_the_place(data, said):
    assert said in why_not("map.csv", data)


def test_ten_thousand_rows_are_read_in_little_memory():
    texts = ("AA-1", "3/2/2025", "tel", "VDAB", "0,5", "Samen de brieven gelezen, dan koffie.")
    cells_of_row = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    data = sheet(f"<row>{cells_of_row}</row>" * 10_000)

    tracemalloc.start()
    (one,) = open_file("map.xlsx", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(one.rows) == 10_000
    assert peak < 40 * MEGABYTE


@given(st.binary(max_size=400), st.sampled_from(["map.xlsx", "map.csv", "map.txt", "map"]))
def test_any_bytes_at_all_are_read_or_refused(data, name):
    opened_or_refused(name, data)


@given(st.text(alphabet=st.sampled_from(';,\t|"\n\r aA1é=@\x00'), max_size=200))
def test_any_csv_is_read_or_refused(text):
    opened_or_refused("map.csv", text.encode())


SOUND = small()
PARTS = {
    name: zipfile.ZipFile(io.BytesIO(SOUND)).read(name)
    for name in zipfile.ZipFile(io.BytesIO(SOUND)).namelist()
}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_workbook_with_any_part_damaged_is_read_or_refused(part, data):
    content = PARTS[part]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    put = data.draw(
        st.one_of(
            st.binary(max_size=12), st.sampled_from([b"<c/>", b'"', b"&a;", b"-1", b"</row>", b"9" * 12])
        )
    )

    opened_or_refused("map.xlsx", repacked({part: content[:start] + put + content[end:]}))


@settings(deadline=None)
@given(st.integers(0, len(SOUND)), st.binary(max_size=8))
def test_an_archive_damaged_anywhere_is_read_or_refused(at, put):
    opened_or_refused("map.xlsx", SOUND[:at] + put + SOUND[at + len(put) :])


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_the_spreadsheet_names_them(index, letters):
    assert column_letter(index) == letters
