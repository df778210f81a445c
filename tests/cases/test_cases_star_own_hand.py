"""A star that somebody gave in their own hand stays as it was given (C5, C11)."""

from tests.cases.stars import read, with_demands
from tracker import clock
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.stars import former_readings
from tracker.cases.rules.kinds import Perspective
from tracker.cases.rules.stars import why_not_correct
from tracker.cases.tables import StarReading

CORRECT = "Verbeter de laatste ster"


async def own_star(cast):
    """Tabak's case, and a star that Tabak gave on the phone."""
    case, (a, *_) = await with_demands(cast)
    star = await read(cast.an, case, {a: 2}, seen=Perspective.TARGET_GROUP)
    await StarReading.update({StarReading.author: None}).where(StarReading.id == star)
    return case, a, star


def at(case, rest=""):
    return f"/p/durmeland/casussen/{case.code}{rest}"


def test_what_was_given_in_the_own_hand_is_for_nobody_to_correct():
    assert "Niemand anders" in why_not_correct(own_hand=True)
    assert why_not_correct(own_hand=False) is None


async def test_nobody_is_offered_to_correct_it(web, cast):
    case, _, star = await own_star(cast)
    seat = web.as_(cast.an)

    for page in (await seat.get(at(case)), await seat.get(at(case, "/ster"))):
        assert at(case, f"/ster/{star}") not in page.links().values()
    assert "Zelf ingevuld" in await seat.get(at(case, "/ster"))


async def test_a_correction_that_is_sent_all_the_same_changes_nothing_and_says_why(web, cast):
    case, a, star = await own_star(cast)
    seat, typed = web.as_(cast.an), {"perspective": "target_group", "read_on": clock.today().isoformat()}

    page = await seat.post(at(case, f"/ster/{star}"), {**typed, f"stars-{a}": "5", "version": "x"})

    assert page.status == 422
    assert "Niemand anders verandert ze." in page
    assert (await demands_of(await cast.an.viewer(), case)).latest.ratings[a].stars == 2
    assert await former_readings(case, star) == []


async def test_what_a_worker_noted_of_how_the_person_saw_it_can_still_be_corrected(web, cast):
    case, (a, *_) = await with_demands(cast)
    star = await read(cast.an, case, {a: 2}, seen=Perspective.TARGET_GROUP)
    seat = web.as_(cast.an)

    assert (await seat.get(at(case))).links()[CORRECT] == at(case, f"/ster/{star}")
    form = (await seat.get(at(case, f"/ster/{star}"))).form(at(case, f"/ster/{star}"))
    assert (await seat.post(at(case, f"/ster/{star}"), {**form, f"stars-{a}": "3"})).status == 303
