"""When a case asks to be looked at again, and what it asks."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cases.big_case import big_case
from tests.cases.life import tabak
from tracker import clock
from tracker.cases.queries.overview import overview_of
from tracker.cases.queries.seen import case_for
from tracker.cases.queries.to_do import Ask, tasks_of
from tracker.cases.rules.attention import asks_about_doubt, is_long_since
from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.searching import asked_words, folded, like, searchable
from tracker.cases.tables import CaseFile, ProgressScore, Validation

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(("days", "long"), [(0, False), (55, False), (56, True), (57, True)])
def test_long_ago_counts_from_the_last_time_in_whole_weeks(days, long):
    assert is_long_since(DAY - timedelta(days=days), DAY - timedelta(days=900), 8, DAY) is long


def test_without_a_last_time_long_ago_counts_from_the_start():
    assert is_long_since(None, DAY - timedelta(weeks=8), 8, DAY)
    assert not is_long_since(None, DAY - timedelta(weeks=7), 8, DAY)


def test_a_doubt_is_looked_at_again_on_its_day():
    assert asks_about_doubt(True, DAY, DAY)
    assert asks_about_doubt(True, None, DAY)
    assert not asks_about_doubt(True, DAY + timedelta(days=1), DAY)
    assert not asks_about_doubt(False, DAY, DAY)


@pytest.mark.parametrize(
    ("text", "same"),
    [("Één Façade", "een facade"), ("  GROẞ \n Ünder ", "gross under"), ("ﬁets", "fiets"), ("a\0b", "ab")],
)
def test_words_are_compared_without_capitals_accents_and_spaces(text, same):
    assert folded(text) == same


def test_a_question_of_many_words_does_not_run_from_one_text_into_the_next():
    assert searchable("Tabak", "", "OM-0014") == "tabak | om-0014"
    assert asked_words(" Tabak  OM ") == ["tabak", "om"]
    assert len(asked_words("a " * 1000)) == 100


def test_what_a_database_reads_as_a_wildcard_means_itself():
    assert like("50%_!") == "%50!%!_!!%"


async def asked(cast, case):
    viewer = await cast.an.viewer()
    case = await case_for(viewer, case.code)
    return tasks_of(case, await overview_of(viewer, case), viewer.today)


async def test_a_big_case_asks_for_a_review_then_for_its_agreements_then_to_talk_scores_over(cast):
    case = await big_case(cast)

    tasks = await asked(cast, case)

    assert [task.ask for task in tasks] == [
        Ask.REVIEW,
        *[Ask.AGREEMENT] * 4,
        *[Ask.SCORE] * 2,
        Ask.PERSON_VIEW,
    ]
    agreements = [task for task in tasks if task.ask is Ask.AGREEMENT]
    assert agreements == sorted(agreements, key=lambda task: task.on)
    assert {(task.words, task.who) for task in agreements} == {("Lasatelier bezoeken", "Ben")}


async def test_a_score_that_was_talked_over_asks_nothing_more(cast):
    case = await tabak(cast)
    score = ProgressScore(
        key=uuid4(), case=case.id, scored_on=case.started_on, score=4, interpretation="Traag, maar vooruit."
    )
    await score.save()
    assert [task.ask for task in await asked(cast, case)] == [Ask.SCORE]

    await Validation(case=case.id, subject="score", subject_id=score.id, answer="yes").save()

    assert await asked(cast, case) == ()


async def test_a_case_asks_whether_sharing_may_and_whether_this_is_the_target_group(cast):
    case = await tabak(cast, agreed=Agreed.NOT_YET, doubt=True, doubt_review_on=clock.today())

    assert [task.ask for task in await asked(cast, case)] == [Ask.DOUBT, Ask.SHARING]


async def test_an_ended_case_asks_nothing(cast):
    case = await big_case(cast)
    await CaseFile.update({CaseFile.state: "stopped"}).where(CaseFile.id == case.id)

    assert await asked(cast, case) == ()
