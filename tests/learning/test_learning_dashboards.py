"""The dashboards: what they count, for whom, and what is behind each figure (L8, law 1, law 3)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cases.stars import read, said
from tests.cases.stars import with_demands as case_with_demands
from tests.learning.grouped import FIGURES, HERE, PLACES, a_case, ended, figure, met, told
from tests.learning.words import a_pattern, heard, helped, wasted
from tests.queries import counted as counted_statements
from tracker import clock
from tracker.cases.actions.endings import reopen_case
from tracker.cases.actions.reclassifying import call_it_value
from tracker.cases.rules.kinds import CaseState, ContactOutcome, Fit
from tracker.learning.rules.kinds import PatternKind, Recurrence
from tracker.learning.tables.evidence import Extract
from tracker.learning.tables.patterns import Pattern
from tracker.partnership.tables import ReadEntry

TODAY = clock.today()


@pytest.fixture(autouse=True)
def on_one_day(monkeypatch):
    """The day stays what it was when these tests were read, also when they run over midnight."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def row(page, beginning: str, table: int = 0) -> list[str]:
    return next(cells for cells in page.rows(table) if cells[0].startswith(beginning))


async def test_the_coordination_reads_how_often_a_type_came_and_one_sentence_of_somebody(web, cast):
    pattern, cases = await told(cast, 6)
    await heard(cast, cases[0], "Woord dat nergens bij hoort")

    page = await web.as_(cast.cor).get(HERE)

    assert row(page, "Attest opnieuw")[2:] == ["6", "6", "6"]
    assert row(page, "Attest opnieuw")[0] == "Attest opnieuw Woord Attest opnieuw 5"
    assert row(page, "nog zonder patroon")[2] == "1"
    assert "7 faalvragen in 6 casussen" in page
    assert f"{HERE}/{pattern}" in [link.get("href") for link in page.all("a")]


async def test_a_small_count_lists_its_cases_to_who_may_open_them_all(web, cast):
    _, cases = await told(cast, 3)

    page = await web.as_(cast.cor).get(HERE)

    assert row(page, "Attest opnieuw")[3] == " ".join(["3", *(case.code for case in cases)])


async def test_who_may_open_only_some_cases_gets_those_and_no_number(web, cast):
    _, seen = await told(cast, 2, shared_with=(cast.vdab,))
    other = await a_case(cast, "Verborgen")
    await heard(cast, other, "Woord Verborgen")

    page = await web.as_(cast.ben).get(f"{HERE}/achter?wat=faalvragen")

    assert "Minder dan 5 casussen" in page
    assert all(case.code in page for case in seen)
    assert other.code not in page
    assert "Verborgen" not in page.html


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro"])
async def test_who_opens_no_case_reads_figures_and_never_a_code_an_alias_or_a_word(web, cast, member):
    pattern, cases = await told(cast, 6)
    few, _ = await told(cast, 3, name="Wachtlijst")
    for i, case in enumerate(cases):
        await wasted(cast, case, f"Woord verspild {i}")
        await met(cast, case, TODAY)
        await ended(cast, case, TODAY)
    who = getattr(cast, member)

    pages = [await web.as_(who).get(HERE + place) for place in PLACES]
    pages.append(await web.as_(who).get(f"{HERE}/achter?wat=faalvragen&rij={pattern}"))
    pages.append(await web.as_(who).get(f"{HERE}/achter?wat=doorlooptijd"))
    figures = [(await web.as_(who).raw("GET", HERE + place)).text for place in FIGURES]

    everything = " ".join([*(page.html for page in pages), *figures])
    assert not [case.code for case in cases if case.code in everything]
    assert "Schuil" not in everything
    assert "Woord" not in everything
    assert row(pages[0], "Attest opnieuw")[3] == "5+"
    assert row(pages[0], "Wachtlijst")[2:] == ["–", "minder dan 5"]
    assert few > pattern


async def test_no_total_gives_away_a_hidden_number(web, cast):
    await told(cast, 6)
    await told(cast, 3, name="Wachtlijst")

    page = await web.as_(cast.bea).get(HERE)

    assert "opgeteld" not in page.rows()[0]


