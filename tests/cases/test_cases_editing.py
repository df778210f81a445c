"""Changing the basics of a case and who follows it; what stood there before is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.editing import edit_basics
from tracker.cases.queries.basics import basics_of, former_basics, workers_of
from tracker.cases.queries.seen import case_for
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.basics import alias_warning, usual_participants, why_not_basics
from tracker.cases.rules.kinds import Agreed, CaseKind, Subject
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Correction, Interaction, Purpose
from tracker.identifiers import find_identifiers


def test_a_person_counts_as_one_participant_and_other_kinds_as_none():
    assert usual_participants(CaseKind.PERSON) == 1
    assert usual_participants(CaseKind.NEIGHBOURHOOD) == 0


def test_an_alias_that_is_a_colleague_s_first_or_full_name_is_asked_about():
    assert "Ben Maes" in alias_warning(" ben  maes", ["Ben Maes"])
    assert "Ben Maes" in alias_warning("BEN", ["Ben Maes"])
    assert alias_warning("Maes", ["Ben Maes"]) is None
    assert alias_warning("", ["Ben Maes"]) is None


def test_a_case_cannot_start_after_what_already_stands_on_it():
    day = clock.today()
    basics = {"alias": "", "today": day, "participants": 1, "doubt": False, "doubt_review_on": None}

    refused = why_not_basics(**basics, started_on=day, first_record_on=day - timedelta(days=1))
    assert refused.field == "started_on"
    assert why_not_basics(**basics, started_on=day, first_record_on=day) is None


def test_a_version_differs_with_what_it_marks_and_never_looks_like_a_number():
    marks = {version_of("Tabak", number) for number in range(200)}

    assert len(marks) == 200
    assert not any(find_identifiers(mark) for mark in marks)
    assert version_of("Tabak", 1) == version_of("Tabak", 1)


def at(case, rest="gegevens"):
    return f"/p/durmeland/casussen/{case.code}/{rest}"


async def edit(seat, case, rest="gegevens", **fields):
    path = at(case, rest)
    return await seat.post(path, {**(await seat.get(path)).form(path), **fields})


async def test_a_changed_alias_keeps_the_former_one(web, cast):
    case = await tabak(cast)
    page = await edit(web.as_(cast.ben), case, alias="Roos", reason="Te herkenbaar")

    assert page.status == 303
    assert (await case_for(await cast.an.viewer(), case.code)).alias == "Roos"
    former = (await former_basics(case))[0]
    assert (former.said, former.author, former.reason) == ((("schuilnaam", "Tabak"),), "Ben", "Te herkenbaar")
    assert "schuilnaam: tabak" in (await web.as_(cast.an).get(at(case))).text.lower()


async def test_saving_without_a_change_writes_nothing(web, cast):
    case = await tabak(cast)
    await edit(web.as_(cast.an), case)

    assert await Correction.count() == 0


async def test_what_cannot_be_is_refused_and_what_was_typed_stays(web, cast):
    case = await tabak(cast)
    page = await edit(web.as_(cast.an), case, alias="0471 23 45 67", municipality="Zele")

    assert page.status == 422
    assert "telefoonnummer" in page.errors["alias"]
    assert page.form(at(case))["municipality"] == "Zele"
    assert await Correction.count() == 0


async def test_two_people_who_change_the_same_see_both_texts(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    old = (await seat.get(at(case))).form(at(case))
    await edit(web.as_(cast.ben), case, alias="Roos")
    page = await seat.post(at(case), {**old, "alias": "Lelie"})

    assert page.status == 409
    assert "Roos" in page
    form = page.form(at(case))
    assert form["alias"] == "Lelie"
    assert (await seat.post(at(case), form)).status == 303
    assert (await case_for(await cast.an.viewer(), case.code)).alias == "Lelie"


async def test_an_earlier_start_takes_the_first_purpose_along(web, cast):
    case = await tabak(cast)
    start = clock.today() - timedelta(days=10)
    page = await edit(web.as_(cast.an), case, started_on=start.isoformat())

    assert page.status == 303
    assert (await Purpose.select(Purpose.since).first())["since"] == start


async def test_the_start_stays_before_what_was_noted(web, cast):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=10))
    await Interaction(
        partnership=cast.durmeland,
        case=case.id,
        happened_on=clock.today() - timedelta(days=8),
        month=202601,
        kind="phone",
        outcome="contact",
    ).save()
    page = await edit(web.as_(cast.an), case, started_on=clock.today().isoformat())

    assert "Er staat al iets van" in page.errors["started_on"]


async def test_a_case_that_turns_out_to_be_about_a_person_asks_whether_sharing_is_all_right(web, cast):
    case = await tabak(cast, kind=CaseKind.GROUP, agreed=Agreed.NOT_NEEDED)
    page = await edit(web.as_(cast.an), case, kind="person")

    assert page.status == 303
    assert (await sharing_of(case)).told.agreed is Agreed.NOT_YET


async def test_a_new_lead_follows_the_case(web, cast):
    case = await tabak(cast)
    page = await edit(web.as_(cast.an), case, lead=str(cast.ben.person_id))

    assert page.status == 303
    assert (await case_for(await cast.an.viewer(), case.code)).lead == "Ben"
    assert [worker.name for worker in await workers_of(case)] == ["Ben"]


async def test_who_does_not_see_the_case_does_not_lead_it(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])
    page = await edit(web.as_(cast.an), case, lead=str(cast.out.person_id))

    assert "ziet de casus niet" in page.errors["lead"]


async def test_somebody_from_another_partnership_leads_nothing(web, cast):
    case = await tabak(cast)
    page = await edit(web.as_(cast.an), case, lead=str(cast.dot.person_id))

    assert "in dit partnerschap" in page.errors["lead"]


async def test_a_lead_without_an_account_stays_until_somebody_else_is_chosen(cast):
    case = await tabak(cast, lead_name="Griet")
    an = await cast.an.viewer()
    now = await basics_of(case)
    await edit_basics(an, case.code, replace(now, municipality="Zele"), version=now.version)

    assert (await case_for(an, case.code)).lead == "Griet"


async def test_people_follow_from_a_day_until_a_day(web, cast):
    case = await tabak(cast, lead_id=cast.an.person_id)
    seat = web.as_(cast.an)
    both = [str(cast.an.person_id), str(cast.cor.person_id)]
    await edit(seat, case, "wie-volgt-mee", people=both)
    assert {worker.name for worker in await workers_of(case)} == {"An", "Cor"}

    await edit(seat, case, "wie-volgt-mee", people=both[:1])
    gone = next(worker for worker in await workers_of(case) if worker.name == "Cor")
    assert gone.until == clock.today()


async def test_the_same_followers_twice_are_noted_once(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    fields = {"people": [str(cast.ben.person_id)], "from_day": clock.today().isoformat()}
    await seat.post(at(case, "wie-volgt-mee"), fields)
    await seat.post(at(case, "wie-volgt-mee"), fields)

    assert len(await workers_of(case)) == 1


async def test_the_lead_stays_among_the_followers(web, cast):
    case = await tabak(cast, lead_id=cast.an.person_id)
    page = await edit(web.as_(cast.an), case, "wie-volgt-mee", people=[str(cast.ben.person_id)])

    assert "andere trekker" in page.errors["people"]


async def test_nobody_follows_a_case_they_do_not_see(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])
    page = await edit(web.as_(cast.an), case, "wie-volgt-mee", people=[str(cast.out.person_id)])

    assert "ziet de casus niet" in page.errors["people"]


@pytest.mark.parametrize("rest", ["gegevens", "wie-volgt-mee"])
async def test_a_stranger_changes_nothing(web, cast, rest):
    case = await tabak(cast, shared_with=[cast.ocmw])

    for member in (cast.ben, cast.dot, cast.bea, cast.dirk, cast.kim, cast.pro, cast.ewa, cast.tom):
        assert (await web.as_(member).get(at(case, rest))).status == 404
        assert (await web.as_(member).post(at(case, rest), {"alias": "x"})).status == 404
    assert not await Correction.exists().where(Correction.subject == Subject.CASE)


@pytest.mark.parametrize("rest", ["gegevens", "wie-volgt-mee"])
async def test_an_ended_case_is_not_changed(web, cast, rest):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    form = (await seat.get(at(case, rest))).form(at(case, rest))
    ending = {"key": "8a3b9a52-6b1e-4f35-9d6c-2f3f8c5d1e2a", "kind": "released", "interpretation": "Goed zo."}
    await seat.post(at(case, "loslaten"), {**ending, "ended_on": clock.today().isoformat()})

    assert "Heropen" in await seat.get(at(case, rest))
    page = await seat.post(at(case, rest), {**form, "alias": "Roos", "people": [str(cast.ben.person_id)]})
    assert page.status == 422
    assert (await case_for(await cast.an.viewer(), case.code)).alias == "Tabak"
