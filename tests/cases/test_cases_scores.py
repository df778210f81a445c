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


def new(code):
    return f"/p/durmeland/casussen/{code}/scores/nieuw"


def filled(**rest):
    return {
        "key": str(uuid4()),
        "score": "5",
        "interpretation": WHY,
        "scored_on": clock.today().isoformat(),
        "discussed": "no",
        **rest,
    }


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


async def test_the_form_shows_the_former_words_and_asks_what_changed(web, cast):
    case = await tabak(cast)
    await score(await cast.an.viewer(), case.code, uuid4(), scoring())
    page = await web.as_(cast.ben).get(new(case.code))

    assert page.status == 200
    assert "Wat is er veranderd sinds" in page
    assert WHY in page
    marked = page.all("label", "was")
    assert [label.find("input").get("value") for label in marked] == ["5"]
    assert "score" not in page.form(new(case.code))


async def test_saving_leads_back_to_the_case_with_an_undo(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    page = await seat.post(new(case.code), filled())

    assert page.status == 303
    back = await seat.get(page.location)
    assert WHY in back
    assert "Maak ongedaan" in back


async def test_a_score_without_why_is_refused_with_everything_typed_kept(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(new(case.code), filled(interpretation="", how="aan tafel"))

    assert page.status == 422
    assert page.errors == {"interpretation": "Schrijf in een paar woorden waarom het een 5 is."}
    assert page.form(new(case.code))["score"] == "5"
    assert page.form(new(case.code))["how"] == "aan tafel"
    assert await ProgressScore.count() == 0


async def test_every_missing_thing_is_said_at_once(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(new(case.code), {"key": str(uuid4())})

    assert page.status == 422
    assert set(page.errors) == {"score", "interpretation", "scored_on"}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("interpretation", "Zij\0zegt"),
        ("how", "x" * 300),
        ("score", "11"),
        ("score", "5" * 30),
        ("scored_on", "2999-01-01"),
        ("scored_on", "gisteren"),
        ("discussed", "misschien"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_nothing_is_written(web, cast, field, typed):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(new(case.code), filled(**{field: typed}))

    assert page.status == 422
    assert await ProgressScore.count() == 0


async def test_a_double_click_keeps_one_score(web, cast):
    case = await tabak(cast)
    seat, fields = web.as_(cast.an), filled()
    first, second = await seat.post(new(case.code), fields), await seat.post(new(case.code), fields)

    assert (first.status, second.status) == (303, 303)
    assert await ProgressScore.count() == 1


async def test_a_national_number_is_asked_about_first_and_kept_when_meant(web, cast):
    case = await tabak(cast)
    seat, fields = web.as_(cast.an), filled(interpretation="Zijn nummer is 85.07.30-033.28, zei hij.")
    asked = await seat.post(new(case.code), fields)

    assert asked.status == 422
    assert "rijksregisternummer" in asked
    assert await ProgressScore.count() == 0

    kept = await seat.post(new(case.code), {**fields, "keep_identifiers": "yes"})

    assert kept.status == 303
    assert await ProgressScore.count() == 1


async def test_a_script_in_the_words_stays_words(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(new(case.code), filled(interpretation="<script>alert(1)</script> zei hij"))
    page = await seat.get(f"/p/durmeland/casussen/{case.code}")

    assert "<script>alert(1)</script> zei hij" in page
    assert not [script for script in page.all("script") if script.text]


async def test_whoever_does_not_share_the_case_finds_no_form(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    for member in (cast.out, cast.bea, cast.dirk, cast.kim, cast.pro, cast.dot, cast.tom):
        seat = web.as_(member)
        assert (await seat.get(new(case.code))).status == 404, member.name
        assert (await seat.post(new(case.code), filled())).status == 404, member.name

    assert await ProgressScore.count() == 0


async def test_an_unknown_score_is_not_found(web, cast):
    case, other = await tabak(cast), await tabak(cast)
    elsewhere = await score(await cast.an.viewer(), other.code, uuid4(), scoring())
    seat = web.as_(cast.an)
    for number in (str(elsewhere), "999", "9" * 30):
        address = f"/p/durmeland/casussen/{case.code}/scores/{number}"
        assert (await seat.get(address)).status == 404
        assert (await seat.post(address, filled(version="x"))).status == 404


async def test_a_score_can_be_corrected_on_its_own_page(web, cast):
    case = await tabak(cast)
    score_id = await score(await cast.an.viewer(), case.code, uuid4(), scoring())
    seat, address = web.as_(cast.ben), f"/p/durmeland/casussen/{case.code}/scores/{score_id}"
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "score": "6", "reason": "Getikt op de verkeerde knop"})

    assert page.status == 303
    after = await seat.get(address)
    assert "Wat hier eerder stond" in after
    assert "Score 5" in after
    assert "Getikt op de verkeerde knop" in after


async def test_taking_a_score_back_puts_its_words_in_the_form_again(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    await seat.post(new(case.code), filled(discussed="yes", how="aan tafel"))
    score_id = (await ProgressScore.select().first())["id"]
    page = await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/score/{score_id}")

    assert page.location.startswith(new(case.code))
    form = (await seat.get(new(case.code))).form(new(case.code))
    assert (form["score"], form["interpretation"], form["discussed"], form["how"]) == (
        "5",
        WHY,
        "yes",
        "aan tafel",
    )
    assert await ProgressScore.count() == await Validation.count() == 0
