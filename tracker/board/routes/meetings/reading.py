"""The dossier of a meeting on screen, on paper and as PDF; and the meeting on the wall (B13)."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker import clock
from tracker.board.forms.dossier import blocks_of, footer_of, title_of
from tracker.board.queries.meetings.agreed import actions_of
from tracker.board.queries.meetings.dossier import to_read
from tracker.board.routes.meetings.places import ONE, READ, meeting_page, meeting_read
from tracker.board.rules.meetings.projection import Screen, screens
from tracker.documents.pdf import pdf_of
from tracker.problems import NotFound
from tracker.settings import SETTINGS
from tracker.web.pages import url

AnyRequest = Request[Any, Any, Any]
DOSSIER = f"{ONE}/dossier"
WALL = f"{ONE}/projectie"


@get(DOSSIER, name="meetings.dossier", opt=READ)
async def dossier(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_read(request, meeting_id)
    return meeting_page(request, "dossier", meeting, reading=await to_read(viewer, meeting))


@get(f"{DOSSIER}.pdf", name="meetings.dossier.pdf", opt=READ)
async def as_pdf(request: AnyRequest, meeting_id: FromPath[int]) -> Response[bytes]:
    viewer, meeting = await meeting_read(request, meeting_id)
    reading = await to_read(viewer, meeting)
    made = await pdf_of(
        title_of(meeting),
        SETTINGS.app_name,
        footer_of(viewer, meeting),
        blocks_of(meeting, reading),
        reading.sent_at or clock.now(),
    )
    name = f"dossier-{meeting.held_on.isoformat()}.pdf"
    return Response(
        made,
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@get(WALL, name="meetings.project", opt=READ)
async def project(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await meeting_read(request, meeting_id)
    return Redirect(url(request, "meetings.projection", step=1), status_code=303)


@get(f"{WALL}/{{step:int}}", name="meetings.projection", opt=READ)
async def projection(request: AnyRequest, meeting_id: FromPath[int], step: FromPath[int]) -> Template:
    """The screen with this number; `?zwart=1` makes the wall black without losing the place."""
    viewer, meeting = await meeting_read(request, meeting_id)
    shown = screens(len(meeting.items))
    if not 1 <= step <= len(shown):
        raise NotFound
    here = shown[step - 1]
    reading = await to_read(viewer, meeting)
    item = meeting.items[here.item] if here.screen is Screen.ITEM else None
    return meeting_page(
        request,
        "projection",
        meeting,
        step=step,
        last=len(shown),
        here=here,
        item=item,
        section=next((each for each in reading.sections if item and each.item_id == item.id), None),
        agreed=await actions_of(viewer, meeting),
        black=request.query_params.get("zwart") == "1",
    )


ROUTES = [dossier, as_pdf, project, projection]
