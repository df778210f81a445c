"""Sharing on screen: who sees the case, what the person said, what the person takes back (C14)."""

from datetime import timedelta

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.sharing import Answer, Wanted, note_answer, share
from tracker.cases.queries.seen import still_sees
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.kinds import Agreed
from tracker.partnership.tables import TrailEntry


def at(case, rest=""):
    return f"/p/durmeland/casussen/{case.code}/delen{rest}"


async def sees(member, case):
    return await still_sees(await member.viewer(), case.code)


async def change(seat, case, **fields):
    path = at(case, "/organisaties")
    return await seat.post(path, {**(await seat.get(path)).form(path), **fields})


async def test_the_page_tells_who_sees_the_case_and_since_when(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw, cast.vdab])
    page = await web.as_(cast.ben).get(at(case))

    assert page.status == 200
    assert "OCMW Waas" in page and "VDAB" in page
    assert "Arktos" not in page
    assert "ging akkoord" in page
    assert "toestemming" not in page.text.lower()


async def test_an_organisation_that_is_added_sees_the_case_that_day(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])
    page = await change(web.as_(cast.an), case, organisations=[str(cast.ocmw), str(cast.vdab)])

    assert page.status == 303
    assert await sees(cast.ben, case)
    assert not await sees(cast.out, case)


async def test_an_organisation_that_is_left_out_no_longer_finds_the_case(web, cast):
    case = await tabak(cast)
    page = await change(web.as_(cast.an), case, organisations=[str(cast.ocmw), str(cast.vdab)])

    assert page.status == 303
    assert (await web.as_(cast.out).get(at(case))).status == 404
    assert "Arktos" in (await web.as_(cast.an).get(at(case)))


async def test_an_end_can_be_planned(web, cast):
    case = await tabak(cast)
    next_week = clock.today() + timedelta(days=7)
    await change(web.as_(cast.an), case, organisations=[str(cast.ocmw)], from_day=next_week.isoformat())

    assert await sees(cast.out, case)
    with clock.at(clock.now() + timedelta(days=7)):
        assert not await sees(cast.out, case)
        assert await sees(cast.an, case)


async def test_the_last_organisation_cannot_be_locked_out(web, cast):
    case = await tabak(cast)
    page = await change(web.as_(cast.an), case, organisations=[])

    assert page.status == 422
    assert "Minstens één" in page.errors["organisations"]
    assert await sees(cast.an, case)


