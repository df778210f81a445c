"""The page of a case as its readers meet it."""

from uuid import uuid4

import pytest
from jinja2 import ChoiceLoader, DictLoader

from tests.beginnings import begins_with
from tests.cases.big_case import big_case
from tests.page import said_in
from tests.queries import counted
from tracker import clock
from tracker.app import PANELS
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.opening import NewCase, open_case
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.kinds import CaseKind, CaseState
from tracker.cases.tables import CaseFile, Interaction, ProgressScore, StarReading, ValueDemand
from tracker.web.panels import Panel

# The page of cases itself asks twelve times at most; what a higher package shows on it asks once, and once
# more for what a failure demand noted today looks like elsewhere.
MOST = 12 + len(PANELS["case"]) + 1


async def opened(member, **rest):
    viewer = await member.viewer()
    new = NewCase(key=uuid4(), kind=CaseKind.PERSON, started_on=viewer.today, alias="Wolf", **rest)
    return await case_for(viewer, await open_case(viewer, new))


@begins_with(big_case)
async def test_the_page_of_a_big_case_asks_twelve_times_and_once_for_each_panel(cast, case, web):
    an = web.as_(cast.an)

    with counted() as statements:
        page = await an.get(f"/p/durmeland/casussen/{case.code}")

    assert page.status == 200
    assert 0 < len(statements) <= MOST, statements


async def test_the_list_asks_the_database_five_times_at_most(cast, web):
    an = web.as_(cast.an)
    for _ in range(3):
        await big_case(cast, scores=5)

    with counted() as statements:
        page = await an.get("/p/durmeland/casussen?zoek=tabak")

    assert len(page.all("li", "case")) == 3
    assert 0 < len(statements) <= 5, statements


@begins_with(big_case, scores=2)
async def test_a_stranger_finds_no_case_page_and_no_role_without_cases_does(cast, case, web):
    for member in (cast.dot, cast.cas, cast.bea, cast.dirk, cast.kim, cast.pro, cast.ewa, cast.tom):
        for path in ("", "/afdruk"):
            page = await web.as_(member).get(f"/p/durmeland/casussen/{case.code}{path}")
            assert page.status == 404, (member.name, path)
            assert "Tabak" not in page.html


@begins_with(big_case, scores=2)
async def test_the_own_words_come_first_and_former_ones_stay_with_author_date_and_reason(cast, case, web):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    words = page.all("blockquote", "words")
    assert said_in(words[0]).startswith("Dat ze stoppen met mij rond te sturen")
    assert "één vast gezicht, geen doorsturen" in said_in(words[0])
    assert said_in(words[1]).startswith("Ze moeten stoppen met mij van hier naar daar te sturen.")
    assert "An. Waarom het veranderde: Na de proefdag zei hij er zelf iets bij." in said_in(words[1])


@begins_with(big_case, scores=2)
async def test_the_title_holds_the_code_and_nothing_of_the_story(cast, case, web):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert page.title == f"Casus {case.code} – Leerspoor"
    assert page.headers["cache-control"] == "no-store"


@begins_with(big_case, scores=9)
async def test_every_score_on_the_page_stands_beside_its_interpretation(cast, case, web):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    notes = [said_in(item) for notes in page.all("ol", "notes") for item in notes.iter("li")]
    assert len(notes) == 9
    assert notes[0].startswith("9 Duiding 8:")
    assert all("Duiding" in note and "nog niet besproken met Tabak" in note for note in notes)


@begins_with(big_case, scores=2)
async def test_a_star_of_more_than_eight_demands_asks_which_to_draw(cast, case, web):
    await ValueDemand.insert(
        *(
            ValueDemand(
                key=uuid4(),
                case=case.id,
                place=place,
                words="Nog iets.",
                state="open",
                named_on=case.started_on,
            )
            for place in range(6, 12)
        )
    )
    rows = await ValueDemand.select(ValueDemand.id).where(ValueDemand.case == case.id)
    demands = [row["id"] for row in rows]
    an = web.as_(cast.an)

    asked = await an.get(f"/p/durmeland/casussen/{case.code}")
    chosen = await an.get(f"/p/durmeland/casussen/{case.code}?as=" + "&as=".join(map(str, demands[:4])))

    assert "Een ster toont hoogstens acht waardevragen" in asked
    assert 'class="star"' not in asked.html
    assert 'class="star"' in chosen.html
    assert "Kies wat de ster toont" in chosen
    assert len(chosen.rows(0)) == 13


async def test_a_new_case_asks_for_its_purpose_and_for_nothing_else(cast, web):
    case = await opened(cast.an)

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert "Wat wil Wolf bereiken, in eigen woorden?" in page
    assert "Schrijf de bedoeling" in page.links()
    assert "Voortgang" not in page
    assert not page.all("div", "stay")


