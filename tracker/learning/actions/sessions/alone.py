"""A session while nobody else changes it: every act on a session begins here."""

from typing import Any
from uuid import UUID

from tracker.database import one_at_a_time
from tracker.learning.queries.sessions.one import Session, session_of, session_to_work_in
from tracker.learning.rules.sessions import why_not_change
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def session_alone(viewer: Viewer, session_id: int) -> Session:
    """The session as it is, inside `writing`, for who works in it; RuleBroken once it is over."""
    session = await _alone(viewer, session_id)
    return _running(await session_to_work_in(viewer, session.id))


async def session_joined(viewer: Viewer, session_id: int) -> Session:
    """The same, for everybody of the partnership who can take part."""
    return _running(await _alone(viewer, session_id))


async def already_made(table: Any, session: Session, key: UUID) -> int | None:
    """The id of what the same form made before in this session, or None."""
    row = await table.select(table.id).where(table.key == key, table.session == session.id).first()
    return int(row["id"]) if row else None


async def _alone(viewer: Viewer, session_id: int) -> Session:
    await one_at_a_time("learning session", (await session_of(viewer, session_id)).id)
    return await session_of(viewer, session_id)


def _running(session: Session) -> Session:
    if reason := why_not_change(session.state):
        raise RuleBroken(reason)
    return session
