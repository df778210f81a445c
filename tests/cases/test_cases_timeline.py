"""Everything on a case in order of time."""

from datetime import timedelta

import pytest

from tests.beginnings import begins_with
from tests.cases.big_case import big_case
from tests.queries import counted
from tracker.cases.queries.timeline import SORT_NAMES, Sort, timeline_of


@begins_with(big_case)
async def test_the_timeline_of_a_big_case_is_one_question_and_fifty_moments_a_page(cast, case):
    viewer = await cast.an.viewer()

    with counted() as statements:
        second = await timeline_of(viewer, case, page=2)

    assert len(statements) == 1
    assert (len(second.moments), second.first, second.last) == (50, 51, 100)
    assert list(second.moments) == sorted(second.moments, key=lambda moment: moment.on, reverse=True)
    assert second.total > 350


@begins_with(big_case)
async def test_every_sort_can_be_asked_alone_and_together_they_are_everything(cast, case):
    viewer = await cast.an.viewer()

    totals = {sort: (await timeline_of(viewer, case, [sort])).total for sort in Sort}

    assert totals[Sort.SCORE] == 40
    assert totals[Sort.INTERACTION] == 300
    assert totals[Sort.DEMAND] == 7
    assert totals[Sort.COURSE] == totals[Sort.SHARING] == 1
    assert sum(totals.values()) == (await timeline_of(viewer, case)).total


@begins_with(big_case)
async def test_the_first_moment_of_a_case_is_that_it_began(cast, case):
    viewer = await cast.an.viewer()

    course = await timeline_of(viewer, case, [Sort.COURSE])

    assert [(moment.kind, moment.on) for moment in course.moments] == [("opened", case.started_on)]
    assert case.started_on == viewer.today - timedelta(weeks=120)


@pytest.mark.parametrize("name", ["", *SORT_NAMES.values(), "onbekend", "score&soort=ster"])
@begins_with(big_case, scores=3)
async def test_the_timeline_page_filters_by_sort_in_its_address(cast, case, web, name):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}/tijdlijn?soort={name}")

    assert page.status == 200
    assert page.heading == f"Tijdlijn Tabak, {case.code}"


@begins_with(big_case, scores=3)
async def test_a_page_beyond_the_last_is_empty_and_leads_back(cast, case, web):
    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}/tijdlijn?bladzijde=99")

    assert "Hier staat nog niets" in page
    assert page.links()["Terug naar de casus"] == f"/p/durmeland/casussen/{case.code}"


@begins_with(big_case, scores=3)
async def test_a_stranger_finds_no_timeline(cast, case, web):
    assert (await web.as_(cast.dot).get(f"/p/durmeland/casussen/{case.code}/tijdlijn")).status == 404
    assert (await web.as_(cast.bea).get(f"/p/durmeland/casussen/{case.code}/tijdlijn")).status == 404
