"""The application: the one place that knows every room's routes and puts the house together."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from litestar import Litestar
from litestar.config.csrf import CSRFConfig

from tracker.cases import routes as case_routes
from tracker.database import close_database, open_database
from tracker.home import routes as home_routes
from tracker.home.navigation import navigation_for
from tracker.jobs.worker import Handler, run_worker
from tracker.partnership import routes as partnership_routes
from tracker.partnership.access import ReadLog, WhoIsThere, check_need
from tracker.partnership.rules.matrix import Need
from tracker.settings import SETTINGS
from tracker.web.errors import EXCEPTION_HANDLERS
from tracker.web.headers import SecurityHeaders
from tracker.web.pages import template_config
from tracker.web.static import static_files

JOBS: Mapping[str, Handler] = {}


def create_app() -> Litestar:
    """The whole application; every route it serves has passed the check of its need."""
    return Litestar(
        route_handlers=[
            *partnership_routes.ROUTES,
            *case_routes.ROUTES,
            *home_routes.ROUTES,
            static_files(need=Need.ANYONE),
        ],
        guards=[check_need],
        middleware=[SecurityHeaders(), WhoIsThere(), ReadLog()],
        csrf_config=CSRFConfig(
            secret=SETTINGS.secret,
            cookie_name="csrftoken",
            cookie_secure=SETTINGS.secure_cookies,
            cookie_httponly=True,
            cookie_samesite="lax",
        ),
        exception_handlers=EXCEPTION_HANDLERS,
        template_config=template_config(navigation_for),
        lifespan=[_open],
        openapi_config=None,
    )


@asynccontextmanager
async def _open(app: Litestar) -> AsyncIterator[None]:
    """Keep the database open and the worker running as long as the application runs."""
    await open_database()
    worker = asyncio.create_task(run_worker(JOBS))
    try:
        yield
    finally:
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker
        await close_database()
