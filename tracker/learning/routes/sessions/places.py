"""Where the pages of a session are, and what all of them show."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.learning.queries.sessions.one import Session
from tracker.learning.rules import kinds
from tracker.learning.rules.sessions import why_not_change
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted
from tracker.web.pages import page

LIST = "/p/{partnership:str}/leersessies"
ONE = f"{LIST}/{{session_id:int}}"
READ = {"need": Need.LEARNING, "reads": "told"}
FACILITATE = {"need": Need.SESSIONS_FACILITATE, "reads": "told"}
JOIN = {"need": Need.SESSIONS_JOIN, "reads": "told"}


def session_page(
    request: Request[Any, Any, Any],
    template: str,
    session: Session,
    form: Posted[Any] | None = None,
    **context: Any,
) -> Template:
    """A page within a session; on one that is over it says why nothing can be changed."""
    role = request.user.role
    return page(
        request,
        template,
        form=form,
        session=session,
        kinds=kinds,
        why_not=why_not_change(session.state),
        facilitates=session.works and may(role, Need.SESSIONS_FACILITATE),
        joins=may(role, Need.SESSIONS_JOIN),
        chooses=may(role, Need.CASES),
        **context,
    )
