"""What the start page says of meetings: the next one and what to read for it (B12, B13)."""

from dataclasses import dataclass

from tracker.board.queries.meetings.dossier import ToRead, to_read
from tracker.board.queries.meetings.listing import ListedMeeting, meetings_to_come
from tracker.board.queries.meetings.one import meeting_of
from tracker.board.rules.circles import MEMBERS
from tracker.board.rules.kinds import Circle, MeetingState
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next meeting of the viewer's circle with its dossier; `away` when the viewer said not to come."""

    meeting: ListedMeeting
    reading: ToRead
    away: bool


async def next_meeting(viewer: Viewer, circle: Circle | None = None) -> ListedMeeting | None:
    """The meeting under way or the first from today on, of this circle or of the viewer's own."""
    own = {circle} if circle else {each for each in Circle if viewer.role in MEMBERS[each]} or set(Circle)
    coming = (
        each
        for each in await meetings_to_come(viewer)
        if each.circle in own and (each.state is MeetingState.OPEN or each.held_on >= viewer.today)
    )
    return next(coming, None)


async def ahead(viewer: Viewer, circle: Circle | None = None) -> Ahead | None:
    """The next meeting with what to read for it, or None."""
    found = await next_meeting(viewer, circle)
    if found is None:
        return None
    meeting = await meeting_of(viewer, found.id)
    return Ahead(
        meeting=found,
        reading=await to_read(viewer, meeting),
        away=bool(meeting.mine and meeting.mine.is_away),
    )
