"""Reading together what was written about a case (C11)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.big_case import big_case
from tests.cases.life import tabak
from tests.queries import counted
from tracker import clock
from tracker.cases import tables as t
from tracker.cases.queries.together import client_view_of
from tracker.cases.queries.validations import answers_to
from tracker.cases.rules.kinds import Agreed, Perspective, Subject, Validated
from tracker.cases.rules.together import Block
from tracker.partnership.tables import ReadEntry

WORDS = "De bewindvoerder betaalt de elektriciteit en gij ook."
CHANGED = "Je kreeg het te veel betaalde geld terug."


async def failure(case, words=WORDS, **rest) -> int:
    row = t.FailureDemand(
        key=uuid4(), case=case.id, words=words, heard_on=clock.today(), arising="unknown", **rest
    )
    await row.save()
    return row.id


async def agreement(case, what, state="open", **rest) -> int:
    row = t.Agreement(key=uuid4(), case=case.id, what=what, state=state, **rest)
    await row.save()
    return row.id


async def demand(case, words, place=0, **rest) -> int:
    row = t.ValueDemand(
        key=uuid4(),
        case=case.id,
        place=place,
        words=words,
        state="open",
        named_on=clock.today(),
        **rest,
    )
    await row.save()
    return row.id


async def reading(case, perspective, stars, days_ago=0) -> int:
    row = t.StarReading(
        key=uuid4(),
        case=case.id,
        read_on=clock.today() - timedelta(days=days_ago),
        perspective=perspective,
        written_at=clock.now(),
    )
    await row.save()
    for of, value in stars.items():
        await t.StarRating(reading=row.id, demand=of, stars=value).save()
    return row.id


def place(case, rest=""):
    return f"/p/durmeland/casussen/{case.code}/klantbeeld{rest}"


async def test_the_page_begins_with_the_persons_own_words_and_says_what_they_changed(web, cast):
    case = await tabak(cast)
    await failure(case, changed=CHANGED)
    await failure(case, words="Dat heeft nog niets veranderd.")

    page = await web.as_(cast.an).get(place(case))

    assert page.heading == "Dag Tabak"
    assert page.text.index("Eén adres. Eén naam. Eén telefoon.") < page.text.index(CHANGED)
    assert WORDS in page
    assert "Dat heeft nog niets veranderd." not in page


async def test_a_signal_we_saw_is_never_shown_as_something_the_person_said(web, cast):
    case = await tabak(cast)
    await failure(case, words="Kwam drie keer niet", observed=True, response="We kwamen zelf langs.")

    page = await web.as_(cast.an).get(place(case))

    assert "Dit merkten we Kwam drie keer niet We kwamen zelf langs." in page
    assert "“Kwam" not in page


async def test_agreements_that_are_done_stand_with_what_changed_and_open_ones_apart(web, cast):
    case = await tabak(cast)
    await agreement(case, "Geen brief zonder bericht vooraf", state="done")
    await agreement(case, "Naar het lasatelier gaan", who="Bram", due_on=clock.today())
    await agreement(case, "Een nieuwe fiets zoeken", state="dropped")

    page = await web.as_(cast.an).get(place(case))

    assert page.text.index("Geen brief zonder bericht vooraf") < page.text.index("Dit spraken we af")
    assert page.text.index("Naar het lasatelier gaan Wie: Bram.") > page.text.index("Dit spraken we af")
    assert "Een nieuwe fiets zoeken" not in page


async def test_stars_are_told_in_words_and_never_as_a_figure(web, cast):
    case = await tabak(cast)
    home = await demand(case, "Een thuis")
    rest = await demand(case, "Rust", place=1)
    await reading(case, Perspective.TOGETHER, {home: 3, rest: None})

    page = await web.as_(cast.an).get(place(case))

    assert "Een thuis half Rust nog niet over gepraat" in page
    assert "Zo zagen we het samen op" in page


async def test_how_the_person_saw_it_goes_before_how_the_team_saw_it_later(cast):
    case = await tabak(cast, started_on=clock.today() - timedelta(days=30))
    home = await demand(case, "Een thuis")
    theirs = await reading(case, Perspective.TARGET_GROUP, {home: 2}, days_ago=20)
    await reading(case, Perspective.TEAM, {home: 4}, days_ago=1)

    view = await client_view_of(await cast.an.viewer(), case)

    assert view.reading.id == theirs


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        (Agreed.YES, "Jij zei ja."),
        (Agreed.NO, "Jij wil niet dat we dit delen."),
        (Agreed.NOT_YET, "We vroegen je nog niet of dat goed is."),
    ],
)
async def test_who_can_read_it_and_what_the_person_said_about_that_stands_in_words(web, cast, agreed, said):
    case = await tabak(cast, agreed=agreed, shared_with=[cast.ocmw, cast.vdab])

    page = await web.as_(cast.an).get(place(case))

    readers = "Mensen van OCMW Waas en VDAB" if agreed is not Agreed.NO else "Mensen van OCMW Waas,"
    assert readers in page
    assert "Ook de coördinatie van Durmeland." in page
    assert said in page


async def test_right_counts_for_everything_a_part_tells(web, cast):
    case, an = await tabak(cast), await cast.an.viewer()
    home, rest = await demand(case, "Een thuis"), await demand(case, "Rust", place=1)

    answer = await web.as_(cast.an).post(place(case, "/waardevragen/klopt"))

    assert answer.location.endswith("klantbeeld?bewaard=ja#waardevragen")
    for each in (home, rest):
        [said] = await answers_to(case, Subject.VALUE_DEMAND, each)
        assert (said.answer, said.handed_over) == (Validated.YES, False)
    assert (await client_view_of(an, case)).checked(Block.WANTS).answer is Validated.YES


async def test_of_a_part_one_thing_can_be_not_right_any_more_in_the_persons_words(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    home, rest = await demand(case, "Een thuis"), await demand(case, "Rust", place=1)
    path = place(case, "/waardevragen/klopt-niet")
    assert "Een thuis" in await seat.get(path)

    await seat.post(path, {"only": rest, "words": "Ik wil juist leven in huis."})

    [said] = await answers_to(case, Subject.VALUE_DEMAND, rest)
    assert (said.answer, said.how) == (Validated.CONTESTED, "Ik wil juist leven in huis.")
    assert await answers_to(case, Subject.VALUE_DEMAND, home) == []
    assert "zei je: dit klopt niet meer." in await seat.get(place(case))


async def test_a_telephone_number_in_the_words_is_asked_about_before_it_is_kept(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    path = place(case, "/bedoeling/klopt-niet")

    page = await seat.post(path, {"words": "Bel 0475 12 34 56"})

    assert page.status == 422
    assert page.form(path)["words"].strip() == "Bel 0475 12 34 56"
    assert not await t.Validation.exists()


async def test_who_reads_what_changed_together_has_told_the_person(web, cast):
    case = await tabak(cast)
    changed, answered = await failure(case, changed=CHANGED), await failure(case, response="Gebeld.")

    await web.as_(cast.an).post(place(case, "/veranderd/klopt"))

    told = {row["id"]: row["told_on"] for row in await t.FailureDemand.select()}
    assert told == {changed: clock.today(), answered: None}


async def test_a_part_that_tells_nothing_has_nothing_to_call_right(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)

    assert (await seat.post(place(case, "/afspraken/klopt"))).status == 404
    assert (await seat.post(place(case, "/onzin/klopt"))).status == 404
    assert not await t.Validation.exists()


async def test_an_ended_case_can_still_be_read_together_and_called_right(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await t.CaseFile.update({t.CaseFile.state: "released"}).where(t.CaseFile.id == case.id)

    assert "Geef de telefoon aan" not in await seat.get(place(case))
    assert (await seat.post(place(case, "/bedoeling/klopt"))).status == 303


async def test_in_another_language_the_fixed_words_change_and_the_persons_words_stay(web, cast):
    case = await tabak(cast)
    await demand(case, "Een thuis")

    page = await web.as_(cast.an).get(place(case, "?taal=fr"))

    [sheet] = page.all("div", "read")
    assert (sheet.get("lang"), page.heading) == ("fr", "Bonjour Tabak")
    assert "Vous voulez ceci" in page
    assert {quote.get("lang") for quote in [*page.all("q"), *page.all("blockquote")]} == {"nl"}


async def test_a_language_nobody_wrote_is_dutch(web, cast):
    case = await tabak(cast)

    assert (await web.as_(cast.an).get(place(case, "?taal=../../etc"))).heading == "Dag Tabak"


async def test_reading_together_stands_in_the_read_log_as_just_that(web, cast):
    case = await tabak(cast)

    await web.as_(cast.an).get(place(case))

    assert (await ReadEntry.select(ReadEntry.what, ReadEntry.case).first()) == {
        "what": "cases.client_view",
        "case": case.id,
    }


async def test_the_page_of_a_big_case_asks_the_database_twelve_times_at_most(web, cast):
    case = await big_case(cast)

    with counted() as statements:
        page = await web.as_(cast.an).get(place(case))

    assert page.status == 200
    assert len(statements) <= 12, statements
