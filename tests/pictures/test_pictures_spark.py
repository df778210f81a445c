from hypothesis import given
from hypothesis import strategies as st

from tests.pictures.drawing import read, spots_of
from tracker.pictures.spark import spark


def test_the_sparkline_is_hidden_from_screen_readers():
    assert read(spark([1, 2, 5])).root.get("aria-hidden") == "true"


def test_one_score_is_a_dot_without_a_line():
    drawing = read(spark([4]))

    assert len(drawing.marks("dot")) == 1
    assert drawing.marks("now") == []


def test_without_a_score_there_is_nothing_to_draw():
    assert spark([]) == ""


@given(st.lists(st.integers(1, 10), min_size=1, max_size=80))
def test_the_sparkline_stays_on_its_paper_and_ends_at_the_last_score(scores: list[int]):
    drawing = read(spark(scores))

    assert drawing.stays_on_paper()
    assert [float(each.get("cy", "")) for each in drawing.marks("dot")] == [24 - 2 * scores[-1]]
    assert [len(spots_of(line)) for line in drawing.marks("now")] == [len(scores)] * (len(scores) > 1)


def test_a_sparkline_holds_three_marks_however_long_the_history():
    assert [len(list(read(spark([5] * count)).root)) for count in (2, 40, 400)] == [3, 3, 3]
