"""The application with, beside its own pages, the same pages from hand-written SQL.

They pass through the same door: the session is looked up, the access checked and the read logged by the
application itself, in the same process.
"""

import re
import time
from collections.abc import Callable
from typing import Any

from litestar import Litestar, Request, get
from litestar.params import FromPath
from litestar.response import Template

from bench.by_hand.case_list import list_context
from bench.by_hand.case_page import case_context
from bench.serving import BY_HAND, CPU, FLOOR
from tracker.app import create_app as create_real_app
from tracker.partnership.access import reading, viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]


def create_app() -> Litestar:
    """For `granian --factory`."""
    app = create_real_app()
    for route in (by_hand_list, by_hand_case, floor, cpu):
        app.register(route)
    return app


@get(BY_HAND + "/p/{partnership:str}/casussen", opt={"need": Need.CASES, "reads": "list"})
async def by_hand_list(request: AnyRequest) -> Template:
    context = await list_context(viewer_of(request))
    return page(request, "cases/list.html", url_for=_links(request), **context)


@get(BY_HAND + "/p/{partnership:str}/casussen/{code:str}", opt={"need": Need.CASES, "reads": "case"})
async def by_hand_case(request: AnyRequest, code: FromPath[str]) -> Template:
    context = await case_context(viewer_of(request), code)
    links = _links(request)
    reading(request, context["case"].id, code)
    crumbs = [("Casussen", links("cases.list"))]
    return page(request, "cases/show.html", url_for=links, crumbs=crumbs, **context)


@get(FLOOR + "/p/{partnership:str}/casussen", opt={"need": Need.CASES, "reads": "list"})
async def floor(request: AnyRequest) -> str:
    """Nothing but the door and the read log: what every page pays around its own work."""
    return ""


@get(CPU, opt={"need": Need.ANYONE}, sync_to_thread=False)
def cpu() -> float:
    """Seconds of processor time this process has used so far, all its threads together."""
    return time.process_time()


def _links(request: AnyRequest) -> Callable[..., str]:
    """Addresses as a hand would write them: the path of each route, filled in."""
    paths = _paths(request.app)
    here = request.path_params

    def link(route: str, **parameters: Any) -> str:
        return paths[route].format(**{**here, **parameters})

    return link


def _paths(app: Litestar) -> dict[str, str]:
    known: dict[str, str] | None = app.state.get("paths")
    if known is None:
        known = app.state["paths"] = {
            str(handler.name): re.sub(r":\w+}", "}", path)
            for route in app.routes
            for handler in getattr(route, "route_handlers", ())
            for path in handler.paths
            if handler.name
        }
    return known
