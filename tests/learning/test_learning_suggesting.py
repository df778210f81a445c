"""Which cases are proposed for a session: those that stand out, each once, never one that was chosen."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.cases.rules.kinds import CaseState
from tracker.learning.rules.suggesting import EACH, Told, Why, suggestions

TODAY = date(2026, 11, 24)
RUNS, RELEASED = CaseState.RUNNING, CaseState.RELEASED


def case(number, days, *scores, state=RUNS):
    started = TODAY - timedelta(days=days + 10)
    ended = None if state is RUNS else started + timedelta(days=days)
    return Told(number, state, started, ended, scores)


def test_a_case_stands_out_by_relapse_by_going_well_by_being_short_or_long():
    cases = [
        case(1, 700, 3, 6, 2),
        case(2, 300, 3, 5, 9, state=RELEASED),
        case(3, 20, 2, 2, state=CaseState.STOPPED),
        case(4, 900, 2, 3),
    ]

    assert suggestions(cases, TODAY) == {
        Why.LONG: (4,),
        Why.SHORT: (3,),
        Why.RELAPSE: (1,),
        Why.WENT_WELL: (2,),
    }


def test_a_case_that_was_let_go_after_falling_did_not_go_well():
    assert Why.WENT_WELL not in suggestions([case(1, 100, 3, 8, 5, state=RELEASED)], TODAY)


numbers = st.integers(0, 2000)
told = st.builds(
    lambda days, scores, state: (days, scores, state),
    numbers,
    st.lists(st.integers(1, 10), max_size=5),
    st.sampled_from([RUNS, RELEASED, CaseState.STOPPED]),
)


@given(st.lists(told, max_size=20), st.sets(st.integers(0, 19)))
def test_no_case_is_proposed_twice_and_none_that_was_chosen(rows, chosen):
    cases = [case(i, days, *scores, state=state) for i, (days, scores, state) in enumerate(rows)]

    found = suggestions(cases, TODAY, chosen=chosen)

    proposed = [number for each in found.values() for number in each]
    assert len(proposed) == len(set(proposed))
    assert not chosen & set(proposed)
    assert all(0 < len(each) <= EACH for each in found.values())
