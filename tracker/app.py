"""The application: the one place that knows every room's routes and puts the house together."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State

from tracker.board import panels as board_panels
from tracker.board import routes as board_routes
from tracker.board.actions.bringing_issues import keep_issues
from tracker.cases import routes as case_routes
from tracker.cases.actions.importing.beside import Beside, beside_of
from tracker.cases.actions.importing.in_hand import jobs as import_jobs
from tracker.cases.actions.judging_otherwise import when_judged_otherwise
from tracker.cases.queries.sheets_beside import SheetsBeside
from tracker.database import TROUBLE, close_database, is_away, is_duplicate, is_full, open_database
from tracker.home import routes as home_routes
from tracker.home.navigation import navigation_for
from tracker.home.queries.threads import onward
from tracker.jobs.worker import Handler, run_worker
from tracker.learning import panels as learning_panels
from tracker.learning import routes as learning_routes
from tracker.learning.actions.bringing_in import LEARNING_IN_WORKBOOK
from tracker.learning.actions.bringing_initiatives import INITIATIVES_IN_WORKBOOK
from tracker.learning.actions.moving import leave_pattern
from tracker.learning.exchange.issues import ISSUES
from tracker.learning.queries.as_sheets import LEARNING_SHEETS
from tracker.partnership import routes as partnership_routes
from tracker.partnership.access import ReadLog, WhoIsThere, check_need
from tracker.partnership.actions.housekeeping import keep_house
from tracker.partnership.routes.signing_in import AT_THE_DOOR
from tracker.partnership.rules.matrix import Need
from tracker.settings import SETTINGS
from tracker.web import headers
from tracker.web.csrf import csrf_protection
from tracker.web.errors import HANDLERS, overtaken, unexpected
from tracker.web.forms import LARGEST_FORM
from tracker.web.pages import template_config
from tracker.web.panels import PanelOf
from tracker.web.paths import check_path
from tracker.web.static import asset, static_files

# What comes out of a workbook beside the cases.
ISSUES_IN_WORKBOOK = beside_of(
    ISSUES,
    keep_issues,
    note="Kwesties komen binnen als nieuw: een bestuursraadslid neemt ze hier op. Wat de werkmap zegt over "
    "stand en terugkoppeling, staat erbij als stap.",
    then=(("Bekijk de kwesties", "issues.list"),),
)
WORKBOOK: Sequence[Beside] = (LEARNING_IN_WORKBOOK, INITIATIVES_IN_WORKBOOK, ISSUES_IN_WORKBOOK)
# What stands in an export beside the cases.
SHEETS: Sequence[SheetsBeside] = (LEARNING_SHEETS,)

JOBS: Mapping[str, Handler] = {**import_jobs(WORKBOOK)}

# What a page shows of the packages above its own, in this order.
PANELS: Mapping[str, Sequence[PanelOf]] = {
    "case": [
        learning_panels.patterns_of_case,
        learning_panels.personas_of_case,
        learning_panels.released_stories,
    ],
    "condition": [board_panels.issues_of_condition],
    "assessments": [learning_panels.patterns_of_assessments],
    "demand": [learning_panels.thread_of_value_demand(onward)],
    "failure_demand": [learning_panels.thread_of_failure_demand(onward)],
    "initiative": [board_panels.decisions_on_initiative],
    "partner": [
        learning_panels.expertise_of_partner,
        learning_panels.asked_of_partner,
        board_panels.issues_at_partner,
    ],
    "pattern": [board_panels.issues_of_pattern],
    "value_steps": [learning_panels.steps_in_cases],
}


def create_app() -> Litestar:
    """The whole application; every route it serves has passed the check of its need."""
    when_judged_otherwise(leave_pattern)
    app = Litestar(
        route_handlers=[
            *partnership_routes.ROUTES,
            *case_routes.ROUTES,
            *learning_routes.ROUTES,
            *board_routes.ROUTES,
            *home_routes.ROUTES,
            static_files(need=Need.ANYONE, handed_over=True),
        ],
        guards=[check_path, check_need],
        middleware=[WhoIsThere(), ReadLog(), csrf_protection()],
        exception_handlers={**HANDLERS, **AT_THE_DOOR, **dict.fromkeys(TROUBLE, _trouble)},
        template_config=template_config(navigation_for, asset),
        lifespan=[_open],
        state=State({"panels": dict(PANELS), "workbook": WORKBOOK, "sheets": SHEETS, "onward": onward}),
        # The form token could be guessed from compressed pages only by a site that makes a browser ask for
        # them with its cookies; those are SameSite.
        compression_config=CompressionConfig("gzip", gzip_compress_level=6, exclude=["^/static"]),
        openapi_config=None,
        request_max_body_size=LARGEST_FORM,
        logging_config=None,
    )
    app.asgi_handler = headers.around(app.asgi_handler, secure=SETTINGS.secure_cookies)
    return app


def _trouble(request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
    """What the database could not do now is no fault of ours, and says so; nor is a key used elsewhere."""
    if is_duplicate(problem):
        return overtaken(request, problem)
    return unexpected(request, problem, 507 if is_full(problem) else 503 if is_away(problem) else 500)


@asynccontextmanager
async def _open(app: Litestar) -> AsyncIterator[None]:
    """Keep the database open, the worker at work and the house in order as long as the application runs."""
    await open_database()
    at_work = [asyncio.create_task(run_worker(JOBS)), asyncio.create_task(keep_house())]
    try:
        yield
    finally:
        for task in at_work:
            task.cancel()
        await asyncio.gather(*at_work, return_exceptions=True)
        await close_database()
