"""The demo is told through the real acts, into an empty database only."""

import pytest
import pytest_asyncio

from tests.conftest import empty_database
from tracker.cases.tables import CaseFile, FailureDemand, ProgressScore
from tracker.demo.whole import tell_all
from tracker.learning.tables.personas import ExpertiseAsked, ExpertiseBrought, Misfit, Resemblance
from tracker.partnership import trail
from tracker.partnership.tables import Partnership
from tracker.problems import RuleBroken

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def told(migrated, tmp_path_factory):
    """The demo, told once for all that reads it here."""
    async with empty_database(migrated, tmp_path_factory.mktemp("told")):
        await tell_all()
        yield


async def test_the_stories_fill_two_partnerships_and_leave_the_third_for_its_own_workbook(told):
    slugs = {row["id"]: row["slug"] for row in await Partnership.select(Partnership.id, Partnership.slug)}
    cases = [slugs[row["partnership"]] for row in await CaseFile.select(CaseFile.partnership)]

    assert {slug: cases.count(slug) for slug in slugs.values()} == {
        "durmeland": 27,
        "kustpolder": 2,
        "oost-meetjesland": 0,
    }


async def test_every_act_of_the_stories_stands_in_an_unbroken_chain(told):
    for row in await Partnership.select(Partnership.id):
        assert await trail.verify(row["id"]) is None


async def test_no_story_has_a_score_without_words_and_failure_demands_are_verbatim(told):
    assert all(row["interpretation"] for row in await ProgressScore.select(ProgressScore.interpretation))
    assert await FailureDemand.count() > 15


async def test_a_demo_is_never_told_over_existing_data(told):
    with pytest.raises(RuleBroken):
        await tell_all()


async def test_the_personas_lie_beside_cases_leave_one_that_fits_none_and_ask_more_than_partners_bring(told):
    waiting = await Misfit.select(Misfit.case.alias.as_alias("alias")).where(Misfit.ended_on.is_null())
    asked = {row["expertise"] for row in await ExpertiseAsked.select(ExpertiseAsked.expertise)}
    brought = {row["expertise"] for row in await ExpertiseBrought.select(ExpertiseBrought.expertise)}

    assert await Resemblance.count() == 9
    assert [row["alias"] for row in waiting] == ["Watervlo"]
    assert asked - brought
