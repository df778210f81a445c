"""The application with, beside its own pages, the same pages from hand-written SQL.

They pass through the same door: the session is looked up, the access checked and the read logged by the
application itself, in the same process. Both are there without their template as well: all that is asked of
the database and computed from it, and then an empty answer.
"""

import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Litestar, Request, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Template

from bench.by_hand.case_list import list_context
from bench.by_hand.case_page import case_context
from bench.by_hand.dashboards import PAGES as BY_NAME
from bench.serving import BY_HAND, CPU, FLOOR, NO_TEMPLATE
from tracker.app import create_app as create_real_app
from tracker.cases.routes.listing import list_cases
from tracker.cases.routes.show import show
from tracker.learning.routes.dashboards.failure_demands import failure_demands
from tracker.learning.routes.dashboards.fit import fit
from tracker.learning.routes.dashboards.intensity import intensity
from tracker.learning.routes.dashboards.lead_time import lead_time
from tracker.learning.routes.dashboards.overview import overview
from tracker.learning.routes.dashboards.waste import waste
from tracker.partnership.access import reading, viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.pages import page
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen"
CASE = LIST + "/{code:str}"
DASHBOARDS = "/p/{partnership:str}/patronen"
REAL_DASHBOARDS = {
    "": overview,
    "/verspilling": waste,
    "/faalvragen": failure_demands,
    "/te-weinig-te-veel": fit,
    "/doorlooptijd": lead_time,
    "/intensiteit": intensity,
}
OF_DASHBOARD = {"need": Need.LEARNING, "reads": "list"}
OF_LIST = {"need": Need.CASES, "reads": "list"}
OF_CASE = {"need": Need.CASES, "reads": "case"}


def create_app() -> Litestar:
    """For `granian --factory`."""
    app = create_real_app()
    for route in (list_by_hand, case_by_hand, list_data, case_data, list_data_by_hand, case_data_by_hand):
        app.register(route)
    for handler in dashboards():
        app.register(handler)
    app.register(floor)
    app.register(cpu)
    return app


@get(BY_HAND + LIST, opt=OF_LIST)
async def list_by_hand(request: AnyRequest) -> Template:
    context = await list_context(viewer_of(request))
    return page(request, "cases/list.html", url_for=_links(request), **context)


@get(BY_HAND + CASE, opt=OF_CASE)
async def case_by_hand(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, links = viewer_of(request), _links(request)
    context = await case_context(viewer, code)
    reading(request, context["case"].id, code)
    # What higher packages add is not this page's work: the same on both sides.
    panels = await panels_on("case", request, viewer, context["case"])
    crumbs = [("Casussen", links("cases.list"))]
    return page(request, "cases/show.html", url_for=links, crumbs=crumbs, panels=panels, **context)


@get(NO_TEMPLATE + LIST, opt=OF_LIST)
async def list_data(request: AnyRequest) -> str:
    await list_cases.fn(request)
    return ""


@get(NO_TEMPLATE + CASE, opt=OF_CASE)
async def case_data(request: AnyRequest, code: FromPath[str]) -> str:
    await show.fn(request, code)
    return ""


@get(NO_TEMPLATE + BY_HAND + LIST, opt=OF_LIST)
async def list_data_by_hand(request: AnyRequest) -> str:
    await list_by_hand.fn(request)
    return ""


@get(NO_TEMPLATE + BY_HAND + CASE, opt=OF_CASE)
async def case_data_by_hand(request: AnyRequest, code: FromPath[str]) -> str:
    await case_by_hand.fn(request, code)
    return ""


def dashboards() -> list[HTTPRouteHandler]:
    """Every dashboard without its template, and what it tells asked by hand."""
    found = []
    for name, by_hand in BY_NAME.items():
        real = REAL_DASHBOARDS[name]
        found.append(get(NO_TEMPLATE + DASHBOARDS + name, opt=OF_DASHBOARD)(_data_of(real)))
        found.append(get(BY_HAND + DASHBOARDS + name, opt=OF_DASHBOARD)(_asked_by(by_hand)))
        found.append(get(FLOOR + DASHBOARDS + name, opt=OF_DASHBOARD)(floor.fn))
    return found


def _data_of(real: HTTPRouteHandler) -> Callable[[AnyRequest], Awaitable[str]]:
    async def data(request: AnyRequest) -> str:
        await real.fn(request)
        return ""

    return data


def _asked_by(by_hand: Callable[[Viewer], Awaitable[Any]]) -> Callable[[AnyRequest], Awaitable[str]]:
    async def data(request: AnyRequest) -> str:
        await by_hand(viewer_of(request))
        return ""

    return data


@get([FLOOR + LIST, FLOOR + CASE], opt=OF_LIST)
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
