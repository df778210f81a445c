"""Stories that the team releases, and input from outside that is looked for in cases."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.sessions import BASE, code_of, opened
from tracker.learning.actions.extracts import Telling, release_story, withdraw_story
from tracker.learning.actions.inputs import Receiving, find_in_case, receive_input
from tracker.learning.actions.sessions.cards import add_card
from tracker.learning.actions.sessions.closing import close_session
from tracker.learning.queries.sessions.minutes import minutes_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules.kinds import SessionState, Source
from tracker.learning.rules.recognising import codes_in, recognised, without_codes
from tracker.learning.tables.evidence import ExternalInput, Extract, InputCase
from tracker.learning.tables.sessions import LearningSession
from tracker.problems import NotFound, RuleBroken

READERS = ("bea", "dirk", "kim", "pro")
STORY = "Iemand kreeg elke week een brief. Niemand vroeg of lezen lukte."
LIST = "/p/durmeland/verhalen"
INPUTS = "/p/durmeland/inbreng"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roos zei het zelf.", ["Roos"]),
        ("Zo zei roos het.", ["Roos"]),
        ("Een rooster in de gang, en Rooske.", []),
        ("Over ‘Roos’, dus.", ["Roos"]),
    ],
)
def test_a_telling_word_is_found_as_a_word_of_its_own(text, found):
    assert list(recognised(text, {"Roos": "schuilnaam"})) == found


def test_codes_are_left_out_for_who_may_not_see_the_case():
    text = "In DL-0001 en dl-0002, niet in XDL-0003 of DL-x."

    assert codes_in(text, "DL") == ["DL-0001", "DL-0002"]
    assert without_codes(text, "DL", {"DL-0001"}) == "In DL-0001 en een casus, niet in XDL-0003 of DL-x."


async def released(cast, **rest):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab), municipality="Waasdorp")
    told = Telling(**{"title": "De brieven", "story": STORY, **rest})
    return case, await release_story(await cast.an.viewer(), case.code, uuid4(), told)


@pytest.mark.parametrize("member", READERS)
async def test_everyone_who_learns_reads_a_released_story_and_not_of_which_case(web, cast, member):
    case, story = await released(cast)
    seat = web.as_(getattr(cast, member))

    for path in (LIST, f"{LIST}/{story}"):
        page = await seat.get(path)
        assert page.status == 200
        assert STORY in page
        assert case.code not in page.response.text and "Tabak" not in page.response.text


async def test_a_story_that_was_taken_back_is_gone_for_all_but_the_team(web, cast):
    _, story = await released(cast)
    an = web.as_(cast.an)
    assert (await an.post(f"{LIST}/{story}/intrekken", {"reason": ""})).status == 422

    assert (await an.post(f"{LIST}/{story}/intrekken", {"reason": "Te herkenbaar."})).status == 303

    assert (await web.as_(cast.bea).get(f"{LIST}/{story}")).status == 404
    assert STORY not in await web.as_(cast.bea).get(LIST)
    assert "Te herkenbaar." in await an.get(f"{LIST}/{story}")
    with pytest.raises(RuleBroken):
        await withdraw_story(await cast.an.viewer(), story, "Nog eens.")


@pytest.mark.parametrize("word", ["Tabak", "An", "DL-0001", "Waasdorp", "0470 12 34 56", "an@voorbeeld.be"])
async def test_what_makes_somebody_recognisable_is_asked_about_before_a_story_goes_out(web, cast, word):
    case = await tabak(cast, municipality="Waasdorp")
    an, path = web.as_(cast.an), f"/p/durmeland/casussen/{case.code}/verhaal"
    fields = {"key": str(uuid4()), "title": "Brieven", "story": f"Het ging om {word}."}

    refused = await an.post(path, fields)
    assert refused.status == 422
    assert word in refused
    assert await Extract.count() == 0

    assert (await an.post(path, {**fields, "keep_identifiers": "yes"})).status == 303
    assert await Extract.count() == 1


async def test_a_case_page_leads_to_its_stories(web, cast):
    case, story = await released(cast)

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert page.links()["De brieven"] == f"{LIST}/{story}"
    assert page.links()["Geef een verhaal vrij"] == f"/p/durmeland/casussen/{case.code}/verhaal"


async def test_a_stranger_to_the_case_releases_no_story_of_it(cast):
    case, _ = await released(cast)

    for member in (cast.out, cast.kim, cast.bea, cast.dot):
        with pytest.raises(NotFound):
            await release_story(await member.viewer(), case.code, uuid4(), Telling("Titel", STORY))
    assert await Extract.count() == 1


async def received(cast):
    wanted = Receiving(Source.EXPERT, "Hogeschool", (await cast.an.viewer()).today, "Brieven werken niet.")
    return await receive_input(await cast.an.viewer(), uuid4(), wanted)


async def test_input_is_recorded_once_and_waits_until_a_case_shows_it(web, cast):
    an, key = web.as_(cast.an), str(uuid4())
    fields = {"key": key, "source": "expert", "received_on": "2026-01-05", "text": "Brieven werken niet."}
    for _ in range(2):
        made = await an.post(f"{INPUTS}/nieuw", fields)
        assert made.status == 303

    assert await ExternalInput.count() == 1
    page = await an.get(made.location)
    assert "Zoek eerst in casussen" in page
    assert "Brieven werken niet." in await web.as_(cast.bea).get(INPUTS)


async def test_input_does_not_come_from_tomorrow(web, cast):
    fields = {"key": str(uuid4()), "source": "expert", "received_on": "2099-01-05", "text": "Brieven."}

    page = await web.as_(cast.an).post(f"{INPUTS}/nieuw", fields)

    assert page.errors == {"received_on": "Deze dag ligt in de toekomst."}


async def test_what_a_case_shows_is_for_who_sees_the_case(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    input_id = await received(cast)
    finding = "Ook hier bleven de brieven dicht."
    await find_in_case(await cast.an.viewer(), input_id, case.code, uuid4(), finding)

    for member in (cast.bea, cast.kim, cast.out):
        page = await web.as_(member).get(f"{INPUTS}/{input_id}")
        assert page.status == 200
        assert "minder dan 5" in page
        assert finding not in page.response.text and case.code not in page.response.text
    assert finding in await web.as_(cast.ben).get(f"{INPUTS}/{input_id}")


async def test_a_code_that_is_no_case_is_said_beside_the_field(web, cast):
    input_id, an = await received(cast), web.as_(cast.an)
    fields = {"key": str(uuid4()), "case": "DL-9999", "finding": "Ook hier."}

    page = await an.post(f"{INPUTS}/{input_id}/casussen", fields)

    assert page.errors == {"case": "Deze casus vinden we niet. Kijk de code na."}
    assert await InputCase.count() == 0


async def write(web, cast, text, member=None, **rest):
    session_id, [case] = await opened(cast, people=frozenset({cast.an.person_id}))
    viewer = await (member or cast.cor).viewer()
    version = (await minutes_of(viewer, await session_of(viewer, session_id))).version
    fields = {"minutes": text.format(code=case.code), "version": version, "freeze": "ja", **rest}
    path = f"{BASE}/{session_id}/verslag/schrijf"
    return await web.as_(member or cast.cor).post(path, fields)


@pytest.mark.parametrize("text", ["Tabak0 zei het.", "Volgens Ben lag het aan ons.", "Bel 0470 12 34 56."])
async def test_before_freezing_minutes_ask_about_aliases_names_and_numbers(web, cast, text):
    page = await write(web, cast, text, cast.kim)

    assert page.status == 422
    assert "Is iemand te herkennen in je tekst?" in page
    assert (await LearningSession.select().first())["state"] == SessionState.OPEN
    kept = {**page.form(), "freeze": "ja", "keep_identifiers": "yes"}
    path = page.response.request.url.path
    assert (await web.as_(cast.kim).post(path, kept)).status == 303


async def test_who_was_there_may_stand_in_the_minutes(web, cast):
    assert (await write(web, cast, "Aanwezig: An. Begeleiding: Kim.")).status == 303


@pytest.mark.parametrize("member", [*READERS, "out"])
async def test_minutes_are_for_everyone_and_their_codes_for_who_sees_the_case(web, cast, member):
    session_id, [case] = await opened(cast)
    cor = await cast.cor.viewer()
    version = (await minutes_of(cor, await session_of(cor, session_id))).version
    await close_session(cor, session_id, f"We leerden van {case.code}.", version=version)

    page = await web.as_(getattr(cast, member)).get(f"{BASE}/{session_id}/verslag")

    assert page.status == 200
    assert "We leerden van een casus." in page
    assert case.code not in page.response.text
    assert f"We leerden van {case.code}." in await web.as_(cast.an).get(f"{BASE}/{session_id}/verslag")


@pytest.mark.parametrize("member", ["bea", "pro", "out"])
async def test_an_alias_or_code_that_was_let_stand_in_the_minutes_is_not_read_by_who_opens_no_such_case(
    web, cast, member
):
    text = "Gekozen: {code}, want Tabak0 wachtte. Tabak0: drie keer."
    kept = await write(web, cast, text, keep_identifiers="yes")
    path = kept.location.split("?")[0]

    theirs, ours = [await web.as_(getattr(cast, who)).get(path) for who in (member, "an")]

    assert "Gekozen: een casus, want iemand wachtte. iemand: drie keer." in theirs
    assert "Tabak0" not in theirs.html
    assert "DL-0001" not in theirs.html
    assert "want Tabak0 wachtte" in ours


async def test_a_name_on_a_card_an_answer_or_a_reason_is_asked_about_before_the_minutes_close(web, cast):
    session_id, _ = await opened(cast, people=frozenset({cast.an.person_id}))
    an, code = await cast.an.viewer(), await code_of(cast, session_id)
    await add_card(an, code, uuid4(), "Tabak0 belde drie keer.")
    path = f"{BASE}/{session_id}/verslag/schrijf"
    cor = web.as_(cast.cor)
    form = (await cor.get(path)).form(path)

    page = await cor.post(path, {**form, "freeze": "ja"})

    assert "Tabak0 belde drie keer." in form["minutes"]
    assert page.status == 422
    assert "schuilnaam" in page
