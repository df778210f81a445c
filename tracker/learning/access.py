"""From a request to a session, and to a case inside one, which goes into the read log."""

from typing import Any

from litestar import Request

from tracker.cases.queries.lent import case_lent
from tracker.cases.queries.seen import Case, case_for
from tracker.learning.queries.sessions.lending import on_loan
from tracker.learning.queries.sessions.one import Chosen, Session, session_of, session_to_work_in
from tracker.partnership.access import reading, reading_list, viewer_of
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

AnyRequest = Request[Any, Any, Any]


async def session_seen(request: AnyRequest, session_id: int) -> tuple[Viewer, Session]:
    """Who looks and the session; noted as read when it names cases to this viewer. Raises NotFound."""
    viewer = viewer_of(request)
    return viewer, _noted(request, await session_of(viewer, session_id))


async def session_worked_in(request: AnyRequest, session_id: int) -> tuple[Viewer, Session]:
    """The same, for who may see and fill in what is the session's own. Raises NotFound."""
    viewer = viewer_of(request)
    return viewer, _noted(request, await session_to_work_in(viewer, session_id))


async def case_in_session(
    request: AnyRequest, session_id: int, code: str
) -> tuple[Viewer, Session, Chosen, Case]:
    """A case of a session: for who sees it anyway, and for a coach while it is lent. Raises NotFound."""
    viewer = viewer_of(request)
    session = await session_of(viewer, session_id)
    chosen = session.case(code)
    if not chosen.opens:
        raise NotFound
    case = await (
        case_for(viewer, code) if chosen.seen else case_lent(viewer, code, on_loan(viewer, session_id))
    )
    reading(request, case.id, case.code)
    return viewer, session, chosen, case


def _noted(request: AnyRequest, session: Session) -> Session:
    if any(case.code for case in session.cases):
        reading_list(request)
    return session
