"""Sending the dossier: everybody of the circle is told, and what they read stays as it was (B13)."""

from pydantic import TypeAdapter

from tracker import clock
from tracker.board.actions.meetings.alone import meeting_alone
from tracker.board.actions.meetings.filling import place_decided
from tracker.board.queries.meetings.dossier import prepared_dossier
from tracker.board.queries.meetings.one import meeting_of
from tracker.board.rules.kinds import Subject
from tracker.board.rules.meetings.dossier import Dossier
from tracker.board.rules.meetings.life import why_not_send
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def send_dossier(viewer: Viewer, meeting_id: int) -> None:
    """Freeze the dossier and tell everybody at the table where to read it. Raises RuleBroken, NotAllowed."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        if reason := why_not_send(meeting.state, items=len(meeting.items), sent=meeting.sent_at is not None):
            raise RuleBroken(reason)
        await place_decided(viewer, meeting)
        meeting = await meeting_of(viewer, meeting.id)
        frozen = TypeAdapter(Dossier).dump_json(await prepared_dossier(viewer, meeting)).decode()
        await MeetingRow.update({MeetingRow.dossier: frozen, MeetingRow.dossier_sent_at: clock.now()}).where(
            MeetingRow.id == meeting.id
        )
        await trail.record(viewer, "dossier sent", Subject.MEETING, meeting.id)
        readers = {seat.person_id for seat in meeting.seats} | {meeting.facilitator_id or 0}
        await tell(
            viewer.partnership_id or 0,
            readers - {viewer.person_id, 0},
            NoticeKind.MEETING,
            f"Het dossier voor een overleg van de kring {meeting.circle_name} ligt klaar",
            f"/p/{viewer.slug}/overleg/{meeting.id}/dossier",
        )
