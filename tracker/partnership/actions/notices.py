"""Telling people that something waits for them or happened; the mail goes out later, in one digest."""

import logging
from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.mail import Mail, MailTrouble, send
from tracker.partnership.queries.notices import Addressee, to_mail
from tracker.partnership.rules.notices import NoticeKind, digest, subject_of
from tracker.partnership.tables import Notice, NoticeChoice
from tracker.settings import SETTINGS

log = logging.getLogger(__name__)


async def tell(partnership_id: int, persons: Collection[int], kind: NoticeKind, text: str, path: str) -> None:
    """Leave a notice for each of these people; called inside the transaction of the act they hear of.

    `text` is one line that may be mailed: it names codes ('Kwestie K6'), never what somebody wrote. What
    somebody has not looked at yet is not told twice.
    """
    if not persons:
        return
    waiting = await (
        Notice.select(Notice.person)
        .where(Notice.person.is_in(sorted(persons)))
        .where(Notice.path == path, Notice.text == text, Notice.seen_at.is_null())
    )
    unaware = sorted(set(persons) - {row["person"] for row in waiting})
    if not unaware:
        return
    now = clock.now()
    await Notice.insert(
        *(
            Notice(partnership=partnership_id, person=person, kind=kind, text=text, path=path, made_at=now)
            for person in unaware
        )
    )


async def look(person_id: int, notice_id: int) -> None:
    """Keep that somebody looked at one notice of their own."""
    await _seen(Notice.id == notice_id, person_id)


async def look_at_all(person_id: int) -> None:
    """Keep that somebody looked at everything they were told."""
    await _seen(Notice.seen_at.is_null(), person_id)


async def _seen(which: Any, person_id: int) -> None:
    async with writing():
        await (
            Notice.update({Notice.seen_at: clock.now()})
            .where(which, Notice.person == person_id)
            .where(Notice.seen_at.is_null())
        )


async def choose_mail(person_id: int, wanted: Collection[NoticeKind]) -> None:
    """Keep of which kinds somebody wants a mail; all the others are switched off."""
    async with writing():
        await NoticeChoice.delete().where(NoticeChoice.person == person_id)
        off = [NoticeChoice(person=person_id, kind=kind) for kind in NoticeKind if kind not in wanted]
        if off:
            await NoticeChoice.insert(*off)


async def mail_digests() -> int:
    """Mail everybody who has news, at most once a day and not before the hour set for it; returns how many.

    What is mailed is marked first, so that two processes never send the same; when the mail server refuses,
    the mark goes away and the next round tries again.
    """
    local = clock.as_local(clock.now())
    if local.hour < SETTINGS.mail_hour:
        return 0
    midnight = datetime.combine(local.date(), time(), clock.BRUSSELS)
    async with writing():
        await one_at_a_time("digests", 0)
        addressees = await to_mail(midnight)
        await _mark(addressees, clock.now())
    sent = 0
    for addressee in addressees:
        try:
            await send(_mail_to(addressee))
            sent += 1
        except MailTrouble as problem:
            log.error("A digest could not be mailed: %s", problem)
            async with writing():
                await _mark([addressee], None)
    return sent


async def _mark(addressees: Collection[Addressee], moment: datetime | None) -> None:
    ids = [told.id for addressee in addressees for told in addressee.told]
    if ids:
        await Notice.update({Notice.mailed_at: moment}).where(Notice.id.is_in(ids))


def _mail_to(addressee: Addressee) -> Mail:
    return Mail(
        to=addressee.email,
        subject=subject_of(addressee.told, SETTINGS.app_name),
        text=digest(addressee.name, addressee.told, SETTINGS.base_url),
    )
