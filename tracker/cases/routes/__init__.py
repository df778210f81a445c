"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.cases.routes import listing, show, timeline

ROUTES: list[BaseRouteHandler] = [
    *listing.ROUTES,
    *show.ROUTES,
    *timeline.ROUTES,
]
