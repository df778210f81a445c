"""What the person is asked and answers, one thing at a time (C11)."""

from uuid import uuid4

from tests.cases.life import tabak
from tests.cases.phone import PASSWORD
from tests.cases.test_cases_reading_together import reading
from tracker import clock
from tracker.cases import tables as t
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.validations import answers_to
from tracker.cases.rules.kinds import CaseState, Perspective, Subject, Validated
from tracker.cases.rules.together import NOTHING_SAID, OwnAnswers, why_not_answer
from tracker.partnership.actions.signing_in import set_password
from tracker.partnership.queries.drafts import drafts_under


def test_no_answers_at_all_make_no_reading():
    assert why_not_answer(CaseState.RUNNING, OwnAnswers()) == NOTHING_SAID


async def test_the_questions_come_one_by_one_and_end_with_everything_to_read_again(screens):
    assert (await screens.seat.post("/samen", {"language": "nl"})).location == f"{screens.base}/bedoeling"
    first = await screens.post("bedoeling", {"fits": "yes"})
    assert first.location == f"{screens.base}/waardevraag/{screens.home}"
    second = await screens.post(f"waardevraag/{screens.home}", {"felt": "3"})
    assert second.location == f"{screens.base}/waardevraag/{screens.rest}"
    assert (await screens.post(f"waardevraag/{screens.rest}", {"felt": "5"})).location.endswith("/nog-iets")

    last = await screens.post("nog-iets", {"words": ""})

    assert last.location == f"{screens.base}/nalezen"
    page = await screens.get("nalezen")
    assert "Een thuis half Verander" in page
    assert "Rust zo is het goed Verander" in page


async def test_a_question_without_an_answer_is_asked_again_kindly(screens):
    page = await screens.post(f"waardevraag/{screens.home}", {"words": "Ik weet het niet goed"})

    assert page.status == 422
    assert page.errors == {"felt": "Kies een antwoord. Weet je het niet? Kies dan de onderste."}
    assert page.form()["words"].strip() == "Ik weet het niet goed"


async def test_half_way_a_reload_or_another_day_brings_every_answer_back(screens):
    await screens.post("bedoeling", {"fits": "changed", "words": "Ik wil weer lassen."})
    await screens.seat.post(
        f"{screens.base}/concept?vraag=waardevraag/{screens.home}", {"felt": "2", "words": "Het is daar k"}
    )

    assert (await screens.get("bedoeling")).form()["words"].strip() == "Ik wil weer lassen."
    assert (await screens.get(f"waardevraag/{screens.home}")).form()["felt"] == "2"
    assert "Ga verder" in await screens.seat.get("/samen")
    onward = await screens.seat.post("/samen", {"language": "nl"})
    assert onward.location == f"{screens.base}/waardevraag/{screens.rest}"


async def test_what_somebody_types_is_kept_for_the_questions_of_this_case_only(screens, cast):
    kept = await screens.seat.post(f"{screens.base}/concept?vraag=nog-iets", {"words": "Zeg het aan Ben."})
    assert kept.status == 204

    for where in ("../klantbeeld", "bedoeling/x", "waardevraag/999", ""):
        answer = await screens.seat.post(f"{screens.base}/concept?vraag={where}", {"words": "x"})
        assert answer.status == 404, where
    assert set(await drafts_under(cast.an.person_id, screens.base)) == {"nog-iets"}


async def test_a_telephone_number_is_not_kept_before_the_person_said_so(screens, cast):
    words = {"words": "Bel mij op 0475 12 34 56"}
    assert (await screens.seat.post(f"{screens.base}/concept?vraag=nog-iets", words)).status == 422

    page = await screens.post("nog-iets", words)

    assert page.status == 422
    assert await drafts_under(cast.an.person_id, screens.base) == {}
    assert (await screens.post("nog-iets", {**words, "keep_identifiers": "yes"})).status == 303
    assert "0475 12 34 56" in await screens.get("nalezen")


async def test_the_answers_become_a_star_from_the_persons_own_eyes(screens, cast):
    await screens.answer_all()
    page = await screens.get("nalezen")

    answer = await screens.post("nalezen", page.form())

    assert answer.location == f"{screens.base}/klaar"
    star = (await demands_of(await cast.an.viewer(), screens.case)).latest
    assert (star.perspective, star.on) == (Perspective.TARGET_GROUP, clock.today())
    assert star.note == "Ik wil weer lassen.\n\nZeg het ook aan Ben."
    assert (star.ratings[screens.home].stars, star.ratings[screens.home].note) == (2, "Het is daar koud.")
    assert star.ratings[screens.rest].stars is None


