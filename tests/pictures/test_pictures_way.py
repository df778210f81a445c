"""The picture of a way there and back, between those who can do something about it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.pictures.drawing import read
from tracker.pictures.way import Stop, way

LANES = ["Team", "Bestuursraad", "Agentschap Integratie"]
FIRST = date(2025, 2, 4)


def walked(*lanes: str, owed: bool = False) -> list[Stop]:
    stops = [Stop(lane, "stap", FIRST + timedelta(days=40 * i)) for i, lane in enumerate(lanes)]
    if owed:
        stops[-1] = Stop(stops[-1].lane, "nog te doen", stops[-1].on, owed=True)
    return stops


def test_each_leg_says_whether_it_went_on_came_back_or_is_owed():
    stops = [
        Stop("Team", "ingebracht", FIRST),
        Stop("Bestuursraad", "opgenomen", FIRST),
        Stop("Team", "terug", FIRST, back=True),
        Stop("Team", "nog te doen", FIRST, owed=True),
    ]

    drawing = read(way(stops, LANES[:2]))

    assert [len(drawing.marks(ink, drawing.marks("was")[0].tag)) for ink in ("now", "was", "owe")] == [
        1,
        1,
        1,
    ]
    assert len(drawing.marks("leegc")) == 1
    assert "nu" in drawing.words()


def test_the_picture_says_aloud_between_whom_and_what_is_still_owed():
    drawing = read(way(walked("Team", "Bestuursraad", "Team", owed=True), LANES[:2]))

    assert drawing.label == (
        "De weg tussen Team en Bestuursraad in drie stappen. Stap 3, nog te doen, moet nog gebeuren. "
        "De lijst ernaast geeft elke stap."
    )


@given(st.lists(st.sampled_from(LANES), min_size=1, max_size=30), st.booleans())
def test_every_stop_carries_its_number_and_all_stays_on_paper(lanes, owed):
    drawing = read(way(walked(*lanes, owed=owed), LANES))

    numbers = [word for word in drawing.words() if word.isdigit()]
    assert numbers == [str(i + 1) for i in range(len(lanes))]
    assert drawing.stays_on_paper()
