"""Interactions: noted in three taps, completed later, counted as what they were (C8)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.interactions import Contact, correct_interaction, note_interaction
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.interactions import entry_of, to_complete
from tracker.cases.queries.picking import my_cases
from tracker.cases.rules.interactions import month_of, says_only_its_kind, why_not_interaction
from tracker.cases.rules.kinds import ContactKind, ContactOutcome, Subject
from tracker.cases.tables import CaseFile, Interaction, InteractionDemand, ValueDemand
from tracker.partnership.queries.drafts import draft_of
from tracker.problems import Conflict, RuleBroken

NOTE = "Kennismaking aan de keukentafel. Vooral geluisterd."


def path(code, rest="nieuw"):
    return f"/p/durmeland/casussen/{code}/interacties/{rest}"


def contact(**rest):
    told = {"kind": ContactKind.PHONE, "outcome": ContactOutcome.CONTACT, "happened_on": clock.today()}
    return Contact(**{**told, **rest})


def filled(**rest):
    return {
        "key": str(uuid4()),
        "kind": "phone",
        "outcome": "contact",
        "happened_on": clock.today().isoformat(),
        **rest,
    }


async def a_demand(case):
    demand = ValueDemand(
        key=uuid4(), case=case.id, place=0, words="Eén adres.", state="open", named_on=clock.today()
    )
    await demand.save()
    return demand.id


async def last_contact(case):
    return (await CaseFile.objects().get(CaseFile.id == case.id)).last_contact_on


@pytest.mark.parametrize(("minutes", "refused"), [(0, True), (1, False), (1440, False), (1441, True)])
def test_minutes_are_those_of_one_day(minutes, refused):
    today = clock.today()
    refusal = why_not_interaction(
        happened_on=today,
        minutes=minutes,
        organisations=(),
        known_organisations=(),
        demands=(),
        known_demands=(),
        started_on=today,
        today=today,
    )

    assert bool(refusal) is refused


def test_an_attempt_never_asks_to_be_completed():
    told = {"note": "", "with_whom": "", "minutes": None, "demands": ()}

    assert says_only_its_kind(ContactOutcome.CONTACT, **told)
    assert not says_only_its_kind(ContactOutcome.ATTEMPT, **told)


def test_the_month_is_stored_as_a_number():
    assert month_of(clock.today().replace(year=2026, month=11)) == 202611


async def test_only_real_contact_moves_the_last_contact(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    await note_interaction(an, case.code, uuid4(), contact(outcome=ContactOutcome.ATTEMPT))
    await note_interaction(an, case.code, uuid4(), contact(outcome=ContactOutcome.ABOUT))
    assert await last_contact(case) is None

    await note_interaction(an, case.code, uuid4(), contact())

    assert await last_contact(case) == clock.today()


async def test_the_same_form_twice_is_one_interaction(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()

    assert await note_interaction(an, case.code, key, contact()) == await note_interaction(
        an, case.code, key, contact()
    )
    assert await Interaction.count() == 1


async def test_what_was_noted_with_only_its_kind_waits_to_be_completed(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await note_interaction(an, case.code, uuid4(), contact())
    assert [entry.id for entry in await to_complete(an)] == [noted]

    now = await entry_of(case, noted)
    await correct_interaction(an, case.code, noted, contact(note=NOTE), version=now.version)

    assert await to_complete(an) == []
    [former] = await corrections_of(case, Subject.INTERACTION, noted)
    assert former.former == {"note": ""}


async def test_two_people_completing_the_same_one_do_not_overwrite_each_other(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await note_interaction(an, case.code, uuid4(), contact())
    seen = (await entry_of(case, noted)).version
    await correct_interaction(
        await cast.ben.viewer(), case.code, noted, contact(note="Van Ben."), version=seen
    )

    with pytest.raises(Conflict) as met:
        await correct_interaction(an, case.code, noted, contact(note="Van An."), version=seen)

    assert met.value.theirs["note"] == "Van Ben."


async def test_a_demand_of_another_case_cannot_be_answered(cast):
    case, other, an = await tabak(cast), await tabak(cast), await cast.an.viewer()

    with pytest.raises(RuleBroken):
        await note_interaction(an, case.code, uuid4(), contact(demands=frozenset([await a_demand(other)])))


async def test_three_taps_plus_and_save(web, cast):
    case = await tabak(cast, lead_id=cast.an.person_id)
    seat = web.as_(cast.an)
    start = await seat.get("/")
    form_page = await seat.get(start.links()["Noteer interactie bij Tabak"])
    answer = await seat.post(path(case.code), form_page.form(path(case.code)))

    assert answer.status == 303
    row = await Interaction.select().first()
    assert (row["happened_on"], row["outcome"], row["organisation"]) == (
        clock.today(),
        "contact",
        cast.ocmw,
    )
    assert row["minutes"] is None


async def test_the_form_begins_with_my_last_kind_on_this_case(web, cast):
    case, an = await tabak(cast), await cast.an.viewer()
    await note_interaction(an, case.code, uuid4(), contact(kind=ContactKind.HOME_VISIT))

    page = await web.as_(cast.an).get(path(case.code))

    assert page.form(path(case.code))["kind"] == "home_visit"


async def test_after_saving_the_case_offers_to_take_it_back_and_the_words_return(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    answer = await seat.post(path(case.code), filled(note=NOTE))
    page = await seat.get(answer.location)
    assert "Bewaard." in page

    row = await Interaction.select(Interaction.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/interaction/{row['id']}")

    assert await Interaction.count() == 0
    assert await last_contact(case) is None
    assert (await draft_of(cast.an.person_id, path(case.code))).fields["note"] == NOTE
    assert NOTE in (await seat.get(path(case.code))).html


WRONG = [
    ({"happened_on": (clock.today() + timedelta(days=1)).isoformat()}, "happened_on"),
    ({"happened_on": "31/02/2026"}, "happened_on"),
    ({"kind": ""}, "kind"),
    ({"kind": "telepathie"}, "kind"),
    ({"minutes": "veel"}, "minutes"),
    ({"demands": "999999999999999999999999999999"}, "demands"),
    ({"note": "a\0b"}, "note"),
    ({"note": "x" * 5000}, "note"),
]


@pytest.mark.parametrize(("typed", "field"), WRONG)
async def test_what_cannot_be_is_refused_beside_its_field_with_the_text_kept(web, cast, typed, field):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(**{"note": NOTE, **typed}))

    assert page.status == 422
    assert field in page.errors or page.errors == {"": "Maak een keuze uit de lijst."}
    if "note" not in typed:
        assert page.form(path(case.code))["note"].strip() == NOTE
    assert await Interaction.count() == 0


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "w" * 300, "=cmd|' /C calc'!A0"])
async def test_odd_words_are_kept_as_typed_and_shown_as_words(web, cast, words):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(note=words))

    page = await seat.get(f"/p/durmeland/casussen/{case.code}/interacties")

    assert words in page.text
    assert (await Interaction.select().first())["note"] == words


async def test_a_national_number_is_kept_only_when_somebody_says_so(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    page = await seat.post(path(case.code), filled(note="Zijn nummer is 85.07.30-033.28."))

    assert page.status == 422
    assert "rijksregisternummer" in page
    assert await Interaction.count() == 0


@pytest.mark.parametrize("member", ["out", "bea", "dirk", "kim", "dot", "cas"])
async def test_a_stranger_cannot_log_or_read(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    seat = web.as_(getattr(cast, member))

    assert (await seat.get(path(case.code))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert (await seat.get(f"/p/durmeland/casussen/{case.code}/interacties")).status == 404
    assert await Interaction.count() == 0


async def test_which_demands_it_answers_is_kept(web, cast):
    case = await tabak(cast)
    demand = await a_demand(case)
    await web.as_(cast.an).post(path(case.code), filled(demands=str(demand)))

    assert await InteractionDemand.count() == 1


async def test_the_plus_of_the_phone_lists_my_cases_last_used_first(cast):
    an = await cast.an.viewer()
    first, second = await tabak(cast, lead_id=an.person_id), await tabak(cast, lead_id=an.person_id)
    await note_interaction(an, first.code, uuid4(), contact())

    assert [case.code for case in await my_cases(an)] == [first.code, second.code]
