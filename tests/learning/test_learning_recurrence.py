"""Since when a type of failure demand comes back more or less often."""

from datetime import date

from tracker.learning.figures.recurrence import change_of, month_key

BEGAN, TODAY = date(2024, 11, 3), date(2026, 11, 24)
MONTHS = [date(2024 + (10 + i) // 12, (10 + i) % 12 + 1, 1) for i in range(24)]


def told(*times):
    """A tally of one type: how often it was noted in each month from November 2024 on."""
    return {("attest", month_key(month)): count for month, count in zip(MONTHS, times, strict=True) if count}


def test_a_type_that_stopped_coming_back_comes_less_since_its_first_month_under_the_middle():
    change = change_of(told(*[3, 4] * 6, *[0] * 12), "attest", BEGAN, TODAY)

    assert (change.since, change.more, change.until) == (MONTHS[12], False, None)


def test_months_before_a_type_was_ever_noted_do_not_make_it_come_more_or_less():
    change = change_of(told(*[0] * 12, *[2, 3] * 6), "attest", BEGAN, TODAY)

    assert (change.since, change.too_short) == (None, False)


def test_a_type_that_came_up_lately_is_too_young_to_tell():
    assert change_of(told(*[0] * 18, *[2] * 6), "attest", BEGAN, TODAY).too_short


def test_a_type_never_noted_in_a_whole_month_is_too_young_to_tell():
    assert change_of({}, "attest", BEGAN, TODAY).too_short
