"""Law 1: what may be said of a count of cases, and to whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.learning.rules.small_counts import CaseCount, coarse, count_for, may_total
from tracker.web.pages import environment

CODES = ("DL-0001", "DL-0002", "DL-0003")


def shown(count: CaseCount, behind: str = "") -> str:
    jinja = environment()
    jinja.globals["url_for"] = lambda route, code: f"/casussen/{code}"
    template = jinja.from_string(
        '{% from "learning/_count.html" import case_count with context %}{{ case_count(count, behind) }}'
    )
    return " ".join(template.render(count=count, behind=behind).split())


@pytest.mark.parametrize("cases", [1, 2, 3, 4])
def test_a_small_count_is_hidden_from_who_opens_none_of_its_cases(cases: int) -> None:
    count = CaseCount(cases)

    assert count.said == "minder dan 5"
    assert count.in_words == "minder dan 5 casussen"
    assert str(cases) not in shown(count, "/achter")


def test_who_may_open_all_cases_of_a_small_count_gets_the_number_and_their_codes() -> None:
    count = CaseCount(3, CODES)

    assert count.said == "3"
    assert all(f'href="/casussen/{code}"' in shown(count) for code in CODES)
    assert "minder dan 5" not in shown(count)


def test_who_may_open_some_gets_those_and_not_the_number() -> None:
    count = CaseCount(4, CODES)

    assert count.said == "minder dan 5"
    assert "minder dan 5 in totaal" in shown(count)
    assert "DL-0003" in shown(count)
    assert "<b>" not in shown(count)


def test_a_count_of_five_or_more_is_a_number_with_the_way_to_its_cases() -> None:
    assert shown(CaseCount(5), "/achter") == '<b>5</b> <a href="/achter">toon casussen</a>'
    assert CaseCount(5, CODES).listed == ()


def test_none_is_no_small_count() -> None:
    assert CaseCount(0).in_words == "geen casussen"
    assert CaseCount(1, ("DL-0001",)).in_words == "1 casus"


def test_a_total_stays_away_where_it_would_give_away_a_hidden_part() -> None:
    assert not may_total([CaseCount(12), CaseCount(2)])
    assert may_total([CaseCount(12), CaseCount(2, CODES[:2])])


@given(cases=st.integers(0, 30), opened=st.integers(0, 4))
def test_a_number_under_five_is_read_only_beside_all_its_codes(cases: int, opened: int) -> None:
    count = CaseCount(cases, tuple(f"DL-{i}" for i in range(min(opened, cases))))

    assert count.said == "minder dan 5" or int(count.said) == 0 or int(count.said) >= 5 or count.listed


def test_who_opens_no_case_gets_a_number_without_the_true_one_in_it() -> None:
    assert [count_for(n, opens_cases=False).said for n in (5, 9, 10, 14)] == ["5", "5", "10", "10"]
    assert count_for(4, CODES, opens_cases=False) == CaseCount(1)
    assert count_for(0, opens_cases=False).in_words == "geen casussen"
    assert count_for(7, opens_cases=True).said == "7"


@given(shown=st.integers(5, 500))
def test_two_pages_that_differ_by_a_few_cases_never_tell_how_many(shown: int) -> None:
    """Every number from one to four stays possible, whatever is taken from what."""
    told = {(few, coarse(shown + few), coarse(shown)) for few in range(1, 5)}

    for whole, part in {(whole, part) for _, whole, part in told}:
        possible = {
            few
            for few in range(1, 5)
            for rest in range(part, part + 5)
            if coarse(rest) == part and coarse(rest + few) == whole
        }
        assert possible == {1, 2, 3, 4}


@given(parts=st.lists(st.integers(0, 60), min_size=1, max_size=6))
def test_nothing_under_five_comes_out_of_numbers_taken_from_each_other(parts: list[int]) -> None:
    told = {coarse(sum(parts[i:j])) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)}

    known = {number for number in told if number != 1}

    assert not [a - b for a in known for b in known if 0 < a - b < 5]
