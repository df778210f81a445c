"""Initiatives, their iterations and the exchange as people meet them on screen."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.learning import initiated
from tests.learning.grouped import a_case
from tests.learning.initiated import TEXTS, seen_by
from tests.learning.words import a_pattern, heard
from tests.queries import counted
from tracker import clock
from tracker.learning.actions import initiatives, iterations
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.actions.conditions import NewCondition
from tracker.learning.actions.initiatives import NewInitiative
from tracker.learning.actions.iterations import Plan
from tracker.learning.queries.conditions import conditions_of
from tracker.learning.queries.initiatives import initiatives_of
from tracker.learning.rules.initiatives import InitiativeState, Part
from tracker.learning.rules.iterations import Fidelity
from tracker.learning.rules.kinds import CauseKind, ConditionKind, WhoCanChange

P = "/p/durmeland/verbeteren"


async def test_an_empty_list_says_where_to_begin(web, cast):
    page = await web.as_(cast.an).get(P)

    assert page.all("div", "empty")
    assert f"{P}/nieuw" in page.links().values()


async def test_an_initiative_is_begun_from_its_pattern_and_written_part_by_part(web, cast):
    pattern, an = await a_pattern(cast), web.as_(cast.an)
    new = f"{P}/nieuw"
    fields = (await an.get(f"{new}?patroon={pattern}")).form(new)
    assert fields["pattern"] == str(pattern)
    await an.post(new, {**fields, "name": "Eén map"})
    [line] = await initiatives_of(await cast.an.viewer())

    path = f"{P}/{line.id}/deel/waarom"
    fields = (await an.get(path)).form(path) | TEXTS[Part.WHY]
    answer = await an.post(path, fields)

    assert answer.status == 303
    assert (await seen_by(cast.an, line.id)).why_it_works == TEXTS[Part.WHY]["why_it_works"]
    page = await an.get(f"{P}/{line.id}")
    assert "nog niet begonnen" in page
    assert "kan nog niet" in page


async def test_a_name_is_asked_beside_its_field_and_what_was_typed_stays(web, cast):
    pattern, an, new = await a_pattern(cast), web.as_(cast.an), f"{P}/nieuw"
    fields = (await an.get(f"{new}?patroon={pattern}")).form(new)
    page = await an.post(new, {**fields, "name": " "})

    assert page.status == 422
    assert "name" in page.errors
    assert page.form(new)["pattern"] == str(pattern)


async def test_every_part_has_its_page_and_the_check_lets_a_whole_one_be_decided(web, cast):
    made, an = await initiated.written(cast), web.as_(cast.an)
    for word in (
        "patroon",
        "terugkeer",
        "oorzaak",
        "waarom",
        "werkwijze",
        "nodig",
        "evaluatie",
        "kleine-groep",
    ):
        assert (await an.get(f"{P}/{made}/deel/{word}")).status == 200, word
    assert (await an.get(f"{P}/{made}/deel/anders")).status == 404

    page = await an.get(f"{P}/{made}/controle")
    assert "Zes mensen van donderdag." in page
    await an.post(f"{P}/{made}/controle", page.form(f"{P}/{made}/controle"))
    assert (await seen_by(cast.an, made)).state is InitiativeState.READY


async def test_an_unfinished_part_is_begun_and_keeps_it_from_being_decided(web, cast):
    made, an = await initiated.written(cast), web.as_(cast.an)
    path = f"{P}/{made}/deel/waarom"
    fields = (await an.get(path)).form(path)
    await an.post(path, {**fields, "unfinished": "ja"})

    assert "begonnen" in await an.get(f"{P}/{made}")
    refused = await an.post(f"{P}/{made}/controle", {})
    assert refused.status == 422
    assert (await seen_by(cast.an, made)).state is InitiativeState.DRAFT


async def test_a_text_that_names_a_case_is_held_back_once(web, cast):
    made, an = await initiated.written(cast), web.as_(cast.an)
    path = f"{P}/{made}/deel/kleine-groep"
    fields = (await an.get(path)).form(path) | {"small_group": "We beginnen met DL-0001."}
    page = await an.post(path, fields)

    assert page.status == 422
    assert "DL-0001" in page
    assert (await seen_by(cast.an, made)).small_group == TEXTS[Part.SMALL_GROUP]["small_group"]


async def test_an_iteration_goes_from_prediction_to_what_was_learned(web, cast):
    made, an = await initiated.started(cast), web.as_(cast.an)
    new, one = f"{P}/{made}/iteraties/nieuw", f"{P}/{made}/iteraties/1"
    fields = (await an.get(new)).form(new)
    assert fields["with_whom"].strip() == TEXTS[Part.SMALL_GROUP]["small_group"]
    await an.post(new, {**fields, "fidelity": "prototype", "prediction": "Hoogstens één keer opnieuw."})
    await an.post(f"{one}/start", {})
    assert "ligt vast" in (await an.get(f"{one}/wijzig"))
    end = f"{one}/afsluiten"
    fields = (await an.get(end)).form(end)
    missing = await an.post(end, {**fields, "seen": "Bij vier niets meer."})
    assert {"outcome"} <= set(missing.errors)
    said = {"seen": "Bij vier.", "matched": "Half.", "learned": "Een map is niet genoeg."}
    await an.post(end, {**fields, **said, "outcome": "adapt", "follow_up": "Een kaartje erbij."})

    page = await an.get(f"{P}/{made}")
    assert page.all("div", "voor")
    for words in (
        "Hoogstens één keer opnieuw.",
        "Bij vier.",
        "Half.",
        "Een map is niet genoeg.",
        "aanpassen",
    ):
        assert words in page, words


async def test_a_second_iteration_waits_for_the_first(web, cast):
    made, an = await initiated.started(cast), web.as_(cast.an)
    await iterations.plan(await cast.an.viewer(), made, uuid4(), initiated.PLAN)

    page = await an.get(f"{P}/{made}/iteraties/nieuw")
    assert "Eén tegelijk." in page


async def test_cases_of_an_iteration_are_shown_to_who_sees_them_only(web, cast):
    made = await initiated.started(cast)
    code = (await a_case(cast, "Tabak")).code
    an = await cast.an.viewer()
    plan = Plan(Fidelity.ROUGH, with_whom="Eén mens.", prediction="Het lukt.", cases=(code,))
    await iterations.plan(an, made, uuid4(), plan)

    assert code in await web.as_(cast.an).get(f"{P}/{made}")
    for name in ("bea", "dirk", "kim", "pro", "out"):
        page = await web.as_(getattr(cast, name)).get(f"{P}/{made}/iteraties/1")
        assert page.status == 200
        assert code not in page.html, name


@pytest.mark.parametrize("state", ["drafted", "ready", "offered", "started", "stable", "spread"])
async def test_every_state_has_its_page_for_everyone_who_reads_along(web, cast, state):
    made = await getattr(initiated, state)(cast)

    for name in ("an", "cor", "bea", "dirk", "kim", "pro"):
        page = await web.as_(getattr(cast, name)).get(f"{P}/{made}")
        assert page.status == 200, name
        assert "Eén map" in page
        assert (f"{P}/{made}/wijzig" in page.links().values()) == (name in ("an", "cor")), name
    for ending in ("stabiel", "verspreiden", "stop", "terug", "delen", "controle"):
        assert (await web.as_(cast.an).get(f"{P}/{made}/{ending}")).status == 200, ending


async def test_the_representative_says_something_beside_it_and_is_seen_to_have_spoken(web, cast):
    made, dirk = await initiated.ready(cast), web.as_(cast.dirk)
    path = f"{P}/{made}/opmerkingen"
    assert "nog niet gehoord" in await dirk.get(f"{P}/{made}")
    fields = (await dirk.get(f"{P}/{made}")).form(path)
    await dirk.post(path, {**fields, "text": "Vraag het eerst aan wie het aangaat."})

    page = await web.as_(cast.an).get(f"{P}/{made}")
    assert "Vraag het eerst aan wie het aangaat." in page
    assert "nog niet gehoord" not in page


async def test_stable_and_spread_are_said_on_screen_and_one_keeps_looking(web, cast):
    made, an = await initiated.started(cast), web.as_(cast.an)
    await initiated.tried(cast, made)
    stable = f"{P}/{made}/stabiel"
    fields = (await an.get(stable)).form(stable) | {"evidence": "Niemand vraagt nog iets."}
    early = await an.post(stable, fields)
    assert "reason" in early.errors
    await an.post(stable, {**fields, "reason": "De regel zelf verdween."})
    spread = f"{P}/{made}/verspreiden"
    await an.post(spread, (await an.get(spread)).form(spread) | {"how": "Elke dienst krijgt de map."})
    seen = f"{P}/{made}/waarnemingen"
    fields = (await an.get(f"{P}/{made}")).form(seen) | {"text": "Een vervanger kende de map."}
    await an.post(seen, fields)

    page = await an.get(f"{P}/{made}")
    for words in ("De regel zelf verdween.", "Elke dienst krijgt de map.", "Een vervanger kende de map."):
        assert words in page, words


@pytest.mark.parametrize(
    "path",
    ["", "/deel/waarom", "/controle", "/iteraties/1", "/iteraties/nieuw", "/stabiel", "/stop", "/delen"],
)
async def test_of_another_partnership_nothing_exists(web, cast, path):
    made = await initiated.stable(cast)
    seat = web.as_(cast.dot)

    assert (await seat.get(f"{P}/{made}{path}")).status == 404
    assert (await seat.get(f"/p/kustpolder/verbeteren/{made}{path}")).status == 404
    assert (await seat.post(f"/p/kustpolder/verbeteren/{made}/waarnemingen", {})).status == 404


async def test_an_address_of_nothing_is_not_found(web, cast):
    made, an = await initiated.started(cast), web.as_(cast.an)

    for path in ("0", "99999999999999", f"{made}/iteraties/7", f"{made}/iteraties/99999999999999"):
        assert (await an.get(f"{P}/{path}")).status == 404, path
    assert (await an.get("/uitwisseling/99999999999999")).status == 404
    assert (await an.post("/uitwisseling/7/antwoord", {"answer": "also_relevant"})).status == 404


async def test_the_pages_ask_no_more_for_more_initiatives(web, cast):
    an, asked = web.as_(cast.an), []
    for number in range(3):
        made = await initiated.stable(cast, f"Map {number}")
        with counted() as statements:
            assert (await an.get(P)).status == 200
            assert (await an.get(f"{P}/{made}")).status == 200
        asked.append(len(statements))

    assert asked[2] <= asked[0], asked


async def test_the_list_shows_each_in_its_state(web, cast):
    await initiated.drafted(cast, "Telefoontolk")
    await initiated.stable(cast, "Eén map")
    page = await web.as_(cast.bea).get(P)

    assert page.html.count('class="stations"') == 2
    assert page.html.index("Telefoontolk") < page.html.index("Eén map")


async def test_a_pattern_and_a_condition_show_what_was_tried_about_them(web, cast):
    an, seat = await cast.an.viewer(), web.as_(cast.an)
    pattern = await a_pattern(cast)
    new = NewCondition("Eigen dossiers", ConditionKind.ICT, WhoCanChange.TEAM)
    await name_cause(an, uuid4(), pattern, Naming(CauseKind.MISMATCH, "Apart bewaard.", new_condition=new))
    [condition] = await conditions_of(an)
    begin = f"{P}/nieuw?patroon={pattern}"
    assert begin in (await seat.get(f"/p/durmeland/patronen/{pattern}")).links().values()
    await initiatives.make(an, uuid4(), NewInitiative("Eén map", pattern))

    for path in (f"patronen/{pattern}", f"systeemcondities/{condition.id}"):
        links = (await seat.get(f"/p/durmeland/{path}")).links()
        assert "Eén map" in links, path
    of_board = (await web.as_(cast.bea).get(f"/p/durmeland/patronen/{pattern}")).links()
    assert "Eén map" in of_board
    assert begin not in of_board.values()


async def test_a_start_is_a_numbered_mark_on_the_charts_with_its_name_below(web, cast):
    begun = clock.today() - timedelta(days=400)
    case = await a_case(cast, "Tabak", days=400)
    words = [
        await heard(cast, case, f"Woord {month}", heard_on=begun + timedelta(days=30 * month))
        for month in range(12)
    ]
    await a_pattern(cast, "Attest", *words)
    with clock.at(clock.now() - timedelta(days=200)):
        await initiated.started(cast)
    await initiated.drafted(cast, "Nooit gestart")

    page = await web.as_(cast.an).get("/p/durmeland/patronen/faalvragen")
    assert "I1 Eén map" in page.links()
    assert "Nooit gestart" not in page
    figure = await web.as_(cast.an).raw("GET", "/p/durmeland/patronen/faalvragen/figuur.json")
    assert len(figure.json()["layout"]["shapes"]) == 1


async def test_a_running_iteration_stands_on_the_agenda_with_the_day_to_look_back(web, cast):
    made, an = await initiated.started(cast), await cast.an.viewer()
    until = clock.today() + timedelta(days=30)
    await iterations.plan(an, made, uuid4(), replace(initiated.PLAN, until=until))
    agenda = "/p/durmeland/leeragenda"
    assert "Eén map, iteratie 1" not in await web.as_(cast.an).get(agenda)

    await iterations.begin(an, made, 1)
    assert "Eén map, iteratie 1" in await web.as_(cast.an).get(agenda)
