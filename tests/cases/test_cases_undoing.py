"""Taking back what one just logged: within ten minutes, by its writer, and nothing typed is lost (C16)."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.cases.life import a_person, tabak
from tracker import clock
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.opening import open_case
from tracker.cases.actions.reclassifying import call_it_failure, call_it_value
from tracker.cases.actions.scores import Scoring, score
from tracker.cases.forms.undoing import FORMS
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.seen import case_for
from tracker.cases.queries.undoing import UNDOABLE, can_undo
from tracker.cases.rules.kinds import Subject
from tracker.cases.rules.undoing import UNDO_WITHIN, why_not_undo
from tracker.cases.tables import CaseEnding, CaseFile, ProgressScore
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.tables import TrailEntry

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


def undo(**rest):
    return why_not_undo(**{"author_id": 1, "person_id": 1, "written_at": NOW, "now": NOW, **rest})


def test_the_writer_takes_back_within_ten_minutes():
    assert undo() is None
    assert undo(now=NOW + UNDO_WITHIN) is None
    assert "tien minuten" in undo(now=NOW + UNDO_WITHIN + timedelta(seconds=1))


def test_nobody_takes_back_what_another_wrote():
    assert "wie dit noteerde" in undo(person_id=2)
    assert "wie dit noteerde" in undo(author_id=None)


def test_what_something_else_rests_on_is_not_taken_back():
    assert "steunt" in undo(used=True)


def at(case, rest=""):
    return f"/p/durmeland/casussen/{case.code}{rest}"


def release():
    return {
        "key": str(uuid4()),
        "kind": "handed_over",
        "ended_on": clock.today().isoformat(),
        "interpretation": "Een vaste dokter.",
        "handed_to": "CAW",
    }


async def ended(seat, case):
    """End the case and return the id of the ending."""
    page = await seat.post(at(case, "/loslaten"), release())
    return int(page.location.rpartition("-")[2])


async def test_an_ending_taken_back_lets_the_case_run_and_puts_its_words_back_in_the_form(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    page = await seat.post(at(case, f"/ongedaan/ending/{ending}"))

    assert (page.status, page.location) == (303, at(case, "/loslaten?ongedaan=ja"))
    assert await CaseEnding.count() == 0
    assert (await case_for(await cast.an.viewer(), case.code)).runs
    form = (await seat.get(page.location)).form(at(case, "/loslaten"))
    assert (form["kind"], form["interpretation"], form["handed_to"]) == (
        "handed_over",
        "Een vaste dokter.",
        "CAW",
    )


async def test_of_two_records_taken_back_the_words_of_both_come_back_one_after_the_other(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    words = ["Hij slaapt slecht.", "Hij heeft een dokter."]
    for said in words:
        typed = {"key": str(uuid4()), "score": 4, "interpretation": said, "discussed": "no"}
        page = await seat.post(at(case, "/scores/nieuw"), typed | {"scored_on": clock.today().isoformat()})
        assert page.status == 303
    for row in await ProgressScore.select(ProgressScore.id).order_by(ProgressScore.id, ascending=False):
        await seat.post(at(case, f"/ongedaan/score/{row['id']}"))
    form = (await seat.get(at(case, "/scores/nieuw"))).form(at(case, "/scores/nieuw"))
    assert form["interpretation"].strip() == words[0]

    await seat.post(at(case, "/scores/nieuw"), form)

    form = (await seat.get(at(case, "/scores/nieuw"))).form(at(case, "/scores/nieuw"))
    assert form["interpretation"].strip() == words[1]


async def test_the_undo_is_in_the_trail(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    await seat.post(at(case, f"/ongedaan/ending/{ending}"))

    entry = await TrailEntry.objects().order_by(TrailEntry.id, ascending=False).first()
    assert (entry.verb, entry.subject, entry.subject_id, entry.case) == ("undone", "ending", ending, case.id)


async def test_a_second_undo_of_the_same_finds_nothing(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    await seat.post(at(case, f"/ongedaan/ending/{ending}"))

    assert (await seat.post(at(case, f"/ongedaan/ending/{ending}"))).status == 404


async def test_after_eleven_minutes_it_stays(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    await CaseEnding.update({CaseEnding.written_at: clock.now() - timedelta(minutes=11)}).where(
        CaseEnding.id == ending
    )
    page = await seat.post(at(case, f"/ongedaan/ending/{ending}"))

    assert page.status == 422
    assert "tien minuten" in page
    assert await CaseEnding.count() == 1
    assert not await can_undo(await cast.an.viewer(), case, Subject.ENDING, ending)


async def test_a_colleague_does_not_take_back_what_an_wrote(web, cast):
    case = await tabak(cast)
    ending = await ended(web.as_(cast.an), case)
    page = await web.as_(cast.ben).post(at(case, f"/ongedaan/ending/{ending}"))

    assert page.status == 422
    assert await CaseEnding.count() == 1
    assert await draft_of(cast.ben.person_id, at(case, "/loslaten")) is None


async def test_a_stranger_finds_nothing_to_take_back(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])
    ending = await ended(web.as_(cast.an), case)

    for member in (cast.ben, cast.dot, cast.bea, cast.tom):
        assert (await web.as_(member).post(at(case, f"/ongedaan/ending/{ending}"))).status == 404


async def test_the_record_of_another_case_is_not_taken_back_through_this_one(web, cast):
    case, other = await tabak(cast), await tabak(cast, alias="Roos")
    seat = web.as_(cast.an)
    ending = await ended(seat, case)

    assert (await seat.post(at(other, f"/ongedaan/ending/{ending}"))).status == 404
    assert await CaseEnding.count() == 1


@pytest.mark.parametrize("rest", ["planet/1", "ending/99999999999", "ending/0", "ending/404"])
async def test_what_does_not_exist_cannot_be_taken_back(web, cast, rest):
    case = await tabak(cast)

    assert (await web.as_(cast.an).post(at(case, f"/ongedaan/{rest}"))).status == 404


async def test_a_reopened_ending_is_not_taken_back(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    await seat.post(at(case, "/heropening"), {"reopened_on": str(clock.today()), "reason": "Terug."})

    assert (await seat.post(at(case, f"/ongedaan/ending/{ending}"))).status == 422


async def test_a_case_opened_by_mistake_is_taken_back_with_everything_typed(web, cast):
    an = await cast.an.viewer()
    case = await case_for(an, await open_case(an, a_person(lead_id=cast.an.person_id, municipality="Zele")))
    seat = web.as_(cast.an)
    page = await seat.post(at(case, f"/ongedaan/case/{case.id}"))

    assert page.location == "/p/durmeland/casussen/nieuw?ongedaan=ja"
    assert await CaseFile.count() == 0
    form = (await seat.get(page.location)).form("/p/durmeland/casussen/nieuw")
    assert (form["alias"], form["municipality"], form["purpose"]) == (
        "Tabak",
        "Zele",
        "Eén adres. Eén naam. Eén telefoon.",
    )


async def test_a_case_on_which_something_happened_is_not_taken_back(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(at(case, "/delen/akkoord"), {"agreed": "yes", "how": "mondeling"})
    page = await seat.post(at(case, f"/ongedaan/case/{case.id}"))

    assert page.status == 422
    assert await CaseFile.count() == 1


async def test_what_was_noted_on_a_case_that_ended_since_stays(web, cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    score_id = await score(an, case.code, uuid4(), Scoring(4, "Hij komt terug.", clock.today()))
    seat = web.as_(cast.an)
    await ended(seat, case)

    assert not await can_undo(an, await case_for(an, case.code), Subject.SCORE, score_id)
    assert "Heropen" in await seat.post(at(case, f"/ongedaan/score/{score_id}"))
    assert await ProgressScore.count() == 1


async def test_a_reclassified_demand_is_called_back_not_taken_back(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    [demand] = await add_demands(an, case.code, uuid4(), Named({1: "Ik wil lassen."}, clock.today(), {}))
    failure = await call_it_failure(an, case.code, uuid4(), demand, "Dit was onze fout.")

    assert not await can_undo(an, case, Subject.FAILURE_DEMAND, failure)
    assert not await can_undo(an, case, Subject.VALUE_DEMAND, demand)
    await call_it_value(an, case.code, uuid4(), failure, "Toch een echte vraag.")
    for step in (await demand_of(case, demand)).steps:
        assert not await can_undo(an, case, Subject.DEMAND_CHANGE, step.id)


async def test_the_case_page_offers_the_undo_to_the_writer_alone(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    ending = await ended(seat, case)
    page = await seat.get(at(case, f"?losgelaten=ending-{ending}"))

    assert page.form(at(case, f"/ongedaan/ending/{ending}")) is not None
    assert "Maak ongedaan" in page
    assert "Maak ongedaan" not in await web.as_(cast.ben).get(at(case, f"?losgelaten=ending-{ending}"))


def test_everything_that_is_logged_can_be_taken_back_into_its_form():
    assert set(FORMS) == set(UNDOABLE)


LOGGED = {
    Subject.PURPOSE: (
        "bedoeling",
        {"words": "Een werk met mijn handen.", "since": "{today}", "reason": "Hij zei het."},
    ),
    Subject.VALUE_DEMAND: ("waardevragen/nieuw", {"words-1": "Ik wil lassen.", "named_on": "{today}"}),
    Subject.DEMAND_CHANGE: (
        "waardevragen/{demand}/afsluiting",
        {"reason": "Hij last nu.", "changed_on": "{today}"},
    ),
    Subject.SCORE: (
        "scores/nieuw",
        {
            "score": "4",
            "interpretation": "Hij komt terug.",
            "scored_on": "{today}",
            "discussed": "yes",
            "how": "samen",
        },
    ),
    Subject.STAR: (
        "ster/nieuw",
        {
            "perspective": "together",
            "read_on": "{today}",
            "stars-{demand}": "3",
            "seen-{demand}": "Proefdag.",
            "note": "x",
        },
    ),
    Subject.FAILURE_DEMAND: (
        "faalvragen/nieuw",
        {
            "words": "Alweer een ander loket.",
            "heard_on": "{today}",
            "arising": "omission",
            "organisation-1": "VDAB",
            "organisation-2": "RVA",
        },
    ),
    Subject.INTERACTION: (
        "interacties/nieuw",
        {
            "kind": "phone",
            "outcome": "contact",
            "happened_on": "{today}",
            "note": "Hij belde.",
            "demands": "{demand}",
        },
    ),
    Subject.ASSESSMENT: (
        "wat-hielp/nieuw",
        {
            "what": "Drie weken wachten.",
            "verdict": "waste",
            "waste_kind": "waiting",
            "happened_on": "{today}",
            "team_view": "Zo was het.",
        },
    ),
    Subject.REVIEW: (
        "overleg/nieuw",
        {
            "held_on": "{today}",
            "person_part": "present",
            "discipline-1": "arts",
            "reading-1": "Hij slaapt slecht.",
            "what-1": "Bellen",
            "who-1": "Sofie",
        },
    ),
    Subject.ENDING: ("loslaten", {"kind": "released", "ended_on": "{today}", "interpretation": "Het gaat."}),
}


@pytest.mark.parametrize("subject", LOGGED)
async def test_what_was_just_logged_goes_and_every_word_is_back_in_its_form(web, cast, subject):
    case, an = await tabak(cast), await cast.an.viewer()
    [demand] = await add_demands(an, case.code, uuid4(), Named({1: "Een werk."}, clock.today(), {}))
    rest, fields = filled_in(LOGGED[subject], demand)
    path, seat = at(case, f"/{rest}"), web.as_(cast.an)
    kept = await seat.post(path, {**(await seat.get(path)).form(path), **fields})
    table = UNDOABLE[subject].table
    logged = await table.select(table.id).order_by(table.id, ascending=False).first()
    page = await seat.post(at(case, f"/ongedaan/{subject}/{logged['id']}"))

    assert (kept.status, page.status, page.location) == (303, 303, f"{path}?ongedaan=ja")
    assert not await table.exists().where(table.id == logged["id"])
    form = (await seat.get(page.location)).form(path)
    assert {name: form.get(name) for name in fields} == fields


def filled_in(logged, demand):
    """The path and fields with the number of the demand and the day in their places."""
    rest, fields = logged
    known = {"demand": demand, "today": clock.today().isoformat()}
    return rest.format(**known), {
        name.format(**known): value.format(**known) for name, value in fields.items()
    }
