"""Every route of the partnership; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.partnership.routes import account, drafts, partners, people, records, signing_in, wordings

ROUTES: list[BaseRouteHandler] = [
    *account.ROUTES,
    *drafts.ROUTES,
    *partners.ROUTES,
    *people.ROUTES,
    *records.ROUTES,
    *signing_in.ROUTES,
    *wordings.ROUTES,
]
