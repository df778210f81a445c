"""Letting go, the other endings, and taking up again (C12)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.queries.endings import endings_of
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.endings import (
    asks_to_let_go,
    lead_time,
    why_not_end,
    why_not_log,
    why_not_reopen,
)
from tracker.cases.rules.kinds import ENDINGS, CaseState
from tracker.cases.tables import CaseEnding

DAY = date(2026, 11, 3)
RUNNING, RELEASED = CaseState.RUNNING, CaseState.RELEASED


def end(**rest):
    return why_not_end(
        **{
            "state": RUNNING,
            "kind": RELEASED,
            "ended_on": DAY,
            "started_on": DAY,
            "today": DAY,
            "handed_to": "",
            **rest,
        }
    )


def test_an_ended_case_is_there_to_read():
    assert why_not_log(RUNNING) is None
    assert all("Heropen" in why_not_log(ending) for ending in ENDINGS)


def test_a_case_ends_once_on_a_day_of_its_own():
    assert end() is None
    assert end(state=RELEASED).reason == "Deze casus is al afgerond."
    assert end(kind=RUNNING).field == "kind"
    assert end(ended_on=DAY + timedelta(days=1)).field == "ended_on"
    assert end(ended_on=DAY - timedelta(days=1)).field == "ended_on"


def test_handing_over_names_to_whom():
    assert end(kind=CaseState.HANDED_OVER).field == "handed_to"
    assert end(kind=CaseState.HANDED_OVER, handed_to="CAW") is None


def test_only_an_ended_case_is_reopened_and_not_before_its_end():
    asked = {"state": RELEASED, "ended_on": DAY, "reopened_on": DAY, "today": DAY}

    assert why_not_reopen(**asked) is None
    assert why_not_reopen(**{**asked, "state": RUNNING}).reason == "Deze casus loopt al."
    assert why_not_reopen(**{**asked, "reopened_on": DAY - timedelta(days=1)}).field == "reopened_on"
    assert why_not_reopen(**{**asked, "reopened_on": DAY + timedelta(days=1)}).field == "reopened_on"


def test_a_high_score_or_the_last_demand_closed_only_asks():
    assert asks_to_let_go(RUNNING, 9, demands=2, open_demands=2)
    assert asks_to_let_go(RUNNING, 4, demands=2, open_demands=0)
    assert not asks_to_let_go(RUNNING, 8, demands=2, open_demands=1)
    assert not asks_to_let_go(RUNNING, None, demands=0, open_demands=0)
    assert not asks_to_let_go(RELEASED, 10, demands=1, open_demands=0)


def test_the_lead_time_counts_days_from_start_to_end_or_today():
    assert lead_time(DAY - timedelta(days=30), DAY, DAY + timedelta(days=5)) == 30
    assert lead_time(DAY - timedelta(days=30), None, DAY) == 30


def at(case, rest):
    return f"/p/durmeland/casussen/{case.code}/{rest}"


def release(**rest):
    return {
        "key": str(uuid4()),
        "kind": "released",
        "ended_on": clock.today().isoformat(),
        "interpretation": "Hij heeft een sleutel en een vaste dokter.",
        "keeps_contact": "de wijkgezondheidswerker",
        **rest,
    }


async def again(cast, case):
    return await case_for(await cast.an.viewer(), case.code)


async def test_letting_go_asks_for_a_last_interpretation(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(at(case, "loslaten"), release(interpretation=" "))

    assert page.status == 422
    assert "hoe het nu is" in page.errors["interpretation"]
    assert "de wijkgezondheidswerker" in page.html
    assert (await again(cast, case)).runs


async def test_a_released_case_keeps_its_last_words_and_who_stays_in_touch(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.ben).post(at(case, "loslaten"), release())

    assert page.status == 303
    assert "losgelaten=ending-" in page.location
    ended = await again(cast, case)
    assert (ended.state, ended.ended_on) == (RELEASED, clock.today())
    last = (await endings_of(case))[0]
    assert (last.interpretation, last.keeps_contact, last.author) == (
        "Hij heeft een sleutel en een vaste dokter.",
        "de wijkgezondheidswerker",
        "Ben",
    )


async def test_a_double_click_ends_a_case_once(web, cast):
    case = await tabak(cast)
    seat, fields = web.as_(cast.an), release()
    first, second = (
        await seat.post(at(case, "loslaten"), fields),
        await seat.post(at(case, "loslaten"), fields),
    )

    assert first.location == second.location
    assert await CaseEnding.count() == 1


async def test_a_colleague_who_was_a_moment_later_is_told_and_keeps_the_words(web, cast):
    case = await tabak(cast)
    await web.as_(cast.an).post(at(case, "loslaten"), release())
    page = await web.as_(cast.ben).post(at(case, "loslaten"), release(interpretation="Ook mijn woorden."))

    assert page.status == 422
    assert "al afgerond" in page


async def test_an_ended_case_offers_to_reopen_and_the_days_count_on(web, cast):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=40))
    seat = web.as_(cast.an)
    await seat.post(at(case, "loslaten"), release())
    assert "Heropen" in (await seat.get(at(case, "loslaten")))

    fields = {"reopened_on": clock.today().isoformat(), "reason": "Hij belde zelf."}
    page = await seat.post(at(case, "heropening"), fields)
    assert page.status == 303
    running = await again(cast, case)
    assert (running.state, running.ended_on) == (RUNNING, None)
    assert lead_time(running.started_on, running.ended_on, clock.today()) == 40
    last = (await endings_of(case))[0]
    assert (last.reopened_reason, last.reopened_by) == ("Hij belde zelf.", "An")


async def test_reopening_asks_why(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(at(case, "loslaten"), release())
    page = await seat.post(at(case, "heropening"), {"reopened_on": str(clock.today()), "reason": ""})

    assert "waarom jullie weer beginnen" in page.errors["reason"]
    assert not (await again(cast, case)).runs


async def test_a_case_that_runs_cannot_be_reopened(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(
        at(case, "heropening"), {"reopened_on": str(clock.today()), "reason": "x"}
    )

    assert page.status == 422
    assert "loopt al" in page.errors[""]


async def test_an_earlier_ending_stays_readable_after_a_second_one(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(at(case, "loslaten"), release(interpretation="Eerst."))
    await seat.post(at(case, "heropening"), {"reopened_on": str(clock.today()), "reason": "Terug."})
    await seat.post(at(case, "loslaten"), release(kind="handed_over", handed_to="CAW", interpretation="Dan."))
    page = await seat.get(at(case, "heropening"))

    assert "Eerst." in page and "Dan." in page and "Terug." in page
    assert "Overgedragen aan CAW" in page


@pytest.mark.parametrize("rest", ["loslaten", "heropening"])
async def test_a_stranger_ends_nothing(web, cast, rest):
    case = await tabak(cast, shared_with=[cast.ocmw])

    for member in (cast.out, cast.dot, cast.bea, cast.kim, cast.tom):
        assert (await web.as_(member).get(at(case, rest))).status == 404
        assert (await web.as_(member).post(at(case, rest), release())).status == 404
    assert (await again(cast, case)).runs
