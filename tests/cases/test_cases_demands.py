"""Value demands in the words of those concerned, and every step in their lives (C4)."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.demands import ADDRESS, READING, change, name, page_of
from tests.cases.life import tabak
from tests.examples import per_hundred
from tracker import clock
from tracker.cases.actions.demands import Named, add_demands, correct_demand
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.rules.demands import COMES_FROM, Step, next_place, state_on, why_not_change, words_on
from tracker.cases.rules.kinds import DemandChangeKind, DemandState
from tracker.cases.tables import ValueDemand
from tracker.problems import Conflict, RuleBroken

KINDS = [kind for kind in DemandChangeKind if kind is not DemandChangeKind.RECLASSIFIED]


def test_the_next_place_comes_after_every_place_that_was_ever_given():
    assert next_place([]) == 0
    assert next_place([0, 3, 1]) == 4


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", DemandState)
def test_a_step_is_only_taken_from_where_it_can_be(kind, state):
    today = clock.today()
    refusal = why_not_change(
        kind,
        state=state,
        former="oud",
        words="nieuw",
        reason="Hij zei het.",
        changed_on=today,
        last_on=today,
        today=today,
    )

    assert (refusal is None) == (state in COMES_FROM[kind])


def test_every_step_asks_for_a_reason():
    today = clock.today()
    for kind in KINDS:
        refusal = why_not_change(
            kind,
            state=COMES_FROM[kind][0],
            former="oud",
            words="nieuw",
            reason="  ",
            changed_on=today,
            last_on=today,
            today=today,
        )
        assert refusal.field == "reason"


def test_words_and_state_are_read_back_for_any_day():
    start = clock.today() - timedelta(days=30)
    days = [start + timedelta(days=10 * n) for n in range(4)]
    steps = [
        Step(DemandChangeKind.REWORDED, days[1], "eerst"),
        Step(DemandChangeKind.CLOSED, days[2]),
        Step(DemandChangeKind.REOPENED, days[3]),
    ]

    assert [words_on(day, "dan", steps) for day in days] == ["eerst", "dan", "dan", "dan"]
    assert [state_on(day, steps) for day in days] == ["open", "open", "closed", "open"]


async def test_several_demands_are_named_at_once_each_with_its_own_letter(cast):
    case = await tabak(cast)
    await name(cast.an, case, ADDRESS, READING)
    await name(cast.an, case, "Ik was goed in lassen.")

    demands = (await demands_of(await cast.an.viewer(), case)).demands
    assert [(each.place, each.words) for each in demands] == [
        (0, ADDRESS),
        (1, READING),
        (2, "Ik was goed in lassen."),
    ]


async def test_a_closed_demand_keeps_its_letter_for_good(cast):
    case = await tabak(cast)
    first, _ = await name(cast.an, case, ADDRESS, READING)
    await change(cast.an, case, first, DemandChangeKind.CLOSED)
    (third,) = await name(cast.an, case, "Ik was goed in lassen.")

    assert (await demand_of(case, third)).place == 2


async def test_the_same_key_names_them_once(cast):
    case, key = await tabak(cast), uuid4()
    an, named = await cast.an.viewer(), Named({1: ADDRESS, 4: READING}, clock.today(), {4: "lezen"})
    first = await add_demands(an, case.code, key, named)

    assert await add_demands(an, case.code, key, named) == first
    assert await ValueDemand.count() == 2


async def test_people_who_name_at_the_same_moment_get_letters_of_their_own(cast):
    case = await tabak(cast)
    await asyncio.gather(
        *(name(member, case, f"Van {member.name}.") for member in (cast.an, cast.ben, cast.cor))
    )

    assert sorted(row["place"] for row in await ValueDemand.select()) == [0, 1, 2]


async def test_what_is_open_already_is_not_named_twice(cast):
    case = await tabak(cast)
    await name(cast.an, case, ADDRESS)

    with pytest.raises(RuleBroken) as refused:
        await name(cast.an, case, READING, "een adres. een naam. een telefoon.")

    assert refused.value.field == "words-2"
    assert await ValueDemand.count() == 1


async def test_a_rewording_keeps_what_was_said_with_day_reason_and_author(cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.ben, case, demand_id, DemandChangeKind.REWORDED, words="Eén gezicht volstaat.")

    demand = await demand_of(case, demand_id)
    step = demand.steps[0]
    assert demand.words == "Eén gezicht volstaat."
    assert (step.former_words, step.reason, step.author) == (ADDRESS, "Hij zei het.", "Ben")


async def test_closing_gives_an_end_and_reopening_takes_it_away(cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.an, case, demand_id, DemandChangeKind.OUTSIDE)
    row = await ValueDemand.select().first()
    assert (row["state"], row["ended_on"]) == (DemandState.OUTSIDE, clock.today())

    await change(cast.an, case, demand_id, DemandChangeKind.REOPENED, reason="Toch van ons.")

    row = await ValueDemand.select().first()
    assert (row["state"], row["ended_on"]) == (DemandState.OPEN, None)


async def test_a_step_comes_after_the_step_before_it(cast):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))
    (demand_id,) = await name(cast.an, case, ADDRESS, on=case.started_on)
    week_ago = clock.today() - timedelta(days=7)
    await change(cast.an, case, demand_id, DemandChangeKind.REWORDED, on=week_ago, words="Anders.")

    with pytest.raises(RuleBroken) as refused:
        await change(cast.an, case, demand_id, DemandChangeKind.CLOSED, on=week_ago - timedelta(days=1))

    assert refused.value.field == "changed_on"


async def test_two_people_changing_the_same_demand_meet_each_others_words(cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    version = (await demand_of(case, demand_id)).version
    reworded = DemandChangeKind.REWORDED
    await change(cast.ben, case, demand_id, reworded, words="Van Ben.", version=version)

    with pytest.raises(Conflict) as met:
        await change(cast.an, case, demand_id, reworded, words="Van An.", version=version)

    assert (met.value.who, met.value.theirs["words"]) == ("Ben", "Van Ben.")


async def test_a_theme_and_a_day_are_corrected_with_a_trace(cast, web):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await correct_demand(
        await cast.ben.viewer(),
        case.code,
        demand_id,
        theme="vast contact",
        named_on=clock.today() - timedelta(days=3),
        version=(await demand_of(case, demand_id)).version,
    )
    page = await web.as_(cast.an).get(page_of(case.code, demand_id))

    assert "Thema: vast contact" in page
    assert "Verbeterd door Ben" in page


async def test_a_demand_cannot_be_named_after_its_first_change(cast):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))
    (demand_id,) = await name(cast.an, case, ADDRESS, on=case.started_on)
    await change(cast.an, case, demand_id, DemandChangeKind.CLOSED, on=clock.today() - timedelta(days=5))

    with pytest.raises(RuleBroken) as refused:
        await correct_demand(
            await cast.an.viewer(),
            case.code,
            demand_id,
            theme="",
            named_on=clock.today(),
            version=(await demand_of(case, demand_id)).version,
        )

    assert refused.value.field == "named_on"


steps = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 3)), max_size=8)


@settings(
    max_examples=per_hundred(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wanted=steps)
async def test_after_any_sequence_of_steps_the_words_of_every_day_can_be_read_back(cast, wanted):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=40))
    day, said = case.started_on, "Woorden 0"
    (demand_id,) = await name(cast.an, case, said, on=day)
    written = {day: (said, DemandState.OPEN)}
    for number, (kind, later) in enumerate(wanted, start=1):
        day += timedelta(days=later)
        words = f"Woorden {number}" if kind is DemandChangeKind.REWORDED else ""
        with suppress(RuleBroken):
            await change(cast.an, case, demand_id, kind, on=day, words=words, reason=f"Reden {number}")
        now = await demand_of(case, demand_id)
        written[day] = (now.words, now.state)

    life = await demand_of(case, demand_id)
    for day, stood in written.items():
        assert (life.words_on(day), life.state_on(day)) == stood
