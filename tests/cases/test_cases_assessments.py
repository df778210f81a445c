"""Value or waste, seen from the purpose, with both bases asked and the missing one said (C9)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.assessments import Judging, assess, correct_assessment
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.interactions import Contact, note_interaction
from tracker.cases.actions.purpose import Rewording, reword_purpose
from tracker.cases.queries.assessments import judged_of
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.purpose import purposes_of
from tracker.cases.rules.assessments import waited_days, why_not_assess
from tracker.cases.rules.kinds import ContactKind, ContactOutcome, Subject, Verdict, WasteKind
from tracker.cases.tables import Assessment, CaseFile, Purpose
from tracker.partnership.actions.wordings import add_value_step
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.tables import TrailEntry
from tracker.problems import Conflict, RuleBroken
from tracker.web.filters import date_long

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


def called_today():
    return Contact(ContactKind.PHONE, ContactOutcome.CONTACT, clock.today())


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


async def test_a_correction_keeps_which_demands_and_interactions_were_named(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    called = await note_interaction(an, case.code, uuid4(), called_today())
    [rest] = await add_demands(an, case.code, uuid4(), Named({1: "Rust"}, clock.today(), {}))
    named = judging(interactions=frozenset([called]), demands=frozenset([rest]))
    noted = await assess(an, case.code, uuid4(), named)
    before = await judged_of(case, noted)

    await correct_assessment(an, case.code, noted, judging(), version=before.version)

    [kept] = await corrections_of(case, Subject.ASSESSMENT, noted)
    assert kept.former == {
        "demands": ["A"],
        "interactions": [f"telefoon op {date_long(clock.today())}"],
    }
    after = await judged_of(case, noted)
    assert (after.demands, after.interactions) == ({}, {})


async def test_saving_without_a_change_leaves_no_trace(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await assess(an, case.code, uuid4(), judging())

    await correct_assessment(an, case.code, noted, judging(), version="of an older page")

    assert await corrections_of(case, Subject.ASSESSMENT, noted) == []
    assert not await TrailEntry.exists().where(TrailEntry.verb == "corrected")


async def test_two_people_correcting_the_same_one_do_not_overwrite_each_other(cast):
    case, an, ben = await tabak(cast), await cast.an.viewer(), await cast.ben.viewer()
    noted = await assess(an, case.code, uuid4(), judging())
    seen = (await judged_of(case, noted)).version
    await correct_assessment(ben, case.code, noted, judging(team_view="Van Ben."), version=seen)

    with pytest.raises(Conflict) as met:
        await correct_assessment(an, case.code, noted, judging(team_view="Van An."), version=seen)

    assert (met.value.theirs["team_view"], met.value.who) == ("Van Ben.", "Ben")


async def test_on_another_day_it_is_seen_from_the_purpose_of_that_day(web, cast):
    today = clock.today()
    case, an = await tabak(cast, started_on=today - timedelta(days=30)), await cast.an.viewer()
    anew = Rewording("Een eigen huis.", today - timedelta(days=5), reason="Hij zei het zelf.")
    await reword_purpose(an, case.code, uuid4(), anew, version=(await purposes_of(an, case)).version)
    noted = await assess(an, case.code, uuid4(), judging())
    now = await judged_of(case, noted)
    assert now.purpose == "Een eigen huis."

    earlier = judging(happened_on=today - timedelta(days=20))
    await correct_assessment(an, case.code, noted, earlier, version=now.version)

    assert (await judged_of(case, noted)).purpose == "Eén adres. Eén naam. Eén telefoon."
    assert "Zo was de bedoeling toen" in await web.as_(cast.an).get(path(case.code, f"/{noted}"))


async def test_on_an_ended_case_it_can_still_be_read(web, cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await assess(an, case.code, uuid4(), judging())
    await CaseFile.update({CaseFile.state: "released"}).where(CaseFile.id == case.id)

    page = await web.as_(cast.an).get(path(case.code, f"/{noted}"))

    assert WHAT in page
    assert "Hij kwam nooit op een brief." in page
    assert page.all("textarea") == []


async def test_a_long_list_comes_fifty_at_a_time(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await Assessment.insert(
        *(
            Assessment(
                key=uuid4(), case=case.id, happened_on=clock.today(), what=f"moment {n}.", verdict="value"
            )
            for n in range(1, 52)
        )
    )

    first, second = await seat.get(path(case.code, "")), await seat.get(path(case.code, "?bladzijde=2"))

    assert "1 tot 50 van 51 duidingen" in first
    assert ("moment 51." in first, "moment 1." in first) == (True, False)
    assert "moment 1." in second


async def test_it_names_interactions_of_this_case_only(cast):
    case, other, an = await tabak(cast), await tabak(cast), await cast.an.viewer()
    here = await note_interaction(an, case.code, uuid4(), called_today())
    there = await note_interaction(an, other.code, uuid4(), called_today())
    noted = await assess(an, case.code, uuid4(), judging(interactions=frozenset([here])))

    assert set((await judged_of(case, noted)).interactions) == {here}
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
        ({"happened_on": (clock.today() + timedelta(days=2)).isoformat()}, "happened_on"),
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
