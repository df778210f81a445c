"""Every route of the partnership; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.partnership.routes import drafts, signing_in

ROUTES: list[BaseRouteHandler] = [
    *drafts.ROUTES,
    *signing_in.ROUTES,
]
