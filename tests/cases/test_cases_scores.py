"""A score from 1 to 10, never without why (C3)."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.scores import Scoring, correct_score, score
from tracker.cases.queries.overview.line import line_of
from tracker.cases.queries.scores import former_scores
from tracker.cases.rules.kinds import CaseState, Subject, Validated
from tracker.cases.rules.scores import says_something, why_not_score
from tracker.cases.tables import CaseFile, ProgressScore, StarReading, Validation
from tracker.partnership.tables import TrailEntry
from tracker.problems import Conflict, RuleBroken

WHY = "Proefdag in een lasatelier. Handen wisten het nog."


def scoring(**rest):
    return Scoring(**{"score": 5, "interpretation": WHY, "scored_on": clock.today(), **rest})


@pytest.mark.parametrize("text", ["", "   ", "5", "5!", "...", "-", "ok"])
def test_no_figure_is_kept_without_words(text):
    today = clock.today()
    refusal = why_not_score(score=5, interpretation=text, scored_on=today, started_on=today, today=today)

    assert refusal.reason == "Schrijf in een paar woorden waarom het een 5 is."
    assert refusal.field == "interpretation"


def test_one_word_can_be_enough():
    assert says_something("Terugval.")


@pytest.mark.parametrize("figure", [0, 11, -1])
def test_a_score_lies_between_one_and_ten(figure):
    today = clock.today()
    refusal = why_not_score(score=figure, interpretation=WHY, scored_on=today, started_on=today, today=today)

    assert refusal.field == "score"


async def test_a_score_is_kept_with_its_words_and_leaves_a_trail(cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    score_id = await score(an, case.code, uuid4(), scoring())

    latest = (await line_of(an, case)).latest
    assert (latest.id, latest.score, latest.interpretation, latest.author) == (score_id, 5, WHY, "An")
    entry = await TrailEntry.select().where(TrailEntry.verb == "scored").first()
    assert (entry["subject"], entry["subject_id"], entry["case"]) == ("score", score_id, case.id)
    assert (await CaseFile.objects().get(CaseFile.id == case.id)).touched_at > clock.now() - timedelta(
        minutes=1
    )


async def test_the_same_key_keeps_one_score(cast):
    case, key = await tabak(cast), uuid4()
    an = await cast.an.viewer()

    assert await score(an, case.code, key, scoring()) == await score(an, case.code, key, scoring())
    assert await ProgressScore.count() == 1


async def test_two_clicks_at_the_same_moment_keep_one_score(cast):
    case, key = await tabak(cast), uuid4()
    an = await cast.an.viewer()
    first, second = await asyncio.gather(*(score(an, case.code, key, scoring()) for _ in range(2)))

    assert first == second
    assert await ProgressScore.count() == 1


async def test_a_score_needs_no_purpose_and_no_star(cast):
    case = await tabak(cast, purpose="")
    await score(await cast.an.viewer(), case.code, uuid4(), scoring())

    assert await StarReading.count() == 0
    assert await ProgressScore.count() == 1


@pytest.mark.parametrize(("days", "said"), [(1, "toekomst"), (-40, "begon op")])
async def test_a_score_lies_between_the_start_of_the_case_and_today(cast, days, said):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))

    with pytest.raises(RuleBroken, match=said):
        await score(
            await cast.an.viewer(),
            case.code,
            uuid4(),
            scoring(scored_on=clock.today() + timedelta(days=days)),
        )


async def test_talking_it_over_is_kept_apart_and_not_yet_needs_no_record(cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    await score(an, case.code, uuid4(), scoring())
    assert await Validation.count() == 0

    score_id = await score(an, case.code, uuid4(), scoring(discussed=Validated.YES, how="aan de keukentafel"))

    kept = await Validation.objects().first()
    assert (kept.subject, kept.subject_id, kept.answer, kept.how) == (
        Subject.SCORE,
        score_id,
        Validated.YES,
        "aan de keukentafel",
    )


async def test_when_talking_was_not_possible_somebody_says_why(cast):
    case = await tabak(cast)

    with pytest.raises(RuleBroken, match="waarom bespreken niet mogelijk was") as refused:
        await score(await cast.an.viewer(), case.code, uuid4(), scoring(discussed=Validated.NOT_POSSIBLE))

    assert refused.value.field == "how"
    assert await ProgressScore.count() == 0


async def test_a_correction_keeps_the_former_figure_with_its_words(cast):
    case = await tabak(cast)
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    score_id = await score(an, case.code, uuid4(), scoring())
    version = (await line_of(an, case)).latest.version
    await correct_score(ben, case.code, score_id, scoring(score=6), version=version, reason="Verkeerd getikt")

    assert (await line_of(an, case)).latest.score == 6
    former = (await former_scores(case, score_id))[0]
    assert (former.score, former.interpretation, former.corrected_by, former.reason) == (
        5,
        WHY,
        "Ben",
        "Verkeerd getikt",
    )


async def test_two_people_correcting_the_same_score_see_each_others_words(cast):
    case = await tabak(cast)
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    score_id = await score(an, case.code, uuid4(), scoring())
    version = (await line_of(an, case)).latest.version
    await correct_score(ben, case.code, score_id, scoring(interpretation="Van Ben."), version=version)

    with pytest.raises(Conflict) as met:
        await correct_score(an, case.code, score_id, scoring(interpretation="Van An."), version=version)

    assert met.value.who == "Ben"
    assert met.value.theirs["interpretation"] == "Van Ben. (score 5)"


async def test_an_ended_case_takes_no_score(cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    await end_case(an, case.code, Ending(uuid4(), CaseState.RELEASED, clock.today(), "Het loopt."))

    with pytest.raises(RuleBroken, match="Heropen ze eerst"):
        await score(an, case.code, uuid4(), scoring())
