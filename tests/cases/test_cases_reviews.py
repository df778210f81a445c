"""A multidisciplinary review: every reading stands beside the others (C10)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.agreements import NewAgreement, agree
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.reviews import NewVoice, Reviewing, correct_review, review
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.rules.kinds import CaseState, PersonPart, Subject
from tracker.cases.rules.reviews import MOST_VOICES, why_not_review
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
        "voices": {
            1: NewVoice("basiseducatie", None, SHAME),
            2: NewVoice("bewindvoering", None, "Ziet cijfers."),
        },
        "agreements": {1: NewAgreement("Lasatelier bezoeken", "Bram")},
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


def why_not(voices, **rest):
    today = clock.today()
    told = {"held_on": today, "known_organisations": {1}, "started_on": today, "today": today}
    return why_not_review(voices=voices, **{**told, **rest})


def test_a_review_without_anyone_at_the_table_is_no_review():
    assert why_not({}).field == "discipline-1"


def test_a_reading_belongs_to_somebody_and_is_refused_in_its_own_row():
    assert why_not({2: ("zorg", None), 4: ("", None)}).field == "discipline-4"


def test_an_organisation_alone_is_a_voice_too_when_it_is_known():
    assert why_not({1: ("", 1)}) is None
    assert why_not({3: ("", 99)}).field == "organisation-3"


def test_a_review_is_held_between_the_start_and_today():
    tomorrow = clock.today() + timedelta(days=1)

    assert why_not({1: ("zorg", None)}, held_on=tomorrow).field == "held_on"


async def test_both_readings_stand_beside_each_other(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    kept = await review_of(case, await review(an, case.code, uuid4(), held()))

    assert [voice.reading for voice in kept.voices] == [SHAME, "Ziet cijfers."]
    assert (await CaseFile.objects().get(CaseFile.id == case.id)).last_review_on == clock.today()


async def test_the_same_form_twice_is_one_review_with_its_agreements_once(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()

    assert await review(an, case.code, key, held()) == await review(an, case.code, key, held())
    assert (await Review.count(), await Agreement.count()) == (1, 1)


async def test_a_corrected_review_keeps_what_it_said_and_only_that(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    review_id = await review(an, case.code, uuid4(), held())
    now = await review_of(case, review_id)
    corrected = held(voices={1: NewVoice("zorg", cast.vdab, "Anders gehoord.")})
    await correct_review(an, case.code, review_id, corrected, version=now.version)
    await correct_review(an, case.code, review_id, corrected, version=now.version)

    [former] = await corrections_of(case, Subject.REVIEW, review_id)
    assert former.former == {"voices": [f"basiseducatie: {SHAME}", "bewindvoering: Ziet cijfers."]}
    assert [voice.name for voice in (await review_of(case, review_id)).voices] == ["zorg, VDAB"]
    assert await Agreement.count() == 1


async def test_two_people_correcting_the_same_review_meet_each_others_words(cast):
    case, an, ben = await tabak(cast), await cast.an.viewer(), await cast.ben.viewer()
    review_id = await review(an, case.code, uuid4(), held())
    version = (await review_of(case, review_id)).version
    await correct_review(ben, case.code, review_id, held(note="Van Ben."), version=version)

    with pytest.raises(Conflict) as met:
        await correct_review(an, case.code, review_id, held(note="Van An."), version=version)

    assert (met.value.theirs["note"], met.value.who) == ("Van Ben.", "Ben")


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
    assert (await seat.post(path(case.code), filled())).status == 303
    row = await Review.select(Review.id).first()
    page = await seat.get(path(case.code, row["id"]))
    assert SHAME in page
    assert "Lasatelier bezoeken" in page
    edit = path(case.code, f"{row['id']}/verbeter")
    fields = (await seat.get(edit)).form(edit)
    assert fields["reading-1"] == SHAME
    answer = await seat.post(edit, {**fields, "reading-1": "Het is iets anders.", "why": "Nagevraagd."})

    page = await seat.get(answer.location)
    assert "Het is iets anders." in page
    assert f"Lezingen: basiseducatie: {SHAME}" in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"who-1": ""}, "who-1"),
        ({"what-2": "Bellen"}, "who-2"),
        ({"what-2": "Bellen", "who-2": "x" * 121}, "who-2"),
        ({"due_on-1": "1999-01-01"}, "due_on-1"),
        ({"held_on": (clock.today() + timedelta(days=2)).isoformat()}, "held_on"),
        ({"held_on": ""}, "held_on"),
        ({"person_part": ""}, "person_part"),
        ({"person_part": "misschien"}, "person_part"),
        ({"reading-3": "Van niemand."}, "discipline-3"),
        ({"discipline-2": "x" * 121}, "discipline-2"),
        ({"organisation-2": "999999"}, "organisation-2"),
        ({"organisation-2": "99999999999999999999"}, "organisation-2"),
        ({"note": "x\0y"}, "note"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_written(web, cast, typed, field):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(**typed))

    assert page.status == 422
    assert list(page.errors) == [field]
    assert page.form(path(case.code))["reading-1"].strip() == SHAME
    assert (await Review.count(), await Agreement.count()) == (0, 0)


async def test_a_row_more_comes_each_time_it_is_asked_without_losing_what_was_typed(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    here = path(case.code)
    fields = (await seat.get(here)).form(here)
    assert "discipline-5" not in fields
    for more, row in (("voice", "discipline-5"), ("voice", "discipline-6"), ("agreement", "what-3")):
        page = await seat.post(here, {**fields, "reading-1": SHAME, "held_on": "", "more": more})
        fields = page.form(here)
        assert row in fields

    assert (page.status, page.errors) == (200, {})
    assert fields["reading-1"].strip() == SHAME
    assert "discipline-7" not in fields
    assert await Review.count() == 0


async def test_there_are_never_more_rows_than_can_be_kept(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(voices="999", more="voice"))

    assert f"discipline-{MOST_VOICES}" in page.form(path(case.code))
    assert f"discipline-{MOST_VOICES + 1}" not in page.form(path(case.code))


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "x" * 300, 'É ‘aan’ & "bij" 😀'])
async def test_odd_words_are_kept_as_typed_and_shown_as_words(web, cast, words):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(note=words, **{"reading-1": words, "what-1": words}))

    row, case_page = await Review.select(Review.id).first(), f"/p/durmeland/casussen/{case.code}"
    for page in (await seat.get(path(case.code, row["id"])), await seat.get(case_page)):
        assert words in page


async def test_an_undone_review_takes_its_agreements_along_and_returns_to_the_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Review.select(Review.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/review/{row['id']}")

    assert (await Review.count(), await Agreement.count(), await ReviewVoice.count()) == (0, 0, 0)
    assert (await CaseFile.objects().get(CaseFile.id == case.id)).last_review_on is None
    left = (await draft_of(cast.an.person_id, path(case.code))).fields
    assert (left["reading-1"], left["what-1"]) == (SHAME, "Lasatelier bezoeken")


async def test_a_review_to_which_a_colleague_added_something_is_not_taken_back(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Review.select(Review.id).first()
    await agree(await cast.ben.viewer(), case.code, uuid4(), NewAgreement("Bellen", "Ben"), row["id"])
    page = await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/review/{row['id']}")

    assert page.status == 422
    assert await Review.count() == 1


async def test_a_number_of_a_person_is_kept_only_when_somebody_says_so(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    fields = filled(note="Bel hem op 0470 12 34 56.")
    page = await seat.post(path(case.code), fields)
    assert page.status == 422
    assert await Review.count() == 0

    assert (await seat.post(path(case.code), {**fields, "keep_identifiers": "yes"})).status == 303


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_no_review(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    review_id = await review(await cast.an.viewer(), case.code, uuid4(), held())
    seat = web.as_(getattr(cast, member))

    for rest in ("nieuw", review_id, f"{review_id}/verbeter"):
        assert (await seat.get(path(case.code, rest))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert await Review.count() == 1
