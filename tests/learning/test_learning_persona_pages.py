"""The pages about personas, as each role meets them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import a_pattern, wanted
from tracker.cases.tables import ValueDemand
from tracker.learning.actions.misfits import say_fits_none
from tracker.learning.actions.personas import Description, describe_persona, review_set
from tracker.learning.actions.resemblance import Comparison, compare
from tracker.learning.queries.persona_matrix import NOWHERE, matrix
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.rules.personas import is_core
from tracker.partnership.rules.records import read_name
from tracker.partnership.tables import ReadEntry

PAPERS = Description("Altijd de papieren voor", "Alleenstaande ouder.", "Opvang\nEén keer papieren geven")
BASE = "/p/durmeland/persona"
WORDS = "Wie past er op de kleinste?"


async def beside(cast, number=1, **rest):
    """A persona with that many cases beside it, each asking for somebody who stays."""
    an = await cast.an.viewer()
    made = await describe_persona(an, uuid4(), PAPERS)
    demands = []
    for place in range(number):
        case = await tabak(cast, alias=f"Schuil {place}", **rest)
        await compare(an, case.code, uuid4(), made, Comparison(f"Elf brieven {place}.", "Wist welk werk."))
        demands.append(await wanted(cast, case, f"{WORDS} {place}"))
    return made, case, demands


async def test_an_empty_partnership_is_told_how_to_begin(cast, web):
    an = web.as_(cast.an)

    listed, table = await an.get(BASE), await an.get(f"{BASE}/matrix")
    asked, waiting = await an.get("/p/durmeland/capaciteit"), await an.get(f"{BASE}/bijstellingen")

    assert "Beschrijf een eerste persona" in listed
    assert "Nog geen persona’s in gebruik" in table
    assert "Nog geen expertise genoteerd" in asked
    assert "Niets dat wacht" in waiting


async def test_a_practitioner_describes_a_persona_and_lays_a_case_beside_it(cast, web):
    an, case = web.as_(cast.an), await tabak(cast)
    form = (await an.get(f"{BASE}/nieuw")).form()
    made = await an.post(
        f"{BASE}/nieuw", {**form, "name": "Stil thuis", "context": "Lang alleen.", "demands": "Volk zien"}
    )
    there = made.location.split("?")[0]
    new = f"/p/durmeland/casussen/{case.code}/persona/nieuw"
    answer = (await an.get(new)).form(new)

    kept = await an.post(
        new, {**answer, "persona": there.rsplit("/", 1)[1], "alike": "Ziet weinig volk.", "involve": "Linde"}
    )

    page, own = await an.get(there), await an.get(f"/p/durmeland/casussen/{case.code}")
    assert (made.status, kept.status) == (303, 303)
    assert "Ziet weinig volk." in page and "1 casus ligt ernaast" in page
    assert "Stil thuis Gelijkaardig: Ziet weinig volk. Daarom erbij: Linde" in own


async def test_a_case_beside_no_persona_asks_for_nothing(cast, web):
    case = await tabak(cast)

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert "Persona in beeld" in page
    assert "verplicht" not in page


async def test_fits_none_goes_to_the_review_list_and_its_analysis_ends_it(cast, web):
    cor, case = web.as_(cast.cor), await tabak(cast)
    none = f"/p/durmeland/casussen/{case.code}/persona/geen"
    said = await cor.post(none, {**(await cor.get(none)).form(none), "why": "Wil vooral rust."})
    listed = await cor.get(f"{BASE}/bijstellingen")
    there = next(link for name, link in listed.links().items() if name.startswith("Rond de analyse af"))

    refused = await cor.post(there, {"outcome": "adjust", "why": "Rust ontbreekt."})
    ended = await cor.post(there, {"outcome": "leave", "why": "Eén casus is geen patroon."})

    assert said.status == 303 and "Wil vooral rust." in listed
    assert refused.errors == {"persona": "Kies welke persona jullie aanpassen."}
    assert ended.status == 303
    assert "we laten het zo Eén casus is geen patroon." in await cor.get(f"{BASE}/bijstellingen")


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro"])
async def test_who_opens_no_cases_reads_personas_without_a_word_or_code_of_a_case(cast, web, member):
    made, case, demands = await beside(cast)
    await say_fits_none(await cast.an.viewer(), case.code, uuid4(), "Wil vooral rust.")
    await a_pattern(cast, "Iemand die blijft", *demands, kind=PatternKind.VALUE_DEMAND)
    seat = web.as_(getattr(cast, member))

    pages = [
        await seat.get(path)
        for path in (
            BASE,
            f"{BASE}/{made}",
            f"{BASE}/matrix",
            f"{BASE}/bijstellingen",
            "/p/durmeland/capaciteit",
        )
    ]

    for page in pages:
        assert page.status == 200
        for secret in (case.code, "Schuil", "Elf brieven", "Wist welk werk", WORDS, "Wil vooral rust"):
            assert secret not in page.html
    assert "Altijd de papieren voor" in pages[0] and "minder dan 5 casussen" in pages[0].text.casefold()
    assert "Iemand die blijft" in pages[2] and "minder dan 5" in pages[2]


async def test_the_target_group_representative_remarks_and_the_board_only_reads(cast, web):
    made, *_ = await beside(cast)
    dirk, path = web.as_(cast.dirk), f"{BASE}/{made}/opmerkingen"
    form = (await dirk.get(f"{BASE}/{made}")).form(path)

    kept = await dirk.post(path, {**form, "text": "Zo zeggen wij het niet."})
    refused = await web.as_(cast.bea).post(path, {**form, "text": "Ik ook."})

    assert (kept.status, refused.status) == (303, 403)
    page = await web.as_(cast.an).get(f"{BASE}/{made}")
    assert "Zo zeggen wij het niet. Dirk" in page and "Ik ook." not in page


async def test_no_form_of_a_persona_asks_for_a_standard_service(cast, web):
    made, *_ = await beside(cast)
    an, paths = web.as_(cast.an), (f"{BASE}/nieuw", f"{BASE}/{made}/wijzig")

    new, again = [set((await an.get(path)).form(path)) for path in paths]

    assert new == {"_csrf_token", "key", "name", "context", "demands"}
    assert again == {"_csrf_token", "version", "name", "context", "demands", "reason"}


@pytest.mark.parametrize(("cases", "of", "core"), [(3, 5, True), (2, 4, True), (2, 5, False), (0, 0, False)])
def test_core_is_at_least_half_of_the_cases_of_a_persona(cases, of, core):
    assert is_core(cases, of) is core


async def test_the_matrix_counts_cases_and_keeps_a_column_for_who_fits_nowhere(cast):
    an = await cast.an.viewer()
    made, case, demands = await beside(cast, 5)
    await wanted(cast, case, "Nog een keer opvang.")
    outside = await tabak(cast, alias="Watervlo")
    await say_fits_none(an, outside.code, uuid4(), "Wil vooral rust.")
    also = await wanted(cast, outside, "Iemand die blijft.")
    await a_pattern(cast, "Opvang", *demands[:2], kind=PatternKind.VALUE_DEMAND)
    await a_pattern(cast, "Iemand die blijft", *demands[2:], also, kind=PatternKind.VALUE_DEMAND)

    table = await matrix(an)

    rows = {row.name: [(cell.count.cases, cell.core) for cell in row.cells] for row in table.rows}
    assert table.columns == (made, NOWHERE)
    assert rows == {"Opvang": [(2, False), (0, False)], "Iemand die blijft": [(3, True), (1, True)]}


async def test_a_number_opens_the_cases_with_their_words_and_asks_a_question_about_them(cast, web):
    made, case, demands = await beside(cast)
    pattern = await a_pattern(cast, "Iemand die blijft", *demands, kind=PatternKind.VALUE_DEMAND)

    page = await web.as_(cast.an).get(f"{BASE}/matrix/{made}/{pattern}")
    hidden = await web.as_(cast.out).get(f"{BASE}/matrix/{made}/{pattern}")
    board = await web.as_(cast.bea).get(f"{BASE}/matrix/{made}/{pattern}")

    assert case.code in page and f"{WORDS} 0" in page.html
    assert f"casus={case.code}" in page.links()["Stel hier een vraag bij"]
    assert hidden.status == 200
    assert board.status == 404


async def test_a_case_that_is_not_shared_shows_in_no_list_of_a_colleague_outside_it(cast, web):
    made, case, demands = await beside(cast, shared_with=[cast.ocmw])
    pattern = await a_pattern(cast, "Iemand die blijft", *demands, kind=PatternKind.VALUE_DEMAND)
    out = web.as_(cast.out)

    for path in ("", f"/{made}", "/matrix", f"/matrix/{made}", f"/matrix/{made}/{pattern}", "/bijstellingen"):
        page = await out.get(f"{BASE}{path}")
        assert page.status == 200, path
        assert case.code not in page.html and WORDS not in page.html, path


async def test_a_review_that_is_due_is_said(cast, web, monkeypatch):
    cor = web.as_(cast.cor)
    form = (await cor.get(f"{BASE}/herziening")).form()
    today = (await cast.cor.viewer()).today
    held = {"held_on": "2026-01-05", "next_on": today.isoformat()}

    await cor.post(f"{BASE}/herziening", {**form, **held})

    assert "Vandaag zouden jullie de persona’s herzien." in await cor.get(BASE)


async def test_until_value_demands_are_grouped_the_rows_are_the_themes_noted_beside_them(cast, web):
    made, case, demands = await beside(cast)
    await ValueDemand.update({ValueDemand.theme: "kind"}).where(ValueDemand.id.is_in(demands))
    an = web.as_(cast.an)

    page, board = await an.get(f"{BASE}/matrix"), await web.as_(cast.bea).get(f"{BASE}/matrix")
    cell = await an.get(f"{BASE}/matrix/{made}/thema/{demands[0]}")

    assert page.rows()[1][0].startswith("kind")
    assert "Tot dan staan hier de thema’s" in page
    assert case.code in cell and f"{WORDS} 0" in cell.html
    assert "De waardevragen zijn nog niet gegroepeerd" in board and WORDS not in board.html
    assert (await web.as_(cast.out).get(f"{BASE}/matrix/{made}/thema/999")).status == 404


async def test_the_start_of_the_coordination_names_what_the_personas_ask(cast, web):
    cor, case = await cast.cor.viewer(), await tabak(cast)
    seat = web.as_(cast.cor)
    quiet = await seat.get("/")
    await say_fits_none(cor, case.code, uuid4(), "Wil vooral rust.")
    await review_set(cor, uuid4(), held_on=cor.today, next_on=cor.today + timedelta(days=10), note="")

    page = await seat.get("/")

    assert "Herzie de persona’s samen" not in quiet and "geen persona past" not in quiet
    assert "Herzie de persona’s samen" in page
    assert "Bekijk wat bij geen persona past" in page


async def test_who_read_about_cases_at_the_personas_stands_in_the_log_and_who_could_not_does_not(cast, web):
    made, *_ = await beside(cast)
    await web.as_(cast.an).get(f"{BASE}/{made}")
    await web.as_(cast.bea).get(f"{BASE}/{made}")

    read = await ReadEntry.select(ReadEntry.what, ReadEntry.person).where(ReadEntry.what == "personas.show")

    assert [row["person"] for row in read] == [cast.an.person_id]
    assert read_name("personas.show") == "bekeek de persona’s met hun casussen"
