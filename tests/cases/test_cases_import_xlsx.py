"""Workbooks become plain values, as far as they are sound."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.cases.hostile import repacked, sheet, small
from tests.cases.opened import cells, opened_or_refused
from tests.cases.workbooks import saved, workbook
from tracker.cases.exchange.opening.files import open_file
from tracker.cases.exchange.sheets import Missing

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


CELL = '<c r="A1" t="inlineStr"><is><t>Nr</t></is></c>'


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


def test_rows_that_a_filter_hides_are_read_and_counted():
    second = CELL.replace("A1", "A2")
    rows = f'<row r="1">{CELL}</row><row r="2" hidden="1">{second}</row><row r="3" hidden="1"/>'

    (one,) = open_file("map.xlsx", sheet(rows))

    assert (len(one.rows), one.hidden_rows) == (2, 1)


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
