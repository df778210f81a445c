"""A meeting while nobody else changes it: every act on a meeting begins here."""

from typing import Any
from uuid import UUID

from tracker.board.queries.meetings.one import Meeting, meeting_of
from tracker.board.rules.meetings.life import why_not_change, why_not_tell, why_not_work
from tracker.database import one_at_a_time
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotAllowed, RuleBroken, must


async def meeting_alone(viewer: Viewer, meeting_id: int) -> Meeting:
    """The meeting as it is, inside `writing`, for who prepares it and writes its minutes.

    Raises NotFound, NotAllowed for who only reads it, and RuleBroken once it is over.
    """
    meeting = await meeting_joined(viewer, meeting_id)
    if not meeting.edits:
        raise NotAllowed
    return meeting


async def meeting_joined(viewer: Viewer, meeting_id: int) -> Meeting:
    """The same, for everybody who reads it."""
    await one_at_a_time("meeting", (await meeting_of(viewer, meeting_id)).id)
    meeting = await meeting_of(viewer, meeting_id)
    if reason := why_not_change(meeting.state):
        raise RuleBroken(reason)
    return meeting


async def already_made(table: Any, meeting: Meeting, key: UUID) -> int | None:
    """The id of what the same form made before in this meeting, or None."""
    row = await table.select(table.id).where(table.key == key, table.meeting == meeting.id).first()
    return int(row["id"]) if row else None


def must_name_no_case(viewer: Viewer, *texts: tuple[str, str]) -> None:
    """Raise RuleBroken when one of these (field, text) holds the code of a case (law 3)."""
    must(why_not_tell(viewer.code_prefix, texts))


async def meeting_working(viewer: Viewer, meeting_id: int) -> Meeting:
    """The meeting while it goes on, for who notes what comes of it. Raises RuleBroken before it began."""
    meeting = await meeting_alone(viewer, meeting_id)
    if reason := why_not_work(meeting.state):
        raise RuleBroken(reason)
    return meeting
