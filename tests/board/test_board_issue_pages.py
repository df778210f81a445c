"""The pages of issues: raising, the page with the way there and back, the list, and who finds what."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.board.test_board_issues import NEW, another_board_member, escalated, raised, taken_up
from tests.learning.words import a_pattern
from tracker import clock
from tracker.board.actions import issues as actions
from tracker.board.queries.issues import issue_for
from tracker.board.rules.kinds import IssueKind
from tracker.board.tables.issues import IssueStep
from tracker.learning.actions.conditions import NewCondition, name_condition
from tracker.learning.rules.kinds import ConditionKind, WhoCanChange
from tracker.partnership.tables import Partner

LIST = "/p/durmeland/kwesties"
RAISE = f"{LIST}/nieuw"


def at(issue_id: int) -> str:
    return f"{LIST}/{issue_id}"


def filled(form, **values):
    return {**form, **values}


RAISED = {
    "title": NEW.title,
    "situation": NEW.situation,
    "why_not_team": NEW.why_not_team,
    "tried": NEW.tried,
    "kind": NEW.kind,
}


async def a_condition(cast, who=WhoCanChange.BOARD) -> int:
    new = NewCondition(
        "Geen pauze in het formulier",
        ConditionKind.RIGID_PROCESS,
        who,
        "Verschijnen of weigeren.",
        asked="Een derde vakje.",
    )
    return await name_condition(await cast.an.viewer(), uuid4(), new)


async def partner_page(cast, organisation: int) -> str:
    part = await Partner.select(Partner.id).where(
        Partner.partnership == cast.durmeland, Partner.organisation == organisation
    )
    return f"/p/durmeland/partnerschap/organisaties/{part[0]['id']}"


async def long_ago(issue_id: int, days: int) -> None:
    """As if everything so far happened that many days earlier."""
    earlier = clock.today() - timedelta(days=days)
    await IssueStep.update({IssueStep.happened_on: earlier}).where(IssueStep.issue == issue_id)


async def test_the_team_lays_an_issue_before_the_board(web, cast):
    an = web.as_(cast.an)
    form = (await an.get(RAISE)).form(RAISE)

    page = await an.post(RAISE, filled(form, **RAISED))

    shown = await an.get(page.location)
    assert page.status == 303
    assert shown.heading == "Herval wordt verwerkt als weigering K1"
    assert "An brengt in, voor het team." in shown
    assert "Al geprobeerd: Pauze in plaats van stop." in shown


async def test_what_is_missing_stands_beside_its_field_and_what_was_typed_stays(web, cast):
    an = web.as_(cast.an)
    form = (await an.get(RAISE)).form(RAISE)

    page = await an.post(RAISE, filled(form, **{**RAISED, "why_not_team": ""}))

    assert page.status == 422
    assert page.errors == {"why_not_team": "Schrijf waarom het mandaat van het team niet volstaat."}
    assert page.form(RAISE)["situation"] == NEW.situation


async def test_a_board_member_needs_no_mandate_of_the_team(web, cast):
    bea = web.as_(cast.bea)
    form = (await bea.get(RAISE)).form(RAISE)

    page = await bea.post(RAISE, filled(form, **{**RAISED, "why_not_team": ""}))

    assert page.status == 303
    assert "bestuursraad" in await bea.get(page.location)


async def test_a_text_that_names_a_case_is_held_back_once(web, cast):
    an = web.as_(cast.an)
    form = (await an.get(RAISE)).form(RAISE)

    page = await an.post(RAISE, filled(form, **{**RAISED, "situation": "Zie DL-0001."}))

    assert page.status == 422
    assert "casuscode" in page


async def test_a_condition_and_a_pattern_begin_the_form(web, cast):
    an, condition = web.as_(cast.an), await a_condition(cast)
    pattern = await a_pattern(cast)

    about = (await an.get(f"{RAISE}?conditie={condition}")).form(RAISE)
    keeps = (await an.get(f"{RAISE}?patroon={pattern}")).form(RAISE)

    assert about["title"] == "Geen pauze in het formulier"
    assert about["situation"] == "Verschijnen of weigeren.\n\nEen derde vakje."
    assert (about["condition"], keeps["pattern"]) == (str(condition), str(pattern))
    assert (await an.get(f"{RAISE}?conditie=2147483647")).status == 404


async def test_a_condition_beyond_the_team_leads_to_an_issue_and_shows_it(web, cast):
    an, condition = web.as_(cast.an), await a_condition(cast)
    there = f"/p/durmeland/systeemcondities/{condition}"
    before = await an.get(there)
    assert before.links()["Leg voor aan de bestuursraad"] == f"{RAISE}?conditie={condition}"

    await raised(cast, replace(NEW, condition=condition))

    assert "Herval wordt verwerkt als weigering" in await web.as_(cast.bea).get(there)


async def test_what_the_team_can_change_itself_leads_to_no_issue(web, cast):
    condition = await a_condition(cast, WhoCanChange.TEAM)

    page = await web.as_(cast.an).get(f"/p/durmeland/systeemcondities/{condition}")

    assert "Leg voor aan de bestuursraad" not in page


async def test_a_board_member_takes_up_brings_in_and_feeds_back(web, cast):
    made, bea = await raised(cast), web.as_(cast.bea)
    here = at(made)

    for act, values in (
        ("opname", {"text": "Ik vraag het na."}),
        ("organisatie", {"organisation": cast.vdab}),
        ("terugkoppeling", {"text": "Er bewoog niets.", "then": "go_on"}),
    ):
        form = (await bea.get(here)).form(f"{here}/{act}")
        page = await bea.post(f"{here}/{act}", filled(form, **values))
        assert page.status == 303, act

    shown = await web.as_(cast.an).get(here)
    for said in (
        "Bea neemt op.",
        "Ik vraag het na.",
        "Bea brengt het in bij VDAB.",
        "Bea koppelt terug aan het team.",
        "inbrengen bij VDAB tot het opgelost is",
        "Nog te doen: terug naar het team.",
    ):
        assert said in shown, said
    assert "De weg tussen Team, Bestuursraad en VDAB in vijf stappen." in shown.html


async def test_feedback_that_lacks_something_keeps_what_was_typed(web, cast):
    made, bea = await taken_up(cast), web.as_(cast.bea)
    there = f"{at(made)}/terugkoppeling"
    form = (await bea.get(at(made))).form(there)

    page = await bea.post(there, filled(form, text="Het is geregeld.", then="solved"))

    assert page.status == 422
    assert page.errors == {"resolution": "Kies welk antwoord er kwam."}
    assert page.form(there)["text"] == "Het is geregeld."


async def test_who_comes_second_hears_that_it_is_taken_up(web, cast):
    made, bea = await raised(cast), web.as_(cast.bea)
    there = f"{at(made)}/opname"
    form = (await bea.get(at(made))).form(there)
    await actions.take_up(await another_board_member(cast), made, uuid4())

    page = await bea.post(there, form)

    assert page.status == 422
    assert "Deze kwestie is al opgenomen." in page


async def test_only_the_board_sees_the_button_to_take_up(web, cast):
    made = await raised(cast)

    assert "Ik neem dit op" in await web.as_(cast.bea).get(at(made))
    for member in (cast.an, cast.cor, cast.dirk, cast.kim, cast.pro):
        seat = web.as_(member)
        assert "Ik neem dit op" not in await seat.get(at(made))
        assert (await seat.post(f"{at(made)}/opname", {"key": str(uuid4())})).status == 403


async def test_an_issue_handed_over_waits_for_the_other_to_accept(web, cast):
    made, bea = await escalated(cast), web.as_(cast.bea)
    other = await another_board_member(cast)
    there = f"{at(made)}/overdracht"
    form = (await bea.get(at(made))).form(there)

    page = await bea.post(there, filled(form, to=other.person_id))

    assert page.status == 303
    assert "Tot dan blijf jij verantwoordelijk." in await bea.get(at(made))
    assert (await issue_for(other, made)).owner_id == cast.bea.person_id


async def test_a_conflict_is_nowhere_for_whom_it_does_not_name(web, cast):
    condition, pattern = await a_condition(cast), await a_pattern(cast)
    secret = replace(
        NEW,
        kind=IssueKind.CONFLICT,
        title="Twee diensten, één sleutel",
        condition=condition,
        pattern=pattern,
        readers=frozenset({cast.ben.person_id}),
    )
    made = await raised(cast, secret)
    await actions.take_up(await cast.bea.viewer(), made, uuid4())
    await actions.escalate(await cast.bea.viewer(), made, uuid4(), cast.vdab)
    places = [
        LIST,
        f"{LIST}?zoek=sleutel",
        f"{LIST}?soort=conflict",
        f"{LIST}?organisatie={cast.vdab}",
        f"/p/durmeland/patronen/{pattern}",
        f"/p/durmeland/systeemcondities/{condition}",
        await partner_page(cast, cast.vdab),
        "/berichten",
    ]

    for member in (cast.out, cast.cor, cast.dirk, cast.kim, cast.pro):
        seat = web.as_(member)
        assert (await seat.get(at(made))).status == 404
        for place in places:
            page = await seat.get(place)
            assert page.status == 200, place
            assert "één sleutel" not in page.html, place
            assert "K1" not in page, place
    for member in (cast.an, cast.ben, cast.bea):
        assert "Twee diensten, één sleutel" in await web.as_(member).get(LIST)


@pytest.mark.parametrize("member", ["dot", "cas"])
async def test_another_partnership_finds_nothing(web, cast, member):
    made, seat = await raised(cast), web.as_(getattr(cast, member))

    assert (await seat.get(at(made))).status == 404
    assert (await seat.get(f"/p/kustpolder/kwesties/{made}")).status == 404
    assert "Herval" not in await seat.get("/p/kustpolder/kwesties")


async def test_the_list_shows_what_is_yours_first_and_filters_by_address(web, cast):
    await raised(cast, replace(NEW, title="Geen opvang voor zeven uur", kind=IssueKind.MISSING))
    await taken_up(cast)
    bea = web.as_(cast.bea)

    whole = await bea.get(LIST)
    taken = await bea.get(f"{LIST}?staat=opgenomen")
    found = await bea.get(f"{LIST}?zoek=k1")

    assert "Eerst voor jou" in whole
    assert "Herval" in taken and "Geen opvang" not in taken
    assert "Geen opvang" in found and "Herval" not in found
    assert "Niets gevonden" in await bea.get(f"{LIST}?staat=geparkeerd")


async def test_the_coordination_chooses_after_how_many_days_what_stands_still_is_shown(web, cast):
    made, cor, there = await raised(cast), web.as_(cast.cor), f"{LIST}/ritme"
    form = (await cor.get(there)).form(there)
    assert (form["take_up_days"], form["silent_days"]) == ("7", "30")

    page = await cor.post(there, filled(form, take_up_days=1, silent_days=10))

    assert page.status == 303
    assert (await issue_for(await cast.an.viewer(), made)).limits.silent_days == 10
    assert (await cor.post(there, filled(form, take_up_days=0))).errors == {
        "take_up_days": "Kies een aantal dagen van 1 tot 365."
    }
    assert (await web.as_(cast.an).get(there)).status == 403


async def test_days_without_news_are_told_in_words_to_everyone_concerned(web, cast):
    made = await taken_up(cast)
    await long_ago(made, days=40)

    for member in (cast.an, cast.cor, cast.bea):
        page = await web.as_(member).get(at(made))
        assert "Het team hoorde 40 dagen niets." in page
        assert "Bea, bestuursraadslid voor VDAB, is terugkoppeling schuldig aan An." in page


async def test_a_partner_shows_what_was_brought_in_there(web, cast):
    await escalated(cast)

    assert "Herval" in await web.as_(cast.bea).get(await partner_page(cast, cast.vdab))
    assert "Herval" not in await web.as_(cast.bea).get(await partner_page(cast, cast.arktos))


@pytest.mark.parametrize("query", ["?staat=%00", "?organisatie=99999999999", "?bladzijde=-1", "?zoek=%00"])
async def test_an_address_that_means_nothing_shows_the_list(web, cast, query):
    await raised(cast)

    assert (await web.as_(cast.an).get(LIST + query)).status == 200
