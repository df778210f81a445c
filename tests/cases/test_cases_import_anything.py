"""Sheets with known headings over whatever people put under them."""

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import per_hundred
from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.fields import Holds
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.exchange.register import HeldCase
from tracker.cases.exchange.report import as_report
from tracker.cases.exchange.sheets import Missing, Row, Sheet

TODAY = date(2026, 11, 24)
HELD = [
    HeldCase("AA-1", "Wilg", demands={1: "Ik wil slapen.", 2: "Werk dichtbij."}),
    HeldCase("AA-2", "Linde"),
]
PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]

USUAL = {
    Holds.CODE: ["AA-1", "aa 2", "AA2", "AA-3"],
    Holds.LABEL: ["Wilg", "Linde", "ja, 3/2/25, mondeling", "geen"],
    Holds.WORD: [
        "persoon",
        "ja",
        "nee",
        "open",
        "gesloten",
        "tel",
        "samen",
        "nalaten",
        "waarde",
        "losgelaten",
    ],
    Holds.DATE: ["3/2/2025", datetime(2025, 2, 3), "begin maart 2025", "31/2/2025", 45691, "2025-02-03"],
    Holds.SCORE: [7, "7/10", "6,5", 11, "zeven"],
    Holds.STAR: [3, "3/5", "3-4", 0, "niet besproken"],
    Holds.NUMBER: [1, "WV2", "1, 2", "b", 9],
    Holds.HOURS: ["0,75", 1.5, "1u30", "halfuurtje", 300],
    Holds.TEXT: ["Ik wil slapen.", "Bel 0470 12 34 56", "INSZ 85.07.30-033.28", "=1+1"],
    Holds.ORGANISATIONS: ["VDAB; caw", "C.A.W.", "VDAB en CAW", "Kind en Gezin"],
    Holds.DERIVED: [Missing.FORMULA, 12],
}
ODD = st.one_of(
    st.none(),
    st.sampled_from(["Totaal", "-", "nvt", "?", *Missing]),
    st.text(max_size=30),
    st.integers(-10, 60_000),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@st.composite
def sheet_of(draw, kind):
    optional = st.lists(st.sampled_from(kind.fields), unique_by=lambda field: field.name)
    needed = [field for field in kind.fields if field.required or draw(st.booleans())]
    fields = draw(st.one_of(st.just(needed), optional)) or needed
    headings = tuple(draw(st.sampled_from(field.headings)) for field in fields)
    usual = st.tuples(*(st.sampled_from(USUAL[field.holds]) for field in fields))
    odd = st.tuples(*(st.one_of(ODD, st.sampled_from(USUAL[field.holds])) for field in fields))
    rows = draw(st.lists(st.one_of(usual, usual, odd), max_size=8))
    numbered = (Row(number, cells) for number, cells in enumerate((headings, *rows), start=1))
    return Sheet(
        kind.label, "map.xlsx", tuple(row for row in numbered if any(c is not None for c in row.cells))
    )


SHEETS = st.lists(st.sampled_from(CASE_KINDS), max_size=4, unique_by=lambda kind: kind.name).flatmap(
    lambda kinds: st.tuples(*map(sheet_of, kinds))
)


@settings(max_examples=per_hundred(150), deadline=None, suppress_health_check=PATIENT)
@given(SHEETS)
def test_every_row_is_kept_or_told_about_and_counts_add_up(sheets):
    reading = read_sheets(sheets, TODAY, held=HELD)
    told = {(message.sheet, message.row) for message in reading.messages}
    without_column = {m.sheet for m in reading.messages if m.code == "kolom_ontbreekt"}

    for kind in reading.kinds:
        count = reading.count(kind.name)
        assert count.rows == count.valid + count.invalid + count.empty
        assert count.waiting <= count.valid
    for row in reading.rows:
        assert row.valid or row.empty or (row.sheet, row.row) in told or row.sheet in without_column
        assert not row.valid or (row.record is not None and row.identity)
    kept = [row.identity for row in reading.rows if row.valid]
    assert len(kept) == len(set(kept))
    assert as_report(reading) == as_report(read_sheets(sheets, TODAY, held=HELD))


@settings(max_examples=per_hundred(60), deadline=None, suppress_health_check=PATIENT)
@given(SHEETS, st.text(max_size=20))
def test_whatever_the_coordinator_fills_in_the_rows_stay_the_rows(sheets, text):
    before = read_sheets(sheets, TODAY, held=HELD)
    places = {(m.sheet, m.row, m.field): text for m in before.messages if m.field}
    asked = frozenset((m.sheet, m.row, m.code) for m in before.messages)

    after = read_sheets(sheets, TODAY, held=HELD, corrections=Corrections(cells=places, confirmed=asked))

    assert [row.written for row in after.rows] == [row.written for row in before.rows]
    assert "mogelijk_dubbel" not in {m.code for m in after.messages if (m.sheet, m.row, m.code) in asked}
