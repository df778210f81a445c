"""Sessions on screen: preparing, choosing, filling in, the wall, the phones, the minutes."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.sessions import BASE, QUESTION, REASON, a_session, code_of, opened, prepared
from tests.learning.words import a_pattern
from tests.page import said_in
from tracker.learning.actions.sessions.preparing import prepare_session
from tracker.learning.queries.sessions.minutes import first_minutes
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.tables.sessions import Card, LearningSession, SessionCase
from tracker.problems import RuleBroken


def filled(cast, **rest):
    return {
        "key": str(uuid4()),
        "question": QUESTION,
        "format": "journey",
        "held_on": "2026-12-01",
        "facilitator": str(cast.kim.person_id),
        **rest,
    }


async def test_an_empty_partnership_hears_what_to_do_next(web, cast):
    for path in (BASE, "/p/durmeland/leeragenda"):
        page = await web.as_(cast.an).get(path)

        assert page.status == 200
        assert "Bereid een leersessie voor" in page


async def test_cases_found_on_another_page_come_along_with_one_reason(web, cast):
    one, two = await tabak(cast), await tabak(cast, alias="Roos")
    an = web.as_(cast.an)
    page = await an.get(f"{BASE}/nieuw?casus={one.code}&casus={two.code}&vraag=Waarom%20opnieuw%3F")
    assert "Tabak" in page and "Roos" in page
    typed = page.form(f"{BASE}/nieuw")
    assert (typed["cases"], typed["question"]) == ([one.code, two.code], "Waarom opnieuw?")

    refused = await an.post(f"{BASE}/nieuw", {**typed, "format": "journey"})
    assert refused.errors == {"reason": "Schrijf waarom jullie net deze casus kiezen."}
    assert await LearningSession.count() == 0

    made = await an.post(f"{BASE}/nieuw", {**typed, "format": "journey", "reason": REASON})
    assert made.status == 303
    assert [row["reason"] for row in await SessionCase.select(SessionCase.reason)] == [REASON, REASON]


async def test_who_sees_no_cases_brings_none_along(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.kim).get(f"{BASE}/nieuw?casus={case.code}")
    assert case.code not in page and "Tabak" not in page

    made = await web.as_(cast.kim).post(f"{BASE}/nieuw", filled(cast, cases=case.code, reason=REASON))

    assert made.status == 303
    assert await SessionCase.count() == 0


async def test_every_page_of_a_session_answers(web, cast):
    session_id, [case] = await opened(cast, people=frozenset({cast.an.person_id}))
    an = web.as_(cast.an)
    await an.post(
        f"{BASE}/{session_id}/reis/{case.code}",
        {"key": str(uuid4()), "what": "De school vraagt het opnieuw", "kind": "waste", "waited": "6"},
    )
    for rest in (
        "",
        "/wijzig",
        "/rondje",
        "/casussen",
        f"/casussen?casus={case.code}",
        "/casussen?zoek=Tabak",
        f"/casussen/{case.code}",
        f"/reis/{case.code}",
        "/vragen/seen",
        "/kaarten",
        "/verslag",
        "/verslag/schrijf",
        *(f"/projectie/{step}" for step in range(1, 10)),
    ):
        page = await an.get(f"{BASE}/{session_id}{rest}")
        assert page.status == 200, rest
    assert (await an.get(f"{BASE}/{session_id}/projectie/99")).status == 404
    assert (await an.get(f"{BASE}/{session_id}/projectie")).location.endswith("/projectie/1")
    assert (await an.get(BASE)).status == (await an.get("/s")).status == 200
    assert (await an.get("/p/durmeland/leeragenda")).status == 200


async def test_a_phone_adds_a_card_and_takes_it_back(web, cast):
    session_id, [case] = await opened(cast)
    code, dirk = await code_of(cast, session_id), web.as_(cast.dirk)
    page = await dirk.get(f"/s/{code}")
    assert page.status == 200
    assert case.code not in page

    card = {"words": "Weer dat blad.", "quoted": "ja"}
    added = await dirk.post(f"/s/{code}", {**page.form(f"/s/{code}"), **card})

    assert added.status == 303
    table = await web.as_(cast.an).get(f"{BASE}/{session_id}/kaarten")
    assert "Weer dat blad." in table
    card = await Card.select(Card.id).first()
    assert (await web.as_(cast.an).post(f"/s/{code}/{card['id']}/weg")).status == 404
    assert (await dirk.post(f"/s/{code}/{card['id']}/weg")).status == 303
    assert "Weer dat blad." not in await web.as_(cast.an).get(f"{BASE}/{session_id}/kaarten")


@pytest.mark.parametrize("member", ["bea", "pro", "dirk"])
async def test_who_does_not_work_in_a_session_reads_no_code_and_no_reason(web, cast, member):
    session_id, [case] = await opened(cast)

    page = await web.as_(getattr(cast, member)).get(f"{BASE}/{session_id}")

    assert page.status == 200
    assert QUESTION in page
    assert case.code not in page.response.text and REASON not in page.response.text


async def test_a_code_that_leads_nowhere_says_so(web, cast):
    session_id, _ = await opened(cast)
    an = web.as_(cast.an)

    assert (await an.get("/s?code=99999")).errors == {
        "code": "Er is nu geen sessie met deze code. Kijk nog eens op het scherm."
    }
    assert (await an.get(f"/s?code={await code_of(cast, session_id)}")).status == 303
    assert (await an.get("/s/9999999999999")).status == 404


async def test_an_invitation_to_copy_holds_the_way_in_and_nothing_of_a_case(web, cast):
    session_id, [case] = await opened(cast, people=frozenset({cast.an.person_id}))
    code = await code_of(cast, session_id)

    page = await web.as_(cast.kim).get(f"{BASE}/{session_id}")
    [text] = [said_in(area) for area in page.all("textarea") if area.get("id") == "uitnodiging"]

    assert f"/s/{code} (code {code})" in text
    assert case.code not in text
    assert QUESTION not in text
    assert REASON not in text


async def test_who_writes_the_minutes_is_named_works_in_the_session_and_stands_in_them(web, cast):
    session_id, _ = await opened(cast, minute_taker=cast.dirk.person_id)

    page = await web.as_(cast.dirk).get(f"{BASE}/{session_id}/kaarten")
    text = await first_minutes(await cast.cor.viewer(), await session_of(await cast.cor.viewer(), session_id))

    assert page.status == 200
    assert "Dirk, schrijft het verslag" in await web.as_(cast.an).get(f"{BASE}/{session_id}")
    assert "Begeleiding: Kim. Verslag: Dirk." in text


async def test_who_takes_no_part_here_cannot_be_asked_to_write_the_minutes(cast):
    with pytest.raises(RuleBroken):
        await prepared(cast, minute_taker=cast.bea.person_id)


async def test_a_session_leads_back_to_the_pattern_from_which_its_question_came(web, cast):
    pattern = await a_pattern(cast)
    cor, there = web.as_(cast.cor), f"/p/durmeland/patronen/{pattern}"
    asked = (await cor.get(there)).form(f"{BASE}/nieuw")
    form = (await cor.get(f"{BASE}/nieuw?patroon={asked['patroon']}&vraag=Waarom")).form(f"{BASE}/nieuw")

    made = await cor.post(f"{BASE}/nieuw", {**form, "format": "free"})

    assert there in (await cor.get(made.location.split("?")[0])).links().values()


async def test_a_pattern_of_another_partnership_is_no_way_back(cast):
    pattern = await a_pattern(cast)
    theirs = a_session(cast.cas, pattern=pattern)

    session_id = await prepare_session(await cast.cas.viewer(), uuid4(), theirs)

    assert (await session_of(await cast.cas.viewer(), session_id)).pattern_id is None
