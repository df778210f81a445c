"""Reading the value demands as a star, from a stated perspective (C5)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.stars import TEAM, TOGETHER, WORDS, read, said, with_demands
from tracker import clock
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.stars import Read, correct_star, read_star
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.stars import former_readings, last_times, reading_of
from tracker.cases.rules.kinds import Fit, Validated
from tracker.cases.rules.stars import MOST_AT_ONCE, Readable, asks_to_choose, why_not_read
from tracker.cases.tables import ProgressScore, StarRating, StarReading, Validation
from tracker.problems import Conflict, RuleBroken


def alive(days, said_about, *, ended_on=None):
    today = clock.today()
    return why_not_read(
        said=said_about,
        demands=[Readable(7, today - timedelta(days=days), ended_on)],
        read_on=today,
        started_on=today - timedelta(days=90),
        today=today,
    )


def test_at_least_one_demand_gets_a_star():
    assert alive(10, {7: 3}) is None
    assert alive(10, {7: None}).reason.startswith("Geef minstens één waardevraag")
    assert alive(10, {}).field == "stars"


@pytest.mark.parametrize("stars", [0, 6])
def test_a_star_lies_between_one_and_five(stars):
    assert alive(10, {7: stars}).field == "stars-7"


def test_a_demand_is_read_from_the_day_it_was_named_until_the_day_it_ended():
    today = clock.today()
    assert "pas op" in alive(-1, {7: 3}).reason
    assert "eindigde op" in alive(10, {7: 3}, ended_on=today - timedelta(days=1)).reason
    assert alive(10, {7: 3}, ended_on=today) is None


def test_over_eight_open_demands_somebody_chooses():
    assert not asks_to_choose(MOST_AT_ONCE)
    assert asks_to_choose(MOST_AT_ONCE + 1)


async def test_a_reading_holds_every_open_demand_and_what_was_not_spoken_about_stays_empty(cast):
    case, (a, b, c) = await with_demands(cast)
    await read(cast.an, case, {a: 3, b: said(4, "leest korte berichten", Fit.TOO_MUCH, "zijn zus: 2")})

    reading = (await demands_of(await cast.an.viewer(), case)).latest
    assert reading.perspective is TOGETHER
    assert reading.ratings == {
        a: said(3),
        b: said(4, "leest korte berichten", Fit.TOO_MUCH, "zijn zus: 2"),
        c: said(),
    }


async def test_a_star_never_makes_a_score(cast):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: 5})

    assert await ProgressScore.count() == 0


async def test_the_same_key_keeps_one_reading(cast):
    case, (a, *_) = await with_demands(cast)
    an, key, wanted = await cast.an.viewer(), uuid4(), Read(TOGETHER, clock.today(), {a: said(3)})

    assert await read_star(an, case.code, key, wanted) == await read_star(an, case.code, key, wanted)
    assert (await StarReading.count(), await StarRating.count()) == (1, 3)


async def test_words_without_a_day_on_which_they_belong_are_refused_and_never_lost(cast):
    case, (a, *_) = await with_demands(cast)
    (late,) = await add_demands(
        await cast.an.viewer(), case.code, uuid4(), Named({1: "Lassen."}, clock.today(), {})
    )

    with pytest.raises(RuleBroken) as refused:
        await read(
            cast.an, case, {a: 3, late: said(note="zei hij toen al")}, on=clock.today() - timedelta(days=5)
        )

    assert refused.value.field == f"stars-{late}"


async def test_a_demand_of_another_case_is_not_read_here(cast):
    case, _ = await with_demands(cast)
    _, (elsewhere, *_) = await with_demands(cast)

    with pytest.raises(RuleBroken):
        await read(cast.an, case, {elsewhere: 3})

    assert await StarRating.count() == 0


async def test_only_a_star_of_the_team_alone_asks_whether_it_was_talked_over(cast):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: 3}, discussed=Validated.YES)
    assert await Validation.count() == 0

    await read(cast.an, case, {a: 3}, seen=TEAM, discussed=Validated.YES, how="nadien, aan de telefoon")

    assert (await Validation.objects().first()).how == "nadien, aan de telefoon"


async def test_last_time_is_of_the_same_perspective_and_looks_past_gaps(cast):
    case, (a, b, _) = await with_demands(cast)
    today = clock.today()
    await read(cast.an, case, {a: 2, b: 4}, on=today - timedelta(days=30))
    await read(cast.an, case, {b: 1}, on=today - timedelta(days=20), seen=TEAM)
    await read(cast.an, case, {b: 5}, on=today - timedelta(days=10))

    last = last_times(await demands_of(await cast.an.viewer(), case, all_readings=True))
    assert (last[a][TOGETHER].stars, last[b][TOGETHER].stars, last[b][TEAM].stars) == (2, 5, 1)


async def test_a_correction_keeps_the_former_star_whole(cast):
    case, (a, b, _) = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: said(2, "twee diensten bellen nog"), b: 4}, note="Aan tafel.")
    ben = await cast.ben.viewer()
    version = (await reading_of(ben, case, reading_id)).version
    wanted = Read(TOGETHER, clock.today(), {a: said(3), b: said(4)}, note="Aan tafel.")
    await correct_star(ben, case.code, reading_id, wanted, version=version, reason="Verkeerd getikt")

    now = (await reading_of(ben, case, reading_id)).reading
    former = (await former_readings(case, reading_id))[0]
    assert now.ratings[a] == said(3)
    assert former.ratings[a] == said(2, "twee diensten bellen nog")
    assert (former.note, former.corrected_by, former.reason) == ("Aan tafel.", "Ben", "Verkeerd getikt")


async def test_two_people_correcting_the_same_star_meet_each_other(cast):
    case, (a, *_) = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: 2})
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    version = (await reading_of(an, case, reading_id)).version
    by_ben, by_an = [Read(TOGETHER, clock.today(), {a: said(stars)}) for stars in (3, 4)]
    await correct_star(ben, case.code, reading_id, by_ben, version=version)

    with pytest.raises(Conflict) as met:
        await correct_star(an, case.code, reading_id, by_an, version=version)

    assert met.value.who == "Ben"
    assert met.value.theirs[f"stars-{a}"] == f"{WORDS[0]}: 3"
