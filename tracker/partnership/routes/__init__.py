"""Every route of the partnership; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.partnership.routes import (
    account,
    drafts,
    how_we_work,
    notices,
    partners,
    people,
    records,
    signing_in,
    wordings,
)

ROUTES: list[BaseRouteHandler] = [
    *account.ROUTES,
    *drafts.ROUTES,
    *how_we_work.ROUTES,
    *notices.ROUTES,
    *partners.ROUTES,
    *people.ROUTES,
    *records.ROUTES,
    *signing_in.ROUTES,
    *wordings.ROUTES,
]
