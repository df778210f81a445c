"""Where the pages of a meeting are, and what all of them show."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.board.queries.meetings.one import Meeting, meeting_of
from tracker.board.rules import kinds
from tracker.board.rules.meetings.life import why_not_change
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotAllowed
from tracker.web.forms import Posted
from tracker.web.pages import page

LIST = "/p/{partnership:str}/overleg"
ONE = f"{LIST}/{{meeting_id:int}}"
READ = {"need": Need.MEETINGS}
EDIT = {"need": Need.MEETINGS_EDIT}


async def meeting_read(request: Request[Any, Any, Any], meeting_id: int) -> tuple[Viewer, Meeting]:
    """Who looks and the meeting. Raises NotFound."""
    viewer = viewer_of(request)
    return viewer, await meeting_of(viewer, meeting_id)


async def meeting_edited(request: Request[Any, Any, Any], meeting_id: int) -> tuple[Viewer, Meeting]:
    """The same, for who prepares meetings of this circle. Raises NotFound and NotAllowed."""
    viewer, meeting = await meeting_read(request, meeting_id)
    if not meeting.edits:
        raise NotAllowed
    return viewer, meeting


def meeting_page(
    request: Request[Any, Any, Any],
    template: str,
    meeting: Meeting,
    form: Posted[Any] | None = None,
    **context: Any,
) -> Template:
    """A page within a meeting; on one that is over it says why nothing can be changed."""
    return page(
        request,
        f"board/meetings/{template}.html",
        form=form,
        meeting=meeting,
        kinds=kinds,
        why_not=why_not_change(meeting.state),
        **context,
    )
