"""Keeping the kinds of meeting of a partnership (B12)."""

from typing import Any
from uuid import UUID

from tracker.board.queries.meetings.kinds import kind_of, kinds_of, still_offered
from tracker.board.rules.kinds import Subject
from tracker.board.rules.meetings.kinds import KindOfMeeting, why_not_keep
from tracker.board.rules.meetings.life import edits, why_not_tell
from tracker.board.tables.meetings import MeetingKind
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotAllowed, must


async def begin_with_offered(viewer: Viewer) -> None:
    """Keep what is offered for the circles that have no kind yet; a second time changes nothing."""
    async with writing():
        await one_at_a_time("meeting kinds", viewer.partnership_id or 0)
        for kind in await still_offered(viewer):
            row = MeetingKind(partnership=viewer.partnership_id, **_columns(kind))
            await row.save()
            await trail.record(viewer, "meeting kind kept", Subject.MEETING, row.id)


async def add_kind(viewer: Viewer, key: UUID, kind: KindOfMeeting) -> int:
    """Keep a kind of meeting; the same key again returns the same id. Raises RuleBroken and NotAllowed."""
    async with writing():
        await one_at_a_time("meeting kinds", viewer.partnership_id or 0)
        made = (
            await MeetingKind.select(MeetingKind.id)
            .where(MeetingKind.key == key, MeetingKind.partnership == viewer.partnership_id)
            .first()
        )
        if made:
            return int(made["id"])
        await _must_fit(viewer, kind, but=None)
        row = MeetingKind(key=key, partnership=viewer.partnership_id, **_columns(kind))
        await row.save()
        await trail.record(viewer, "meeting kind kept", Subject.MEETING, row.id)
        return int(row.id)


async def change_kind(
    viewer: Viewer, kind_id: int, kind: KindOfMeeting, *, retired: bool, version: str
) -> None:
    """Say otherwise how a kind of meeting goes, or use it no more. Raises RuleBroken, Conflict, NotFound."""
    async with writing():
        await one_at_a_time("meeting kinds", viewer.partnership_id or 0)
        now = await kind_of(viewer, kind_id)
        await _must_fit(viewer, kind, but=now.id)
        if version != now.version:
            raise Conflict({"name": now.kind.name, "rhythm": now.kind.rhythm, "version": now.version})
        retired_on = viewer.today if retired else None
        await MeetingKind.update({**_columns(kind), "retired_on": retired_on}).where(MeetingKind.id == now.id)
        await trail.record(viewer, "meeting kind changed", Subject.MEETING, now.id)


async def _must_fit(viewer: Viewer, kind: KindOfMeeting, but: int | None) -> None:
    if not edits(kind.circle, viewer.role):
        raise NotAllowed
    others = {
        each.kind.name
        for each in await kinds_of(viewer, retired=True)
        if each.kind.circle is kind.circle and each.id != but
    }
    must(why_not_keep(kind, others))
    told = ("name", "rhythm", "composition", "way_of_working", "minutes_way")
    must(why_not_tell(viewer.code_prefix, [(field, getattr(kind, field)) for field in told]))


def _columns(kind: KindOfMeeting) -> dict[Any, Any]:
    return {
        "circle": kind.circle,
        "name": kind.name.strip(),
        "rhythm": kind.rhythm,
        "composition": kind.composition,
        "way_of_working": kind.way_of_working,
        "minutes_way": kind.minutes_way,
        "decision_form": kind.decision_form,
    }
