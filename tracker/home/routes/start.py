"""The start page, for whoever it greets."""

from typing import Any

from litestar import Request, Response, get
from litestar.response import Redirect

from tracker.cases.queries.listing import choices_for
from tracker.cases.rules.kinds import CONTACT_KIND_NAMES
from tracker.home.queries import start as queries
from tracker.home.queries.words import came_of_my_words
from tracker.learning.queries.sessions.listing import next_sessions
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.queries.notices import unseen
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.partners import WORDING_NAMES, WordingKind
from tracker.partnership.rules.roles import Role, Viewer
from tracker.pictures.spark import spark
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]


@get("/", name="start", opt={"need": Need.SIGNED_IN, "reads": "told"})
async def start(request: AnyRequest) -> Response[Any]:
    if request.scope["user"] is None:
        return Redirect("/rol", status_code=303)
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    match viewer.role:
        case Role.PRACTITIONER:
            return await _practitioner(request, viewer)
        case Role.COORDINATOR:
            return await _coordinator(request, viewer)
        case Role.PROGRAMME_MANAGER:
            return page(request, "home/programme_manager.html")
        case Role.ADMINISTRATOR:
            return page(request, "home/administrator.html")
        case _:
            return page(
                request,
                "home/partnership.html",
                foundation=await queries.foundation(viewer),
                kinds=WordingKind,
                wording_names=WORDING_NAMES,
                may_see_people=may(viewer.role, Need.PEOPLE),
                sessions=await next_sessions(viewer) if may(viewer.role, Need.LEARNING) else [],
                notices=await unseen(viewer),
            )


async def _practitioner(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    choices = await choices_for(viewer)
    return page(
        request,
        "home/practitioner.html",
        work=await queries.my_work(viewer),
        loose_ends=await queries.loose_ends(viewer, choices),
        kind_names=CONTACT_KIND_NAMES,
        sessions=await next_sessions(viewer),
        notices=await unseen(viewer),
        came=await came_of_my_words(viewer),
        spark=spark,
    )


async def _coordinator(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    choices = await choices_for(viewer)
    return page(
        request,
        "home/coordinator.html",
        week=await queries.this_week(viewer, choices),
        loose_ends=await queries.loose_ends(viewer, choices),
        foundation=await queries.foundation(viewer),
        wording_names=WORDING_NAMES,
        kind_names=CONTACT_KIND_NAMES,
        sessions=await next_sessions(viewer),
        notices=await unseen(viewer),
        personas=await queries.persona_work(viewer),
    )


ROUTES = [start]
