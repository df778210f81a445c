"""The star over time: the same figures in the pictures, the table and the words (C6)."""

import json
from datetime import timedelta

import pytest

from tests.cases.big_case import big_case
from tests.cases.life import tabak
from tests.cases.stars import TEAM, TOGETHER, read, said, with_demands
from tests.page import SVG
from tracker import clock
from tracker.cases.figures.over_time import over_time_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.rules.kinds import Perspective
from tracker.partnership.tables import ReadEntry

ADDRESS = "/p/durmeland/casussen/{code}/ster"


def address(case, more=""):
    return ADDRESS.format(code=case.code) + more


async def read_three_times(cast):
    """Together twice and once by the team in between; C was not spoken about the first time."""
    case, (a, b, c) = await with_demands(cast)
    today = clock.today()
    await read(cast.an, case, {a: said(2, "twee diensten bellen"), b: 4}, on=today - timedelta(days=30))
    await read(cast.an, case, {a: 1, b: 1, c: 1}, on=today - timedelta(days=20), seen=TEAM)
    await read(cast.an, case, {a: 3, b: 4, c: 5}, note="Voorgelezen.")
    return case


async def test_the_table_holds_every_reading_of_one_perspective_in_order_of_time(cast):
    case = await read_three_times(cast)
    demands = await demands_of(await cast.an.viewer(), case, all_readings=True)

    alone = over_time_of(demands, TOGETHER, None)
    assert [row.values for row in alone.rows] == [(2, 3), (4, 4), (None, 5)]
    beside = over_time_of(demands, TOGETHER, TEAM)
    assert [row.values for row in beside.rows] == [(2, 1, 3), (4, 1, 4), (None, 1, 5)]
    assert beside.columns[1].endswith(", team")
    assert over_time_of(demands, Perspective.TARGET_GROUP, None) is None


async def test_the_figures_hold_what_the_table_holds(cast):
    case = await read_three_times(cast)
    demands = await demands_of(await cast.an.viewer(), case, all_readings=True)
    found = over_time_of(demands, TOGETHER, TEAM)

    lines = json.loads(found.lines_figure())["data"]
    own = [line["y"] for line in lines if line["name"] == "samen gezien"]
    assert own == [[2, 3], [4, 4], [None, 5]]
    frames = json.loads(found.star_figure())["frames"]
    assert len(frames) == 2
    assert [ring["r"] for ring in frames[1]["data"] if ring["name"].startswith("dit moment")] == [
        [3, 4, 5, 3]
    ]


async def test_the_page_works_without_a_script_and_its_words_stand_by_every_point(web, cast):
    case = await read_three_times(cast)
    page = await web.as_(cast.an).get(address(case))

    assert page.status == 200
    star = next(svg for svg in page.all(SVG, "star"))
    assert "3 waardevragen" in star.get("aria-label") or "drie waardevragen" in star.get("aria-label")
    assert page.rows(1)[1][1:] == ["2", "3"]
    assert page.rows(1)[3][1:] == ["–", "5"]
    assert "twee diensten bellen" in page
    assert "Voorgelezen." in page


async def test_the_perspective_and_who_stands_beside_are_in_the_address(web, cast):
    case = await read_three_times(cast)
    seat = web.as_(cast.an)
    page = await seat.get(address(case))
    team = await seat.get(address(case, page.links()["Het team"]))
    beside = await seat.get(address(case, team.links()["Samen ernaast"]))

    assert team.rows(1)[1][1:] == ["1"]
    assert "Nog niet besproken." in team
    assert beside.rows(1)[1][1:] == ["2", "1", "3"]
    asked = [figure.get("data-chart-url") for figure in beside.all("figure") if figure.get("data-chart-url")]
    assert all(url.endswith("?wie=team&naast=samen") for url in asked)
    for url in asked:
        assert (await seat.get(url)).status == 200


async def test_the_figures_come_as_json_that_nobody_keeps_and_every_read_is_logged(web, cast):
    case = await read_three_times(cast)
    seat = web.as_(cast.an)
    before = await ReadEntry.count().where(ReadEntry.case == case.id)
    for name in ("figuur", "verloop"):
        answer = await seat.get(address(case, f"/{name}.json"))
        assert answer.status == 200
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.response.json()["data"]

    assert await ReadEntry.count().where(ReadEntry.case == case.id) == before + 2


async def test_without_a_reading_the_page_says_what_comes_here_and_there_is_no_figure(web, cast):
    case, _ = await with_demands(cast)
    seat = web.as_(cast.an)
    page = await seat.get(address(case))

    assert "Nog geen ster" in page
    assert "Lees de eerste ster" in page.links()
    assert (await seat.get(address(case, "/figuur.json"))).status == 404


async def test_of_many_demands_somebody_chooses_what_the_star_shows_and_the_table_shows_all(web, cast):
    case, ids = await with_demands(cast, *(f"Vraag nummer {n} van hem" for n in range(10)))
    for days in (10, 0):
        ratings = {id: 1 + n % 5 for n, id in enumerate(ids)}
        await read(cast.an, case, ratings, on=clock.today() - timedelta(days=days))
    seat = web.as_(cast.an)
    page = await seat.get(address(case))
    assert not page.all(SVG, "star")
    assert len(page.rows(1)) == 11

    chosen = await seat.get(address(case, f"?wie=samen&as={ids[0]}&as={ids[1]}&as={ids[2]}"))

    assert len(chosen.all(SVG, "star")) == 1
    assert len(chosen.rows(1)) == 11
    figure = (
        await seat.get(address(case, f"/figuur.json?as={ids[0]}&as={ids[1]}&as={ids[2]}"))
    ).response.json()
    assert figure["layout"]["polar"]["angularaxis"]["categoryarray"] == ["A", "B", "C"]


@pytest.mark.parametrize(
    "query", ["?wie=niemand", "?naast=samen&wie=samen", "?as=" + "9" * 30, "?as=-1&as=x"]
)
async def test_an_address_that_asks_nonsense_asks_nothing(web, cast, query):
    case = await read_three_times(cast)
    seat = web.as_(cast.an)

    assert (await seat.get(address(case, query))).status == 200
    assert (await seat.get(address(case, f"/figuur.json{query}"))).status == 200


async def test_whoever_does_not_share_the_case_finds_neither_page_nor_figure(web, cast):
    case = await read_three_times(cast)
    for member in (cast.out, cast.bea, cast.kim, cast.dirk, cast.dot):
        for more in ("", "/figuur.json", "/verloop.json"):
            assert (await web.as_(member).get(address(case, more))).status == 404, (member.name, more)


async def test_a_big_case_and_a_new_one_have_their_page(web, cast):
    big, new = await big_case(cast), await tabak(cast)
    seat = web.as_(cast.an)

    assert (await seat.get(address(big))).status == 200
    assert (await seat.get(address(new))).status == 200
