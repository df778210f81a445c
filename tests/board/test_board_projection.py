"""A round on the wall: one thing per screen, who spoke and never what, the same after a reload (B14)."""

from tests.board.proposing import BASE, in_round, proposed, says
from tracker.board.rules.kinds import Answer
from tracker.board.rules.wall import SCREENS
from tracker.pictures.circle import MOST, Chair, circle


def test_the_circle_says_aloud_who_did_not_speak_and_draws_nobodys_answer():
    drawn = circle([Chair("Sofie", True), Chair("Farah <b>", False), Chair("Bram", True)], "ronde 2")

    assert 'aria-label="Kring van drie mensen. Farah &lt;b&gt; sprak nog niet."' in drawn
    assert drawn.count('class="fill"') == 2 and drawn.count('class="leegc"') == 1
    assert "wacht op Farah" in drawn and "<b>" not in drawn
    assert circle([], "") == circle([Chair("A", True)] * (MOST + 1), "") == ""


async def test_every_screen_answers_in_every_stage_and_none_beyond_the_last(web, cast):
    seat = web.as_(cast.kim)
    for proposal_id in (await proposed(cast), await in_round(cast)):
        wall = f"{BASE}/{proposal_id}/projectie"

        pages = [await seat.get(f"{wall}/{step}") for step in range(1, len(SCREENS) + 1)]
        beyond = [await seat.get(f"{wall}/{step}") for step in (0, len(SCREENS) + 1)]

        assert {page.status for page in pages} == {200}
        assert {page.status for page in beyond} == {404}
        assert "stap 5 van 8: de ronde" in pages[4]


async def test_the_wall_shows_that_somebody_spoke_and_never_what(web, cast):
    proposal_id = await in_round(cast)
    seat, wall = web.as_(cast.ben), f"{BASE}/{proposal_id}/projectie"
    await says(cast.ben, proposal_id, Answer.OBJECTION, "Het adres komt bij de verkeerde.")

    pages = [await seat.get(f"{wall}/{step}") for step in range(1, len(SCREENS) + 1)]

    for page in pages:
        assert "verkeerde" not in page.html
    assert "nog niet" in pages[4].html and 'class="fill"' in pages[4].html
    assert "Bezwaren horen we als iedereen sprak" in pages[5]


async def test_a_phone_that_answers_reaches_the_wall_by_itself(web, cast):
    proposal_id = await in_round(cast)
    seat, wall = web.as_(cast.kim), f"{BASE}/{proposal_id}/projectie/5"
    [now] = [each.get("hx-get") for each in (await seat.get(wall)).tree.iter() if each.get("hx-get")]

    same = await seat.raw("GET", now, headers={"HX-Request": "true"})
    await says(cast.an, proposal_id)
    fresh = await seat.raw("GET", now, headers={"HX-Request": "true"})
    opened = await seat.get(now)

    assert same.status_code == 204
    assert fresh.status_code == 200 and 'class="fill"' in fresh.text
    assert (opened.status, opened.location) == (303, wall)
