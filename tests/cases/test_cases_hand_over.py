"""The phone in the hands of the person: no way to anything else, and back with a password (C11)."""

from uuid import uuid4

import pytest

from tests.cases.life import a_person, tabak
from tests.cases.phone import PASSWORD
from tests.cases.test_cases_reading_together import demand, reading
from tests.house.test_matrix import address
from tracker import clock
from tracker.cases import tables as t
from tracker.cases.actions.opening import open_case
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.kinds import CaseState, Perspective
from tracker.cases.rules.together import OwnAnswers, why_not_answer, why_not_hand_over
from tracker.cli.examining import all_routes
from tracker.partnership import trail
from tracker.partnership.actions.signing_in import set_password
from tracker.partnership.rules.passwords import TRIES_PER_PERSON
from tracker.partnership.tables import Partner, ReadEntry, SignIn, TrailEntry

OPEN_TO_THE_PERSON = {"/samen", "/samen/terug"}


@pytest.mark.parametrize("state", [state for state in CaseState if state is not CaseState.RUNNING])
def test_a_case_that_ended_asks_the_person_nothing_more(state):
    assert why_not_hand_over(state, has_password=True)
    assert why_not_answer(state, OwnAnswers(words="Dag"))


def test_who_could_not_take_the_phone_back_does_not_hand_it_over():
    assert "wachtwoord" in why_not_hand_over(CaseState.RUNNING, has_password=False)
    assert why_not_hand_over(CaseState.RUNNING, has_password=True) is None


async def test_without_a_password_the_phone_stays_with_the_worker(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)

    answer = await seat.post(f"/p/durmeland/casussen/{case.code}/klantbeeld/telefoon")

    assert answer.status == 422
    assert (await seat.get("/rol")).status == 200


async def test_handing_over_leads_to_the_person_and_empties_what_the_browser_remembers(web, cast):
    await set_password(cast.an.person_id, PASSWORD)
    case, seat = await tabak(cast), web.as_(cast.an)

    answer = await seat.post(f"/p/durmeland/casussen/{case.code}/klantbeeld/telefoon")

    assert (answer.status, answer.location) == (303, "/samen")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert "Nu ben jij aan de beurt" in await seat.get("/samen")


async def test_a_phone_handed_over_reaches_no_other_page_of_the_house(screens):
    for route in all_routes():
        if route["path"] == "/static" or route["path"].startswith("/samen"):
            continue
        path = address(route["path"], "durmeland", screens.case.code)
        page = await (screens.seat.get(path) if route["method"] == "GET" else screens.seat.post(path, {}))
        assert (page.status, page.location) == (303, "/samen"), f"{route['method']} {route['path']}"


async def test_a_phone_handed_over_opens_no_other_case_and_no_other_question(screens, cast):
    ben = await cast.ben.viewer()
    other = await case_for(ben, await open_case(ben, a_person(alias="Duif")))
    foreign = await demand(other, "Vogels")

    for path in (
        f"/samen/{other.code}/bedoeling",
        f"/samen/{other.code}/nalezen",
        f"{screens.base}/waardevraag/{foreign}",
        f"{screens.base}/waardevraag/2147483647",
        "/samen/%00/bedoeling",
    ):
        assert (await screens.seat.get(path)).status == 404, path
    answer = await screens.seat.post(f"{screens.base}/waardevraag/{foreign}", {"felt": "1"})
    assert answer.status == 404


async def test_the_screens_show_no_menu_no_list_and_no_figure_of_the_workers(screens):
    await reading(screens.case, Perspective.TEAM, {screens.home: 4})
    await t.ProgressScore(
        key=uuid4(), case=screens.case.id, scored_on=clock.today(), score=7, interpretation="Hij bloeit open."
    ).save()

    for rest in ("bedoeling", f"waardevraag/{screens.home}", "nog-iets", "nalezen"):
        page = await screens.get(rest)
        assert page.status == 200
        assert "Hij bloeit open." not in page
        assert not page.all("nav"), rest
        assert all(link.startswith(("/samen", "#inhoud")) for link in page.links().values()), page.links()
    assert "bijna goed" not in await screens.get("nalezen")


async def test_pages_for_the_person_are_closed_while_the_worker_holds_the_phone(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)

    for path in ("/samen", "/samen/terug", f"/samen/{case.code}/bedoeling", f"/samen/{case.code}/klaar"):
        assert (await seat.get(path)).location == "/", path


