"""Preparing a meeting: its day and people; beginning it, calling it off (B12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.board.actions.meetings.alone import meeting_alone, must_name_no_case
from tracker.board.actions.meetings.filling import place_decided
from tracker.board.queries.circles import Member, able_to_facilitate, circle_today, representatives
from tracker.board.queries.meetings.kinds import Kept, kind_of
from tracker.board.queries.meetings.one import Meeting, meeting_of
from tracker.board.rules.kinds import Attending, Circle, MeetingState, Subject
from tracker.board.rules.meetings.life import edits, why_not_cancel, why_not_open, why_not_prepare
from tracker.board.tables.meetings import Attendance
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotAllowed, RuleBroken, must


@dataclass(frozen=True, slots=True)
class Preparing:
    """How a meeting is prepared; `invited` are representatives of the target group asked to the team."""

    kind: int
    held_on: date
    facilitator: int
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    invited: frozenset[int] = frozenset()


async def prepare_meeting(viewer: Viewer, key: UUID, wanted: Preparing) -> int:
    """Make a meeting with a seat for everybody of the circle; the same key again returns the same id.

    What the team decided comes on the agenda of the board by itself (B9). Raises RuleBroken, NotAllowed,
    NotFound.
    """
    async with writing():
        made = (
            await MeetingRow.select(MeetingRow.id)
            .where(MeetingRow.key == key, MeetingRow.partnership == viewer.partnership_id)
            .first()
        )
        if made:
            return int(made["id"])
        kind = await kind_of(viewer, wanted.kind)
        await _must_fit(viewer, kind, wanted)
        row = MeetingRow(
            key=key,
            partnership=viewer.partnership_id,
            circle=kind.kind.circle,
            state=MeetingState.PREPARED,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(wanted),
        )
        await row.save()
        meeting = await meeting_of(viewer, row.id)
        await seat_circle(viewer, meeting, wanted.invited)
        await trail.record(viewer, "meeting prepared", Subject.MEETING, row.id)
        await place_decided(viewer, meeting)
        return int(row.id)


async def change_meeting(viewer: Viewer, meeting_id: int, wanted: Preparing, *, version: str) -> None:
    """Prepare a meeting otherwise. Raises RuleBroken, Conflict, NotAllowed and NotFound."""
    async with writing():
        now = await meeting_alone(viewer, meeting_id)
        kind = await kind_of(viewer, wanted.kind)
        await _must_fit(viewer, kind, wanted, now)
        if version != now.version:
            raise Conflict({"place": now.place, "starts_at": now.starts_at, "version": now.version})
        await MeetingRow.update(_columns(wanted)).where(MeetingRow.id == now.id)
        await seat_circle(viewer, now, wanted.invited)
        await trail.record(viewer, "meeting changed", Subject.MEETING, now.id)


async def open_meeting(viewer: Viewer, meeting_id: int) -> None:
    """Begin: the table is set with everybody who is in the circle on this day. Raises RuleBroken."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        if reason := why_not_open(meeting.state, items=len(meeting.items)):
            raise RuleBroken(reason)
        invited = frozenset(seat.person_id for seat in meeting.seats if seat.for_target_group)
        await seat_circle(viewer, meeting, invited)
        await place_decided(viewer, meeting)
        await MeetingRow.update({MeetingRow.state: MeetingState.OPEN}).where(
            MeetingRow.id == meeting.id, MeetingRow.state == MeetingState.PREPARED
        )
        await trail.record(viewer, "meeting opened", Subject.MEETING, meeting.id)


async def cancel_meeting(viewer: Viewer, meeting_id: int) -> None:
    """Call a meeting off before it began. Raises RuleBroken and NotFound."""
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        if reason := why_not_cancel(meeting.state):
            raise RuleBroken(reason)
        await MeetingRow.update({MeetingRow.state: MeetingState.CANCELLED}).where(MeetingRow.id == meeting.id)
        await trail.record(viewer, "meeting cancelled", Subject.MEETING, meeting.id)


async def seat_circle(viewer: Viewer, meeting: Meeting, invited: frozenset[int]) -> None:
    """Give everybody of the circle a seat; whoever said to be away or was noted keeps theirs."""
    members = {member.person: member for member in await _expected(viewer, meeting.circle, invited)}
    seated = {seat.person_id for seat in meeting.seats}
    gone = [
        seat.person_id
        for seat in meeting.seats
        if seat.person_id not in members and seat.attending is Attending.UNKNOWN
    ]
    if gone:
        await Attendance.delete().where(Attendance.meeting == meeting.id, Attendance.person.is_in(gone))
    fresh = [
        Attendance(
            meeting=meeting.id,
            person=member.person,
            organisation=member.organisation_id,
            role=member.role,
            attending=Attending.UNKNOWN,
        )
        for member in members.values()
        if member.person not in seated
    ]
    if fresh:
        await Attendance.insert(*fresh)


async def _expected(viewer: Viewer, circle: Circle, invited: frozenset[int]) -> list[Member]:
    asked = invited if circle is Circle.TEAM else frozenset()
    return await circle_today(viewer, circle, asked)


async def _must_fit(viewer: Viewer, kind: Kept, wanted: Preparing, now: Meeting | None = None) -> None:
    if not edits(kind.kind.circle, viewer.role):
        raise NotAllowed
    if now and now.circle is not kind.kind.circle:
        raise RuleBroken("Kies een soort vergadering van dezelfde kring.", "kind")
    if kind.retired and not (now and now.kind_id == kind.id):
        raise RuleBroken("Kies een soort vergadering uit de lijst.", "kind")
    able = {member.person for member in await able_to_facilitate(viewer, kind.kind.circle)}
    must(
        why_not_prepare(
            facilitator=wanted.facilitator, able=able | ({now.facilitator_id or 0} if now else set())
        )
    )
    if not wanted.invited <= {member.person for member in await representatives(viewer)}:
        raise RuleBroken("Kies mensen uit de lijst.", "invited")
    must_name_no_case(viewer, ("place", wanted.place))


def _columns(wanted: Preparing) -> dict[Any, Any]:
    return {
        "kind": wanted.kind,
        "held_on": wanted.held_on,
        "starts_at": wanted.starts_at,
        "ends_at": wanted.ends_at,
        "place": wanted.place,
        "facilitator": wanted.facilitator,
    }
