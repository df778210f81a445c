"""A multidisciplinary review: every reading stands, and what was agreed is followed up (C10)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.reviews import (
    NewAgreement,
    NewVoice,
    Reviewing,
    agree,
    close_agreement,
    correct_review,
    review,
)
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.reviews import open_agreements, review_of
from tracker.cases.rules.kinds import AgreementState, CaseState, PersonPart, Subject
from tracker.cases.rules.reviews import why_not_agree, why_not_review
from tracker.cases.tables import Agreement, CaseFile, Review, ReviewVoice
from tracker.partnership.queries.drafts import draft_of
from tracker.problems import Conflict, RuleBroken

SHAME = "Basiseducatie ziet schaamte."


def path(code, rest="nieuw"):
    return f"/p/durmeland/casussen/{code}/overleg/{rest}"


def held(**rest):
    told = {
        "held_on": clock.today(),
        "person_part": PersonPart.PRESENT,
        "voices": (NewVoice("basiseducatie", None, SHAME), NewVoice("bewindvoering", None, "Ziet cijfers.")),
        "agreements": (NewAgreement("Lasatelier bezoeken", "Bram"),),
    }
    return Reviewing(**{**told, **rest})


def filled(**rest):
    return {
        "key": str(uuid4()),
        "held_on": clock.today().isoformat(),
        "person_part": "present",
        "discipline-1": "basiseducatie",
        "reading-1": SHAME,
        "what-1": "Lasatelier bezoeken",
        "who-1": "Bram",
        **rest,
    }


def test_a_review_without_anyone_at_the_table_is_no_review():
    today = clock.today()

    assert why_not_review(held_on=today, voices=[], started_on=today, today=today).field == "discipline-1"


def test_a_reading_belongs_to_somebody():
    today = clock.today()
    voices = [("zorg", None, "Herstel."), ("", None, "Zomaar.")]

    assert why_not_review(held_on=today, voices=voices, started_on=today, today=today).field == "discipline-2"


def test_an_agreement_says_who_and_is_not_due_before_it_was_made():
    today = clock.today()
    yesterday = today - timedelta(days=1)

    assert why_not_agree(what="Bellen", who="", due_on=None, made_on=today).field == "who"
    assert why_not_agree(what="Bellen", who="Bram", due_on=yesterday, made_on=today).field == "due_on"


async def test_both_readings_stand_beside_each_other(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    kept = await review_of(an, case, await review(an, case.code, uuid4(), held()))

    assert [voice.reading for voice in kept.voices] == [SHAME, "Ziet cijfers."]
    assert (await CaseFile.objects().get(CaseFile.id == case.id)).last_review_on == clock.today()


async def test_the_same_form_twice_is_one_review_with_its_agreements_once(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()

    assert await review(an, case.code, key, held()) == await review(an, case.code, key, held())
    assert (await Review.count(), await Agreement.count()) == (1, 1)


async def test_an_open_agreement_waits_until_somebody_says_what_came_of_it(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    await review(an, case.code, uuid4(), held())
    [waiting] = await open_agreements(an, mine=False)

    await close_agreement(an, case.code, waiting.id, AgreementState.DONE)

    assert await open_agreements(an, mine=False) == []


async def test_an_organisation_outside_the_agreement_sees_no_open_agreement(cast):
    case, an = await tabak(cast, shared_with=(cast.ocmw,)), await cast.an.viewer()
    await review(an, case.code, uuid4(), held())

    assert await open_agreements(await cast.out.viewer(), mine=False) == []


async def test_a_corrected_review_keeps_what_it_said(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    review_id = await review(an, case.code, uuid4(), held())
    now = await review_of(an, case, review_id)
    corrected = held(voices=(NewVoice("zorg", None, "Anders gehoord."),), agreements=())
    await correct_review(an, case.code, review_id, corrected, version=now.version)

    [former] = await corrections_of(case, Subject.REVIEW, review_id)
    assert former.former["voices"][0][2] == SHAME
    with pytest.raises(Conflict):
        await correct_review(an, case.code, review_id, corrected, version=now.version)


async def test_an_agreement_can_be_added_later(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    review_id = await review(an, case.code, uuid4(), held(agreements=()))
    await agree(an, case.code, uuid4(), NewAgreement("Bellen", "Sofie"), review_id)

    assert [a.what for a in (await review_of(an, case, review_id)).agreements] == ["Bellen"]


async def test_nothing_is_reviewed_on_an_ended_case(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    released = CaseState.RELEASED
    await end_case(
        an, case.code, Ending(key=uuid4(), kind=released, ended_on=clock.today(), interpretation="Het loopt.")
    )

    with pytest.raises(RuleBroken):
        await review(an, case.code, uuid4(), held())


async def test_a_review_is_noted_read_and_corrected_on_screen(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    answer = await seat.post(path(case.code), filled())
    assert answer.status == 303

    row = await Review.select(Review.id).first()
    page = await seat.get(path(case.code, row["id"]))
    assert SHAME in page
    assert "Lasatelier bezoeken" in page
    again = await seat.get(path(case.code, f"{row['id']}/verbeter"))

    assert again.form(path(case.code, f"{row['id']}/verbeter"))["reading-1"] == SHAME


async def test_what_is_missing_is_said_beside_the_field_and_nothing_is_written(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(**{"who-1": ""}))

    assert page.status == 422
    assert page.errors == {"who-1": "Wie doet dit?"}
    assert page.form(path(case.code))["reading-1"].strip() == SHAME
    assert await Review.count() == 0


async def test_more_rows_come_without_losing_what_was_typed(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(more="ja", held_on=""))

    fields = page.form(path(case.code))
    assert "discipline-5" in fields
    assert fields["reading-1"].strip() == SHAME
    assert page.errors == {}


async def test_an_undone_review_takes_its_agreements_along_and_returns_to_the_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Review.select(Review.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/review/{row['id']}")

    assert (await Review.count(), await Agreement.count(), await ReviewVoice.count()) == (0, 0, 0)
    assert (await CaseFile.objects().get(CaseFile.id == case.id)).last_review_on is None
    assert (await draft_of(cast.an.person_id, path(case.code))).fields["reading-1"] == SHAME


async def test_a_review_to_which_a_colleague_added_something_is_not_taken_back(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Review.select(Review.id).first()
    await agree(await cast.ben.viewer(), case.code, uuid4(), NewAgreement("Bellen", "Ben"), row["id"])
    page = await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/review/{row['id']}")

    assert page.status == 422
    assert await Review.count() == 1


async def test_an_agreement_added_by_mistake_is_taken_back_into_its_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Review.select(Review.id).first()
    here = path(case.code, row["id"])
    fields = {**(await seat.get(here)).form(here), "what": "Samen bellen", "who": "Sofie"}
    added = await seat.get((await seat.post(here, fields)).location)
    undo = next(link for link in added.html.split('"') if "/ongedaan/agreement/" in link)
    back = await seat.get((await seat.post(undo)).location)

    assert await Agreement.count() == 1
    assert back.form(here)["what"] == "Samen bellen"


async def test_a_number_of_a_person_is_kept_only_when_somebody_says_so(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    page = await seat.post(path(case.code), filled(note="Bel hem op 0470 12 34 56."))
    assert page.status == 422
    assert await Review.count() == 0

    answer = await seat.post(
        path(case.code), filled(note="Bel hem op 0470 12 34 56.", keep_identifiers="yes")
    )

    assert answer.status == 303


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_no_review(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    review_id = await review(await cast.an.viewer(), case.code, uuid4(), held())
    seat = web.as_(getattr(cast, member))

    assert (await seat.get(path(case.code, review_id))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert await Review.count() == 1


async def test_an_agreement_is_closed_from_the_case(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Agreement.select(Agreement.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/afspraken/{row['id']}", {"state": "done"})

    assert (await Agreement.select().first())["state"] == AgreementState.DONE
