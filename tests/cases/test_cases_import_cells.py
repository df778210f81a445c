"""Whatever stands in a cell, cleaning it never fails."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import per_hundred
from tracker.cases.exchange.cleaning import vocabulary
from tracker.cases.exchange.cleaning.codes import looks_like_code, read_code
from tracker.cases.exchange.cleaning.dates import read_date
from tracker.cases.exchange.cleaning.numbers import (
    read_decimal,
    read_demand_number,
    read_demand_numbers,
    read_hours,
    read_score,
    read_star,
)
from tracker.cases.exchange.cleaning.organisations import split_organisations
from tracker.cases.exchange.cleaning.texts import as_text, plain, tidy
from tracker.cases.exchange.cleaning.vocabulary import choose
from tracker.cases.exchange.sheets import Missing
from tracker.cases.rules.kinds import (
    CaseState,
)

CELLS = st.one_of(
    st.none(),
    st.text(max_size=80),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(Missing),
    st.from_regex(r"[0-9]{1,9}[-/.,: u][0-9]{0,4}[-/., ]?[0-9a-z]{0,9}", fullmatch=True),
)


@settings(max_examples=per_hundred(500))
@given(CELLS)
def test_whatever_stands_in_a_cell_nothing_raises(cell):
    as_text(cell)
    read_code(cell)
    looks_like_code(cell)
    read_decimal(cell)
    read_demand_number(cell)
    read_demand_numbers(cell)
    day, score, star, hours = read_date(cell), read_score(cell), read_star(cell), read_hours(cell)

    assert day.value is None or 1 <= day.value.year <= 9999
    assert score.value in {None, *range(1, 11)}
    assert star.value in {None, *range(1, 6)}
    assert hours.value is None or 0 <= hours.value <= 24


@given(st.text(max_size=200))
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)
    assert plain(plain(text)) == plain(text)
    assert choose(text, vocabulary.ENDINGS) in {None, *CaseState}
    assert all(tidy(name) for name in split_organisations(text))
