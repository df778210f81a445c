"""What a meeting has to say to whoever raised an issue, and its minutes as they are (B12)."""

from dataclasses import dataclass

from tracker.board.queries.meetings.agreed import Action, actions_of
from tracker.board.queries.meetings.one import Meeting
from tracker.board.rules.kinds import Attending
from tracker.board.rules.meetings.life import feedback_owed
from tracker.board.rules.meetings.minutes import ItemTold, ToTell, action_told, draft_of
from tracker.board.rules.meetings.table import Seat
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.board.tables.meetings import MeetingFeedback
from tracker.learning.rules.recognising import without_codes
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.rules.versions import version_of
from tracker.web.filters import date_long


@dataclass(frozen=True, slots=True)
class Minutes:
    """The text of the minutes, and once they froze their SHA-256."""

    text: str
    seal: str

    @property
    def version(self) -> str:
        return version_of(self.text)


async def feedback_of(meeting: Meeting) -> dict[int, str]:
    """What was written to whoever raised an issue, by issue."""
    rows = await MeetingFeedback.select(MeetingFeedback.issue, MeetingFeedback.text).where(
        MeetingFeedback.meeting == meeting.id
    )
    return {row["issue"]: row["text"] for row in rows}


async def owed_by(meeting: Meeting) -> tuple[str, ...]:
    """The codes of the issues on the agenda without a word for whoever raised them."""
    return feedback_owed(meeting.issues, (await feedback_of(meeting)).keys())


async def minutes_of(viewer: Viewer, meeting: Meeting) -> Minutes:
    """The minutes; while they are being written only for who edits them."""
    row = await (
        MeetingRow.select(MeetingRow.minutes, MeetingRow.minutes_hash)
        .where(MeetingRow.id == meeting.id)
        .first()
    )
    if row is None or not (meeting.closed_at or meeting.edits):
        return Minutes("", "")
    return Minutes(row["minutes"], row["minutes_hash"])


async def first_minutes(viewer: Viewer, meeting: Meeting) -> str:
    """A first text from what was noted in the meeting; it names no case."""
    actions, feedback = await actions_of(viewer, meeting), await feedback_of(meeting)
    told = ToTell(
        name=meeting.kind,
        held_on=date_long(meeting.held_on),
        facilitator=meeting.facilitator or "niet genoteerd",
        present=[_at(seat) for seat in meeting.seats if seat.attending is Attending.PRESENT],
        away=[seat.name for seat in meeting.seats if seat.is_away],
        target_group=[
            seat.name
            for seat in meeting.seats
            if seat.for_target_group and seat.attending is Attending.PRESENT
        ],
        items=[
            ItemTold(
                title=item.title,
                purpose=item.purpose,
                outcome=item.outcome,
                decision_form=item.decision_form,
                consent_here=item.answered if item.from_team else "",
                actions=[_told(action) for action in actions if action.item_id == item.id],
                feedback=feedback.get(item.issue_id, "") if item.issue_id else "",
            )
            for item in meeting.items
        ],
        actions=[_told(action) for action in actions if action.item_id is None],
    )
    return without_codes(draft_of(told), viewer.code_prefix, ())


def _at(seat: Seat) -> str:
    return f"{seat.name} ({seat.organisation})" if seat.organisation else seat.name


def _told(action: Action) -> str:
    return action_told(action.what, action.who, date_long(action.due_on) if action.due_on else "")
