"""The sessions of a partnership, and its learning calendar (L4)."""

from typing import Any

from litestar import Request, get
from litestar.response import Template

from tracker.cases.forms.filters import page_in
from tracker.learning.queries.agenda import agenda_of
from tracker.learning.queries.sessions.listing import sessions_gone_by, sessions_to_come
from tracker.learning.routes.sessions.places import LIST, READ
from tracker.learning.rules import kinds
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]


@get(LIST, name="sessions.list", opt={"need": Need.LEARNING})
async def list_sessions(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "learning/sessions/list.html",
        coming=await sessions_to_come(viewer),
        gone=await sessions_gone_by(viewer, page_in(request.query_params)),
        kinds=kinds,
        may_prepare=may(viewer.role, Need.SESSIONS_FACILITATE),
    )


@get("/p/{partnership:str}/leeragenda", name="sessions.agenda", opt=READ)
async def agenda(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        "learning/sessions/agenda.html",
        agenda=await agenda_of(viewer),
        kinds=kinds,
        may_prepare=may(viewer.role, Need.SESSIONS_FACILITATE),
    )


ROUTES = [list_sessions, agenda]
