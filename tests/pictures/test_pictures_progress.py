from datetime import date, timedelta
from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from tests.pictures.drawing import Drawing, centre, read, spots_of
from tracker.pictures.progress import Mark, Picture, Point, progress, rows

TODAY = date(2026, 11, 5)
TABAK = [
    Point(date(2024, 6, 18), 1, 1),
    Point(date(2024, 11, 19), 2, 2),
    Point(date(2025, 4, 1), 2, 3),
    Point(date(2025, 9, 30), 4, 4),
    Point(date(2026, 2, 24), 4, 5),
    Point(date(2026, 8, 25), 5, 6),
]

days = st.dates(date(2016, 1, 1), TODAY)
words = st.text(max_size=40)


@st.composite
def histories(draw: st.DrawFn) -> list[Point]:
    told = draw(st.lists(st.tuples(days, st.integers(1, 10)), min_size=1, max_size=60))
    return [Point(on, score, i) for i, (on, score) in enumerate(sorted(told), start=1)]


def both(picture: Picture | None) -> list[Drawing]:
    assert picture is not None
    return [read(picture.wide), read(picture.slim)]


def line_of(drawing: Drawing) -> list[tuple[float, float]]:
    return [spot for line in drawing.marks("now") for spot in spots_of(line)]


def test_the_label_tells_the_line_from_the_first_score_to_the_last():
    picture = progress(TABAK, until=TODAY)

    assert {drawing.label for drawing in both(picture)} == {
        "Voortgang van 1 in juni 2024 naar 5 in augustus 2026. De genummerde duidingen staan eronder."
    }


def test_the_label_names_the_months_in_which_the_purpose_changed():
    marks = [
        Mark(date(2025, 5, 20), "bedoeling herschreven"),
        Mark(date(2026, 1, 3), "bedoeling herschreven"),
    ]

    wide, _ = both(progress(TABAK, marks, until=TODAY))

    assert wide.label.endswith(" Bedoeling herschreven in mei 2025 en januari 2026.")
    assert len(wide.marks("mark")) == 2


def test_one_score_is_a_point_without_a_line():
    wide, slim = both(progress(TABAK[:1], until=TODAY))

    assert wide.label == "Eén score: 1 in juni 2024. De genummerde duiding staat eronder."
    assert [len(drawing.marks("now")) for drawing in (wide, slim)] == [0, 0]
    assert [len(drawing.marks("dot")) for drawing in (wide, slim)] == [1, 1]


def test_without_a_score_there_is_no_picture():
    assert progress([], [Mark(TODAY, "bedoeling herschreven")], until=TODAY) is None


def test_scores_of_one_day_all_carry_their_number():
    wide, slim = both(progress([Point(TODAY, 4, 1), Point(TODAY, 5, 2), Point(TODAY, 5, 3)], until=TODAY))

    for drawing in (wide, slim):
        assert len(drawing.marks("no-c")) == 3
        assert drawing.label.startswith("Voortgang van 4 naar 5 in november 2026.")


def test_a_falling_score_has_the_same_ink_as_a_rising_one():
    rising = [Point(date(2025, 1, 1), 2, 1), Point(date(2026, 1, 1), 8, 2)]
    falling = [Point(date(2025, 1, 1), 8, 1), Point(date(2026, 1, 1), 2, 2)]

    inks = [
        {each.get("class") for each in read(progress(points, until=TODAY).wide).root.iter()}
        for points in (rising, falling)
    ]

    assert inks[0] == inks[1]


def test_the_scale_is_always_one_to_ten_with_words_at_both_ends():
    wide, slim = both(progress([Point(TODAY, 5, 1)], until=TODAY))

    for drawing in (wide, slim):
        assert {"1", "5", "10", "nog een hele weg", "we kunnen loslaten"} <= set(drawing.words())


def test_the_time_axis_names_months_in_dutch():
    wide, _ = both(progress(TABAK, until=TODAY))

    assert [word for word in wide.words() if word[:3] in ("jun", "jul", "202")] == [
        "jun 2024",
        "2025",
        "jul",
        "2026",
        "jul",
    ]


def test_end_words_go_where_the_line_leaves_room():
    high = [Point(date(2025, 1, 20), 10, 1), Point(date(2025, 12, 20), 4, 2)]

    wide, slim = both(progress(high, until=TODAY))

    for drawing in (wide, slim):
        words = dict(zip(drawing.words(), drawing.word_boxes(), strict=True))
        rings = [spots_of(ring) for ring in drawing.marks("no-c")]
        assert all(
            words["we kunnen loslaten"].left > right or words["we kunnen loslaten"].top > bottom
            for (_, _), (right, bottom) in rings
        )


def test_with_forty_scores_on_a_phone_the_first_the_last_and_the_turns_keep_their_number():
    scores = [3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 2, 3, 4, 5, 6, 7, 8] * 2
    points = [Point(date(2023, 1, 1) + timedelta(days=35 * i), s, i + 1) for i, s in enumerate(scores)]

    _, slim = both(progress(points, until=TODAY))

    numbers = {"".join(each.itertext()) for each in slim.marks("strong")}
    assert {"1", "7", "14", "27", "34", "40"} <= numbers
    assert len(numbers) < 40


@given(histories(), st.lists(st.builds(Mark, days, words), max_size=5))
def test_every_picture_is_valid_and_stays_on_its_paper(points: list[Point], marks: list[Mark]):
    for drawing in both(progress(points, marks, until=TODAY)):
        assert drawing.stays_on_paper()
        assert drawing.marks("dot") and len(drawing.marks("dot")) == len(points)


@given(histories())
def test_rings_never_overlap(points: list[Point]):
    for drawing in both(progress(points, until=TODAY)):
        rings = [centre(ring) for ring in drawing.marks("no-c")]
        assert all(dist(one, other) >= 20 for one, other in combinations(rings, 2))


@given(histories())
def test_first_and_last_always_carry_their_number(points: list[Point]):
    for drawing in both(progress(points, until=TODAY)):
        numbers = {"".join(each.itertext()) for each in drawing.marks("strong")}
        assert {str(points[-1].number)} <= numbers
        if points[0].on != points[-1].on:
            assert {str(points[0].number)} <= numbers


@given(histories())
def test_time_runs_right_and_a_higher_score_stands_higher(points: list[Point]):
    for drawing in both(progress(points, until=TODAY)):
        spots = line_of(drawing)
        assert [x for x, _ in spots] == sorted(x for x, _ in spots)
        for (one, (_, y1)), (other, (_, y2)) in combinations(zip(points, spots, strict=False), 2):
            assert (one.score > other.score) == (y1 < y2)


@given(histories())
def test_the_same_scores_give_the_same_picture_in_any_order(points: list[Point]):
    assert progress(points, until=TODAY) == progress(points[::-1], until=TODAY)


@given(histories())
def test_every_number_in_the_picture_stands_in_the_table(points: list[Point]):
    table = {str(row.number) for row in rows(points)}

    for drawing in both(progress(points, until=TODAY)):
        assert {"".join(each.itertext()) for each in drawing.marks("strong")} <= table
    assert [row.number for row in rows(points)] == sorted((row.number for row in rows(points)), reverse=True)


def test_words_of_people_are_escaped():
    picture = progress(TABAK, [Mark(date(2025, 5, 20), '<script>"x"</script>')], until=TODAY)

    assert picture is not None
    assert "<script>" not in picture.wide
    assert '<script>"x"</script>' in "".join(read(picture.wide).words())
