"""Lead time and failure demands per month as process behaviour charts; limits begin anew by a person (L9)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.learning.grouped import HERE, a_case, ended, figure, met, told
from tests.learning.words import heard
from tests.page import said_in
from tracker import clock
from tracker.cases.rules.kinds import CaseState
from tracker.learning.actions.limits import reset_limits
from tracker.learning.queries.dashboards.limits import resets_of
from tracker.learning.rules.kinds import Chart
from tracker.learning.rules.lead_time import spent
from tracker.learning.rules.limits import why_not_reset
from tracker.learning.rules.periods import Period, chosen, last_months, year
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.tables import TrailEntry
from tracker.problems import RuleBroken

TODAY = clock.today()
LIMITS = f"{HERE}/grenzen/doorlooptijd"


@pytest.fixture(autouse=True)
def on_one_day(monkeypatch):
    """The day stays what it was when these tests were read, also when they run over midnight."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)


async def ran(cast, days: list[int], *, start: int = 0):
    """Cases that each ran so many days, ended one day after another, the last one today."""
    cases = []
    for i, length in enumerate(days):
        end = TODAY - timedelta(days=len(days) - 1 - i)
        case = await a_case(cast, f"Schuil {start + i}", days=(TODAY - end).days + length)
        await ended(cast, case, end)
        cases.append(case)
    return cases


def reset(**rest) -> dict:
    return {"key": str(uuid4()), "from_on": TODAY.isoformat(), "reason": "Eén vast gezicht.", **rest}


def test_a_week_with_contact_counts_seven_days_and_never_more_than_there_were():
    start = date(2026, 3, 2)

    contacts = [start, start + timedelta(days=6), start + timedelta(days=7), start + timedelta(days=90)]

    assert spent(start, start + timedelta(days=30), contacts).active == 14
    assert spent(start, start + timedelta(days=30), contacts).waiting == 16
    assert spent(start, start + timedelta(days=10), contacts).active == 10
    assert spent(start, start, contacts).days == 0


def test_the_last_twelve_months_hold_this_one():
    period = last_months(date(2026, 2, 10))

    assert (period.first, period.last) == (date(2025, 3, 1), date(2026, 2, 10))
    assert len(period.months) == 12
    assert period.quarters[0] == date(2025, 1, 1)
    assert len(period.quarters) == 5


def test_a_period_that_cannot_be_is_the_usual_one():
    today = date(2026, 11, 24)

    assert chosen(date(2026, 5, 1), date(2026, 4, 1), today) == last_months(today)
    assert chosen(date(1, 1, 1), None, today) == last_months(today)
    assert chosen(date(2026, 5, 1), date(2999, 1, 1), today) == Period(date(2026, 5, 1), today)
    assert year(2026, today) == Period(date(2026, 1, 1), today)


def test_limits_begin_anew_on_a_day_that_was_there_and_once():
    asked = {"today": date(2026, 11, 24), "began_on": date(2024, 1, 1), "earlier": [date(2026, 1, 5)]}

    assert why_not_reset(date(2026, 3, 1), **asked) is None
    assert why_not_reset(date(2026, 11, 25), **asked) is not None
    assert why_not_reset(date(2023, 1, 1), **asked) is not None
    assert why_not_reset(date(2026, 1, 5), **asked) is not None


async def test_under_ten_ended_cases_there_is_a_strip_of_dots_without_limits(web, cast):
    await ran(cast, [30, 60, 40, 50, 45, 55])

    page = await web.as_(cast.cor).get(f"{HERE}/doorlooptijd")

    assert "6 afgesloten casussen" in page
    assert not page.all("figure")[0].get("data-chart-url")
    assert page.html.count('<circle class="dot"') == 2 * 6
    assert page.html.count('class="lim"') == 0
    assert [cells[2] for cells in page.rows()[1:]] == ["30", "60", "40", "50", "45", "55"]


async def test_from_ten_ended_cases_there_is_a_chart_with_natural_limits_and_no_target(web, cast):
    await ran(cast, [40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 400])
    await a_case(cast, "Loopt", days=999)

    page = await web.as_(cast.cor).get(f"{HERE}/doorlooptijd")
    drawn = (await figure(web, cast.cor, "/doorlooptijd/figuur.json"))["data"]

    assert "Midden 72 dagen" in page
    assert "Buiten de bovengrens" in page
    assert drawn[0]["y"][-1] == 400
    assert drawn[0]["marker"]["symbol"][-1] == "triangle-up"
    assert [trace["name"] for trace in drawn[1:]] == ["midden", "natuurlijke grens", "loopt nog"]
    assert drawn[-1]["y"] == [999]
    assert "1 casus die nog loopt, is al langer bezig dan de grens" in page


