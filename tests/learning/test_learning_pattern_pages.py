"""The pages of patterns: grouping on screen, a pattern with its thread, and who reads which words."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import AGAIN, a_pattern, cases_with, heard, helped, wanted, wasted
from tests.queries import counted
from tracker import clock
from tracker.cases.tables import CaseFile, FailureDemand
from tracker.learning.actions.patterns import NewPattern, make_pattern
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.evidence import Extract
from tracker.learning.tables.patterns import Occurrence, ProposedGrouping
from tracker.learning.tables.patterns import Pattern as PatternRow

BASE = "/p/durmeland/patronen"
BOARD = f"{BASE}/groeperen"
NEW = f"{BOARD}?soort=faalvragen"
READERS = ("bea", "dirk", "kim", "pro")


async def test_ticked_words_become_a_pattern_in_one_go(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    one, other = await heard(cast, case), await heard(cast, case, "Gezinsblad. Weer dat gezinsblad.")
    fields = (await an.get(BOARD)).form(NEW)
    answer = await an.post(NEW, {**fields, "words": [one, other], "name": "Attest opnieuw"})

    assert answer.status == 303
    row = await PatternRow.select(PatternRow.id, PatternRow.name).first()
    page = await an.get(f"{BASE}/{row['id']}")
    assert row["name"] == "Attest opnieuw"
    assert AGAIN in page
    assert "Gezinsblad. Weer dat gezinsblad." in page
    assert AGAIN not in await an.get(BOARD)


async def test_a_suggestion_is_only_followed_by_a_click(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    pattern = await a_pattern(cast, "Attest opnieuw", await heard(cast, case))
    word = await heard(cast, case, "Weer een vertaling van mijn diploma betaald.")
    page = await an.get(BOARD)

    assert "Lijkt op: Attest opnieuw" in page
    assert await Occurrence.count() == 1
    await an.post(f"{BOARD}/volg?soort=faalvragen", {"suggested": f"{word}-{pattern}"})
    assert await Occurrence.count() == 2


@pytest.mark.parametrize("said", ["", "1", "x-y", "1-999999999", "99999999999-1", "²-1"])
async def test_a_suggestion_that_is_none_groups_nothing(web, cast, said):
    await heard(cast, await tabak(cast))
    answer = await web.as_(cast.an).post(f"{BOARD}/volg", {"suggested": said})

    assert answer.status in (404, 422)
    assert await Occurrence.count() == 0


async def test_nothing_ticked_is_said_and_the_name_stays(web, cast):
    await heard(cast, await tabak(cast))
    page = await web.as_(cast.an).post(NEW, {"key": str(uuid4()), "name": "Attest opnieuw"})

    assert page.errors == {"words": "Vink eerst aan welke woorden je samen wil zetten."}
    assert page.form(NEW)["name"] == "Attest opnieuw"
    assert await PatternRow.count() == 0


async def test_ticked_words_without_a_pattern_ask_for_its_name_and_stay_ticked(web, cast):
    word = await heard(cast, await tabak(cast))
    page = await web.as_(cast.an).post(NEW, {"key": str(uuid4()), "words": str(word)})

    assert page.errors == {"name": "Geef het patroon een naam."}
    assert page.form(NEW)["words"] == str(word)


async def test_search_finds_words_without_capitals_and_accents(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    await heard(cast, case, "Één façade, drie loketten.")
    await heard(cast, case)
    page = await an.get(f"{BOARD}?soort=faalvragen&zoek=een+facade")

    assert "Één façade" in page
    assert AGAIN not in page


async def test_what_looks_like_a_word_comes_right_below_it(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    word = await heard(cast, case)
    await heard(cast, case, "De bus rijdt niet op zondag.")
    await heard(cast, case, "Weer een vertaald diploma nodig.")
    page = await an.get(f"{BOARD}?soort=faalvragen&lijkt-op={word}")

    assert AGAIN in page
    assert "Weer een vertaald diploma nodig." in page
    assert "De bus rijdt niet op zondag." not in page


@pytest.mark.parametrize(
    ("address", "word", "said"),
    [
        ("verspilling", wasted, "Drie keer hetzelfde blad gevraagd."),
        ("waarde", helped, "Eén blad voor iedereen."),
        ("waardevragen", wanted, "Eén adres."),
    ],
)
async def test_every_kind_of_word_is_grouped_on_its_own_board(web, cast, address, word, said):
    noted, an = await word(cast, await tabak(cast)), web.as_(cast.an)
    board = f"{BOARD}?soort={address}"
    fields = (await an.get(board)).form(board)
    await an.post(board, {**fields, "words": noted, "name": "Eén blad"})

    row = await PatternRow.select(PatternRow.id).first()
    assert said in await an.get(f"{BASE}/{row['id']}")


async def test_names_of_a_workbook_are_proposals_until_somebody_confirms_them(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    words = [await heard(cast, case), await heard(cast, case, "Gezinsblad.")]
    for word in words:
        row = ProposedGrouping(partnership=cast.durmeland, failure_demand=word, name="attest opnieuw")
        await row.save()
    proposal = f"{BOARD}/voorstel/{row.id}"
    assert "attest opnieuw" in await an.get(BOARD)
    fields = (await an.get(proposal)).form(proposal)
    assert await Occurrence.count() == 0
    await an.post(proposal, {**fields, "words": words[0], "name": "Attest opnieuw", "what": "these"})
    assert await Occurrence.count() == 1
    await an.post(proposal, {**fields, "name": "attest  OPNIEUW", "what": "all", "key": str(uuid4())})

    assert await Occurrence.count() == 2
    assert await PatternRow.count() == 1
    assert await ProposedGrouping.count() == 0


async def test_a_proposal_may_be_left_and_its_words_stay_to_be_grouped(web, cast):
    word, an = await heard(cast, await tabak(cast)), web.as_(cast.an)
    row = ProposedGrouping(partnership=cast.durmeland, failure_demand=word, name="attest")
    await row.save()
    proposal = f"{BOARD}/voorstel/{row.id}"
    fields = (await an.get(proposal)).form(proposal)
    await an.post(proposal, {**fields, "what": "not_these"})

    assert await ProposedGrouping.count() == 0
    assert AGAIN in await an.get(BOARD)


async def test_who_does_not_work_on_cases_reads_no_word_no_code_and_no_alias(web, cast):
    words = await cases_with(cast, 6)
    pattern = await a_pattern(cast, "Attest opnieuw", *words)
    codes = [row["code"] for row in await CaseFile.select(CaseFile.code)]

    for name in READERS:
        page = await web.as_(getattr(cast, name)).get(f"{BASE}/{pattern}")
        assert "5 of meer casussen" in page
        assert not any(secret in page.html for secret in (AGAIN, "Schuil", *codes)), name


async def test_a_worker_reads_only_the_words_of_own_cases(web, cast):
    open_one, closed = await tabak(cast), await tabak(cast, shared_with=(cast.ocmw,), alias="Wolf")
    words = [await heard(cast, open_one), await heard(cast, closed, "Van Wolf.")]
    pattern = await a_pattern(cast, "Attest opnieuw", *words)
    page = await web.as_(cast.ben).get(f"{BASE}/{pattern}")

    assert AGAIN in page
    assert "minder dan 5 in totaal" in page
    assert not any(secret in page.html for secret in ("Van Wolf.", closed.code))


async def test_a_pattern_without_a_cause_shows_the_missing_links_of_the_thread(web, cast):
    pattern = await a_pattern(cast, "Attest opnieuw", await heard(cast, await tabak(cast)))
    page = await web.as_(cast.an).get(f"{BASE}/{pattern}")

    [thread] = page.all("ol", "thread")
    links = [each for each in thread if each.tag == "li"]
    assert len(links) == 8
    assert ["loopt" in each.get("class", "") for each in links] == [False, False] + [True] * 6


async def test_words_are_split_off_moved_and_taken_out_on_screen(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    words = [await heard(cast, case, f"Attest {n}.") for n in range(3)]
    pattern = await a_pattern(cast, "Attest opnieuw", *words)
    move = f"{BASE}/{pattern}/verplaats"
    fields = (await an.get(move)).form(move) | {"reason": "Ander papier."}
    await an.post(move, {**fields, "words": words[0], "name": "Diploma opnieuw", "what": "move"})
    new = await PatternRow.select(PatternRow.id).where(PatternRow.name == "Diploma opnieuw").first()
    fresh = {**fields, "key": str(uuid4())}
    await an.post(move, {**fresh, "words": words[1], "into": new["id"], "what": "move"})
    await an.post(move, {**fresh, "words": words[2], "what": "out"})

    page = await an.get(f"{BASE}/{new['id']}")
    assert ("Attest 0." in page, "Attest 1." in page) == (True, True)
    assert "Attest 2." in await an.get(BOARD)
    assert "sommige woorden gingen naar ‘Diploma opnieuw’" in await an.get(f"{BASE}/{pattern}")


async def test_a_merged_pattern_points_to_where_its_words_went(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    gone = await a_pattern(cast, "Attest opnieuw", await heard(cast, case))
    goal = await a_pattern(cast, "Papier opnieuw", await heard(cast, case, "Gezinsblad."))
    merge = f"{BASE}/{gone}/samenvoegen"
    answer = await an.post(merge, {"into": goal, "reason": "Hetzelfde."})

    assert answer.location.startswith(f"{BASE}/{goal}?")
    assert AGAIN in await an.get(f"{BASE}/{goal}")
    page = await an.get(f"{BASE}/{gone}")
    assert "Samengevoegd met Papier opnieuw" in page
    assert page.links()["Papier opnieuw"] == f"{BASE}/{goal}"


async def test_the_representative_of_the_target_group_remarks_and_the_board_does_not(web, cast):
    pattern = await a_pattern(cast)
    remark = f"{BASE}/{pattern}/opmerkingen"
    dirk, bea = web.as_(cast.dirk), web.as_(cast.bea)
    fields = (await dirk.get(f"{BASE}/{pattern}")).form(remark)
    for _ in range(2):
        await dirk.post(remark, {**fields, "text": "Vraag het ons ook."})

    page = await bea.get(f"{BASE}/{pattern}")
    assert page.text.count("Vraag het ons ook.") == 1
    assert "Voeg toe" not in page
    assert (await bea.post(remark, {**fields, "text": "Ik ook."})).status == 403


async def test_a_big_pattern_and_the_board_ask_the_database_sixteen_times_at_most(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    words = [await heard(cast, case, f"Attest {n}.") for n in range(55)]
    pattern = await a_pattern(cast, "Attest opnieuw", *words)
    await cases_with(cast, 3)

    for path in (f"{BASE}/{pattern}", BOARD, f"{BOARD}?zoek=diploma", f"{BASE}/{pattern}/verplaats"):
        with counted() as statements:
            page = await an.get(path)
        assert page.status == 200
        assert 3 < len(statements) <= 16, (path, len(statements))


async def test_right_after_logging_the_case_says_in_which_pattern_such_words_stand(web, cast):
    await a_pattern(cast, "Attest opnieuw", *await cases_with(cast, 5))
    case, an = await tabak(cast), web.as_(cast.an)
    new = f"/p/durmeland/casussen/{case.code}/faalvragen/nieuw"
    fields = (await an.get(new)).form(new)
    answer = await an.post(new, {**fields, "words": "Weer mijn diploma laten vertalen."})

    page = await an.get(answer.location)
    assert "lijkt op Attest opnieuw (5 casussen)" in page
    assert AGAIN not in page


async def test_words_elsewhere_that_one_may_not_read_are_not_compared_with(web, cast):
    closed = await tabak(cast, shared_with=(cast.ocmw,), alias="Wolf")
    await a_pattern(cast, "Papieren", await heard(cast, closed, "Mijn zwemdiploma is zoek."))
    case = await tabak(cast)
    word = await heard(cast, case, "Een zwemdiploma gevraagd.")
    shown = f"/p/durmeland/casussen/{case.code}/faalvragen/{word}"

    assert "Papieren" not in await web.as_(cast.ben).get(shown)
    assert "Papieren" in await web.as_(cast.an).get(shown)


async def test_a_failure_demand_is_put_in_a_pattern_from_its_own_page_and_shows_its_thread(web, cast):
    pattern = await a_pattern(cast, "Attest opnieuw", *await cases_with(cast, 1))
    case, an = await tabak(cast), web.as_(cast.an)
    word = await heard(cast, case, "Weer mijn diploma laten vertalen.")
    shown = f"/p/durmeland/casussen/{case.code}/faalvragen/{word}"
    fields = (await an.get(shown)).form(f"{BOARD}/volg")
    answer = await an.post(f"{BOARD}/volg", {**fields, "suggested": f"{word}-{pattern}"})

    assert answer.location.startswith(f"{shown}?")
    page = await an.get(answer.location)
    assert page.all("ol", "thread")
    assert page.links()["Attest opnieuw"] == f"{BASE}/{pattern}"
    assert "Attest opnieuw" in await an.get(f"/p/durmeland/casussen/{case.code}")


async def test_a_question_beside_a_pattern_brings_its_cases_to_a_session(web, cast):
    case, an = await tabak(cast), web.as_(cast.an)
    pattern = await a_pattern(cast, "Attest opnieuw", await heard(cast, case), await heard(cast, case))
    fields = (await an.get(f"{BASE}/{pattern}")).form("/p/durmeland/leersessies/nieuw")

    assert fields == {
        "vraag": "Wat zit er achter ‘Attest opnieuw’?",
        "casus": case.code,
        "patroon": str(pattern),
    }
    coach = await web.as_(cast.kim).get(f"{BASE}/{pattern}")
    assert "casus" not in coach.form("/p/durmeland/leersessies/nieuw")


async def test_a_new_pattern_says_of_what_it_is(web, cast):
    an, new = web.as_(cast.an), f"{BASE}/nieuw"
    fields = (await an.get(new)).form(new) | {"name": "Attest opnieuw"}
    page = await an.post(new, {**fields, "soort": "pech"})

    assert page.errors == {"soort": "Kies waarvan dit een patroon is."}
    answer = await an.post(new, {**fields, "soort": "waardevragen"})
    assert "patroon van waardevragen" in await an.get(answer.location)


async def test_the_board_reads_the_stories_that_the_team_released_about_a_pattern(web, cast):
    pattern = await a_pattern(cast)
    for title, released_on in (("Drie keer hetzelfde blad", clock.today()), ("Wacht op lezing", None)):
        await Extract(
            key=uuid4(),
            partnership=cast.durmeland,
            pattern=pattern,
            title=title,
            story="Iemand gaf drie keer hetzelfde blad.",
            released_on=released_on,
        ).save()
    page = await web.as_(cast.bea).get(f"{BASE}/{pattern}")

    assert "Drie keer hetzelfde blad" in page
    assert "Wacht op lezing" not in page


@pytest.mark.parametrize("rest", ["", "/wijzig", "/verplaats", "/samenvoegen", "/niet-meer", "/oorzaken/1"])
@pytest.mark.parametrize("number", ["0", "2147483647", "99999999999999999999", "-1", "abc"])
async def test_a_pattern_that_cannot_be_is_not_found(web, cast, rest, number):
    page = await web.as_(cast.an).get(f"{BASE}/{number}{rest}")

    assert page.status == 404


async def test_odd_addresses_of_the_board_are_answered(web, cast):
    await heard(cast, await tabak(cast))
    for query in (
        "soort=pech",
        "lijkt-op=999999",
        "lijkt-op=x",
        "bladzijde=999",
        "zoek=%00%25_",
        "zoek=" + "x" * 500,
    ):
        assert (await web.as_(cast.an).get(f"{BOARD}?{query}")).status == 200


@pytest.mark.parametrize("path", ["patronen", "systeemcondities", "denkwijzen/nieuw"])
async def test_what_lies_behind_patterns_stands_under_patterns_in_the_menu(web, cast, path):
    page = await web.as_(cast.an).get(f"/p/durmeland/{path}")
    current = [link for link in page.all("a") if link.get("aria-current") == "page"]

    assert {link.get("href") for link in current} == {BASE}


async def test_a_key_that_was_used_in_another_partnership_is_refused_without_trouble(cast, web):
    key = uuid4()
    await make_pattern(await cast.cas.viewer(), key, NewPattern(PatternKind.FAILURE_DEMAND, "Daar"))

    page = await web.as_(cast.an).post(
        "/p/durmeland/patronen/nieuw", {"key": str(key), "soort": "faalvragen", "name": "Hier"}
    )

    assert page.status == 409
    assert not await PatternRow.exists().where(PatternRow.partnership == cast.durmeland)


async def test_what_was_just_noted_is_asked_about_once_and_only_by_who_noted_it(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    await heard(cast, case)
    await heard(cast, case, "Gezinsblad. Weer dat gezinsblad.")
    path = f"/p/durmeland/casussen/{case.code}"

    own, of_a_colleague = await web.as_(cast.an).get(path), await web.as_(cast.ben).get(path)
    await FailureDemand.update({FailureDemand.author: None}).where(FailureDemand.case == case.id)
    imported = await web.as_(cast.an).get(path)

    asked = "Wat net genoteerd is, lijkt nog op geen patroon."
    assert [str(page).count(asked) for page in (own, of_a_colleague, imported)] == [1, 0, 0]
