"""Whether and how something was checked with the target group (C11)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.big_case import big_case
from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.scores import Scoring, score
from tracker.cases.actions.validations import validate
from tracker.cases.queries.overview.line import line_of
from tracker.cases.queries.validations import answers_to
from tracker.cases.rules.kinds import Perspective, Subject, Validated
from tracker.cases.rules.validations import CHECKED_TOGETHER, is_theirs, why_not_validate
from tracker.cases.tables import Assessment, ProgressScore, Purpose, StarReading, Validation, ValueDemand
from tracker.problems import NotFound, RuleBroken

TABLES = {
    "bedoeling": Purpose,
    "waardevraag": ValueDemand,
    "score": ProgressScore,
    "ster": StarReading,
    "duiding": Assessment,
}


@pytest.mark.parametrize("subject", [each for each in Subject if each not in CHECKED_TOGETHER])
def test_only_what_is_about_the_target_group_is_checked_with_them(subject):
    today = clock.today()
    assert why_not_validate(
        subject=subject, answer=Validated.YES, how="", on=today, started_on=today, today=today
    )


def test_a_star_the_target_group_gave_needs_no_check():
    assert [each for each in Perspective if not is_theirs(each)] == [Perspective.TEAM]


async def test_the_last_answer_holds_and_the_earlier_ones_stay(cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    purpose = (await line_of(an, case)).purpose
    await validate(an, case, Subject.PURPOSE, purpose.id, Validated.NOT_POSSIBLE, "hij was ziek")
    await validate(an, case, Subject.PURPOSE, purpose.id, Validated.YES, "op de bank voor het huis")

    assert [each.answer for each in await answers_to(case, Subject.PURPOSE, purpose.id)] == [
        Validated.YES,
        Validated.NOT_POSSIBLE,
    ]
    assert (await line_of(an, case)).purpose.checked.answer is Validated.YES


async def test_the_same_answer_twice_is_noted_once(cast):
    case = await tabak(cast)
    an = await cast.an.viewer()
    purpose = (await line_of(an, case)).purpose
    for _ in range(2):
        await validate(an, case, Subject.PURPOSE, purpose.id, Validated.YES, "aan tafel")

    assert await Validation.count() == 1


async def test_what_stands_on_another_case_cannot_be_answered_here(cast):
    case, other = await tabak(cast), await tabak(cast)
    an = await cast.an.viewer()
    elsewhere = await score(an, other.code, uuid4(), Scoring(5, "Het gaat.", clock.today()))

    with pytest.raises(NotFound):
        await validate(an, case, Subject.SCORE, elsewhere, Validated.YES)


@pytest.mark.parametrize("days", [1, -40])
async def test_the_day_lies_between_the_start_of_the_case_and_today(cast, days):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))
    an = await cast.an.viewer()
    purpose = (await line_of(an, case)).purpose

    with pytest.raises(RuleBroken) as refused:
        await validate(
            an, case, Subject.PURPOSE, purpose.id, Validated.YES, on=clock.today() + timedelta(days=days)
        )

    assert refused.value.field == "validated_on"


@pytest.mark.parametrize("what", TABLES)
async def test_everything_that_is_checked_has_its_form(web, cast, what):
    case, seat = await big_case(cast), web.as_(cast.an)
    number = (await TABLES[what].select().first())["id"]
    address = f"/p/durmeland/casussen/{case.code}/besproken/{what}/{number}"
    shown = await seat.get(address)
    page = await seat.post(address, {**shown.form(address), "discussed": "yes", "how": "voorgelezen"})

    assert "ontbreekt nog" in shown
    assert page.status == 303
    assert "voorgelezen" in await seat.get(address)


async def test_a_missing_how_is_asked_for_with_everything_typed_kept(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    number = (await Purpose.select().first())["id"]
    address = f"/p/durmeland/casussen/{case.code}/besproken/bedoeling/{number}"
    shown = await seat.get(address)
    page = await seat.post(address, {**shown.form(address), "discussed": "not_possible"})

    assert page.status == 422
    assert set(page.errors) == {"how"}
    assert page.form(address)["discussed"] == "not_possible"
    assert await Validation.count() == 0


async def test_a_stranger_and_an_unknown_thing_are_not_found(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw,))
    number = (await Purpose.select().first())["id"]
    base = f"/p/durmeland/casussen/{case.code}/besproken"
    for member, path in (
        (cast.ben, f"{base}/bedoeling/{number}"),
        (cast.dot, f"{base}/bedoeling/{number}"),
        (cast.an, f"{base}/bedoeling/999"),
        (cast.an, f"{base}/bedoeling/{'9' * 30}"),
        (cast.an, f"{base}/interactie/{number}"),
        (cast.an, f"{base}/onzin/{number}"),
    ):
        seat = web.as_(member)
        fields = {"discussed": "yes", "validated_on": clock.today().isoformat()}
        assert (await seat.get(path)).status == 404, path
        assert (await seat.post(path, fields)).status == 404, path

    assert await Validation.count() == 0
