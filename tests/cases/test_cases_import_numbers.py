"""Scores, stars, durations and the numbers of value demands, as people type them."""

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cases.exchange.cleaning.numbers import (
    read_demand_number,
    read_demand_numbers,
    read_hours,
    read_score,
    read_star,
)
from tracker.cases.exchange.messages import Level


@pytest.mark.parametrize(
    ("cell", "score"),
    [(7, 7), ("7", 7), (7.0, 7), (" 7 ", 7), ("7/10", 7), ("7 op 10", 7), ("7 / 10", 7), ("zeven", 7),
     ("7 (goed)", 7), (1, 1), ("10/10", 10), ("score 7", 7)],
)  # fmt: skip
def test_a_score_is_read_as_people_write_it(cell, score):
    assert read_score(cell).value == score


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (0, "score_buiten_schaal"),
        (11, "score_buiten_schaal"),
        ("-3", "score_buiten_schaal"),
        ("12/10", "score_buiten_schaal"),
        ("6,5", "score_geen_geheel_getal"),
        (6.5, "score_geen_geheel_getal"),
        ("6-7", "score_onduidelijk"),
        ("goed", "score_onduidelijk"),
    ],
)
def test_a_score_off_the_scale_is_an_error(cell, code):
    cleaned = read_score(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.ERROR, code)


def test_a_score_that_excel_made_a_date_of_is_asked_about():
    cleaned = read_score(datetime(2026, 10, 7))

    assert cleaned.value == 7
    assert cleaned.remark is not None and cleaned.remark.level is Level.QUESTION
    assert read_score(datetime(2026, 3, 12)).value is None


@pytest.mark.parametrize(
    ("cell", "star"), [(3, 3), ("3/5", 3), ("★★★", 3), ("***", 3), ("3 op 5", 3), ("drie", 3)]
)
def test_a_star_is_read_as_people_draw_it(cell, star):
    assert read_star(cell).value == star


@pytest.mark.parametrize("cell", [None, "", " ", "-", "x", "nvt", "n.v.t.", "niet besproken", "?"])
def test_no_star_is_no_fault_and_never_zero(cell):
    cleaned = read_star(cell)

    assert (cleaned.value, cleaned.remark) == (None, None)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("0,75", 45), (0.75, 45), ("0.75", 45), ("1u30", 90), ("1h30", 90), ("1:30", 90), (time(1, 30), 90),
        (timedelta(minutes=90), 90), ("90 min", 90), ("45 minuten", 45), ("1,5 uur", 90), ("1 u", 60),
        ("2 uren", 120),
        ("1 uur 15 min", 75), ("1 uur en 15 minuten", 75), (0, 0),
    ],
)  # fmt: skip
def test_a_duration_is_read_with_or_without_its_unit(cell, minutes):
    hours = read_hours(cell).value

    assert hours is not None
    assert round(hours * 60) == minutes


def test_a_bare_duration_follows_the_unit_of_its_column_and_a_unit_in_the_cell_leads():
    assert read_hours("45", in_minutes=True).value == Decimal("0.75")
    assert read_hours("1u30", in_minutes=True).value == Decimal("1.5")


@pytest.mark.parametrize(("cell", "suggestion"), [("halfuurtje", "0,5"), ("kwartier", "0,25"), ("lang", "")])
def test_a_duration_in_words_is_asked_about_with_a_suggestion(cell, suggestion):
    cleaned = read_hours(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.QUESTION, "duur_geen_getal")
    assert cleaned.remark.suggestion == suggestion


@given(st.decimals(0, 24, places=2))
def test_hours_come_back_with_a_comma_and_with_a_point(hours):
    assert read_hours(str(hours)).value == hours
    assert read_hours(str(hours).replace(".", ",")).value == hours


@pytest.mark.parametrize("cell", [2, "2", 2.0, "WV2", "wv 2", "Waardevraag 2", "b", "B."])
def test_a_value_demand_is_named_by_number_or_letter(cell):
    assert read_demand_number(cell) == 2


@pytest.mark.parametrize("cell", ["1, 3", "1;3", "1 en 3", "WV1 + WV3", "1,3", 1.3, "3, 1, 3"])
def test_several_value_demands_stand_in_one_cell(cell):
    assert read_demand_numbers(cell) == (1, 3)
