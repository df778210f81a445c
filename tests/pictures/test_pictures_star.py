from datetime import date
from itertools import combinations
from math import cos, dist, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures.drawing import Drawing, centre, read, spots_of
from tracker.pictures.bars import bars
from tracker.pictures.readings import (
    Axis,
    Ink,
    Layer,
    Reading,
    choose_axes,
    layers,
    legend,
    letter,
    rows,
    runs,
)
from tracker.pictures.star import RING, star, worded

TABAK = [
    Axis("A", "Eén adres. Eén naam. Eén telefoon."),
    Axis("B", "Ik kan niet goed lezen. Nu weet ge het."),
    Axis("C", "Deurwaarders van mijn dorpel."),
    Axis("D", "Ik was goed in lassen."),
]
READINGS = [
    Reading(date(2024, 6, 18), (1, 1, 1, None)),
    Reading(date(2026, 2, 24), (3, 3, 3, 2)),
    Reading(date(2026, 8, 25), (3, 4, 3, 3)),
]
DAYS = [date(2025, 1, 1), date(2025, 6, 1), date(2026, 1, 1)]


@st.composite
def stars(draw: st.DrawFn, fewest: int = 3, most: int = 8) -> tuple[list[Axis], tuple[Layer, ...]]:
    count = draw(st.integers(fewest, most))
    value = st.one_of(st.none(), st.integers(1, 5))
    values = st.tuples(*[value] * count)
    readings = [Reading(on, draw(values)) for on in DAYS[: draw(st.integers(1, 3))]]
    other = draw(st.one_of(st.none(), st.builds(Reading, st.just(DAYS[0]), values)))
    words = st.one_of(st.text(max_size=200), st.text("woord ", min_size=150, max_size=200))
    axes = [Axis(letter(i), draw(words)) for i in range(count)]
    return axes, layers(readings, other, other_name=draw(st.text(max_size=20)))


def at(i: int, count: int, value: float, middle: tuple[float, float]) -> tuple[float, float]:
    turn = 2 * pi * i / count
    return middle[0] + value * RING * sin(turn), middle[1] - value * RING * cos(turn)


def middle_of(drawing: Drawing) -> tuple[float, float]:
    return spots_of(drawing.marks("ax", "line")[0])[0]


def test_the_label_says_what_moved_since_the_previous_reading():
    drawing = read(star(TABAK, layers(READINGS)) or "")

    assert drawing.label == (
        "Ster met vier waardevragen. B en D zijn hoger dan vorige keer, A en C gelijk."
        " De tabel geeft dezelfde cijfers."
    )


def test_the_label_says_what_is_lower_new_or_not_spoken_of():
    before, now = Reading(DAYS[0], (4, 4, None, 2)), Reading(DAYS[1], (2, 4, 3, None))

    drawing = read(star(TABAK, layers([before, now])) or "")

    assert "A is lager dan vorige keer, B gelijk." in drawing.label
    assert "C is vorige keer niet gezien." in drawing.label
    assert "D is nu niet besproken." in drawing.label


def test_a_first_reading_has_nothing_to_compare_with():
    drawing = read(star(TABAK, layers(READINGS[:1])) or "")

    assert drawing.label == (
        "Ster met vier waardevragen. Eén keer bekeken. D is niet besproken. De tabel geeft dezelfde cijfers."
    )


def test_first_previous_and_now_lie_over_each_other():
    assert [layer.ink for layer in layers(READINGS)] == [Ink.FIRST, Ink.WAS, Ink.NOW]
    assert [layer.ink for layer in layers(READINGS[1:])] == [Ink.WAS, Ink.NOW]
    assert [layer.ink for layer in layers(READINGS[:1])] == [Ink.NOW]


def test_another_perspective_takes_the_place_of_the_first_reading():
    drawn = layers(READINGS, READINGS[0], other_name="het team")

    assert [layer.ink for layer in drawn] == [Ink.WAS, Ink.OTHER, Ink.NOW]
    assert "De streepjeslijn toont: het team." in read(star(TABAK, drawn) or "").label


def test_another_perspective_is_a_line_with_squares():
    drawing = read(star(TABAK, layers(READINGS, Reading(DAYS[0], (2, 2, 4, None)))) or "")

    assert len(drawing.marks("sq", "rect")) == 3
    assert [len(spots_of(line)) for line in drawing.marks("other")] == [3]


def test_a_demand_that_came_later_starts_later_and_is_never_drawn_as_zero():
    drawing = read(star(TABAK, layers(READINGS)) or "")

    assert [line.tag for line in drawing.marks("first")] == ["polyline"]
    assert [len(spots_of(line)) for line in drawing.marks("first")] == [3]


def test_a_line_breaks_at_what_was_not_seen():
    assert runs((1, 2, 3)) == [[0, 1, 2, 0]]
    assert runs((1, 2, 3, None)) == [[0, 1, 2]]
    assert runs((1, None, 3, 4)) == [[2, 3, 0]]
    assert runs((1, None, 3, None)) == [[2], [0]]
    assert runs((None, None, None)) == []