async def test_no_total_stands_beside_a_hidden_cell_of_value_and_waste(web, cast):
    cases = [await a_case(cast, f"Schuil {i}") for i in range(7)]
    wastes = [await wasted(cast, case) for case in cases]
    await a_pattern(cast, "Zonder gesprek", *wastes[:2], kind=PatternKind.WASTE)

    theirs = await web.as_(cast.bea).get(f"{HERE}/verspilling")
    ours = await web.as_(cast.cor).get(f"{HERE}/verspilling")

    assert row(theirs, "Zonder gesprek")[-1] == "niet getoond"
    assert "verspilling samen" not in theirs
    assert row(ours, "verspilling samen")[-1] == "7 toon casussen"


async def test_the_board_reads_what_the_team_released_about_a_pattern(web, cast):
    pattern, _ = await told(cast, 2)
    told_so = {
        "partnership": cast.durmeland,
        "pattern": pattern,
        "story": "Iemand bracht drie keer hetzelfde.",
    }
    await Extract(key=uuid4(), title="Drie keer", released_on=TODAY, **told_so).save()
    await Extract(key=uuid4(), title="Nog niet", **told_so).save()

    page = await web.as_(cast.bea).get(f"{HERE}/achter?wat=faalvragen&rij={pattern}")

    assert "Drie keer" in page
    assert "Nog niet" not in page
    assert "Minder dan 5 casussen" in page


async def test_a_period_is_in_the_address_and_in_the_title(web, cast):
    await told(cast, 5)
    await told(cast, 5, name="Vroeger", on=TODAY - timedelta(days=90))
    yesterday = (TODAY - timedelta(days=1)).isoformat()

    recent = await web.as_(cast.cor).get(f"{HERE}?van={yesterday}")
    nonsense = await web.as_(cast.cor).get(f"{HERE}?van=2026-13-45&tot=ooit&soort=vogel")

    assert "Vroeger" not in recent
    assert recent.title.startswith(f"Patronen, {int(yesterday[8:])} ")
    assert "Vroeger" in nonsense
    assert str(TODAY.year) in nonsense.title


async def test_one_kind_of_case_can_be_looked_at_alone(web, cast):
    await told(cast, 5)

    persons = await web.as_(cast.cor).get(f"{HERE}?soort=persoon")
    groups = await web.as_(cast.cor).get(f"{HERE}?soort=groep")

    assert "5 faalvragen in 5 casussen" in persons
    assert "Geen faalvragen in deze periode" in groups


async def test_another_partnership_sees_and_counts_nothing_of_it(web, cast):
    pattern, _ = await told(cast, 5)

    theirs = await web.as_(cast.cas).get("/p/kustpolder/patronen")
    ours = await web.as_(cast.cas).get(HERE)
    behind = await web.as_(cast.cas).get(f"/p/kustpolder/patronen/achter?wat=faalvragen&rij={pattern}")

    assert "Geen faalvragen" in theirs
    assert "Attest" not in theirs.html
    assert (ours.status, behind.status) == (404, 404)


async def test_a_failure_demand_that_was_called_a_value_demand_no_longer_counts(web, cast):
    _, cases = await told(cast, 5)
    extra = await heard(cast, cases[0], "Woord dat een waarde werd")
    await call_it_value(await cast.an.viewer(), cases[0].code, uuid4(), extra, "Het is zijn wens.")

    page = await web.as_(cast.cor).get(HERE)

    assert "5 faalvragen in 5 casussen" in page


async def test_one_offs_and_words_without_a_pattern_come_last(web, cast):
    once, _ = await told(cast, 7, name="Felicitatie")
    await Pattern.update({Pattern.recurrence: Recurrence.ONE_OFF}).where(Pattern.id == once)
    await told(cast, 5)
    for case in [await a_case(cast, f"Los {i}") for i in range(9)]:
        await heard(cast, case, "Woord los")

    page = await web.as_(cast.cor).get(HERE)

    first = [cells[0].split(" Woord")[0] for cells in page.rows()[1:]]
    assert first == ["Attest opnieuw", "Felicitatie", "nog zonder patroon"]


async def test_value_and_waste_stand_side_by_side_by_their_pattern_or_first_word(web, cast):
    cases = [await a_case(cast, f"Schuil {i}") for i in range(6)]
    wastes = [await wasted(cast, case) for case in cases]
    for case in cases[:5]:
        await helped(cast, case)
    await a_pattern(cast, "Zonder gesprek", wastes[0], kind=PatternKind.WASTE)

    page = await web.as_(cast.cor).get(f"{HERE}/verspilling")

    assert row(page, "Zonder gesprek")[-1] == f"1 {cases[0].code}"
    assert row(page, "opnieuw moeten doen")[-1] == "5 toon casussen"
    assert row(page, "verspilling samen")[-1] == "6 toon casussen"
    assert row(page, "waarde samen")[-1] == "5 toon casussen"