async def test_who_was_not_of_the_target_group_has_no_lead_time(web, cast):
    [case, *_] = await ran(cast, [30] * 5)
    other = await a_case(cast, "Geen doelgroep", days=20)
    await ended(cast, other, TODAY, CaseState.NOT_TARGET_GROUP)

    page = await web.as_(cast.cor).get(f"{HERE}/doorlooptijd")

    assert case.code in page
    assert other.code not in page


async def test_limits_do_not_move_with_the_period_that_is_shown(web, cast):
    await ran(cast, [40, 60] * 7)
    recent = (TODAY - timedelta(days=4)).isoformat()

    whole = await figure(web, cast.cor, "/doorlooptijd/figuur.json")
    part = await figure(web, cast.cor, f"/doorlooptijd/figuur.json?van={recent}")

    assert len(part["data"][0]["y"]) == 5
    assert part["data"][1]["y"] == whole["data"][1]["y"] == [50, 50]


async def test_active_and_waiting_days_stand_beside_each_other(web, cast):
    case = await a_case(cast, "Schuil", days=30)
    await met(cast, case, TODAY - timedelta(days=30))
    await met(cast, case, TODAY - timedelta(days=3))
    await ended(cast, case, TODAY)

    page = await web.as_(cast.cor).get(f"{HERE}/doorlooptijd")

    assert "14 + 16" in page


async def test_under_five_ended_cases_the_board_reads_no_times_at_all(web, cast):
    await ran(cast, [31, 37, 41])

    page = await web.as_(cast.bea).get(f"{HERE}/doorlooptijd")

    assert "Vanaf 10 afgesloten casussen" in page
    assert not page.all("table")
    assert not page.all("figure")


async def test_under_five_ended_cases_the_board_gets_no_times_in_the_figure_either(web, cast):
    await ran(cast, [31, 37, 41])

    answer = await web.as_(cast.bea).raw("GET", f"{HERE}/doorlooptijd/figuur.json")

    assert answer.status_code == 404


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro"])
async def test_who_opens_no_case_reads_lead_times_in_order_of_closing_and_nothing_to_know_one_by(
    web, cast, member
):
    days = [40, 44, 40, 44, 40, 44, 40, 44, 40, 44, 40, 400]
    cases = await ran(cast, days)
    await a_case(cast, "Loopt", days=999)
    who = getattr(cast, member)
    await reset_limits(await cast.an.viewer(), Chart.LEAD_TIME, uuid4(), TODAY - timedelta(days=11), "Nieuw.")

    page = await web.as_(who).get(f"{HERE}/doorlooptijd?van={TODAY.isoformat()}")
    drawn = await figure(web, who, f"/doorlooptijd/figuur.json?van={TODAY.isoformat()}")

    assert [cells[:2] for cells in page.rows()[1:]] == [[str(i), str(n)] for i, n in enumerate(days, 1)]
    assert page.rows()[-1][2] == "buiten de grens"
    assert "Buiten de bovengrens, punt 12." in page
    points = drawn["data"][0]
    assert points["y"] == days
    assert points["hovertext"][-1] == "12<br>400 dagen<br>buiten de grens"
    assert not any(points["customdata"])
    assert [trace["name"] for trace in drawn["data"][1:]] == ["midden", "natuurlijke grens"]
    assert not page.all("nav", "chips")
    everything = page.html + str(drawn)
    assert not [case.code for case in cases if case.code in everything]
    assert "Schuil" not in everything
    assert "999" not in said_in(page.all("main")[0])
    assert 999 not in [y for trace in drawn["data"] for y in trace["y"]]
    assert str(TODAY.year) not in said_in(page.all("main")[0])
    assert not any(str(TODAY.year) in text for text in drawn["layout"]["xaxis"]["ticktext"])


async def test_under_ten_ended_cases_who_opens_none_reads_a_sentence(web, cast):
    await ran(cast, [30] * 9)

    page = await web.as_(cast.bea).get(f"{HERE}/doorlooptijd")
    drawn = await web.as_(cast.bea).raw("GET", f"{HERE}/doorlooptijd/figuur.json")

    assert "Vanaf 10 afgesloten casussen" in page
    assert not page.all("table")
    assert drawn.status_code == 404


