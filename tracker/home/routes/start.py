"""The start page, for whoever it greets."""

from typing import Any

from litestar import Request, Response, get
from litestar.response import Redirect

from tracker.board.rules.kinds import CIRCLE_NAMES, ISSUE_STATE_NAMES, STAGE_NAMES
from tracker.cases.rules.kinds import CONTACT_KIND_NAMES
from tracker.home.queries import start as queries
from tracker.home.queries.ahead import ahead
from tracker.home.queries.desk import Desk, desk_of
from tracker.home.queries.issues import open_issues
from tracker.home.queries.words import came_of_my_words
from tracker.learning.queries.patterns import patterns_of
from tracker.learning.queries.sessions.listing import next_sessions
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES
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
        case Role.BOARD_MEMBER | Role.REPRESENTATIVE:
            return await _board(request, viewer)
        case Role.PROGRAMME_MANAGER:
            return page(request, "home/programme_manager.html")
        case Role.ADMINISTRATOR:
            return page(request, "home/administrator.html")
        case _:
            return await _partnership(request, viewer)


async def _practitioner(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    return await _desk_page(
        request,
        viewer,
        "home/practitioner.html",
        await desk_of(viewer),
        work=await queries.my_work(viewer),
        loose_ends=await queries.loose_ends(viewer),
        kind_names=CONTACT_KIND_NAMES,
        came=await came_of_my_words(viewer),
        spark=spark,
    )


async def _coordinator(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    desk, ends = await desk_of(viewer), await queries.loose_ends(viewer)
    return await _desk_page(
        request,
        viewer,
        "home/coordinator.html",
        desk,
        loose_ends=ends,
        to_begin=await queries.to_begin(viewer, desk, ends),
        issues=await open_issues(viewer),
        wording_names=WORDING_NAMES,
        kind_names=CONTACT_KIND_NAMES,
    )


async def _board(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    desk, issues = await desk_of(viewer), await open_issues(viewer)
    return await _desk_page(
        request,
        viewer,
        "home/board.html",
        desk,
        ahead=await ahead(viewer, desk, issues.all),
        issues=issues,
        patterns=await patterns_of(viewer),
        may_prepare=may(viewer.role, Need.MEETINGS_EDIT),
    )


async def _partnership(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    return await _desk_page(
        request,
        viewer,
        "home/partnership.html",
        await desk_of(viewer),
        foundation=await queries.foundation(viewer),
        kinds=WordingKind,
        wording_names=WORDING_NAMES,
        may_see_people=may(viewer.role, Need.PEOPLE),
    )


async def _desk_page(
    request: AnyRequest, viewer: Viewer, template: str, desk: Desk, **rest: Any
) -> Response[Any]:
    return page(
        request,
        template,
        desk=desk,
        sessions=await next_sessions(viewer),
        notices=await unseen(viewer),
        circle_names=CIRCLE_NAMES,
        stage_names=STAGE_NAMES,
        issue_state_names=ISSUE_STATE_NAMES,
        initiative_state_names=INITIATIVE_STATE_NAMES,
        **rest,
    )


ROUTES = [start]
