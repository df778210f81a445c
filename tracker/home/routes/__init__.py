"""Every route of start pages and pages about Leerspoor; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.home.routes import about, start

ROUTES: list[BaseRouteHandler] = [
    *about.ROUTES,
    *start.ROUTES,
]
