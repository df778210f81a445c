"""The exchange over partnerships: offering, answering, trying along and taking over (L13)."""

from uuid import uuid4

import pytest

from tests.learning import initiated
from tests.learning.initiated import SUMMARY, TEXTS
from tracker.learning.actions import initiatives, offers
from tracker.learning.queries.initiatives import initiative_for
from tracker.learning.queries.offers import offer_for, responses_to
from tracker.learning.rules import offers as rules
from tracker.learning.rules.initiatives import InitiativeState, Part
from tracker.learning.rules.offers import Adoption, OfferAnswer
from tracker.partnership.tables import Notice, TrailEntry
from tracker.problems import NotFound, RuleBroken

HERE = "/uitwisseling"


@pytest.mark.parametrize(
    ("how", "state", "already", "may"),
    [
        (Adoption.TRIED_ALONG, InitiativeState.READY, None, True),
        (Adoption.TRIED_ALONG, InitiativeState.STARTED, None, True),
        (Adoption.TRIED_ALONG, InitiativeState.STABLE, None, False),
        (Adoption.TRIED_ALONG, InitiativeState.ABANDONED, None, False),
        (Adoption.TAKEN_OVER, InitiativeState.STARTED, None, False),
        (Adoption.TAKEN_OVER, InitiativeState.STABLE, None, True),
        (Adoption.TAKEN_OVER, InitiativeState.SPREAD, Adoption.TRIED_ALONG, True),
        (Adoption.TAKEN_OVER, InitiativeState.SPREAD, Adoption.TAKEN_OVER, False),
        (Adoption.TRIED_ALONG, InitiativeState.STARTED, Adoption.TRIED_ALONG, False),
    ],
)
def test_others_try_along_before_it_is_stable_and_take_over_from_then_on(how, state, already, may):
    assert (rules.why_not_adopt(how, state, own=False, already=already) is None) == may


async def test_only_what_is_ready_is_offered_and_with_a_summary(cast):
    an, draft, whole = await cast.an.viewer(), await initiated.drafted(cast), await initiated.ready(cast, "B")

    with pytest.raises(RuleBroken, match="af"):
        await offers.offer(an, draft, SUMMARY)
    with pytest.raises(RuleBroken) as refused:
        await offers.offer(an, whole, " ")
    assert refused.value.field == "summary"


async def test_before_it_is_offered_another_partnership_sees_nothing_of_it(web, cast):
    made = await initiated.ready(cast)

    with pytest.raises(NotFound):
        await offer_for(await cast.dot.viewer(), made)
    seat = web.as_(cast.dot)
    assert (await seat.get(f"{HERE}/{made}")).status == 404
    assert "Eén map" not in await seat.get(HERE)
    assert (await seat.post(f"{HERE}/{made}/antwoord", {"answer": "also_relevant"})).status == 404
    assert (await seat.post(f"{HERE}/{made}/meedoen", {"how": "tried_along"})).status == 404


async def test_an_offer_tells_the_coordination_elsewhere(cast):
    made = await initiated.offered(cast)

    [told] = await Notice.select().where(Notice.person == cast.cas.person_id)
    assert told["text"] == "Initiatief I1 van Durmeland is gedeeld"
    assert told["path"] == f"{HERE}/{made}"


async def test_an_answer_is_one_per_partnership_may_change_and_is_in_both_trails(cast):
    made, dot = await initiated.offered(cast), await cast.dot.viewer()
    await offers.answer(dot, made, OfferAnswer.ALSO_RELEVANT)
    await offers.answer(dot, made, OfferAnswer.DID_ALREADY, "Met een app.")

    [said] = await responses_to(made, cast.durmeland)
    assert (said.answer, said.remark) == (OfferAnswer.DID_ALREADY, "Met een app.")
    entries = await TrailEntry.select().where(TrailEntry.verb == "offer answered")
    assert sorted(entry["partnership"] for entry in entries) == [cast.durmeland] * 2 + [cast.kustpolder] * 2


async def test_nobody_answers_its_own_offer(cast):
    made = await initiated.offered(cast)

    with pytest.raises(RuleBroken):
        await offers.answer(await cast.an.viewer(), made, OfferAnswer.ALSO_RELEVANT)
    with pytest.raises(RuleBroken):
        await offers.adopt(await cast.an.viewer(), made, uuid4(), Adoption.TRIED_ALONG)


