"""Choosing cases for a session, each with its reason, and lending them to who is in it (L4, L16)."""

from typing import Any

from tracker.cases.queries.seen import case_for
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.sessions.alone import session_alone
from tracker.learning.queries.sessions.material import journey_of
from tracker.learning.queries.sessions.one import Chosen, Session
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.sessions import why_not_choose, why_not_lend
from tracker.learning.tables.sessions import SessionCase
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken


async def choose_case(viewer: Viewer, session_id: int, code: str, reason: str) -> None:
    """Add a case that the viewer sees, or change why it was chosen. Raises RuleBroken and NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        case = await case_for(viewer, code)
        chosen = next((each for each in session.cases if each.id == case.id), None)
        if chosen:
            must(why_not_choose(reason, chosen=0))
            await SessionCase.update({SessionCase.reason: reason.strip()}).where(*_of(session, chosen))
            await trail.record(viewer, "choice explained anew", Subject.SESSION, session.id, case=case.id)
            return
        must(why_not_choose(reason, chosen=len(session.cases)))
        await lay_down(viewer, session.id, case.id, reason, place=len(session.cases))


async def lay_down(viewer: Viewer, session_id: int, case_id: int, reason: str, *, place: int) -> None:
    """Add a case to a session, inside the transaction of the act that chose it."""
    await SessionCase(session=session_id, case=case_id, place=place, reason=reason.strip()).save()
    await trail.record(viewer, "case chosen", Subject.SESSION, session_id, case=case_id)


async def drop_case(viewer: Viewer, session_id: int, code: str) -> None:
    """Take a case out of a session; not when its journey was drawn. Raises RuleBroken and NotFound."""
    async with writing():
        session, chosen = await _chosen(viewer, session_id, code)
        if await journey_of(session, chosen):
            raise RuleBroken("Van deze casus staat er al een reis. Neem eerst de stappen weg.")
        await SessionCase.delete().where(*_of(session, chosen))
        await trail.record(viewer, "case dropped", Subject.SESSION, session.id, case=chosen.id)


async def share_case(viewer: Viewer, session_id: int, code: str, *, shared: bool) -> None:
    """Let the coach in this session read the case while the session is open, or no longer.

    Raises RuleBroken when the person does not want the case shared, and NotFound.
    """
    async with writing():
        session, chosen = await _chosen(viewer, session_id, code)
        told = (await sharing_of(await case_for(viewer, code))).told
        if shared and (reason := why_not_lend(told.agreed)):
            raise RuleBroken(reason)
        if chosen.shared is not shared:
            await SessionCase.update({SessionCase.shared: shared}).where(*_of(session, chosen))
            verb = "case shared into session" if shared else "case no longer shared into session"
            await trail.record(viewer, verb, Subject.SESSION, session.id, case=chosen.id)


async def _chosen(viewer: Viewer, session_id: int, code: str) -> tuple[Session, Chosen]:
    """A case of the session that the viewer sees without its being lent. Raises NotFound."""
    session = await session_alone(viewer, session_id)
    chosen = session.case(code)
    if not chosen.seen:
        raise NotFound
    return session, chosen


def _of(session: Session, chosen: Chosen) -> tuple[Any, Any]:
    return SessionCase.session == session.id, SessionCase.case == chosen.id
