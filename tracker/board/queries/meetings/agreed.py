"""Who does what by when, as it was agreed in meetings (B12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.board.queries.meetings.one import Meeting
from tracker.board.rules.kinds import Circle
from tracker.board.tables.meetings import ActionItem
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Action:
    """An action item; `mine` is about the viewer."""

    id: int
    meeting_id: int
    circle: Circle
    held_on: date
    item_id: int | None
    what: str
    person_id: int | None
    who: str
    due_on: date | None
    done_on: date | None
    mine: bool

    @property
    def is_open(self) -> bool:
        return self.done_on is None


async def actions_of(viewer: Viewer, meeting: Meeting) -> tuple[Action, ...]:
    """What was agreed in a meeting, in the order in which it was noted."""
    return await _actions(viewer, ActionItem.meeting == meeting.id)


async def my_actions(viewer: Viewer) -> tuple[Action, ...]:
    """What the viewer still has to do, first due first."""
    found = await _actions(viewer, ActionItem.person == viewer.person_id, ActionItem.done_on.is_null())
    return tuple(sorted(found, key=_by_day))


async def left_before(viewer: Viewer, meeting: Meeting) -> tuple[Action, ...]:
    """What earlier meetings of the same circle agreed and nobody called done, first due first."""
    found = await _actions(
        viewer,
        ActionItem.meeting != meeting.id,
        ActionItem.meeting.circle == meeting.circle,
        ActionItem.meeting.held_on <= meeting.held_on,
        ActionItem.done_on.is_null(),
    )
    return tuple(sorted(found, key=_by_day))


async def agreed_last_time(viewer: Viewer, meeting: Meeting) -> tuple[Action, ...]:
    """What the meeting of this circle before this one agreed, done or not, with what is left of before."""
    last = await (
        ActionItem.select(ActionItem.meeting)
        .where(
            ActionItem.meeting.partnership == viewer.partnership_id,
            ActionItem.meeting.circle == meeting.circle,
            ActionItem.meeting != meeting.id,
            ActionItem.meeting.held_on <= meeting.held_on,
        )
        .order_by(ActionItem.meeting.held_on, ActionItem.meeting, ascending=False)
        .first()
    )
    of_last = await _actions(viewer, ActionItem.meeting == last["meeting"]) if last else ()
    known = {action.id for action in of_last}
    return (*of_last, *(each for each in await left_before(viewer, meeting) if each.id not in known))


async def action_for(viewer: Viewer, action_id: int) -> Action:
    """One action item of the partnership. Raises NotFound."""
    found = await _actions(viewer, ActionItem.id == action_id)
    if not found:
        raise NotFound
    return found[0]


async def _actions(viewer: Viewer, *where: Any) -> tuple[Action, ...]:
    rows = await (
        ActionItem.select(
            ActionItem.id,
            ActionItem.meeting,
            ActionItem.meeting.circle.as_alias("circle"),
            ActionItem.meeting.held_on.as_alias("held_on"),
            ActionItem.item,
            ActionItem.what,
            ActionItem.person.as_alias("person_id"),
            ActionItem.person.name.as_alias("person_name"),
            ActionItem.due_on,
            ActionItem.done_on,
        )
        .where(ActionItem.meeting.partnership == viewer.partnership_id, *where)
        .order_by(ActionItem.id)
    )
    return tuple(_readable(viewer, rows))


def _readable(viewer: Viewer, rows: list[dict[str, Any]]) -> Iterable[Action]:
    for row in rows:
        mine, circle = row["person_id"] == viewer.person_id, Circle(row["circle"])
        if viewer.role is Role.REPRESENTATIVE and circle is Circle.TEAM and not mine:
            continue
        yield Action(
            id=row["id"],
            meeting_id=row["meeting"],
            circle=circle,
            held_on=row["held_on"],
            item_id=row["item"],
            what=row["what"],
            person_id=row["person_id"],
            who=row["person_name"] or "",
            due_on=row["due_on"],
            done_on=row["done_on"],
            mine=mine,
        )


def _by_day(action: Action) -> tuple[date, int]:
    return action.due_on or date.max, action.id