async def test_who_tried_along_takes_over_what_became_stable_and_keeps_its_origin(cast):
    made, dot, key = await initiated.started(cast), await cast.dot.viewer(), uuid4()
    with pytest.raises(RuleBroken):
        await offers.adopt(dot, made, uuid4(), Adoption.TAKEN_OVER)
    own = await offers.adopt(dot, made, key, Adoption.TRIED_ALONG)
    assert await offers.adopt(dot, made, key, Adoption.TRIED_ALONG) == own
    await initiated.tried(cast, made)
    await initiatives.call_stable(await cast.an.viewer(), made, "Gezien.", "De regel verdween.")

    assert await offers.adopt(dot, made, uuid4(), Adoption.TAKEN_OVER) == own
    now = await initiative_for(dot, own)
    assert (now.adoption, now.origin_name, now.origin_partnership) == (
        Adoption.TAKEN_OVER,
        "Eén map",
        "Durmeland",
    )
    assert now.state is InitiativeState.DRAFT
    [seen] = await responses_to(made, cast.durmeland)
    assert seen.said == "overgenomen"
    verbs = await TrailEntry.select().where(TrailEntry.verb == "initiative taken over")
    assert {entry["partnership"] for entry in verbs} == {cast.durmeland, cast.kustpolder}


async def test_one_taken_over_brings_how_it_runs_but_asks_an_own_analysis(cast):
    made, dot = await initiated.stable(cast), await cast.dot.viewer()
    own = await initiative_for(dot, await offers.adopt(dot, made, uuid4(), Adoption.TAKEN_OVER))

    assert own.better_process == TEXTS[Part.PROCESS]["better_process"]
    assert Part.PATTERN in own.facts.missing
    assert Part.WHY in own.facts.missing


async def test_what_is_not_stable_shows_its_summary_alone(web, cast):
    made = await initiated.started(cast)
    page = await web.as_(cast.dot).get(f"{HERE}/{made}")

    assert SUMMARY in page
    for part in TEXTS.values():
        for words in part.values():
            assert str(words) not in page


async def test_a_partnership_answers_and_joins_on_screen(web, cast):
    made, dot = await initiated.started(cast), web.as_(cast.dot)
    here = f"{HERE}/{made}"
    fields = (await dot.get(here)).form(f"{here}/antwoord")
    await dot.post(f"{here}/antwoord", {**fields, "answer": "also_relevant", "remark": "Ook bij ons."})
    fields = (await dot.get(here)).form(f"{here}/meedoen")
    answer = await dot.post(f"{here}/meedoen", {**fields, "how": "tried_along"})

    assert answer.status == 303
    page = await web.as_(cast.an).get(f"/p/durmeland/verbeteren/{made}")
    assert "ook relevant bij ons, probeert mee" in page
    assert "Ook bij ons." in page
    own = await dot.get(answer.headers["location"])
    assert "Probeert mee van Durmeland" in own


async def test_europa_wse_reads_the_exchange_and_answers_nothing(web, cast):
    made, ewa = await initiated.stable(cast), web.as_(cast.ewa)
    await offers.answer(await cast.dot.viewer(), made, OfferAnswer.DID_ALREADY, "Met een app.")

    assert "Eén map" in await ewa.get(HERE)
    page = await ewa.get(f"{HERE}/{made}")
    assert page.status == 200
    assert "Met een app." in page
    assert (await ewa.post(f"{HERE}/{made}/antwoord", {"answer": "also_relevant"})).status == 403


async def test_an_answer_that_names_a_case_is_held_back_once(web, cast):
    made, dot = await initiated.offered(cast), web.as_(cast.dot)
    here = f"{HERE}/{made}"
    fields = (await dot.get(here)).form(f"{here}/antwoord")
    page = await dot.post(
        f"{here}/antwoord", {**fields, "answer": "also_relevant", "remark": "Zoals KP-0001."}
    )

    assert page.status == 422
    assert (await responses_to(made, cast.durmeland))[0].answer is None


async def test_what_waits_for_an_answer_stands_on_the_agenda_of_the_others_until_they_answer(web, cast):
    made, seat = await initiated.offered(cast), web.as_(cast.dot)
    agenda = "/p/kustpolder/leeragenda"
    assert "Eén map" in await seat.get(agenda)
    assert "Eén map" not in await web.as_(cast.an).get("/p/durmeland/leeragenda")

    await offers.answer(await cast.dot.viewer(), made, OfferAnswer.NOT_RELEVANT)
    assert "Eén map" not in await seat.get(agenda)


async def test_europa_wse_has_the_exchange_in_its_menu(web, cast):
    assert HERE in (await web.as_(cast.ewa).get(HERE)).links().values()
