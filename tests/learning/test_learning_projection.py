"""What stands on the wall: one thing per screen, codes only, in an order that a reload does not lose."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.sessions import BASE, opened
from tests.queries import counted
from tracker import clock
from tracker.learning.actions.sessions.filling_in import Stepping, add_step, answer
from tracker.learning.figures.entry import entry_picture
from tracker.learning.figures.journeys import journey_picture
from tracker.learning.queries.sessions.material import Step
from tracker.learning.rules.formats import FORMATS
from tracker.learning.rules.journeys import why_not_step
from tracker.learning.rules.kinds import Format, StepKind
from tracker.learning.rules.projection import STEPS_ON_A_SCREEN, Screen, screens


@given(st.sampled_from(list(Format)), st.lists(st.tuples(st.integers(0, 5), st.integers(1, 40)), max_size=4))
def test_every_step_of_every_journey_has_its_screen_and_none_is_too_full(format, journeys):
    shown = screens(format, journeys)

    drawn = [each for each in shown if each.screen is Screen.JOURNEY]
    assert len(drawn) == sum(-(-steps // STEPS_ON_A_SCREEN) for _, steps in journeys)
    asked = [each.question for each in shown if each.screen is Screen.ASKED]
    assert asked == [question.name for question in FORMATS[format]]
    assert shown[0].screen is Screen.QUESTION


def test_a_picture_of_a_journey_says_aloud_what_it_draws():
    steps = [
        Step(1, 1, None, "Geeft het blad", StepKind.VALUE, "", 0),
        Step(2, 1, None, "School vraagt het <weer>", StepKind.FAILURE_DEMAND, "", 14),
        Step(3, 1, None, "Wat er toen was", StepKind.UNKNOWN, "", 1),
    ]

    drawn = journey_picture(steps, first=8)

    assert 'aria-label="Drie stappen. 8 waardevol. 9 faalvraag na 14 dagen wachten.' in drawn
    assert "14 dagen" in drawn and ">1 dag<" in drawn
    assert "<weer>" not in drawn and "style=" not in drawn
    assert journey_picture([]) == ""


def test_the_code_for_phones_is_a_drawing_of_dark_modules_with_a_quiet_border():
    drawn = entry_picture("https://leerspoor.test/s/4712")

    assert 'viewBox="0 0 37 37"' in drawn
    assert "QR-code van https://leerspoor.test/s/4712" in drawn
    assert "M4 4h1v1h-1z" in drawn
    assert "M3 " not in drawn


@pytest.mark.parametrize(
    ("format", "waited", "steps"), [(Format.FREE, 0, 0), (Format.JOURNEY, -1, 0), (Format.JOURNEY, 0, 40)]
)
def test_a_step_belongs_to_a_journey_waits_some_days_and_is_one_of_not_too_many(format, waited, steps):
    today = clock.today()

    assert why_not_step(format, happened_on=None, waited=waited, steps=steps, today=today)
    assert why_not_step(Format.JOURNEY, happened_on=today, waited=3, steps=2, today=today) is None


async def test_a_long_journey_takes_more_screens_and_every_screen_answers(web, cast):
    session_id, [case] = await opened(cast)
    an = await cast.an.viewer()
    for number in range(STEPS_ON_A_SCREEN + 1):
        step = Stepping(f"Stap {number}", StepKind.WASTE, waited=2)
        await add_step(an, session_id, case.code, uuid4(), step)
    wall = f"{BASE}/{session_id}/projectie"

    first, second = [await web.as_(cast.kim).get(f"{wall}/{step}") for step in (4, 5)]

    assert first.heading == second.heading == f"De reis van {case.code}"
    assert "Stap 6" in first and "Stap 7" not in first
    assert "Stap 7" in second and "16 dagen gewacht" in second
    assert "Tabak" not in first.response.text
    assert first.links()["Volgende"] == f"{wall}/5"
    assert (await web.as_(cast.kim).get(f"{wall}/5?zwart=1")).links()["Toon weer (b)"] == f"{wall}/5"


async def test_the_wall_shows_an_answer_under_its_question(web, cast):
    session_id, _ = await opened(cast)
    await answer(await cast.cor.viewer(), session_id, "seen", "Niemand deed iets fout.", version="")

    page = await web.as_(cast.kim).get(f"{BASE}/{session_id}/projectie/6")

    assert page.heading == "Wat zien we in deze reis?"
    assert "Niemand deed iets fout." in page


@pytest.mark.parametrize("rest", ["", "/projectie/3", "/kaarten", "/casussen"])
async def test_more_cases_ask_no_more_questions_of_the_database(web, cast, rest):
    asked = []
    for cases in (1, 4):
        session_id, _ = await opened(cast, cases=cases)
        an = web.as_(cast.an)
        await an.get(f"{BASE}/{session_id}{rest}")
        with counted() as queries:
            await an.get(f"{BASE}/{session_id}{rest}")
        asked.append(len(queries))

    assert 3 < asked[0] == asked[1] < 20
