"""What somebody was told and did not look at yet, here and for the daily mail."""

from dataclasses import dataclass
from datetime import datetime

from tracker import clock
from tracker.partnership.queries.viewers import SignedIn
from tracker.partnership.rules.notices import NoticeKind, Told
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Notice, NoticeChoice

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice on the screen of the person it is for."""

    id: int
    kind: NoticeKind
    text: str
    partnership: str
    made_at: datetime
    seen: bool


@dataclass(frozen=True, slots=True)
class Whereto:
    """Where a notice leads, and in which partnership somebody has to act to read it."""

    path: str
    partnership_id: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody the daily mail goes to, and what is in it."""

    person_id: int
    name: str
    email: str
    told: tuple[Told, ...]


async def unseen(viewer: Viewer) -> list[Waiting]:
    """What this viewer did not look at yet in the partnership they act in, newest first."""
    return await _of(viewer.person_id, "AND n.seen_at IS NULL AND n.partnership = {}", viewer.partnership_id)


async def notices_of(signed_in: SignedIn) -> list[Waiting]:
    """The latest notices of somebody over all partnerships, newest first."""
    return await _of(signed_in.person_id, "")


async def _of(person_id: int, also: str, *values: object) -> list[Waiting]:
    rows = await Notice.raw(
        f"""
        SELECT n.id, n.kind, n.text, n.made_at, n.seen_at, ps.name AS partnership
          FROM notice n JOIN partnership ps ON ps.id = n.partnership
         WHERE n.person = {{}} {also} ORDER BY n.id DESC LIMIT {SHOWN}
        """,
        person_id,
        *values,
    )
    return [
        Waiting(
            id=row["id"],
            kind=NoticeKind(row["kind"]),
            text=row["text"],
            partnership=row["partnership"],
            made_at=row["made_at"],
            seen=row["seen_at"] is not None,
        )
        for row in rows
    ]


async def where_to(signed_in: SignedIn, notice_id: int) -> Whereto | None:
    """Where a notice of this person leads, or None when it is not theirs."""
    row = await (
        Notice.select(Notice.path, Notice.partnership)
        .where(Notice.id == notice_id, Notice.person == signed_in.person_id)
        .first()
    )
    return Whereto(row["path"], row["partnership"]) if row else None


async def not_by_mail(person_id: int) -> set[NoticeKind]:
    """The kinds of notice that somebody does not want by mail."""
    rows = await NoticeChoice.select(NoticeChoice.kind).where(NoticeChoice.person == person_id)
    return {NoticeKind(row["kind"]) for row in rows}


async def to_mail(since: datetime) -> list[Addressee]:
    """Everybody with news that was not mailed or seen yet, who had no mail since this moment.

    Only people who hold a role in that partnership today; a kind they switched off stays out.
    """
    today = clock.today()
    rows = await Notice.raw(
        """
        SELECT n.id, n.text, ps.name AS partnership, p.id AS person, p.name, p.email
          FROM notice n
          JOIN partnership ps ON ps.id = n.partnership
          JOIN person p ON p.id = n.person
         WHERE n.mailed_at IS NULL AND n.seen_at IS NULL AND p.disabled_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM notice_choice c WHERE c.person = n.person AND c.kind = n.kind)
           AND NOT EXISTS (SELECT 1 FROM notice m WHERE m.person = n.person AND m.mailed_at >= {})
           AND EXISTS (SELECT 1 FROM role_held r WHERE r.person = n.person
                       AND r.partnership = n.partnership AND r.since <= {}
                       AND (r.until IS NULL OR r.until > {}))
         ORDER BY p.id, n.id
        """,
        since,
        today,
        today,
    )
    found: dict[int, Addressee] = {}
    for row in rows:
        told = Told(row["id"], row["partnership"], row["text"])
        before = found.get(row["person"])
        found[row["person"]] = Addressee(
            row["person"], row["name"], row["email"], (*(before.told if before else ()), told)
        )
    return list(found.values())
