"""Whoever works on a case sees who read it: every read, export and refusal (T3)."""

from datetime import timedelta

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.queries.readers import PAGE, readings_of
from tracker.cases.rules.reading import said_of
from tracker.partnership import trail
from tracker.partnership.tables import ReadEntry


def at(case, rest="/leesboek"):
    return f"/p/durmeland/casussen/{case.code}{rest}"


def test_a_page_without_words_of_its_own_takes_those_of_the_page_it_belongs_to():
    assert said_of("cases.sharing.answer.create") == said_of("cases.sharing")
    assert said_of("cases.show") == "las de casus"
    assert said_of("cases.something.else") == "las een bladzijde van de casus"
    assert "kreeg ze niet" in said_of("cases.show", refused=True)


async def test_the_worker_sees_who_read_the_case_in_which_role(web, cast):
    case = await tabak(cast)
    await web.as_(cast.ben).get(at(case, ""))
    await web.as_(cast.cor).get(at(case, "/delen"))
    page = await web.as_(cast.an).get(at(case))

    assert page.status == 200
    assert "Ben las de casus" in page
    assert "als samenwerker van VDAB" in page
    assert "Cor keek wie de casus ziet" in page
    assert "als coördinatie" in page


async def test_a_refusal_shows_too_also_from_another_partnership_or_in_small_letters(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])
    await web.as_(cast.ben).get(at(case, ""))
    await web.as_(cast.dot).get(at(case, "").replace("DL", "dl"))
    page = await web.as_(cast.an).get(at(case))

    assert "Ben vroeg de casus op en kreeg ze niet geweigerd" in page
    assert "Dot vroeg de casus op en kreeg ze niet geweigerd" in page


async def test_reading_the_book_is_in_the_book(web, cast):
    case = await tabak(cast)
    await web.as_(cast.cor).get(at(case))

    assert "Cor keek wie meelas" in await web.as_(cast.an).get(at(case))


async def test_the_book_holds_nothing_of_the_next_case(web, cast):
    case, other = await tabak(cast), await tabak(cast, alias="Roos")
    await web.as_(cast.ben).get(at(other, ""))
    readings = await readings_of(await cast.an.viewer(), case)

    assert readings.rows == ()


async def test_who_took_every_case_along_stands_in_the_book_of_each(web, cast):
    case = await tabak(cast)
    await trail.log_read(await cast.cor.viewer(), trail.ReadToLog(what="workbook.export"), cast.durmeland)
    await trail.log_read(await cast.cas.viewer(), trail.ReadToLog(what="workbook.export"), cast.kustpolder)
    page = await web.as_(cast.an).get(at(case))

    assert "Cor nam alle casussen mee als bestand" in page
    assert "Cas nam" not in page


async def test_the_book_turns_in_pages_of_fifty(web, cast):
    case = await tabak(cast)
    for minute in range(PAGE + 3):
        await ReadEntry.insert(
            ReadEntry(
                partnership=cast.durmeland,
                happened_at=clock.now() - timedelta(minutes=minute),
                person=cast.ben.person_id,
                role="practitioner",
                organisation=cast.vdab,
                what="cases.show",
                case=case.id,
            )
        )
    seat = web.as_(cast.an)
    first = await seat.get(at(case))
    second = await seat.get(at(case, "/leesboek?p=2"))

    assert "1 tot 50 van 53" in first
    assert "51 tot 54 van 54" in second
    assert second.links()["Vorige 50"] == at(case, "/leesboek?p=1")


@pytest.mark.parametrize("asked", ["0", "-1", "abc", "999999", "99999999999999999999", "²"])
async def test_a_page_that_is_not_there_leads_back(web, cast, asked):
    case = await tabak(cast)

    assert (await web.as_(cast.an).get(at(case, f"/leesboek?p={asked}"))).status == 200


async def test_a_stranger_does_not_see_who_read(web, cast):
    case = await tabak(cast, shared_with=[cast.ocmw])

    for member in (cast.out, cast.ben, cast.dot, cast.bea, cast.kim, cast.tom):
        assert (await web.as_(member).get(at(case))).status == 404
