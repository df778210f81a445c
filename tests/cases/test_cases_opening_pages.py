"""Opening a case on one page (C1)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tracker import clock
from tracker.cases.queries.basics import basics_of, workers_of
from tracker.cases.queries.seen import case_for
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.kinds import Agreed
from tracker.cases.tables import CaseFile
from tracker.partnership.actions.drafts import keep_draft
from tracker.partnership.queries.drafts import draft_of

NEW = "/p/durmeland/casussen/nieuw"


def short(cast, **rest):
    """The short path: kind, alias, and what the page filled in by itself."""
    return {
        "key": str(uuid4()),
        "kind": "person",
        "alias": "Tabak",
        "purpose": "Eén adres.",
        "started_on": clock.today().isoformat(),
        "lead": str(cast.an.person_id),
        "agreed": "not_yet",
        "organisations": [str(cast.ocmw), str(cast.vdab), str(cast.arktos)],
        "coordination": "ja",
        **rest,
    }


async def opened(cast, page):
    return await case_for(await cast.an.viewer(), page.location.split("/")[-1].split("?")[0])


async def test_the_page_asks_for_no_name_birth_date_address_or_number(web, cast):
    page = await web.as_(cast.an).get(NEW)

    assert page.status == 200
    names = {field.get("name", "") for kind in ("input", "textarea", "select") for field in page.all(kind)}
    assert not names & {"name", "first_name", "last_name", "birth_date", "address", "insz", "street"}
    assert "nooit de echte naam" in page.text.lower()


async def test_what_the_page_proposes_is_enough_with_an_alias(web, cast):
    seat = web.as_(cast.an)
    proposed = (await seat.get(NEW)).form(NEW)
    page = await seat.post(NEW, {**proposed, "alias": "Tabak"})

    assert page.status == 303
    case = await opened(cast, page)
    assert (case.alias, case.started_on, case.lead) == ("Tabak", clock.today(), "An")


async def test_a_new_case_is_shared_with_the_whole_team_and_followed_by_its_lead(web, cast):
    case = await opened(cast, await web.as_(cast.an).post(NEW, short(cast)))

    state = await sharing_of(case)
    assert state.going_on == {cast.ocmw, cast.vdab, cast.arktos}
    assert state.with_coordination
    assert state.told.agreed is Agreed.NOT_YET
    assert [worker.person_id for worker in await workers_of(case)] == [cast.an.person_id]


async def test_sending_the_same_form_twice_opens_one_case(web, cast):
    seat, fields = web.as_(cast.an), short(cast)
    first, second = await seat.post(NEW, fields), await seat.post(NEW, fields)

    assert first.location == second.location
    assert await CaseFile.count() == 1


async def test_a_case_can_be_limited_on_opening_but_never_without_whoever_opens_it(web, cast):
    page = await web.as_(cast.an).post(NEW, short(cast, organisations=[str(cast.vdab)]))

    assert (await sharing_of(await opened(cast, page))).going_on == {cast.ocmw, cast.vdab}


async def test_a_case_of_someone_who_did_not_agree_is_seen_by_one_organisation(web, cast):
    page = await web.as_(cast.an).post(NEW, short(cast, agreed="no"))

    assert (await sharing_of(await opened(cast, page))).going_on == {cast.ocmw}


async def test_a_coordinator_says_which_organisation_works_with_someone_who_did_not_agree(web, cast):
    cas = web.as_(cast.cor)
    refused = await cas.post(NEW, short(cast, agreed="no", lead="", organisations=[str(cast.vdab)]))

    assert refused.status == 303
    code = refused.location.split("/")[-1].split("?")[0]
    state = await sharing_of(await case_for(await cast.cor.viewer(), code))
    assert state.going_on == {cast.ocmw}


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("alias", "tabak@voorbeeld.be", "e-mailadres"),
        ("alias", "0471 23 45 67", "telefoonnummer"),
        ("kind", "", "Kies waarover"),
        ("kind", "planet", "Maak een keuze"),
        ("started_on", "31/02/2026", "bestaat niet"),
        ("participants", "201", "tussen 0 en 200"),
        ("lead", "99999", "in dit partnerschap"),
        ("agreed", "not_needed", "altijd of delen mag"),
        ("doubt_review_on", "1901-01-01", "voor de start"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost(
    web, cast, field, typed, said
):
    page = await web.as_(cast.an).post(NEW, short(cast, **{field: typed}))

    assert page.status == 422
    assert said in page.errors[field]
    assert "Eén adres." in page.html
    assert await CaseFile.count() == 0


async def test_a_case_does_not_start_tomorrow(web, cast):
    tomorrow = clock.today() + timedelta(days=1)
    page = await web.as_(cast.an).post(NEW, short(cast, started_on=tomorrow.isoformat()))

    assert "toekomst" in page.errors["started_on"]


async def test_doubt_asks_for_a_day_to_look_again(web, cast):
    seat = web.as_(cast.an)
    page = await seat.post(NEW, short(cast, doubt="ja"))
    assert "opnieuw te kijken" in page.errors["doubt_review_on"]

    review = clock.today() + timedelta(days=30)
    case = await opened(cast, await seat.post(NEW, short(cast, doubt="ja", doubt_review_on=str(review))))
    assert (await basics_of(case)).doubt_review_on == review


async def test_an_alias_that_is_a_colleagues_name_is_asked_about_first(web, cast):
    seat = web.as_(cast.an)
    page = await seat.post(NEW, short(cast, alias="ben"))

    assert page.status == 422
    assert "Ben werkt mee" in page.errors["alias_may_stay"]
    assert (await seat.post(NEW, short(cast, alias="ben", alias_may_stay="ja"))).status == 303


async def test_a_phone_number_in_the_purpose_is_kept_only_when_someone_says_so(web, cast):
    seat, fields = web.as_(cast.an), short(cast, purpose="Bel 0471 23 45 67")
    page = await seat.post(NEW, fields)

    assert page.status == 422
    assert "0471 23 45 67, een telefoonnummer" in page
    assert (await seat.post(NEW, {**fields, "keep_identifiers": "yes"})).status == 303


async def test_the_lead_must_be_someone_who_sees_the_case(web, cast):
    fields = short(cast, organisations=[str(cast.ocmw)], lead=str(cast.ben.person_id))
    page = await web.as_(cast.an).post(NEW, fields)

    assert "ziet de casus niet" in page.errors["lead"]


async def test_a_case_that_is_not_about_a_person_needs_no_agreement_and_carries_no_participant(web, cast):
    fields = short(cast, kind="neighbourhood", agreed="")
    case = await opened(cast, await web.as_(cast.an).post(NEW, fields))

    assert (await sharing_of(case)).told.agreed is Agreed.NOT_NEEDED
    assert (await basics_of(case)).participants == 0


async def test_what_was_typed_before_stands_in_the_form_and_goes_once_saved(web, cast):
    seat = web.as_(cast.an)
    await keep_draft(cast.an.person_id, NEW, {"alias": "Roos", "kind": "group"})
    page = await seat.get(NEW)

    assert "We zetten terug wat je eerder typte" in page
    assert page.form(NEW)["alias"] == "Roos"
    assert (await seat.post(NEW, short(cast))).status == 303
    assert await draft_of(cast.an.person_id, NEW) is None


async def test_the_draft_of_a_colleague_stays_out_of_sight(web, cast):
    await keep_draft(cast.ben.person_id, NEW, {"alias": "Roos"})

    assert "Roos" not in (await web.as_(cast.an).get(NEW)).html


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro", "ewa", "tom", "dot", "cas"])
async def test_who_does_not_work_on_cases_here_finds_no_such_page(web, cast, member):
    seat = web.as_(getattr(cast, member))

    assert (await seat.get(NEW)).status == 404
    assert (await seat.post(NEW, short(cast))).status == 404
    assert await CaseFile.count() == 0
