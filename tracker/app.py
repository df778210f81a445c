"""The application: the one place that knows every room's routes and puts the house together."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from litestar import Litestar
from litestar.config.csrf import CSRFConfig

from tracker import cases, home, partnership
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
