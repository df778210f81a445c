"""Telling people that something waits for them or happened; the mail goes out later, in one digest."""

from collections.abc import Collection

from tracker import clock
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.tables import Notice


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
