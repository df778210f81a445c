"""The sessions of a partnership: those to come, and those that were (L4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.pages import SIZE, Shown
from tracker.learning.rules.kinds import Format, SessionState
from tracker.learning.tables.sessions import LearningSession
from tracker.partnership.rules.roles import Viewer

TO_COME = (SessionState.PREPARED, SessionState.OPEN)


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A session as a list shows it."""

    id: int
    format: Format
    question: str
    held_on: date
    place: str
    facilitator: str
    state: SessionState


async def sessions_to_come(viewer: Viewer) -> list[ListedSession]:
    """What is being prepared or under way, earliest first."""
    return [_listed(row) for row in await _of(viewer, TO_COME).order_by(*_BY_DAY)]


async def sessions_gone_by(viewer: Viewer, page: int = 1) -> Shown[ListedSession]:
    """One page of the sessions that were closed or called off, latest first."""
    over = (SessionState.CLOSED, SessionState.CANCELLED)
    total = await LearningSession.count().where(*_where(viewer, over))
    rows = await (
        _of(viewer, over).order_by(*_BY_DAY, ascending=False).limit(SIZE).offset((max(page, 1) - 1) * SIZE)
    )
    return Shown(tuple(_listed(row) for row in rows), total, max(page, 1))


async def next_sessions(viewer: Viewer) -> list[ListedSession]:
    """The sessions under way, and those from today on, earliest first."""
    coming = await sessions_to_come(viewer)
    return [each for each in coming if each.state is SessionState.OPEN or each.held_on >= viewer.today]


_BY_DAY = (LearningSession.held_on, LearningSession.id)


def _where(viewer: Viewer, states: tuple[SessionState, ...]) -> tuple[Any, ...]:
    return (
        LearningSession.partnership == viewer.partnership_id,
        LearningSession.state.is_in(list(states)),
    )


def _of(viewer: Viewer, states: tuple[SessionState, ...]) -> Any:
    return LearningSession.select(
        LearningSession.id,
        LearningSession.format,
        LearningSession.question,
        LearningSession.held_on,
        LearningSession.place,
        LearningSession.facilitator.name.as_alias("facilitator_name"),
        LearningSession.state,
    ).where(*_where(viewer, states))


def _listed(row: dict[str, Any]) -> ListedSession:
    return ListedSession(
        id=row["id"],
        format=Format(row["format"]),
        question=row["question"],
        held_on=row["held_on"],
        place=row["place"],
        facilitator=row["facilitator_name"],
        state=SessionState(row["state"]),
    )
