"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.cases.routes import show

ROUTES: list[BaseRouteHandler] = [
    *show.ROUTES,
]
