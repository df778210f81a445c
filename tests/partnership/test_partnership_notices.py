"""What people are told of: on the screen at once, by mail once a day, in codes only."""

from datetime import datetime, timedelta

import pytest

from tracker import clock
from tracker.database import writing
from tracker.mail import Mail, MailTrouble
from tracker.partnership.actions import notices
from tracker.partnership.actions.notices import choose_mail, look_at_all, mail_digests, tell
from tracker.partnership.rules.notices import NoticeKind, Told, digest
from tracker.partnership.tables import Notice, RoleHeld

PATH = "/p/durmeland/kwesties/6"
NOON = datetime(2026, 11, 25, 12, tzinfo=clock.BRUSSELS)


async def told(cast, *members, text="Kwestie K6: nieuws", kind=NoticeKind.ISSUE, partnership=None):
    async with writing():
        await tell(partnership or cast.durmeland, [each.person_id for each in members], kind, text, PATH)


@pytest.fixture
def posted(monkeypatch):
    """Every mail that leaves the house."""
    mails: list[Mail] = []

    async def keep(mail: Mail) -> None:
        mails.append(mail)

    monkeypatch.setattr(notices, "send", keep)
    return mails


async def mailed_at(moment) -> int:
    with clock.at(moment):
        return await mail_digests()


async def test_what_waits_for_somebody_stands_on_the_start_page_until_it_is_looked_at(web, cast):
    await told(cast, cast.an)
    start = await web.as_(cast.an).get("/")

    opened = await web.as_(cast.an).get(start.links()["Kwestie K6: nieuws"])

    assert opened.status == 303
    assert opened.headers["location"] == PATH
    assert "Kwestie K6" not in await web.as_(cast.an).get("/")


async def test_nobody_opens_a_notice_of_somebody_else(web, cast):
    await told(cast, cast.an)
    (notice,) = await Notice.select(Notice.id)

    page = await web.as_(cast.ben).get(f"/berichten/{notice['id']}")

    assert page.status == 404
    assert await Notice.count().where(Notice.seen_at.is_null()) == 1


@pytest.mark.parametrize("number", ["0", "999999999999999999999"])
async def test_a_notice_that_does_not_exist_is_not_found(web, cast, number):
    assert (await web.as_(cast.an).get(f"/berichten/{number}")).status == 404


async def test_a_notice_of_another_partnership_asks_for_the_role_there_first_and_then_goes_on(web, cast):
    held = await RoleHeld(
        person=cast.an.person_id,
        partnership=cast.kustpolder,
        organisation=cast.ocmw,
        role="practitioner",
        since=clock.today(),
    ).save()
    await told(cast, cast.an, partnership=cast.kustpolder)
    (notice,) = await Notice.select(Notice.id)
    seat = web.as_(cast.an)

    asked = await seat.get(f"/berichten/{notice['id']}")
    chosen = await seat.post("/rol", {"role_held": held[0]["id"], "onward": f"/berichten/{notice['id']}"})

    assert asked.headers["location"] == f"/rol?verder=%2Fberichten%2F{notice['id']}"
    assert chosen.headers["location"] == f"/berichten/{notice['id']}"


async def test_the_same_news_is_not_told_twice_while_it_was_not_looked_at(cast):
    await told(cast, cast.an, cast.ben)
    await told(cast, cast.an)
    assert await Notice.count() == 2

    await look_at_all(cast.an.person_id)
    await told(cast, cast.an, cast.ben)

    assert await Notice.count() == 3


async def test_somebody_gets_one_mail_a_day_with_everything_in_it(cast, posted):
    await told(cast, cast.an)
    await told(cast, cast.an, text="Voorstel V4: jouw antwoord wordt gevraagd", kind=NoticeKind.ROUND)

    assert await mailed_at(NOON) == 1
    await told(cast, cast.an, text="Kwestie K7: nieuws")
    assert await mailed_at(NOON + timedelta(hours=3)) == 0
    assert await mailed_at(NOON + timedelta(days=1)) == 1

    assert [mail.to for mail in posted] == ["an@voorbeeld.be"] * 2
    assert "Kwestie K6: nieuws" in posted[0].text
    assert "Voorstel V4" in posted[0].text
    assert "Kwestie K7: nieuws" in posted[1].text
    assert "Kwestie K6" not in posted[1].text


async def test_no_mail_goes_out_before_the_hour_set_for_it(cast, posted):
    await told(cast, cast.an)

    assert await mailed_at(NOON.replace(hour=5)) == 0
    assert posted == []


async def test_a_kind_that_is_switched_off_is_not_mailed_and_still_shown(web, cast, posted):
    await choose_mail(cast.an.person_id, set(NoticeKind) - {NoticeKind.ISSUE})
    await told(cast, cast.an)

    assert await mailed_at(NOON) == 0
    assert "Kwestie K6: nieuws" in (await web.as_(cast.an).get("/")).links()


async def test_who_lost_the_role_or_looked_already_gets_no_mail(cast, posted):
    await told(cast, cast.an, cast.ben)
    await look_at_all(cast.ben.person_id)
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.person == cast.an.person_id)

    assert await mailed_at(NOON) == 0


async def test_a_mail_that_could_not_leave_goes_out_the_next_time(cast, posted, monkeypatch):
    await told(cast, cast.an)
    keep = notices.send

    async def fail(mail: Mail) -> None:
        raise MailTrouble("ConnectionRefusedError")

    monkeypatch.setattr(notices, "send", fail)
    assert await mailed_at(NOON) == 0

    monkeypatch.setattr(notices, "send", keep)
    assert await mailed_at(NOON) == 1


async def test_the_choice_of_mails_is_kept_and_shown_again(web, cast):
    seat = web.as_(cast.an)
    before = (await seat.get("/mijn/berichten")).form("/mijn/berichten")["kinds"]

    await seat.post("/mijn/berichten", [("kinds", "round"), ("kinds", "no such kind")])

    after = (await seat.get("/mijn/berichten")).form("/mijn/berichten")["kinds"]
    assert before == list(NoticeKind)
    assert after == "round"


def test_a_digest_tells_per_partnership_what_waits_and_where_to_switch_it_off():
    told = [
        Told(3, "Kustpolder", "Voorstel V1: besloten"),
        Told(4, "Durmeland", "Kwestie K6: nieuws"),
        Told(5, "Kustpolder", "Overleg op 1 december: dossier"),
    ]

    text = digest("An", told, "https://leerspoor.test")

    assert text.index("Durmeland") < text.index("K6") < text.index("Kustpolder") < text.index("V1")
    assert text.count("Kustpolder") == 1
    assert "https://leerspoor.test/berichten/4\n" in text
    assert "https://leerspoor.test/mijn/berichten" in text
