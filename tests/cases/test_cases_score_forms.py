"""The form of a score: what it asks, what it refuses, and how a score is corrected or taken back."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.cases.test_cases_scores import scoring
from tracker import clock
from tracker.cases.actions.scores import score
from tracker.cases.tables import ProgressScore, Validation

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