async def test_the_workers_password_gives_the_phone_back(screens):
    answer = await screens.seat.post("/samen/terug", {"password": PASSWORD})

    assert answer.location == f"/p/durmeland/casussen/{screens.case.code}/klantbeeld?teruggekregen=ja"
    assert "Je hebt de telefoon terug." in await screens.seat.get(answer.location)


async def test_a_wrong_password_leaves_the_phone_where_it_is_and_says_so(screens):
    page = await screens.seat.post("/samen/terug", {"password": "raden"})

    assert page.status == 422
    assert "Dit is niet je wachtwoord" in page.errors["password"]
    assert (await screens.seat.get("/")).location == "/samen"


async def test_guessing_on_the_phone_is_slowed_down_and_does_not_touch_signing_in_elsewhere(screens, web):
    for _ in range(TRIES_PER_PERSON):
        await screens.seat.post("/samen/terug", {"password": "raden"})

    page = await screens.seat.post("/samen/terug", {"password": PASSWORD})

    assert "kwartier" in page.errors["password"]
    elsewhere = await web.as_nobody().post("/aanmelden", {"email": "an@voorbeeld.be", "password": PASSWORD})
    assert elsewhere.status == 303


async def test_the_worker_ends_it_from_another_device(screens, web):
    elsewhere = web.as_nobody()
    await elsewhere.post("/aanmelden", {"email": "an@voorbeeld.be", "password": PASSWORD})
    assert "uit handen gegeven" in await elsewhere.get("/mijn")

    await elsewhere.post("/mijn/afmelden-overal")

    assert (await screens.seat.get("/samen")).location.startswith("/aanmelden")


async def test_stopping_half_way_keeps_the_answers_for_the_next_time_and_tells_the_worker(screens):
    await screens.post("bedoeling", {"fits": "changed", "words": "Ik wil weer lassen."})
    back = await screens.seat.post("/samen/terug", {"password": PASSWORD})
    page = await screens.seat.get(back.location)
    assert "is nog niet klaar" in page
    assert "Ik wil weer lassen." not in page

    await screens.seat.post(f"/p/durmeland/casussen/{screens.case.code}/klantbeeld/telefoon")

    assert (await screens.get("bedoeling")).form()["words"].strip() == "Ik wil weer lassen."


async def test_when_the_case_closed_meanwhile_the_phone_can_only_be_given_back(screens, cast):
    await t.SharedWith.delete().where(
        t.SharedWith.case == screens.case.id, t.SharedWith.organisation == cast.ocmw
    )

    assert (await screens.seat.get("/samen")).location == "/samen/terug"
    assert (await screens.seat.post("/samen/terug", {"password": PASSWORD})).location == "/"


async def test_when_the_workers_role_ended_meanwhile_the_phone_can_still_be_given_back(screens, cast):
    await Partner.update({Partner.until: clock.today()}).where(Partner.organisation == cast.ocmw)

    assert (await screens.seat.get("/samen")).location == "/samen/terug"
    assert (await screens.seat.get("/samen/terug")).status == 200
    assert (await screens.seat.post("/samen/terug", {"password": PASSWORD})).location == "/"


async def test_handing_over_answering_and_taking_back_are_links_of_the_chain_and_reads_of_the_case(
    screens, cast
):
    await screens.answer_all()
    await screens.post("nalezen", (await screens.get("nalezen")).form())
    await screens.seat.post("/samen/terug", {"password": PASSWORD})

    verbs = [row["verb"] for row in await TrailEntry.select(TrailEntry.verb).order_by(TrailEntry.number)]
    for verb in ("phone handed over", "answered by hand-over", "phone taken back"):
        assert verbs.count(verb) == 1
    assert await trail.verify(cast.durmeland) is None
    reads = {row["what"] for row in await ReadEntry.select(ReadEntry.what)}
    assert {"cases.hand_over", "together.review"} - reads == {"cases.hand_over"}


async def test_a_lock_is_kept_by_the_server_not_by_the_browser(screens):
    [row] = await SignIn.select(SignIn.locked_to_case).where(SignIn.locked_to_case.is_not_null())

    assert row["locked_to_case"] == screens.case.id
