import re

import pytest

from tests.pictures.drawing import read, spots_of
from tracker.pictures.loss import ROWS, loss

SIZES = [loss().wide, loss().slim]


@pytest.mark.parametrize("svg", SIZES)
def test_the_picture_has_no_number(svg: str):
    drawing = read(svg)

    assert not re.search(r"\d", drawing.label + "".join(drawing.words()))


@pytest.mark.parametrize("svg", SIZES)
def test_the_picture_stays_on_its_paper_and_says_what_the_table_says(svg: str):
    drawing = read(svg)

    assert drawing.stays_on_paper()
    assert all(word in " ".join(drawing.words()) for row in ROWS for cell in row for word in cell.split())


@pytest.mark.parametrize("svg", SIZES)
def test_the_least_is_lost_in_the_middle_and_both_sides_are_alike(svg: str):
    (curve,) = read(svg).marks("now")
    heights = [y for _, y in spots_of(curve)]

    assert heights.index(max(heights)) == len(heights) // 2
    assert heights == heights[::-1]