async def test_limits_begin_anew_from_a_day_by_a_person_whose_reason_stays(web, cast):
    await ran(cast, [90, 100] * 6 + [10, 14] * 5)
    since = TODAY - timedelta(days=9)
    answer = await web.as_(cast.an).post(LIMITS, reset(from_on=since.isoformat()))

    page = await web.as_(cast.bea).get(f"{HERE}/doorlooptijd")
    middles = [
        trace["y"][0]
        for trace in (await figure(web, cast.an, "/doorlooptijd/figuur.json"))["data"]
        if trace["name"] == "midden"
    ]

    assert answer.location.startswith(f"{HERE}/doorlooptijd")
    assert middles == [95, 12]
    assert "Eén vast gezicht. An" in page
    [kept] = await TrailEntry.select(TrailEntry.verb).where(TrailEntry.subject == "limits")
    assert kept["verb"] == "limits reset"


async def test_limits_do_not_begin_anew_without_a_reason_or_on_a_day_to_come(web, cast):
    await a_case(cast, "Schuil")

    silent = await web.as_(cast.an).post(LIMITS, reset(reason=""))
    early = await web.as_(cast.an).post(LIMITS, reset(from_on=(TODAY + timedelta(days=1)).isoformat()))

    assert (silent.status, list(silent.errors)) == (422, ["reason"])
    assert (early.status, list(early.errors)) == (422, ["from_on"])
    assert await resets_of(await cast.an.viewer(), Chart.LEAD_TIME) == []


async def test_the_same_form_sent_twice_begins_the_limits_anew_once(cast):
    await a_case(cast, "Schuil")
    an, key = await cast.an.viewer(), uuid4()

    first = await reset_limits(an, Chart.LEAD_TIME, key, TODAY, "Nieuw.")
    again = await reset_limits(an, Chart.LEAD_TIME, key, TODAY, "Nieuw.")

    assert first == again
    with pytest.raises(RuleBroken, match="opnieuw"):
        await reset_limits(an, Chart.LEAD_TIME, uuid4(), TODAY, "Nog eens.")


async def test_a_chart_that_does_not_exist_has_no_limits(web, cast):
    assert (await web.as_(cast.an).get(f"{HERE}/grenzen/score")).status == 404


def month(back: int) -> date:
    """A day in the month so many months ago."""
    number = TODAY.year * 12 + TODAY.month - 1 - back
    return date(number // 12, number % 12 + 1, 2)


async def test_a_type_that_comes_less_says_so_and_since_when(web, cast):
    case = await a_case(cast, "Schuil", days=700)
    pattern, _ = await told(cast, 1)
    words = [
        await heard(cast, case, f"Woord {back} {i}", heard_on=month(back))
        for back in range(1, 19)
        for i in range(4 if back > 8 else 1)
    ]
    await Occurrence.insert(
        *[
            Occurrence(partnership=cast.durmeland, pattern=pattern, case=case.id, failure_demand=word)
            for word in words
        ]
    )

    page = await web.as_(cast.cor).get(f"{HERE}/faalvragen")

    names = ["", *["januari", "februari", "maart", "april", "mei", "juni", "juli"]]
    names += ["augustus", "september", "oktober", "november", "december"]
    assert f"minder sinds {names[month(8).month]} {month(8).year}" in page


async def test_months_with_few_cases_are_hidden_from_the_board_and_their_limits_too(web, cast):
    case = await a_case(cast, "Schuil", days=400)
    for back in range(1, 13):
        await heard(cast, case, f"Woord {back}", heard_on=month(back))

    page = await web.as_(cast.bea).get(f"{HERE}/faalvragen")
    drawn = await figure(web, cast.bea, "/faalvragen/figuur.json")
    theirs = await figure(web, cast.cor, "/faalvragen/figuur.json")

    assert set(drawn["data"][0]["y"]) == {None}
    assert [trace["name"] for trace in drawn["data"]] == ["faalvragen", "loopt nog"]
    assert set(theirs["data"][0]["y"]) == {1}
    assert {cells[1] for cells in page.rows()[1:-1]} == {"–"}
    assert "te weinig om een aantal te tonen" in page
    assert not page.all("figure")
