"""What the coordinator mends or confirms, and how rows are known again."""

from collections import Counter

import pytest

from tests.cases.meetjesland import BARNSTEEN_NUMBER, TODAY, WATERVLO_START, read, sheets, valid
from tracker.cases.exchange.reading import Reading, read_sheets
from tracker.cases.exchange.register import HeldCase


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read()


def test_what_hangs_on_a_case_at_fault_waits_without_being_reported(reading):
    waiting = {kind.name: reading.count(kind.name).waiting for kind in reading.kinds}

    assert {name: count for name, count in waiting.items() if count} == {
        "purposes": 3,
        "value_demands": 7,
        "scores": 5,
        "stars": 11,
        "failure_demands": 3,
        "interactions": 31,
        "assessments": 2,
    }
    assert {row.waits_on for row in reading.rows if row.waits_on} == {
        ("Casussen", 40),
        ("Casussen", 47),
        ("Casussen", 49),
    }


def test_a_start_that_is_filled_in_frees_the_case_and_what_waits_for_it(reading):
    mended = read(cells=WATERVLO_START)

    assert ("Casussen", 40) not in {(message.sheet, message.row) for message in mended.messages}
    assert mended.count("cases").valid == reading.count("cases").valid + 1
    assert ("Casussen", 40) not in {row.waits_on for row in mended.rows}
    suggestion = next(m.suggestion for m in reading.messages if m.code == "start_ontbreekt")
    assert suggestion == "14/04/2025"


def test_a_new_number_takes_along_the_rows_under_its_alias_only():
    mended = read(cells=BARNSTEEN_NUMBER)

    moved = [
        row for row in mended.rows if row.kind != "cases" and getattr(row.record, "case", "") == "OM-046"
    ]

    assert [(row.sheet, row.row) for row in moved] == [
        ("Bedoelingen", 51),
        ("Waardevragen", 132),
        ("Waardevragen", 133),
    ]
    assert all(row.keepable for row in moved)
    assert "nummer_dubbel" not in {message.code for message in mended.messages}
    assert Counter(one.case for one in valid(mended, "interactions"))["OM-044"] == 15


def test_the_second_of_two_cases_with_one_number_is_offered_the_next_free_one(reading):
    offered = {
        message.row: message.suggestion for message in reading.messages if message.code == "nummer_dubbel"
    }

    assert offered == {47: "", 49: "OM-046"}


def test_rows_of_cases_that_were_mended_and_kept_before_wait_no_more(reading):
    held = [HeldCase("OM-037", "Watervlo"), HeldCase("OM-044", "Koren"), HeldCase("OM-046", "Barnsteen")]
    again = read_sheets(sheets(), TODAY, held=held)
    barnsteen = [row.record.case for row in again.rows if (row.sheet, row.row) == ("Bedoelingen", 51)]

    assert sum(again.count(kind.name).waiting for kind in again.kinds) == 0
    assert barnsteen == ["OM-046"]
    assert again.messages == reading.messages


def test_a_possible_double_comes_in_once_it_is_confirmed(reading):
    confirmed = read(confirmed=frozenset({("Interacties", 103, "mogelijk_dubbel")}))
    first, second = (row for row in confirmed.of("interactions") if row.row in (102, 103))

    assert confirmed.count("interactions").valid == reading.count("interactions").valid + 1
    assert first.identity != second.identity
    assert first.key == second.key


def test_the_same_file_gives_the_same_identities_and_no_two_rows_share_one(reading):
    kept = [row.identity for row in reading.rows if row.keepable]

    assert kept == [row.identity for row in read().rows if row.keepable]
    assert len(set(kept)) == len(kept)
    assert len({row.written for row in reading.rows}) == len(reading.rows)


def test_a_correction_changes_the_identity_but_not_what_was_written(reading):
    def start(one: Reading):
        return next(row for row in one.of("cases") if row.row == 40)

    mended = read(cells=WATERVLO_START)

    assert start(reading).identity == ""
    assert start(mended).identity != ""
    assert start(mended).written == start(reading).written
