"""The meetings of a partnership: those to come, and those that were (B12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.board.rules.kinds import CIRCLE_NAMES, Circle, MeetingState
from tracker.board.tables.meetings import Attendance
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.partnership.rules.roles import Role, Viewer

TO_COME = (MeetingState.PREPARED, MeetingState.OPEN)
OVER = (MeetingState.CLOSED, MeetingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting as a list shows it."""

    id: int
    kind: str
    circle: Circle
    held_on: date
    starts_at: str
    place: str
    state: MeetingState
    sent: bool

    @property
    def circle_name(self) -> str:
        return CIRCLE_NAMES[self.circle]


async def meetings_to_come(viewer: Viewer) -> list[ListedMeeting]:
    """What is being prepared or under way, earliest first."""
    rows = await _of(viewer, TO_COME).order_by(MeetingRow.held_on, MeetingRow.id)
    return [_listed(row) for row in rows]


async def meetings_in(viewer: Viewer, year: int) -> list[ListedMeeting]:
    """The meetings of a year that were closed or called off, latest first."""
    rows = await (
        _of(viewer, OVER)
        .where(MeetingRow.held_on >= date(year, 1, 1), MeetingRow.held_on <= date(year, 12, 31))
        .order_by(MeetingRow.held_on, MeetingRow.id, ascending=False)
    )
    return [_listed(row) for row in rows]


async def years_with_meetings(viewer: Viewer) -> list[int]:
    """The years in which a meeting was closed or called off, latest first."""
    rows = await MeetingRow.select(MeetingRow.held_on).where(*_where(viewer, OVER))
    return sorted({row["held_on"].year for row in rows}, reverse=True)


def _where(viewer: Viewer, states: tuple[MeetingState, ...]) -> tuple[Any, ...]:
    own: tuple[Any, ...] = (
        MeetingRow.partnership == viewer.partnership_id,
        MeetingRow.state.is_in(list(states)),
    )
    if viewer.role is not Role.REPRESENTATIVE:
        return own
    seated = Attendance.select(Attendance.meeting).where(Attendance.person == viewer.person_id)
    return (*own, (MeetingRow.circle == Circle.BOARD) | MeetingRow.id.is_in(seated))


def _of(viewer: Viewer, states: tuple[MeetingState, ...]) -> Any:
    return MeetingRow.select(
        MeetingRow.id,
        MeetingRow.kind.name.as_alias("kind_name"),
        MeetingRow.circle,
        MeetingRow.held_on,
        MeetingRow.starts_at,
        MeetingRow.place,
        MeetingRow.state,
        MeetingRow.dossier_sent_at,
    ).where(*_where(viewer, states))


def _listed(row: dict[str, Any]) -> ListedMeeting:
    return ListedMeeting(
        id=row["id"],
        kind=row["kind_name"],
        circle=Circle(row["circle"]),
        held_on=row["held_on"],
        starts_at=row["starts_at"],
        place=row["place"],
        state=MeetingState(row["state"]),
        sent=row["dossier_sent_at"] is not None,
    )
