"""Process behaviour charts against published figures, and what must hold for any series."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.learning.rules.behaviour import (
    FEWEST_FOR_LIMITS,
    FEWEST_FOR_SIGNALS,
    Signal,
    behaviour,
    limits_of,
    restarts_at,
)

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 'Individuals Control Charts': flow rate of ten
# batches. The handbook divides by d2 = 1.128, which is 2.6596 times the mean moving range; its limits agree
# with the factor 2.66 of this chart to a thousandth.
NIST_FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

# SAS/QC User's Guide, example 9.4 'Displaying Individual Measurements on an EWMA Chart': the diameters of 30
# tyre belts, and the limits that PROC SHEWHART prints for them (output 9.4.1).
SAS_TYRES = [
    *(24.05, 23.99, 23.95, 23.93, 23.97, 24.02, 24.06, 24.10, 23.98, 24.03),
    *(23.91, 24.06, 24.06, 23.96, 23.98, 24.06, 24.01, 24.00, 23.93, 23.92),
    *(24.09, 24.11, 24.05, 23.98, 23.98, 24.06, 24.02, 24.06, 23.97, 23.96),
]

# NHSRplotthedots 0.2, vignette 'Deviations from Excel defaults': one value far out among ones and twos, with
# a published mean of 1.94. The Excel tools of Making Data Count, which this chart follows, keep the far value
# in the moving range.
NHS_ONE_FAR_OUT = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def marked(values, signal, **rest):
    found = behaviour(values, **rest)
    return [
        i
        for finding in found.findings
        if finding.signal is signal
        for i in range(finding.first, finding.last + 1)
    ]


def test_limits_equal_those_of_the_nist_handbook():
    limits = limits_of(NIST_FLOW)

    assert limits.mean == pytest.approx(50.81, abs=1e-9)
    assert limits.moving_range == pytest.approx(1.8778, abs=5e-5)
    assert limits.upper == pytest.approx(55.8041, abs=1e-3)
    assert limits.lower == pytest.approx(45.8159, abs=1e-3)


def test_limits_equal_those_that_sas_prints():
    limits = limits_of(SAS_TYRES)

    assert limits.mean == pytest.approx(24.0083, abs=5e-5)
    assert limits.moving_range == pytest.approx(0.056897, abs=5e-7)
    assert limits.upper == pytest.approx(24.1596, abs=1e-4)
    assert limits.lower == pytest.approx(23.8571, abs=2e-4)


def test_the_far_value_of_the_nhs_vignette_is_the_one_signal_and_counts_in_the_limits():
    found = behaviour(NHS_ONE_FAR_OUT)

    assert round(found.limits.mean, 2) == 1.94
    assert found.limits.upper == pytest.approx(1.9444 + 2.66 * 32 / 17, abs=1e-3)
    assert found.limits.lower == 0
    assert found.marked == {4: Signal.OUTSIDE}


# The four signals: the inputs and outcomes of the tests of NHSRplotthedots (tests/testthat/
# test-ptd_calculate_point_type.R and test-ptd_spc_standard.R), set among values that make the same sides of
# the centre line.


def test_seven_on_one_side_are_a_signal_and_six_are_not():
    six = [1] * 6 + [-1] * 6
    eight = [1] * 8 + [-1] * 4 + [1, -2, 1, -2, -1]

    assert marked(six, Signal.ONE_SIDE, least=None) == []
    assert marked(eight, Signal.ONE_SIDE, least=None) == list(range(8))


def test_a_value_on_the_centre_line_breaks_a_run():
    broken = [1, 1, 1, 0, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1]

    assert marked(broken, Signal.ONE_SIDE, least=None) == [*range(8, 15)]


@pytest.mark.parametrize(
    ("run", "trend"),
    [
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]),
        ([7, 6, 5, 4, 3, 2, 1], [3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_seven_that_each_rise_or_each_fall_are_a_signal(run, trend):
    before = [9, 9, 9] if run[0] < run[-1] else [-9, -9, -9]
    after = [-9, -9] if run[0] < run[-1] else [9, 9]

    assert marked([*before, *run, *after], Signal.TREND, least=None) == trend


def test_a_trend_goes_on_for_as_long_as_it_lasts():
    found = behaviour([5, *range(1, 10), 0, 5])

    trends = [each for each in found.findings if each.signal is Signal.TREND]
    assert [(each.first, each.last, each.above) for each in trends] == [(1, 9, True)]


def test_two_of_three_near_the_same_limit_are_a_signal():
    near = [*[1, -1] * 8, 6, 1, 6, -1, 1]
    far_apart = [*[1, -1] * 8, 6, 1, -1, 6, -1]

    found = behaviour(near, least=None)

    assert [each for each in found.marked if found.marked[each] is Signal.NEAR_LIMIT] == [16, 18]
    assert marked(far_apart, Signal.NEAR_LIMIT, least=None) == []


def test_two_near_opposite_limits_are_no_signal():
    opposite = [*[1, -1] * 7, 5.5, -5.5]

    assert behaviour(opposite, least=None).marked == {}


def test_under_six_values_there_are_no_limits_and_under_ten_no_signals():
    few = behaviour([1, 2, 1, 2, 1])
    some = behaviour([1, 1, 1, 1, 1, 1, 1, 1, 90])
    enough = behaviour([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90])

    assert few.limits is None
    assert some.limits.provisional
    assert some.findings == ()
    assert not enough.limits.provisional
    assert enough.marked[12] is Signal.OUTSIDE


def test_days_and_counts_have_no_limit_under_zero():
    assert limits_of([0, 9, 0, 9, 0, 9]).lower == 0
    assert limits_of([0, 9, 0, 9, 0, 9], least=None).lower < 0


def test_after_a_reset_the_limits_begin_anew():
    days = [date(2026, 1, day) for day in range(1, 25)]
    values = [10, 11] * 6 + [3, 4] * 6

    found = behaviour(values, restarts_at(days, [date(2026, 1, 13)]))

    assert [(each.first, each.last) for each in found.stretches] == [(0, 11), (12, 23)]
    assert [each.limits.mean for each in found.stretches] == [10.5, 3.5]
    assert found.findings == ()
    assert marked(values, Signal.ONE_SIDE) == list(range(24))


numbers = st.lists(st.integers(0, 2000), max_size=60)


@given(numbers)
def test_limits_hold_the_mean_between_them(values):
    limits = limits_of(values)

    assert (limits is None) == (len(values) < FEWEST_FOR_LIMITS)
    if limits:
        assert 0 <= limits.lower <= limits.mean <= limits.upper


@given(numbers, st.lists(st.integers(-3, 70), max_size=4))
def test_stretches_cover_every_value_once_and_too_few_never_signal(values, restarts):
    found = behaviour(values, restarts)

    covered = [i for stretch in found.stretches for i in range(stretch.first, stretch.last + 1)]
    assert covered == list(range(len(values)))
    for stretch in found.stretches:
        if stretch.last - stretch.first + 1 < FEWEST_FOR_SIGNALS:
            assert not any(stretch.first <= i <= stretch.last for i in found.marked)


@given(numbers, st.integers(1, 500), st.integers(1, 9))
def test_moving_and_stretching_the_scale_changes_no_signal(values, up, times):
    plain = behaviour(values, least=None)
    moved = behaviour([value * times * 4 + up * 4 for value in values], least=None)

    firm = [each.signal for each in plain.findings if each.signal is Signal.TREND]
    assert firm == [each.signal for each in moved.findings if each.signal is Signal.TREND]
    if plain.limits:
        assert moved.limits.upper == pytest.approx(plain.limits.upper * times * 4 + up * 4)


@given(numbers)
def test_turning_the_order_round_keeps_the_limits_and_the_signals(values):
    forwards, backwards = behaviour(values), behaviour(values[::-1])
    last = len(values) - 1

    assert (forwards.limits is None) == (backwards.limits is None)
    if forwards.limits:
        assert forwards.limits.mean == pytest.approx(backwards.limits.mean)
    assert set(forwards.marked) == {last - i for i in backwards.marked}