async def test_an_ended_case_is_there_to_read_and_can_be_reopened(cast, web):
    viewer = await cast.an.viewer()
    case = await big_case(cast, scores=2)
    told = "Ik weet wie ik moet bellen."
    await end_case(viewer, case.code, Ending(uuid4(), CaseState.RELEASED, viewer.today, told))

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert "Deze casus is er om te lezen" in page
    assert "Ik weet wie ik moet bellen." in page
    assert "Heropen" in page.links()
    assert not {"Noteer interactie", "Nieuwe score", "Nieuwe ster", "Herschrijf"} & set(page.links())
    assert "Nog te doen" not in page


@pytest.mark.parametrize("score", [8, 9, 10])
async def test_from_a_nine_on_the_page_asks_whether_to_let_go_and_leaves_it_at_that(cast, web, score):
    case = await opened(cast.an, purpose="Eén adres.")
    words = {"interpretation": "Bijna los.", "scored_on": case.started_on}
    await ProgressScore(key=uuid4(), case=case.id, score=score, **words).save()

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    assert ("Is het tijd om los te laten?" in page) is (score >= 9)
    assert (await case_for(await cast.an.viewer(), case.code)).runs


@begins_with(big_case, scores=2)
async def test_who_just_logged_something_can_take_it_back_and_nobody_else(cast, case, web):
    row = await ProgressScore.select(ProgressScore.id).where(ProgressScore.case == case.id).first()
    saved = f"/p/durmeland/casussen/{case.code}?bewaard=score-{row['id']}"

    mine, bens = await web.as_(cast.an).get(saved), await web.as_(cast.ben).get(saved)

    undo = f"/p/durmeland/casussen/{case.code}/ongedaan/score/{row['id']}"
    assert undo in [form.get("action") for form in mine.all("form")]
    assert undo not in [form.get("action") for form in bens.all("form")]
    assert "Bewaard." in mine and "Bewaard." in bens


@pytest.mark.parametrize(
    "about", ["score-0", "score-99999999999999999999", "score", "onbekend-1", "-1", "score-1;drop"]
)
@begins_with(big_case, scores=2)
async def test_a_made_up_notice_offers_nothing(cast, case, web, about):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}?bewaard={about}")

    assert page.status == 200
    assert "Maak ongedaan" not in page


@pytest.mark.parametrize(
    "query",
    [
        "as=x&as=-1&as=99999999999999999999999",
        "as=%00",
        f"as={'9' * 5000}",
        "as=²",
        "bewaard=%00",
    ],
)
@begins_with(big_case, scores=2)
async def test_a_strange_address_is_no_fault_of_ours(cast, case, web, query):
    assert (await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}?{query}")).status == 200


@begins_with(big_case, scores=2)
async def test_higher_packages_show_their_panels_without_the_page_knowing_them(cast, case, web):
    async def persona(viewer, case):
        return Panel("persona.html", {"who": f"{viewer.name} en {case.alias}"}, aside=True)

    async def nothing_to_show(viewer, case):
        return None

    app = web.client.app
    app.state["panels"] = {"case": [persona, nothing_to_show], "start": [persona]}
    engine = app.template_engine.engine
    drawn = DictLoader({"persona.html": "<section><h2>Persona van {{ rows.who }}</h2></section>"})
    engine.loader = ChoiceLoader([drawn, engine.loader])

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}")

    [aside] = page.all("aside")
    assert said_in(aside).count("Persona van An en Tabak") == page.text.count("Persona van") == 1


@pytest.mark.parametrize("state", ["running", "released"])
@begins_with(big_case, scores=4)
async def test_every_link_of_the_page_leads_to_a_page(cast, case, web, state):
    await CaseFile.update({CaseFile.state: state}).where(CaseFile.id == case.id)
    an = web.as_(cast.an)

    page = await an.get(f"/p/durmeland/casussen/{case.code}")
    links = {link for link in page.links().values() if link.startswith("/p/")}

    assert len(links) > (30 if state == "running" else 12)
    for link in sorted(links):
        answer = await an.raw("GET", link)
        assert answer.status_code == 200, link


@pytest.mark.parametrize("about", ["score", "interaction", "value_demand", "star"])
@begins_with(big_case)
async def test_the_notice_after_saving_stays_within_the_same_budget(cast, case, web, about):
    an = web.as_(cast.an)
    demand = ValueDemand(key=uuid4(), case=case.id, place=9, words="Een fiets.", state="open")
    demand.named_on, demand.author, demand.written_at = case.started_on, cast.an.person_id, clock.now()
    await demand.save()
    tables = {"score": ProgressScore, "interaction": Interaction, "star": StarReading}
    table = tables.get(about, ValueDemand)
    last = (
        await table.select(table.id).where(table.case == case.id).order_by(table.id, ascending=False).first()
    )

    with counted() as statements:
        page = await an.get(f"/p/durmeland/casussen/{case.code}?bewaard={about}-{last['id']}")

    assert "Maak ongedaan" in page
    assert 10 < len(statements) <= MOST, statements
