from datetime import UTC, date, datetime

import pytest

from tracker import clock


def test_now_is_in_utc():
    assert clock.now().tzinfo is UTC


def test_today_is_the_day_in_brussels_not_in_london():
    with clock.at(datetime(2026, 7, 31, 22, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 8, 1)


def test_local_time_follows_summer_and_winter_time():
    before = clock.as_local(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    after = clock.as_local(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))

    assert (before.hour, before.fold) == (2, 0)
    assert (after.hour, after.fold) == (2, 1)


def test_the_clock_stands_still_only_within_at():
    moment = datetime(2026, 2, 28, 12, tzinfo=clock.BRUSSELS)

    with clock.at(moment):
        assert clock.now() == moment
        assert clock.now().tzinfo is UTC
    assert clock.now() != moment


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        clock.as_local(datetime(2026, 2, 28, 12))
