"""Points of an agenda: said, changed, moved, taken off, and whether the board consents too (B9, B12)."""

from typing import Any
from uuid import UUID

from tracker import clock
from tracker.board.actions.meetings.alone import (
    already_made,
    meeting_alone,
    meeting_working,
    must_name_no_case,
)
from tracker.board.actions.meetings.filling import next_place
from tracker.board.rules.kinds import Purpose, Subject
from tracker.board.rules.meetings.agenda import (
    Wanted,
    moved,
    said_of_consent,
    why_not_add,
    why_not_consent_here,
    why_not_remove,
    why_not_say,
)
from tracker.board.tables.meetings import AgendaItem
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken, must


async def add_item(viewer: Viewer, meeting_id: int, key: UUID, wanted: Wanted) -> int:
    """Put a point of one's own on the agenda; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        if made := await already_made(AgendaItem, meeting, key):
            return made
        if reason := why_not_add(meeting.state, standing=len(meeting.items)):
            raise RuleBroken(reason)
        _must_fit(viewer, wanted)
        row = AgendaItem(
            key=key,
            meeting=meeting.id,
            place=await next_place(meeting),
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(wanted),
        )
        await row.save()
        await trail.record(viewer, "agenda item added", Subject.AGENDA_ITEM, row.id, meeting=meeting.id)
        return int(row.id)


async def change_item(viewer: Viewer, meeting_id: int, item_id: int, wanted: Wanted, *, version: str) -> None:
    """Say a point otherwise. Raises RuleBroken, Conflict, NotAllowed and NotFound."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        now = meeting.item(item_id)
        _must_fit(viewer, wanted)
        if version != now.version:
            raise Conflict({"title": now.title, "note": now.note, "version": now.version})
        await AgendaItem.update({**_columns(wanted), "changed_at": clock.now()}).where(
            AgendaItem.id == now.id
        )
        await trail.record(viewer, "agenda item changed", Subject.AGENDA_ITEM, now.id, meeting=meeting.id)


async def move_item(viewer: Viewer, meeting_id: int, item_id: int, *, up: bool) -> None:
    """Move a point one place up or down; at the end nothing changes. Raises RuleBroken and NotFound."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        item = meeting.item(item_id)
        order = moved([each.id for each in meeting.items], item.id, up=up)
        for place, each in enumerate(order, start=1):
            await AgendaItem.update({AgendaItem.place: place}).where(AgendaItem.id == each)
        await trail.record(viewer, "agenda item moved", Subject.AGENDA_ITEM, item.id, meeting=meeting.id)


async def remove_item(viewer: Viewer, meeting_id: int, item_id: int) -> None:
    """Take a point off the agenda before anybody read it. Raises RuleBroken, NotAllowed and NotFound."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        item = meeting.item(item_id)
        sent = meeting.sent_at is not None and not item.added_after
        if reason := why_not_remove(meeting.state, sent=sent, from_team=item.from_team):
            raise RuleBroken(reason)
        await AgendaItem.delete().where(AgendaItem.id == item.id)
        await trail.record(viewer, "agenda item removed", Subject.AGENDA_ITEM, item.id, meeting=meeting.id)


async def say_consent_here(
    viewer: Viewer, meeting_id: int, item_id: int, *, wanted: bool | None, why: str
) -> None:
    """Keep whether the board also decides by consent about what the team decided, and why (B9)."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        item = meeting.item(item_id)
        if reason := why_not_consent_here(meeting.circle, decided_by_team=item.from_team):
            raise RuleBroken(reason)
        must(said_of_consent(wanted, why))
        must_name_no_case(viewer, ("why", why))
        await AgendaItem.update({AgendaItem.consent_here: wanted, AgendaItem.consent_here_why: why}).where(
            AgendaItem.id == item.id
        )
        await trail.record(
            viewer, "consent in the board chosen", Subject.AGENDA_ITEM, item.id, meeting=meeting.id
        )


async def note_outcome(viewer: Viewer, meeting_id: int, item_id: int, outcome: str, *, version: str) -> None:
    """Keep what came out of a point, in the meeting. Raises RuleBroken, Conflict, NotAllowed, NotFound."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        item = meeting.item(item_id)
        must_name_no_case(viewer, ("outcome", outcome))
        if version != item.outcome_version and outcome != item.outcome:
            raise Conflict({"outcome": item.outcome, "version": item.outcome_version})
        await AgendaItem.update({AgendaItem.outcome: outcome}).where(AgendaItem.id == item.id)
        await trail.record(viewer, "outcome noted", Subject.AGENDA_ITEM, item.id, meeting=meeting.id)


def _must_fit(viewer: Viewer, wanted: Wanted) -> None:
    must(why_not_say(wanted))
    must_name_no_case(viewer, ("title", wanted.title), ("note", wanted.note))


def _columns(wanted: Wanted) -> dict[Any, Any]:
    return {
        "title": wanted.title.strip(),
        "purpose": wanted.purpose,
        "minutes": wanted.minutes,
        "note": wanted.note,
        "decision_form": wanted.decision_form if wanted.purpose is Purpose.DECISION else "",
    }
