"""The start page greets each role with what it came for, and shows cases to nobody else."""

import pytest

from tests.cases.life import tabak
from tests.learning.sessions import BASE, opened
from tracker import clock
from tracker.partnership.actions.wordings import reword
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.tables import ReadEntry, RoleHeld


async def test_a_practitioner_sees_the_own_cases_with_a_plus(web, cast):
    case = await tabak(cast, lead_id=cast.an.person_id)

    page = await web.as_(cast.an).get("/")

    assert page.heading == "Dag An"
    assert page.links()["Tabak"] == f"/p/durmeland/casussen/{case.code}"
    assert page.links()["Noteer interactie bij Tabak"].endswith("/interacties/nieuw")


async def test_an_empty_start_says_what_to_do_next(web, cast):
    assert "Open een casus" in (await web.as_(cast.an).get("/")).links()


async def test_the_coordination_sees_what_still_has_to_be_written(web, cast):
    assert "Centrale bedoeling" in (await web.as_(cast.cor).get("/")).links()

    viewer = await cast.cor.viewer()
    await reword(viewer, WordingKind.PURPOSE, "Eén vast gezicht.", since=viewer.today)

    assert "Centrale bedoeling" not in (await web.as_(cast.cor).get("/")).links()


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro", "ewa", "tom"])
async def test_no_other_start_page_shows_a_case(web, cast, member):
    await tabak(cast, lead_id=cast.an.person_id)

    page = await web.as_(getattr(cast, member)).get("/")

    assert page.status == 200
    assert "Tabak" not in page
    assert await ReadEntry.count() == 0


@pytest.mark.parametrize("member", ["an", "cor", "bea", "dirk", "kim"])
async def test_who_is_asked_to_learn_finds_the_session_at_the_start(web, cast, member):
    session_id, _ = await opened(cast)

    page = await web.as_(getattr(cast, member)).get("/")

    assert f"{BASE}/{session_id}" in page.links().values()


async def test_a_start_page_with_cases_stands_in_the_read_log(web, cast):
    await web.as_(cast.an).get("/")

    assert (await ReadEntry.select().first())["what"] == "start"


async def test_without_a_role_today_the_start_page_leads_to_the_roles(web, cast):
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.id == cast.an.role_held_id)

    assert (await web.as_(cast.an).get("/")).location == "/rol"


async def test_the_start_names_three_sessions_to_come_and_the_way_to_the_others(web, cast):
    made = [(await opened(cast))[0] for _ in range(2)]

    page = await web.as_(cast.dirk).get("/")

    assert {f"{BASE}/{session_id}" for session_id in made} <= {link.get("href") for link in page.all("a")}
    assert "Volgende leersessies" in page