async def test_leaving_out_the_own_organisation_asks_first_and_then_leads_to_the_list(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    page = await change(seat, case, organisations=[str(cast.vdab)])
    assert "niet meer" in page.errors["leaves_own"]
    assert await sees(cast.an, case)

    page = await change(seat, case, organisations=[str(cast.vdab)], leaves_own="ja")
    assert page.location.startswith("/p/durmeland/casussen?")
    assert not await sees(cast.an, case)
    assert await sees(cast.ben, case)


async def test_the_coordination_can_be_excluded_and_let_in_again(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await change(seat, case, coordination="")
    assert not await sees(cast.cor, case)

    await change(seat, case, coordination="ja")
    assert await sees(cast.cor, case)


async def test_who_changes_what_a_colleague_just_changed_sees_both(web, cast):
    case = await tabak(cast)
    path = at(case, "/organisaties")
    seat = web.as_(cast.an)
    old = (await seat.get(path)).form(path)
    wanted = Wanted(frozenset({cast.ocmw, cast.vdab}), clock.today())
    await share(await cast.ben.viewer(), case.code, wanted)
    page = await seat.post(path, old)

    assert page.status == 409
    assert "Nu zien de casus: OCMW Waas, VDAB, de coördinatie." in page
    assert not await sees(cast.out, case)


async def test_a_new_answer_keeps_the_former_one_readable(web, cast):
    case = await tabak(cast, agreed=Agreed.NOT_YET)
    fields = {"agreed": "yes", "informed_on": str(clock.today()), "how": "mondeling", "by_whom": "An"}
    page = await web.as_(cast.an).post(at(case, "/akkoord"), fields)

    assert page.status == 303
    state = await sharing_of(case)
    assert (state.told.agreed, state.told.how, state.told.recorded_by) == (Agreed.YES, "mondeling", "An")
    assert [told.agreed for told in state.earlier] == [Agreed.NOT_YET]


async def test_the_same_answer_twice_is_noted_once(web, cast):
    case = await tabak(cast, agreed=Agreed.NOT_YET)
    fields = {"agreed": "yes", "informed_on": str(clock.today()), "how": "mondeling"}
    seat = web.as_(cast.an)
    await seat.post(at(case, "/akkoord"), fields)
    await seat.post(at(case, "/akkoord"), fields)

    assert len((await sharing_of(case)).earlier) == 1


async def test_a_no_goes_with_ending_the_sharing(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(at(case, "/akkoord"), {"agreed": "no"})

    assert page.status == 422
    assert "Meerdere organisaties" in page.errors["agreed"]


async def test_a_whole_withdrawal_leaves_the_organisation_that_works_on(web, cast):
    case = await tabak(cast)
    fields = {"extent": "whole", "withdrawn_on": str(clock.today()), "how": "aan de telefoon"}
    page = await web.as_(cast.an).post(at(case, "/intrekking"), fields)

    assert page.status == 303
    assert await sees(cast.an, case)
    assert not await sees(cast.ben, case)
    assert not await sees(cast.out, case)
    assert await sees(cast.cor, case)
    state = await sharing_of(case)
    assert state.told.agreed is Agreed.NO
    assert state.earlier[0].withdrawn_on == clock.today()


async def test_after_a_withdrawal_nobody_is_added_before_a_new_agreement(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(at(case, "/intrekking"), {"extent": "whole", "withdrawn_on": str(clock.today())})
    both = [str(cast.ocmw), str(cast.vdab)]
    assert "nieuw akkoord" in (await change(seat, case, organisations=both)).errors["organisations"]

    await note_answer(await cast.an.viewer(), case.code, Answer(Agreed.YES, clock.today()))
    assert (await change(seat, case, organisations=both)).status == 303
    assert await sees(cast.ben, case)


async def test_a_withdrawal_for_one_organisation_ends_its_access_and_is_told_in_the_limits(web, cast):
    case = await tabak(cast)
    fields = {"extent": "some", "organisations": str(cast.vdab), "withdrawn_on": str(clock.today())}
    page = await web.as_(cast.an).post(at(case, "/intrekking"), fields)

    assert page.status == 303
    assert not await sees(cast.ben, case)
    assert await sees(cast.out, case)
    told = (await sharing_of(case)).told
    assert told.agreed is Agreed.YES
    assert told.limits.startswith("Niet meer met VDAB")


async def test_a_withdrawal_can_shut_out_the_coordination_too(web, cast):
    case = await tabak(cast)
    fields = {"extent": "whole", "withdrawn_on": str(clock.today()), "coordination_too": "ja"}
    await web.as_(cast.an).post(at(case, "/intrekking"), fields)

    assert not await sees(cast.cor, case)
    assert await sees(cast.an, case)


async def test_a_coordinator_names_who_must_go_so_that_one_stays(web, cast):
    case = await tabak(cast)
    seat, path = web.as_(cast.cor), at(case, "/intrekking")
    fields = {"extent": "whole", "withdrawn_on": str(clock.today())}
    assert "één organisatie" in (await seat.post(path, fields)).errors["organisations"]

    gone = [str(cast.vdab), str(cast.arktos)]
    assert (await seat.post(path, {**fields, "organisations": gone})).status == 303
    assert await sees(cast.an, case)
    assert not await sees(cast.ben, case)


async def test_each_change_of_sharing_is_in_the_trail_without_words(web, cast):
    case = await tabak(cast)
    await change(web.as_(cast.an), case, organisations=[str(cast.ocmw)])

    entry = await TrailEntry.objects().order_by(TrailEntry.id, ascending=False).first()
    assert (entry.verb, entry.case, entry.person) == ("shared", case.id, cast.an.person_id)


@pytest.mark.parametrize("rest", ["", "/organisaties", "/akkoord", "/intrekking"])
async def test_for_a_stranger_there_is_nothing_to_share(web, cast, rest):
    case = await tabak(cast, shared_with=[cast.ocmw])

    for member in (cast.out, cast.ben, cast.dot, cast.bea, cast.kim, cast.tom):
        assert (await web.as_(member).get(at(case, rest))).status == 404
        if rest:
            assert (await web.as_(member).post(at(case, rest), {})).status == 404


@pytest.mark.parametrize("rest", ["/organisaties", "/akkoord", "/intrekking"])
async def test_an_empty_form_is_refused_in_words(web, cast, rest):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(at(case, rest), {})

    assert page.status == 422
    assert page.errors