async def test_what_the_person_says_of_purpose_and_demands_is_noted_as_given_by_hand_over(screens):
    await screens.answer_all()
    await screens.post(f"waardevraag/{screens.rest}", {"felt": "no_longer", "words": "Rust heb ik genoeg."})
    await screens.post("nalezen", (await screens.get("nalezen")).form())

    [purpose] = await t.Purpose.select(t.Purpose.id).where(t.Purpose.case == screens.case.id)
    said = [
        *await answers_to(screens.case, Subject.PURPOSE, purpose["id"]),
        *await answers_to(screens.case, Subject.VALUE_DEMAND, screens.home),
        *await answers_to(screens.case, Subject.VALUE_DEMAND, screens.rest),
    ]
    assert [(each.answer, each.how) for each in said] == [
        (Validated.CONTESTED, "Ik wil weer lassen."),
        (Validated.YES, "Het is daar koud."),
        (Validated.CONTESTED, "Rust heb ik genoeg."),
    ]
    assert all(each.handed_over for each in said)


async def test_what_is_not_right_any_more_waits_for_the_team_on_the_page_of_the_case(screens):
    await screens.answer_all()
    await screens.post(f"waardevraag/{screens.rest}", {"felt": "no_longer"})
    await screens.post("nalezen", (await screens.get("nalezen")).form())
    await screens.seat.post("/samen/terug", {"password": PASSWORD})

    page = await screens.seat.get(f"/p/durmeland/casussen/{screens.case.code}")

    assert "zei Tabak dat dit niet meer klopt" in page
    assert "Herschrijf de bedoeling: ze klopt niet meer voor Tabak" in page
    assert "Niet meer wat Tabak wil: Rust" in page
    assert "Niet meer wat Tabak wil: Een thuis" not in page
    assert "gezien door de doelgroep zelf" in page


async def test_keeping_twice_keeps_once_from_one_screen_or_from_two(screens):
    await screens.answer_all()
    one, two = (await screens.get("nalezen")).form(), (await screens.get("nalezen")).form()

    answers = [await screens.post("nalezen", each) for each in (one, one, two)]

    assert {answer.location for answer in answers} == {f"{screens.base}/klaar"}
    assert await t.StarReading.count() == 1


async def test_afterwards_the_person_sees_what_was_seen_before_and_cannot_change_it_unseen(screens):
    earlier = await reading(screens.case, Perspective.TEAM, {screens.home: 4, screens.rest: None})
    await screens.answer_all()
    await screens.post("nalezen", (await screens.get("nalezen")).form())

    page = await screens.get("klaar")

    assert earlier
    assert "Dank je wel, Tabak" in page
    assert "Een thuis een beetje Vorige keer, je begeleiders, op" in page
    assert "bijna goed" in page
    for rest in ("bedoeling", f"waardevraag/{screens.home}", "nalezen"):
        assert (await screens.get(rest)).location == f"{screens.base}/klaar", rest
    assert (await screens.seat.get("/samen")).location == f"{screens.base}/klaar"


async def test_the_language_of_the_person_lasts_until_the_end(screens):
    assert "C’est à vous maintenant" in await screens.seat.get("/samen?taal=fr")
    await screens.seat.post("/samen", {"language": "fr"})

    page = await screens.get(f"waardevraag/{screens.home}")

    assert "Où en est-ce maintenant ?" in page
    await screens.answer_all()
    await screens.post("nalezen", (await screens.get("nalezen")).form())
    assert "Merci, Tabak" in await screens.get("klaar")


async def test_the_next_time_begins_anew_after_everything_was_kept(screens):
    await screens.answer_all()
    await screens.post("nalezen", (await screens.get("nalezen")).form())
    await screens.seat.post("/samen/terug", {"password": PASSWORD})

    await screens.seat.post(f"/p/durmeland/casussen/{screens.case.code}/klantbeeld/telefoon")

    assert "Begin" in await screens.seat.get("/samen")
    assert "fits" not in (await screens.get("bedoeling")).form()


async def test_a_case_without_purpose_or_demands_asks_what_the_person_wants(web, cast):
    await set_password(cast.an.person_id, PASSWORD)
    case, seat = await tabak(cast, purpose="", alias=""), web.as_(cast.an)
    await seat.post(f"/p/durmeland/casussen/{case.code}/klantbeeld/telefoon")
    onward = await seat.post("/samen", {"language": "nl"})
    assert "Wat wil jij bereiken?" in await seat.get(onward.location)

    await seat.post(onward.location, {"words": "Een werk waar ze mij laten doen."})
    review = await seat.get(f"/samen/{case.code}/nalezen")
    await seat.post(f"/samen/{case.code}/nalezen", review.form())

    [kept] = await t.StarReading.select(t.StarReading.note, t.StarReading.perspective)
    assert kept == {"note": "Een werk waar ze mij laten doen.", "perspective": "target_group"}


async def test_nothing_answered_is_nothing_kept(screens):
    page = await screens.get("nalezen")
    assert "Je hebt nog niets ingevuld." in page

    refused = await screens.post("nalezen", {"key": str(uuid4())})

    assert refused.status == 422
    assert not await t.StarReading.exists()
