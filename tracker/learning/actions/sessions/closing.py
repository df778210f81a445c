"""The minutes: kept while people write, frozen for good when the session closes (L4)."""

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.sessions.alone import session_alone
from tracker.learning.queries.sessions.minutes import minutes_of
from tracker.learning.queries.sessions.one import Session
from tracker.learning.rules.kinds import SessionState, Subject
from tracker.learning.rules.minutes import seal_of
from tracker.learning.rules.sessions import why_not_close, why_not_work
from tracker.learning.tables.sessions import LearningSession
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


async def write_minutes(viewer: Viewer, session_id: int, text: str, *, version: str) -> None:
    """Keep the minutes as they are so far. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        if reason := why_not_work(session.state):
            raise RuleBroken(reason)
        await _must_be_latest(viewer, session, text, version)
        await LearningSession.update({LearningSession.minutes: text}).where(LearningSession.id == session.id)
        await trail.record(viewer, "minutes written", Subject.SESSION, session.id)


async def close_session(viewer: Viewer, session_id: int, text: str, *, version: str) -> None:
    """Freeze the minutes and end the session: nothing of it changes after this, and no case is lent any more.

    Raises RuleBroken, Conflict and NotFound.
    """
    async with writing():
        session = await session_alone(viewer, session_id)
        must(why_not_close(session.state, text))
        await _must_be_latest(viewer, session, text, version)
        await LearningSession.update(
            {
                LearningSession.minutes: text,
                LearningSession.minutes_hash: seal_of(text),
                LearningSession.state: SessionState.CLOSED,
                LearningSession.closed_at: clock.now(),
            }
        ).where(LearningSession.id == session.id, LearningSession.state == SessionState.OPEN)
        await trail.record(viewer, "session closed", Subject.SESSION, session.id, sha256=seal_of(text))


async def _must_be_latest(viewer: Viewer, session: Session, text: str, version: str) -> None:
    now = await minutes_of(viewer, session)
    if version != now.version and now.text != text:
        raise Conflict({"minutes": now.text, "version": now.version})
