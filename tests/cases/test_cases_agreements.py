"""What was agreed: who does what by when, and what became of it (C10)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.agreements import NewAgreement, agree, close_agreement, correct_agreement
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.reviews import NewVoice, Reviewing, review
from tracker.cases.queries.agreements import agreement_of, open_agreements
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.rules.agreements import closing_day, why_not_agree
from tracker.cases.rules.kinds import AgreementState, CaseState, PersonPart, Subject
from tracker.cases.tables import Agreement
from tracker.problems import Conflict, NotFound, RuleBroken

WHAT = "Geen brieven zonder bericht vooraf"


def path(case, rest="nieuw"):
    return f"/p/durmeland/casussen/{case.code}/afspraken/{rest}"


async def agreed(cast, case, what=WHAT, review_id=None, **rest):
    wanted = NewAgreement(what, "Ben", **rest)
    return await agree(await cast.an.viewer(), case.code, uuid4(), wanted, review_id)


async def held(cast, case, **rest):
    told = Reviewing(clock.today(), PersonPart.PRESENT, {1: NewVoice("zorg")}, **rest)
    return await review(await cast.an.viewer(), case.code, uuid4(), told)


def why_not(**rest):
    return why_not_agree(**{"what": WHAT, "who": "Ben", "due_on": None, "made_on": clock.today(), **rest})


def test_an_agreement_says_what_and_who_and_may_leave_the_day_open():
    assert why_not(what=" ").field == "what"
    assert why_not(who="").field == "who"
    assert why_not() is None


def test_an_agreement_is_not_due_before_it_was_made():
    assert why_not(due_on=clock.today() - timedelta(days=1)).field == "due_on"


def test_only_a_closed_agreement_has_a_closing_day():
    assert closing_day(AgreementState.OPEN, clock.today()) is None
    assert closing_day(AgreementState.FAILED, clock.today()) == clock.today()


async def test_an_agreement_can_be_added_later_to_a_review_or_apart_from_one(cast):
    case = await tabak(cast)
    review_id = await held(cast, case)
    later, apart = await agreed(cast, case, review_id=review_id), await agreed(cast, case, "Bellen")

    assert [each.id for each in (await review_of(case, review_id)).agreements] == [later]
    assert (await agreement_of(case, apart)).review_id is None


async def test_a_review_of_another_case_holds_no_agreement_of_this_one(cast):
    case, other = await tabak(cast), await tabak(cast, alias="Wolf")
    review_id = await held(cast, other)

    with pytest.raises(NotFound):
        await agreed(cast, case, review_id=review_id)


async def test_the_same_form_twice_is_one_agreement(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()
    wanted = NewAgreement(WHAT, "Ben")

    assert await agree(an, case.code, key, wanted) == await agree(an, case.code, key, wanted)
    assert await Agreement.count() == 1


async def test_an_open_agreement_waits_until_somebody_says_what_came_of_it(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    made = await agreed(cast, case)
    assert [each.id for each in await open_agreements(an, mine=False)] == [made]
    await close_agreement(an, case.code, made, AgreementState.FAILED)

    assert await open_agreements(an, mine=False) == []
    now = await agreement_of(case, made)
    assert (now.state, now.closed_on) == (AgreementState.FAILED, clock.today())


async def test_what_waits_comes_by_its_day_and_without_a_day_last(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    await agreed(cast, case, "ooit")
    await agreed(cast, case, "later", due_on=clock.today() + timedelta(days=9))
    await agreed(cast, case, "eerst", due_on=clock.today() + timedelta(days=2))

    assert [each.what for each in await open_agreements(an, mine=False)] == ["eerst", "later", "ooit"]


async def test_mine_are_those_of_the_cases_i_lead_or_follow(cast):
    mine = await tabak(cast, lead_id=cast.an.person_id)
    other = await tabak(cast, alias="Wolf", lead_id=cast.ben.person_id)
    for case in (mine, other):
        await agreed(cast, case)

    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    assert [each.code for each in await open_agreements(an, mine=True)] == [mine.code]
    assert [each.code for each in await open_agreements(ben, mine=True)] == [other.code]


async def test_an_organisation_outside_the_sharing_sees_no_open_agreement(cast):
    await agreed(cast, await tabak(cast, shared_with=(cast.ocmw,)))

    assert await open_agreements(await cast.out.viewer(), mine=False) == []


async def test_an_agreement_closed_by_mistake_is_opened_again_and_tells_it(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    made = await agreed(cast, case)
    for state in (AgreementState.DONE, AgreementState.DONE, AgreementState.OPEN):
        await close_agreement(an, case.code, made, state)

    assert (await agreement_of(case, made)).closed_on is None
    [former] = await corrections_of(case, Subject.AGREEMENT, made)
    assert former.former == {"state": "done"}


async def test_a_corrected_agreement_keeps_what_it_said(cast):
    case, an, ben = await tabak(cast), await cast.an.viewer(), await cast.ben.viewer()
    made = await agreed(cast, case)
    version = (await agreement_of(case, made)).version
    await correct_agreement(ben, case.code, made, NewAgreement("Eerst bellen", "Ben"), version=version)

    [former] = await corrections_of(case, Subject.AGREEMENT, made)
    assert former.former == {"what": WHAT}
    with pytest.raises(Conflict) as met:
        await correct_agreement(an, case.code, made, NewAgreement("Eerst sms'en", "Ben"), version=version)
    assert (met.value.theirs["what"], met.value.who) == ("Eerst bellen", "Ben")


async def test_nothing_is_agreed_or_closed_on_an_ended_case(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    made = await agreed(cast, case)
    ending = Ending(uuid4(), CaseState.RELEASED, clock.today(), "Het loopt.")
    await end_case(an, case.code, ending)

    with pytest.raises(RuleBroken):
        await agreed(cast, case)
    with pytest.raises(RuleBroken):
        await close_agreement(an, case.code, made, AgreementState.DONE)
    assert await open_agreements(an, mine=False) == []


async def test_an_agreement_is_made_from_its_review_and_closed_from_the_case(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    review_id = await held(cast, case)
    fields = (await seat.get(path(case, f"nieuw?overleg={review_id}"))).form(path(case))
    assert fields["review"] == str(review_id)
    page = await seat.get((await seat.post(path(case), {**fields, "what": WHAT, "who": "Ben"})).location)
    here = page.links()[WHAT]
    await seat.post(here, {"state": "done"})

    assert "gedaan" in await seat.get(here)
    assert "Zet weer open" in await seat.get(here)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "x\0"}, "what"),
        ({"who": ""}, "who"),
        ({"who": "x" * 121}, "who"),
        ({"due_on": "1999-01-01"}, "due_on"),
        ({"review": "999999"}, "review"),
        ({"review": "niets"}, "review"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_written(web, cast, typed, field):
    case = await tabak(cast)
    told = {"key": str(uuid4()), "what": WHAT, "who": "Ben", **typed}
    page = await web.as_(cast.an).post(path(case), told)

    assert page.status == 422
    assert list(page.errors) == [field]
    assert await Agreement.count() == 0


async def test_what_became_of_it_is_one_of_the_answers(web, cast):
    case = await tabak(cast)
    made = await agreed(cast, case)
    page = await web.as_(cast.an).post(path(case, made), {"state": "misschien"})

    assert page.status == 422
    assert (await agreement_of(case, made)).open


async def test_an_agreement_is_corrected_on_screen_with_its_history(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    made = await agreed(cast, case)
    edit = path(case, f"{made}/verbeter")
    fields = (await seat.get(edit)).form(edit)
    page = await seat.get((await seat.post(edit, {**fields, "who": "Sofie", "why": "Ben is weg."})).location)

    assert "Wie: Ben" in page
    assert "Ben is weg." in page


async def test_an_agreement_added_by_mistake_is_taken_back_into_its_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    review_id = await held(cast, case)
    fields = {**(await seat.get(path(case))).form(path(case)), "review": str(review_id)}
    added = await seat.get((await seat.post(path(case), {**fields, "what": WHAT, "who": "Ben"})).location)
    undo = next(link for link in added.html.split('"') if "/ongedaan/agreement/" in link)
    back = await seat.get((await seat.post(undo)).location)

    assert await Agreement.count() == 0
    form = back.form(path(case))
    assert (form["what"].strip(), form["who"], form["review"]) == (WHAT, "Ben", str(review_id))


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_no_agreement(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    made = await agreed(cast, case)
    seat = web.as_(getattr(cast, member))

    for rest in ("nieuw", made, f"{made}/verbeter"):
        assert (await seat.get(path(case, rest))).status == 404
    assert (await seat.post(path(case, made), {"state": "done"})).status == 404
    assert (await agreement_of(case, made)).open
