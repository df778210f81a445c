"""Who is at the table: noted in the room; 'ik ben er niet bij' by the person alone (B4, B12)."""

from collections.abc import Collection

from tracker import clock
from tracker.board.actions.meetings.alone import meeting_joined, meeting_working
from tracker.board.rules.kinds import Attending, Subject
from tracker.board.rules.meetings.table import noted, why_not_away
from tracker.board.tables.meetings import Attendance
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def note_present(viewer: Viewer, meeting_id: int, present: Collection[int]) -> None:
    """Keep who sits at the table now. Nobody becomes away by it. Raises RuleBroken, NotAllowed, NotFound."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        if not set(present) <= {seat.person_id for seat in meeting.seats}:
            raise RuleBroken("Kies mensen uit de lijst.", "present")
        for seat in meeting.seats:
            becomes = noted(seat.attending, present=seat.person_id in present)
            if becomes is not seat.attending:
                await Attendance.update({Attendance.attending: becomes}).where(
                    Attendance.meeting == meeting.id, Attendance.person == seat.person_id
                )
        await trail.record(viewer, "attendance noted", Subject.MEETING, meeting.id)


async def say_away(viewer: Viewer, meeting_id: int, *, away: bool = True) -> None:
    """The viewer says not to be there, or to come after all; of oneself only. Raises RuleBroken."""
    async with writing():
        meeting = await meeting_joined(viewer, meeting_id)
        if reason := why_not_away(meeting.state, seated=meeting.mine is not None):
            raise RuleBroken(reason)
        attending = Attending.AWAY if away else Attending.UNKNOWN
        await Attendance.update({Attendance.attending: attending, Attendance.said_at: clock.now()}).where(
            Attendance.meeting == meeting.id, Attendance.person == viewer.person_id
        )
        verb = "away from meeting" if away else "coming to meeting"
        await trail.record(viewer, verb, Subject.MEETING, meeting.id)
