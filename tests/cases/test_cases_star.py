"""The star of a case: what is drawn stands in the table beside it too (C6)."""

from datetime import date, timedelta

import pytest

from tracker.cases.figures.star import star_of
from tracker.cases.queries.overview.demands import Demand, Demands, Rating, Reading
from tracker.cases.rules.kinds import DemandState, Perspective

START = date(2026, 1, 5)


def demands(*readings):
    """Three open demands, read on days a month apart; each reading is a perspective and its stars."""
    named = tuple(Demand(n, n, f"Vraag {n}", "", DemandState.OPEN, START, None, "") for n in range(3))
    read = tuple(
        Reading(
            number,
            START + timedelta(days=30 * number),
            perspective,
            "",
            {n: Rating(value, "", None, "") for n, value in enumerate(stars)},
        )
        for number, (perspective, stars) in enumerate(readings)
    )
    return Demands(named, read)


def together(*stars):
    return Perspective.TOGETHER, stars


@pytest.mark.parametrize("count", [4, 5])
def test_of_many_readings_the_table_shows_the_three_that_are_drawn(count):
    star = star_of(demands(*(together(n + 1, 1, n + 1) for n in range(count))))

    assert star.columns == ("eerste", "vorige", "nu")
    assert star.rows[0].values == (1, count - 1, count)
    for day in (START, START + timedelta(days=30 * (count - 2)), START + timedelta(days=30 * (count - 1))):
        assert f"{day.day}/{day.month:02}/{day.year}" in star.legend


def test_beside_another_perspective_the_first_reading_makes_room_in_picture_and_table():
    star = star_of(
        demands(together(1, 1, 1), together(2, 2, 2), (Perspective.TEAM, (5, 5, 5)), together(3, 3, 3))
    )

    assert star.columns == ("vorige", "nu", "team")
    assert star.rows[0].values == (2, 3, 5)


def test_a_perspective_can_be_asked_for_alone():
    readings = demands(together(1, 1, 1), (Perspective.TEAM, (5, 5, 5)), together(3, 3, 3))

    alone = star_of(readings, seen=Perspective.TEAM, beside=())
    assert (alone.columns, alone.rows[0].values) == (("nu",), (5,))
    assert star_of(readings, seen=Perspective.TARGET_GROUP) is None


def test_before_the_first_reading_there_is_no_star():
    assert star_of(demands()) is None
