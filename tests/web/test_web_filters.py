"""Dates, numbers and plurals as one writes them in Flanders."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tracker import clock
from tracker.web import filters

DAY = date(2026, 5, 6)
LATE = datetime(2026, 5, 6, 22, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("date_long", "6 mei 2026"),
        ("date_short", "6/05/2026"),
        ("date_day", "woensdag 6 mei"),
        ("month", "mei 2026"),
    ],
)
def test_a_day_issaid_in_dutch(name, said):
    assert filters.FILTERS[name](DAY) == said


def test_a_moment_counts_for_the_day_it_is_in_brussels():
    assert filters.date_long(LATE) == "7 mei 2026"
    assert filters.time_of_day(LATE) == "0.05 uur"
    assert filters.time_of_day(datetime(2026, 12, 31, 13, 5, tzinfo=UTC)) == "14.05 uur"


def test_the_year_is_said_only_when_it_is_another_one():
    with clock.at(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        assert filters.date_in_year(date(2026, 10, 30)) == "30 oktober"
        assert filters.date_in_year(date(2025, 10, 30)) == "30 oktober 2025"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (12345, "12.345"), (1234.5, "1.234,5"), (Decimal("0.50"), "0,5"), (-3, "-3")],
)
def test_a_number_has_points_for_thousands_and_a_comma(value, said):
    assert filters.number(value) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "geen casussen"), (1, "1 casus"), (2, "2 casussen"), (1200, "1.200 casussen")]
)
def test_one_is_singular(count, said):
    assert filters.plural(count, "casus", "casussen") == said


@pytest.mark.parametrize(
    ("days", "in_days", "long"),
    [
        (0, "0 dagen", "0 dagen"),
        (1, "1 dag", "1 dag"),
        (60, "60 dagen", "60 dagen"),
        (61, "61 dagen", "2 maanden"),
        (365, "365 dagen", "1 jaar"),
        (396, "396 dagen", "1 jaar en 1 maand"),
        (611, "611 dagen", "1 jaar en 8 maanden"),
        (1461, "1.461 dagen", "4 jaar"),
    ],
)
def test_a_duration_issaid_in_days_or_in_years_and_months(days, in_days, long):
    assert filters.duration_days(days) == in_days
    assert filters.duration_long(days) == long


@pytest.mark.parametrize(("count", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 u"), (95, "1 u 35")])
def test_minutes_become_hours(count, said):
    assert filters.minutes(count) == said


@pytest.mark.parametrize(
    ("position", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters_count_on_after_z(position, said):
    assert filters.letter(position) == said


def test_what_stands_alone_begins_with_a_capital_and_keeps_the_capitals_it_has():
    assert filters.sentence("balie van het OCMW") == "Balie van het OCMW"
    assert filters.sentence("") == ""
