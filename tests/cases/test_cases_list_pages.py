"""The list of cases on screen: its filters live in the address and every chip turns one on or off."""

from datetime import timedelta
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest

from tests.cases.life import a_person, tabak
from tests.page import said_in
from tracker import clock
from tracker.cases.actions.opening import open_case
from tracker.cases.forms.filters import as_query, page_in, wanted_in
from tracker.cases.queries.listing import Stage, Wanted
from tracker.cases.rules.kinds import CaseKind
from tracker.cases.tables import ProgressScore
from tracker.partnership.tables import ReadEntry

CASES = "/p/durmeland/casussen"


def names(page):
    return [said_in(heading.find("a")) for heading in page.all("h2") if heading.find("a") is not None]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(question="één & naam", mine=True),
        Wanted(stage=Stage.ENDED_OTHERWISE, doubt=True),
        Wanted(long_not_reviewed=True, long_quiet=True, kind=CaseKind.NEIGHBOURHOOD),
        Wanted(municipality="Sint-Laureins", organisation=3, lead=12),
    ],
)
def test_an_address_asks_again_exactly_what_was_asked(wanted):
    query = dict(parse_qsl(as_query(wanted, page=7).removeprefix("?")))

    assert (wanted_in(query), page_in(query)) == (wanted, 7)


@pytest.mark.parametrize(
    "query",
    [
        {"staat": "onbekend", "soort": "x", "organisatie": "-1", "trekker": "9" * 30, "mijn": "nee"},
        {"organisatie": "²", "trekker": "1.5", "bladzijde": "0"},
        {"bladzijde": "-3"},
        {"bladzijde": "99999999999"},
    ],
)
def test_words_the_list_does_not_know_ask_nothing(query):
    assert wanted_in(query) == Wanted()
    assert page_in(query) == 1


async def test_a_chip_turns_its_filter_on_and_off_and_keeps_the_others(cast, web):
    await tabak(cast)
    an = web.as_(cast.an)

    on = (await an.get(f"{CASES}?zoek=tabak")).links()["Loopt"]
    page = await an.get(on)

    assert on == f"{CASES}?zoek=tabak&staat=loopt"
    assert names(page) == ["Tabak"]
    [current] = [said_in(link) for link in page.all("a", "chip") if link.get("aria-current")]
    assert current == "Loopt"
    assert page.links()["Loopt"] == f"{CASES}?zoek=tabak"


async def test_searching_keeps_the_filters_that_were_on(cast, web):
    page = await web.as_(cast.an).get(f"{CASES}?staat=loopt&mijn=ja&lang-stil=ja")

    fields = page.form(CASES)
    assert (fields["staat"], fields["mijn"], fields["lang-stil"]) == ("loopt", "ja", "ja")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Nog geen casussen"),
        ("?zoek=zzz", "Niets gevonden"),
        ("?mijn=ja", "Je volgt nog geen casus"),
        ("?lang-stil=ja", "Geen casus past hierbij"),
        ("?bladzijde=4", "Deze bladzijde is leeg"),
    ],
)
async def test_an_empty_list_says_what_to_do_next(cast, web, query, said):
    page = await web.as_(cast.an).get(f"{CASES}{query}")

    assert said in page
    [box] = page.all("div", "empty")
    assert box.find("a").get("href")


async def test_the_number_of_cases_is_said_in_a_status_line(cast, web):
    await tabak(cast)
    await tabak(cast)

    page = await web.as_(cast.an).get(f"{CASES}?zoek=tabak")

    [status] = [each for each in page.all("p") if each.get("role") == "status"]
    assert said_in(status).startswith("2 casussen gevonden")


async def test_fifty_cases_a_page_with_the_way_on_and_back(cast, web):
    viewer = await cast.an.viewer()
    for number in range(51):
        await open_case(viewer, a_person(alias=f"Casus {number}"))
    an = web.as_(cast.an)

    first = await an.get(f"{CASES}?staat=loopt")
    second = await an.get(first.links()["Volgende 50"])

    assert len(names(first)) == 50 and "1 tot 50 van 51 casussen" in first
    assert names(second) == ["Casus 0"]
    assert second.links()["Vorige 50"] == f"{CASES}?staat=loopt"


async def test_a_case_in_the_list_shows_its_words_and_never_a_score_alone(cast, web):
    case = await tabak(cast, municipality="Eeklo")
    for weeks, score in ((2, 4), (0, 3)):
        day = clock.today() - timedelta(weeks=weeks)
        words = {"interpretation": f"Traag, maar vooruit ({score}).", "scored_on": day}
        await ProgressScore(key=uuid4(), case=case.id, score=score, **words).save()

    page = await web.as_(cast.an).get(CASES)

    [row] = [said_in(item) for item in page.all("li", "case")]
    assert row.startswith(f"Tabak {case.code}, Eeklo Eén adres. Eén naam. Eén telefoon.")
    assert "Nu 3. Traag, maar vooruit (3)." in row
    assert 'class="spark"' in page.html


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro", "ewa", "tom", "dot", "cas"])
async def test_who_works_on_no_cases_here_finds_no_list(cast, web, member):
    assert (await web.as_(getattr(cast, member)).get(CASES)).status == 404


async def test_the_list_is_one_line_in_the_read_log_and_is_kept_nowhere(cast, web):
    await tabak(cast)

    page = await web.as_(cast.an).get(f"{CASES}?zoek=tabak")

    assert page.headers["cache-control"] == "no-store"
    reads = await ReadEntry.select(ReadEntry.what, ReadEntry.case)
    assert reads == [{"what": "cases.list", "case": None}]
