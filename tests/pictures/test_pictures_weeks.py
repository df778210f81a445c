from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.pictures.drawing import Drawing, read
from tracker.pictures.contacts import Contact, Kind
from tracker.pictures.pen import Picture
from tracker.pictures.weeks import Intensity, months, weeks

TODAY = date(2026, 11, 5)
INK = {Kind.CONTACT: "bal", Kind.ATTEMPT: "open", Kind.ABOUT: "talk"}

contacts = st.lists(st.builds(Contact, st.dates(date(2022, 1, 1), TODAY), st.sampled_from(Kind)), max_size=80)
starts = st.dates(date(2022, 1, 1), TODAY)


def met(*days: date) -> list[Contact]:
    return [Contact(on) for on in days]


def both(picture: Picture) -> list[Drawing]:
    return [read(picture.wide), read(picture.slim)]


def totals(shown: Intensity) -> Counter[Kind]:
    return Counter(
        {
            Kind.CONTACT: sum(row.contacts for row in shown.rows),
            Kind.ATTEMPT: sum(row.attempts for row in shown.rows),
            Kind.ABOUT: sum(row.about for row in shown.rows),
        }
    )


def test_the_label_tells_contacts_attempts_and_silence():
    told = [*met(date(2026, 8, 3), date(2026, 8, 4)), Contact(date(2026, 9, 8), Kind.ATTEMPT)]
    told += met(date(2026, 10, 12), date(2026, 10, 20))

    wide, slim = both(weeks(told, since=date(2026, 8, 1), until=TODAY).picture)

    assert wide.label == slim.label
    assert wide.label == (
        "Interacties per week, juli 2026 tot november 2026: vier contacten en één poging,"
        " 9 weken zonder contact van 10 augustus 2026 tot 11 oktober 2026."
    )


def test_four_full_weeks_without_contact_are_a_silence_and_three_are_not():
    monday = date(2026, 6, 1)

    three = weeks(met(monday, monday + timedelta(weeks=4)), since=monday, until=date(2026, 7, 5))
    four = weeks(met(monday, monday + timedelta(weeks=5)), since=monday, until=date(2026, 7, 12))

    assert three.silences == ()
    assert [silence.words for silence in four.silences] == ["4 weken stil"]
    assert [len(drawing.marks("hush")) for drawing in both(four.picture)] == [1, 1]
    assert "4 weken stil" in read(four.picture.wide).words()


def test_a_week_that_is_not_over_is_not_counted_as_silent():
    monday = date(2026, 6, 1)
    told = met(monday)

    friday = weeks(told, since=monday, until=monday + timedelta(weeks=4, days=4))
    sunday = weeks(told, since=monday, until=monday + timedelta(weeks=4, days=6))

    assert friday.silences == ()
    assert [(silence.count, silence.lasting) for silence in sunday.silences] == [(4, True)]


def test_an_attempt_does_not_end_a_silence_but_it_is_told():
    monday = date(2026, 6, 1)
    told = [*met(monday), Contact(monday + timedelta(weeks=2), Kind.ATTEMPT)]

    shown = weeks(told, since=monday, until=monday + timedelta(weeks=6, days=6))

    assert [silence.words for silence in shown.silences] == ["6 weken zonder contact"]


def test_a_silence_that_began_before_the_picture_counts_whole():
    shown = weeks(met(date(2025, 1, 6), TODAY), since=date(2025, 1, 6), until=TODAY)

    assert [silence.count for silence in shown.silences] == [94]


def test_a_week_over_new_year_is_one_week():
    shown = weeks(met(date(2025, 12, 29), date(2026, 1, 4)), since=date(2025, 12, 1), until=date(2026, 1, 11))

    blocks = read(shown.picture.wide).marks("bal")
    assert len({block.get("x") for block in blocks}) == 1
    assert [(row.month, row.contacts) for row in shown.rows[:2]] == [
        (date(2026, 1, 1), 1),
        (date(2025, 12, 1), 1),
    ]


def test_the_picture_per_week_reaches_twelve_months_back_at_most():
    shown = weeks(met(date(2024, 5, 6), date(2026, 10, 30)), since=date(2024, 5, 6), until=TODAY)

    assert totals(shown)[Kind.CONTACT] == 1
    assert len(shown.rows) in (12, 13)


def test_the_picture_per_month_shows_the_whole_case():
    shown = months(met(date(2024, 5, 6), date(2026, 10, 30)), since=date(2024, 5, 6), until=TODAY)

    assert totals(shown)[Kind.CONTACT] == 2
    assert shown.rows[-1].month == date(2024, 5, 1)
    assert read(shown.picture.wide).label.startswith("Interacties per maand, mei 2024 tot november 2026:")
    assert "28 maanden stil" in read(shown.picture.wide).words()


def test_a_case_of_today_has_an_empty_picture():
    shown = weeks([], since=TODAY, until=TODAY)

    assert read(shown.picture.wide).label == (
        "Interacties per week, november 2026 tot november 2026: geen contacten."
    )


@given(contacts, starts, st.sampled_from([weeks, months]))
def test_every_picture_is_valid_and_stays_on_its_paper(told, since, picture_of):
    for drawing in both(picture_of(told, since=since, until=TODAY).picture):
        assert drawing.stays_on_paper()


@given(contacts, starts, st.sampled_from([weeks, months]))
def test_every_contact_is_one_block_in_the_picture_and_one_in_the_table(told, since, picture_of):
    shown = picture_of(told, since=since, until=TODAY)

    for drawing in both(shown.picture):
        assert Counter({kind: len(drawing.marks(ink)) for kind, ink in INK.items()}) == totals(shown)


@given(contacts, starts)
def test_every_silence_in_the_picture_is_in_the_list(told, since):
    shown = weeks(told, since=since, until=TODAY)
    listed = {silence.count for silence in shown.silences}

    for drawing in both(shown.picture):
        assert len(drawing.marks("hush")) == len(shown.silences)
        numbers = {int(word.split()[0]) for word in drawing.words() if word.split()[0].isdecimal()}
        assert numbers <= listed


@given(contacts, starts)
def test_no_month_label_touches_the_next(told, since):
    for drawing in both(weeks(told, since=since, until=TODAY).picture):
        boxes = [box for box in drawing.word_boxes() if box.bottom == 95]
        assert all(one.right <= other.left for one, other in zip(boxes, boxes[1:], strict=False))