async def test_of_each_value_demand_the_last_word_on_its_fit_counts(web, cast):
    case, demands = await case_with_demands(cast)
    then = TODAY - timedelta(days=20)
    await read(cast.an, case, {demands[0]: said(2, fit=Fit.TOO_MUCH), demands[1]: said(3)}, on=then)
    await read(cast.an, case, {demands[0]: said(4, fit=Fit.FITTING)})

    page = await web.as_(cast.cor).get(f"{HERE}/te-weinig-te-veel")

    assert row(page, "nog geen soort")[1:] == ["– geen", f"1 {case.code}", "– geen", f"1 {case.code}"]


async def test_cases_stand_in_the_band_of_how_often_they_were_met(web, cast):
    often, once, silent = [await a_case(cast, name, days=3) for name in ("Vaak", "Eens", "Stil")]
    for _ in range(4):
        await met(cast, often, TODAY)
    await met(cast, once, TODAY)
    await met(cast, silent, TODAY, ContactOutcome.ATTEMPT)
    first = TODAY.replace(day=1).isoformat()

    page = await web.as_(cast.cor).get(f"{HERE}/intensiteit?van={first}")

    bands = {cells[0]: cells[-1] for cells in page.rows(1)[1:]}
    assert bands["geen"] == f"1 {silent.code}"
    assert bands["1 keer"] == f"1 {once.code}"
    assert bands["4 tot 7 keer"] == f"1 {often.code}"


async def test_every_figure_has_a_table_with_as_many_cells(web, cast):
    _, cases = await told(cast, 12)
    for i, case in enumerate(cases):
        await met(cast, case, TODAY)
        await ended(cast, case, TODAY - timedelta(days=40 - i))
    cor = web.as_(cast.cor)

    points = (await figure(web, cast.cor, "/doorlooptijd/figuur.json"))["data"][0]["y"]
    bars = (await figure(web, cast.cor, "/intensiteit/figuur.json"))["data"]

    table = (await cor.get(f"{HERE}/doorlooptijd")).rows()
    contacts = (await cor.get(f"{HERE}/intensiteit")).rows()
    assert [int(cells[2]) for cells in table[1:]] == points
    assert len(contacts) - 1 == len(bars[0]["y"])
    assert len(contacts[0]) - 1 == 2 * len(bars)


async def test_behind_a_figure_are_the_words_and_the_cases_to_take_into_a_session(web, cast):
    pattern, cases = await told(cast, 6)
    page = await web.as_(cast.an).get(f"{HERE}/achter?wat=faalvragen&rij={pattern}")

    assert "Woord Attest opnieuw 5" in page
    assert page.form("/p/durmeland/leersessies/nieuw")["casus"] == [case.code for case in cases[:4]]


async def test_cases_for_a_session_are_chosen_by_how_they_went(web, cast):
    pattern, cases = await told(cast, 4)
    long = await a_case(cast, "Lang", days=400)
    await heard(cast, long, "Woord lang")
    an = await cast.an.viewer()
    await ended(cast, cases[0], TODAY)
    await ended(cast, cases[1], TODAY - timedelta(days=9), CaseState.STOPPED)
    await reopen_case(an, cases[1].code, TODAY, "Het liep mis.")
    here = f"{HERE}/achter?wat=faalvragen&kies="

    chosen = {}
    for choice in ("lang", "herval", "goed"):
        page = await web.as_(cast.an).get(here + choice)
        chosen[choice] = page.form("/p/durmeland/leersessies/nieuw")["casus"]

    assert pattern
    assert chosen["lang"][0] == long.code or long.code in chosen["lang"]
    assert chosen["herval"] == cases[1].code
    assert chosen["goed"] == cases[0].code


