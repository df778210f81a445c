"""The minutes: kept while people write, frozen for good when the meeting closes (B12)."""

from uuid import uuid4

from tracker import clock
from tracker.board.actions.issues import tell_from_meeting
from tracker.board.actions.meetings.alone import meeting_alone, meeting_working, must_name_no_case
from tracker.board.queries.meetings.minutes import feedback_of, minutes_of, owed_by
from tracker.board.queries.meetings.one import Meeting
from tracker.board.rules.kinds import MeetingState, Subject
from tracker.board.rules.meetings.life import why_not_close
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.database import writing
from tracker.learning.rules.minutes import seal_of
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, must


async def write_minutes(viewer: Viewer, meeting_id: int, text: str, *, version: str) -> None:
    """Keep the minutes as they are so far. Raises RuleBroken, Conflict, NotAllowed and NotFound."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        must_name_no_case(viewer, ("minutes", text))
        await _must_be_latest(viewer, meeting, text, version)
        await MeetingRow.update({MeetingRow.minutes: text}).where(MeetingRow.id == meeting.id)
        await trail.record(viewer, "meeting minutes written", Subject.MEETING, meeting.id)


async def close_meeting(viewer: Viewer, meeting_id: int, text: str, *, version: str) -> None:
    """Freeze the minutes and end the meeting, once every issue on its agenda has its feedback (B12).

    Whoever raised an issue hears it in the same moment. Raises RuleBroken, Conflict, NotAllowed, NotFound.
    """
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        must(why_not_close(meeting.state, text, await owed_by(meeting)))
        must_name_no_case(viewer, ("minutes", text))
        await _must_be_latest(viewer, meeting, text, version)
        await MeetingRow.update(
            {
                MeetingRow.minutes: text,
                MeetingRow.minutes_hash: seal_of(text),
                MeetingRow.state: MeetingState.CLOSED,
                MeetingRow.closed_at: clock.now(),
            }
        ).where(MeetingRow.id == meeting.id, MeetingRow.state == MeetingState.OPEN)
        await trail.record(viewer, "meeting closed", Subject.MEETING, meeting.id, sha256=seal_of(text))
        for issue, text_for_raiser in (await feedback_of(meeting)).items():
            await tell_from_meeting(viewer, issue, uuid4(), text_for_raiser, meeting.held_on)
        await tell(
            viewer.partnership_id or 0,
            {seat.person_id for seat in meeting.seats} - {viewer.person_id},
            NoticeKind.MEETING,
            "Het verslag van een overleg is klaar",
            f"/p/{viewer.slug}/overleg/{meeting.id}/verslag",
        )


async def _must_be_latest(viewer: Viewer, meeting: Meeting, text: str, version: str) -> None:
    now = await minutes_of(viewer, meeting)
    if version != now.version and now.text != text:
        raise Conflict({"minutes": now.text, "version": now.version})
