"""Every route of the partnership; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.partnership.routes import drafts, partners, signing_in, wordings

ROUTES: list[BaseRouteHandler] = [
    *drafts.ROUTES,
    *partners.ROUTES,
    *signing_in.ROUTES,
    *wordings.ROUTES,
]
