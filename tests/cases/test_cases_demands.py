"""Value demands in the words of those concerned, and every step in their lives (C4)."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.demands import Named, Wanted, add_demands, change_demand, correct_demand
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.rules.demands import COMES_FROM, Step, next_place, state_on, why_not_change, words_on
from tracker.cases.rules.kinds import DemandChangeKind, DemandState
from tracker.cases.tables import DemandChange, ValueDemand
from tracker.problems import Conflict, RuleBroken

ADDRESS = "Eén adres. Eén naam. Eén telefoon."
READING = "Ik kan niet goed lezen. Nu weet ge het."
KINDS = [kind for kind in DemandChangeKind if kind is not DemandChangeKind.RECLASSIFIED]


def new(code):
    return f"/p/durmeland/casussen/{code}/waardevragen/nieuw"


def page_of(code, demand_id, more=""):
    return f"/p/durmeland/casussen/{code}/waardevragen/{demand_id}{more}"


async def name(member, case, *words, on=None):
    named = Named(dict(enumerate(words, start=1)), on or clock.today(), {})
    return await add_demands(await member.viewer(), case.code, uuid4(), named)


async def change(member, case, demand_id, kind, *, on=None, reason="Hij zei het.", words="", version=None):
    version = version or (await demand_of(case, demand_id)).version
    wanted = Wanted(kind, on or clock.today(), reason, words)
    await change_demand(await member.viewer(), case.code, demand_id, wanted, version=version)


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


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


async def test_the_form_names_several_demands(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, "words-3": READING, "theme-3": "lezen"})

    assert page.status == 303
    assert [row["place"] for row in await ValueDemand.select().order_by(ValueDemand.place)] == [0, 1]
    back = await seat.get(page.location)
    assert ADDRESS in back
    assert READING in back


async def test_an_empty_form_says_what_belongs_there(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    page = await seat.post(address, (await seat.get(address)).form(address))

    assert page.status == 422
    assert page.errors == {"words-1": "Schrijf minstens één waardevraag."}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("words-2", "Ze\0moeten"),
        ("theme-1", "x" * 300),
        ("named_on", "2999-01-01"),
        ("named_on", "1999-01-01"),
        ("named_on", ""),
        ("words-2", "Bel 0475 12 34 56"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_nothing_is_written(web, cast, field, typed):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, field: typed})

    assert page.status == 422
    assert page.form(address)["words-1"] == ADDRESS
    assert await ValueDemand.count() == 0


async def test_a_script_in_a_demand_stays_words(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, "<script>alert(1)</script> " + "w" * 300)
    page = await web.as_(cast.an).get(page_of(case.code, demand_id))

    assert "<script>alert(1)</script>" in page


@pytest.mark.parametrize(
    ("change_name", "state"),
    [
        ("herwoording", DemandState.OPEN),
        ("afsluiting", DemandState.CLOSED),
        ("buiten-de-bedoeling", DemandState.OUTSIDE),
    ],
)
async def test_every_step_has_its_form_and_a_double_click_takes_it_once(web, cast, change_name, state):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, f"/{change_name}")
    fields = {**(await seat.get(address)).form(address), "reason": "Hij woont er nu."}
    if change_name == "herwoording":
        fields["words"] = "Eén gezicht volstaat."
    first, second = await seat.post(address, fields), await seat.post(address, fields)

    assert (first.status, second.status) == (303, 303)
    assert await DemandChange.count() == 1
    assert (await demand_of(case, demand_id)).state is state
    assert "Hij woont er nu." in await seat.get(page_of(case.code, demand_id))


async def test_a_closed_demand_can_be_reopened_from_its_page(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.an, case, demand_id, DemandChangeKind.CLOSED)
    seat = web.as_(cast.an)
    page = await seat.get(page_of(case.code, demand_id))
    assert "Herschrijf" not in page.links()

    address = page.links()["Heropen"]
    await seat.post(address, {**(await seat.get(address)).form(address), "reason": "Hij belde weer."})

    assert (await demand_of(case, demand_id)).state is DemandState.OPEN


async def test_a_missing_reason_is_asked_for_with_the_new_words_kept(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, "/herwoording")
    fields = {**(await seat.get(address)).form(address), "words": "Eén gezicht volstaat."}
    page = await seat.post(address, fields)

    assert page.status == 422
    assert set(page.errors) == {"reason"}
    assert page.form(address)["words"] == "Eén gezicht volstaat."
    assert await DemandChange.count() == 0


async def test_whoever_does_not_share_the_case_finds_nothing(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw,))
    other = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    paths = [new(case.code)] + [
        page_of(case.code, demand_id, more) for more in ("", "/afsluiting", "/gegevens")
    ]
    for member in (cast.ben, cast.bea, cast.kim, cast.dot):
        for path in paths:
            assert (await web.as_(member).get(path)).status == 404, (member.name, path)
    seat = web.as_(cast.an)
    for path in (
        page_of(other.code, demand_id),
        page_of(case.code, 999),
        page_of(case.code, "9" * 30),
        page_of(case.code, demand_id, "/onzin"),
    ):
        assert (await seat.get(path)).status == 404, path


async def test_taking_a_named_demand_back_puts_its_words_in_the_form_again(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, "theme-1": "contact"})
    assert "Maak ongedaan" in await seat.get(page.location)
    demand_id = (await ValueDemand.select().first())["id"]
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/value_demand/{demand_id}")

    form = (await seat.get(address)).form(address)
    assert (form["words-1"], form["theme-1"]) == (ADDRESS, "contact")
    assert await ValueDemand.count() == 0


@pytest.mark.parametrize("change_name", ["herwoording", "afsluiting"])
async def test_taking_a_step_back_lets_the_demand_be_as_it_was(web, cast, change_name):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, f"/{change_name}")
    fields = {**(await seat.get(address)).form(address), "reason": "Hij woont er nu."}
    if change_name == "herwoording":
        fields["words"] = "Eén gezicht volstaat."
    await seat.post(address, fields)
    page = await seat.get(page_of(case.code, demand_id))
    back = next(form.get("action") for form in page.all("form") if "ongedaan" in form.get("action"))
    assert (await seat.post(back)).location.startswith(address)

    row = await ValueDemand.select().first()
    assert (row["words"], row["state"], row["ended_on"]) == (ADDRESS, DemandState.OPEN, None)
    again = (await seat.get(address)).form(address)
    assert again["reason"] == "Hij woont er nu."
    assert (await seat.post(address, again)).status == 303


async def test_only_the_last_step_can_be_taken_back(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.an, case, demand_id, DemandChangeKind.REWORDED, words="Eerst zo.")
    await change(cast.an, case, demand_id, DemandChangeKind.REWORDED, words="Dan zo.", reason="Weer.")
    first = (await DemandChange.select().order_by(DemandChange.id).first())["id"]
    page = await web.as_(cast.an).post(f"/p/durmeland/casussen/{case.code}/ongedaan/demand_change/{first}")

    assert page.status == 422
    assert (await demand_of(case, demand_id)).words == "Dan zo."