@pytest.mark.parametrize("count", [0, 1, 2, 9, 12])
def test_fewer_than_three_or_more_than_eight_demands_make_no_star(count: int):
    axes = [Axis(letter(i), "x") for i in range(count)]
    drawn = layers([Reading(DAYS[0], (3,) * count)])

    assert star(axes, drawn) is None
    assert worded(axes, drawn) is None


def test_more_than_eight_demands_ask_for_a_choice():
    assert choose_axes(8) is None
    assert "hoogstens acht waardevragen" in (choose_axes(9) or "")


def test_letters_go_on_after_z():
    assert [letter(i) for i in (0, 7, 25, 26, 27)] == ["A", "H", "Z", "AA", "AB"]


def test_the_legend_names_each_layer_with_its_date():
    shown = legend(layers(READINGS, Reading(DAYS[0], (1, 1, 1, 1)), other_name="<het team>"))

    assert "nu, 25/08/2026" in shown
    assert "&lt;het team&gt;, 1/01/2025" in shown


@given(stars())
def test_every_star_is_valid_and_stays_on_its_paper(given_star: tuple[list[Axis], tuple[Layer, ...]]):
    for draw in (star, worded):
        assert read(draw(*given_star) or "").stays_on_paper()


@given(stars())
def test_every_value_stands_on_its_own_axis_and_a_gap_nowhere(
    given_star: tuple[list[Axis], tuple[Layer, ...]],
):
    axes, drawn = given_star
    for draw in (star, worded):
        drawing = read(draw(axes, drawn) or "")
        middle = middle_of(drawing)
        now = next(layer.reading.values for layer in drawn if layer.ink is Ink.NOW)
        expected = [at(i, len(axes), value, middle) for i, value in enumerate(now) if value is not None]
        dots = [centre(dot) for dot in drawing.marks("dot")]
        assert all(dist(dot, spot) < 0.2 for dot, spot in zip(dots, expected, strict=True))
        for ink in Ink:
            for line in drawing.marks(ink):
                assert all(dist(spot, middle) > RING / 4 for spot in spots_of(line))


@given(stars())
def test_lines_connect_only_neighbours_that_were_both_seen(
    given_star: tuple[list[Axis], tuple[Layer, ...]],
):
    axes, drawn = given_star
    drawing = read(star(axes, drawn) or "")
    for layer in drawn:
        values = layer.reading.values
        pairs = sum(values[i] is not None and values[i - 1] is not None for i in range(len(values)))
        connected = sum(
            len(spots_of(line)) - (line.tag == "polyline")
            for line in drawing.marks(layer.ink)
            if line.tag in ("polyline", "polygon")
        )
        assert connected == pairs


@given(stars())
def test_the_order_of_the_axes_never_depends_on_the_values(
    given_star: tuple[list[Axis], tuple[Layer, ...]],
):
    axes, drawn = given_star
    letters = [word for word in read(star(axes, drawn) or "").words() if word not in ("1", "5")]

    assert letters == [axis.letter for axis in axes]


@given(stars())
def test_every_value_in_the_star_stands_in_the_table(given_star: tuple[list[Axis], tuple[Layer, ...]]):
    axes, drawn = given_star
    table = rows(axes, drawn)

    assert [row.axis for row in table] == list(axes)
    for column, layer in enumerate(drawn):
        assert tuple(row.values[column] for row in table) == layer.reading.values


@given(stars())
def test_words_beside_the_star_never_cover_each_other(given_star: tuple[list[Axis], tuple[Layer, ...]]):
    boxes = read(worded(*given_star) or "").word_boxes()[2:]

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_long_words_wrap_and_end_in_an_ellipsis_past_six_lines():
    axes = [Axis("A", "kort"), Axis("B", "woord " * 80), Axis("C", "x" * 300), Axis("D", "kort")]

    drawing = read(worded(axes, layers([Reading(DAYS[0], (1, 2, 3, 4))])) or "")

    assert sum(word.endswith("…") for word in drawing.words()) == 2
    assert drawing.stays_on_paper()


@given(stars(1, 2))
def test_one_or_two_demands_are_bars_from_zero(given_star: tuple[list[Axis], tuple[Layer, ...]]):
    axes, drawn = given_star
    drawing = read(bars(axes, drawn) or "")

    assert drawing.stays_on_paper()
    for layer in drawn:
        lengths = [spots_of(line)[1][0] - spots_of(line)[0][0] for line in drawing.marks(layer.ink)]
        assert [length / 50 for length in lengths] == [v for v in layer.reading.values if v is not None]


def test_three_demands_need_a_star_not_bars():
    assert bars(TABAK[:3], layers([Reading(DAYS[0], (1, 2, 3))])) is None


def test_words_of_people_are_escaped():
    axes = [Axis("A", '<b onclick="x">'), *TABAK[1:]]

    shown = worded(axes, layers(READINGS)) or ""

    assert "<b " not in shown
    assert 'A. <b onclick="x">' in read(shown).words()
