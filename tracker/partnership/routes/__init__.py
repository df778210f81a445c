"""Every route of the partnership; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.partnership.routes import signing_in

ROUTES: list[BaseRouteHandler] = [
    *signing_in.ROUTES,
]