@pytest.mark.parametrize(
    "asked",
    [
        "wat=faalvragen&rij=999999",
        "wat=faalvragen&rij=99999999999999999999",
        "wat=faalvragen&rij=x",
        "wat=faalvragen&kolom=2026-99",
        "wat=faalvragen&kolom=2026K9",
        "wat=wat-hielp&rij=waste-p1",
        "wat=wat-hielp&rij=%00",
        "wat=gepast&kolom=veel",
        "wat=contact&rij=3",
        "wat=contact&kolom=202699",
        "wat=doorlooptijd&rij=weg",
    ],
)
async def test_what_is_not_there_has_nothing_behind_it(web, cast, asked):
    page = await web.as_(cast.cor).get(f"{HERE}/achter?{asked}")

    assert page.status == 404


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("member", ["cor", "bea"])
async def test_an_empty_partnership_is_told_what_to_do_next(web, cast, place, member):
    page = await web.as_(getattr(cast, member)).get(HERE + place)

    assert page.status == 200
    assert page.all("div", "empty") or place == "/achter"


async def test_a_page_asks_as_many_questions_for_ten_types_as_for_one(web, cast):
    await told(cast, 5)
    with counted_statements() as one:
        await web.as_(cast.cor).get(f"{HERE}/faalvragen")
    for i in range(9):
        await told(cast, 2, name=f"Soort {i}")
    with counted_statements() as ten:
        await web.as_(cast.cor).get(f"{HERE}/faalvragen")

    assert len(ten) <= len(one) + 2


async def test_a_read_of_codes_and_words_is_kept_and_one_of_figures_alone_is_not(web, cast):
    await told(cast, 2)
    await web.as_(cast.cor).get(HERE)
    await web.as_(cast.bea).get(HERE)

    read_by = {entry["person"] for entry in await ReadEntry.select(ReadEntry.person)}
    assert read_by == {cast.cor.person_id}


async def test_dates_of_another_century_are_no_period(web, cast):
    await told(cast, 5)

    page = await web.as_(cast.cor).get(f"{HERE}?van=0001-01-01&tot={date(9999, 12, 31)}")

    assert page.status == 200
    assert "Attest opnieuw" in page


async def test_who_opens_no_case_learns_nothing_from_one_day_or_one_kind_more(web, cast):
    _, cases = await told(cast, 6, on=TODAY - timedelta(days=1))
    await heard(cast, cases[0], "Woord van vandaag", heard_on=TODAY)
    bea, until = web.as_(cast.bea), (TODAY - timedelta(days=1)).isoformat()

    pages = [
        await bea.get(HERE),
        await bea.get(f"{HERE}?van={until}&tot={until}"),
        await bea.get(f"{HERE}?van={until}"),
        await bea.get(f"{HERE}?soort=persoon"),
    ]

    assert {row(page, "Attest opnieuw")[2] for page in pages} == {"5+"}
    assert all("hele kwartalen" in page for page in pages)
    assert not any("6 casussen" in page or "7 faalvragen" in page for page in pages)


async def test_a_rounded_number_says_that_it_may_be_more_and_a_full_one_does_not(web, cast):
    _, cases = await told(cast, 7)
    for case in cases:
        await met(cast, case, TODAY)
    now = f"{TODAY.year} K{(TODAY.month + 2) // 3}"

    theirs, ours = [await web.as_(who).get(HERE) for who in (cast.bea, cast.cor)]
    drawn = await figure(web, cast.bea, "/intensiteit/figuur.json")

    assert "5 of meer faalvragen in 5 of meer casussen" in theirs
    assert (row(theirs, "Attest opnieuw")[2], row(ours, "Attest opnieuw")[2]) == ("5+", "7")
    assert (row(theirs, now, 1)[1], row(ours, now, 1)[1]) == ("5+", "7")
    assert ">5+</text>" in theirs.html
    assert ">5+</text>" not in ours.html
    assert "5+ keer er was contact" in drawn["data"][0]["hovertext"][-1]


async def test_a_trend_over_hidden_months_is_not_told_to_who_opens_no_case(web, cast):
    for i in range(6):
        case = await a_case(cast, f"Schuil {i}", days=400)
        for ago in (0, 380):
            await heard(cast, case, f"Woord {i}", heard_on=TODAY - timedelta(days=ago))
    rare = await a_case(cast, "Zelden", days=400)
    for ago in range(20, 400, 20):
        await heard(cast, rare, f"Woord {ago}", heard_on=TODAY - timedelta(days=ago))
    there = f"{HERE}/faalvragen?van={(TODAY - timedelta(days=400)).isoformat()}"

    theirs, ours = [await web.as_(who).get(there) for who in (cast.bea, cast.cor)]

    assert "niet getoond" in theirs
    assert not any(words in theirs for words in ("geen verschil", "minder sinds", "meer sinds"))
    assert any(words in ours for words in ("geen verschil", "minder sinds", "meer sinds"))
