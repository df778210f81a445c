"""Who sits at the table: present is noted in the room, away is only ever said by the person (B4, B12)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.board.rules.kinds import Attending, MeetingState
from tracker.board.rules.meetings.life import why_not_change, why_not_work
from tracker.partnership.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at the table of a meeting."""

    person_id: int
    name: str
    organisation: str
    role: Role
    attending: Attending

    @property
    def for_target_group(self) -> bool:
        return self.role is Role.REPRESENTATIVE

    @property
    def is_away(self) -> bool:
        return self.attending is Attending.AWAY


def target_group_missing(seats: Iterable[Seat]) -> bool:
    """Whether the seat of the target group is empty: nobody has it, or whoever has it is not there."""
    return not any(seat.for_target_group and not seat.is_away for seat in seats)


def why_not_away(state: MeetingState, *, seated: bool) -> str | None:
    """Why somebody cannot say not to be there; None when they can, of themselves alone."""
    if reason := why_not_change(state):
        return reason
    return None if seated else "Je staat niet in de lijst van deze vergadering."


def why_not_note_present(state: MeetingState) -> str | None:
    """Why nobody can note who is there; None when whoever prepares or leads the meeting can."""
    return why_not_work(state)


def noted(now: Attending, *, present: bool) -> Attending:
    """What noting in the room makes of a seat; who says to be away stays so until they sit there."""
    if present:
        return Attending.PRESENT
    return now if now is Attending.AWAY else Attending.UNKNOWN
