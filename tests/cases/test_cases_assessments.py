"""Value or waste, seen from the purpose, with both bases asked and the missing one said (C9)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.assessments import Judging, assess, correct_assessment
from tracker.cases.actions.interactions import Contact, note_interaction
from tracker.cases.queries.assessments import judged_of
from tracker.cases.rules.assessments import waited_days, why_not_assess
from tracker.cases.rules.kinds import ContactKind, ContactOutcome, Verdict, WasteKind
from tracker.cases.tables import Assessment, Purpose
from tracker.partnership.actions.wordings import add_value_step
from tracker.partnership.queries.drafts import draft_of
from tracker.problems import RuleBroken

WHAT = "Zes maanden brieven gestuurd naar iemand die niet kan lezen."


def path(code, rest="/nieuw"):
    return f"/p/durmeland/casussen/{code}/wat-hielp{rest}"


def judging(**rest):
    told = {
        "what": WHAT,
        "verdict": Verdict.WASTE,
        "waste_kind": WasteKind.NOT_NEEDED,
        "happened_on": clock.today(),
        "team_view": "Hij kwam nooit op een brief.",
    }
    return Judging(**{**told, **rest})


def filled(**rest):
    return {
        "key": str(uuid4()),
        "what": WHAT,
        "verdict": "waste",
        "waste_kind": "not_needed",
        "happened_on": clock.today().isoformat(),
        "team_view": "Hij kwam nooit op een brief.",
        **rest,
    }


def asked(**rest):
    today = clock.today()
    told = {
        "verdict": Verdict.VALUE,
        "waste_kind": None,
        "happened_on": today,
        "until": None,
        "team_view": "Gezien.",
        "person_view": "",
        "started_on": today - timedelta(days=30),
        "today": today,
    }
    return why_not_assess(**{**told, **rest})


def test_an_assessment_rests_on_an_observation_or_on_the_own_input():
    assert asked(team_view="", person_view="").field == "team_view"
    assert asked(team_view="", person_view="Dat hielp.") is None


def test_waste_says_what_kind_and_value_does_not():
    assert asked(verdict=Verdict.WASTE).field == "waste_kind"
    assert asked(verdict=Verdict.VALUE) is None


def test_waiting_ends_between_its_beginning_and_today():
    today = clock.today()

    assert asked(until=today + timedelta(days=1)).field == "until"
    assert waited_days(today - timedelta(days=9), today) == 9


async def test_it_is_seen_from_the_purpose_that_held_on_that_day(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await assess(an, case.code, uuid4(), judging())

    purpose = await Purpose.select(Purpose.id).where(Purpose.case == case.id).first()
    assert (await Assessment.objects().get(Assessment.id == noted)).purpose == purpose["id"]


async def test_the_same_form_twice_is_one_assessment(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()

    assert await assess(an, case.code, key, judging()) == await assess(an, case.code, key, judging())


async def test_the_voice_of_the_person_can_be_added_later(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await assess(an, case.code, uuid4(), judging())
    now = await judged_of(case, noted)
    wanted = judging(person_view="Alles wat ge schreeft was voor niets.")
    await correct_assessment(an, case.code, noted, wanted, version=now.version)

    assert (await judged_of(case, noted)).person_view.startswith("Alles")


async def test_it_names_interactions_of_this_case_only(cast):
    case, other, an = await tabak(cast), await tabak(cast), await cast.an.viewer()
    contact = Contact(ContactKind.PHONE, ContactOutcome.CONTACT, clock.today())
    here = await note_interaction(an, case.code, uuid4(), contact)
    there = await note_interaction(an, other.code, uuid4(), contact)
    noted = await assess(an, case.code, uuid4(), judging(interactions=frozenset([here])))

    assert (await judged_of(case, noted)).interactions == {here}
    with pytest.raises(RuleBroken):
        await assess(an, case.code, uuid4(), judging(interactions=frozenset([there])))


async def test_a_value_step_of_another_partnership_cannot_be_chosen(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    theirs = await add_value_step(await cast.dot.viewer(), "Rust", "Eerst slapen.")

    with pytest.raises(RuleBroken):
        await assess(an, case.code, uuid4(), judging(value_step=theirs))


async def test_the_missing_basis_is_said_on_the_list_and_on_the_case(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    assert (await seat.post(path(case.code), filled())).status == 303

    assert "Wat Tabak ervan vindt, ontbreekt nog" in await seat.get(path(case.code, ""))
    assert "Wat Tabak ervan vindt, ontbreekt nog" in await seat.get(f"/p/durmeland/casussen/{case.code}")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"what": ""}, "what"),
        ({"verdict": ""}, "verdict"),
        ({"waste_kind": ""}, "waste_kind"),
        ({"team_view": ""}, "team_view"),
        ({"value_step": "12"}, "value_step"),
        ({"demands": "999999999999999999999"}, "demands"),
        ({"happened_on": (clock.today() + timedelta(days=1)).isoformat()}, "happened_on"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_written(web, cast, typed, field):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(**typed))

    assert page.status == 422
    assert field in page.errors or page.errors == {"": "Maak een keuze uit de lijst."}
    assert await Assessment.count() == 0


async def test_undo_puts_the_words_back_in_the_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await Assessment.select(Assessment.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/assessment/{row['id']}")

    assert await Assessment.count() == 0
    assert (await draft_of(cast.an.person_id, path(case.code))).fields["what"] == WHAT


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_and_assesses_nothing(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    noted = await assess(await cast.an.viewer(), case.code, uuid4(), judging())
    seat = web.as_(getattr(cast, member))

    for rest in ("", "/nieuw", f"/{noted}"):
        assert (await seat.get(path(case.code, rest))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert await Assessment.count() == 1
