"""Routes of learning sessions."""

from litestar.handlers import BaseRouteHandler

from tracker.learning.routes.sessions import (
    cards,
    choosing,
    filling_in,
    lent_case,
    listing,
    minutes,
    phones,
    preparing,
    projection,
)

ROUTES: list[BaseRouteHandler] = [
    *cards.ROUTES,
    *choosing.ROUTES,
    *filling_in.ROUTES,
    *lent_case.ROUTES,
    *listing.ROUTES,
    *minutes.ROUTES,
    *phones.ROUTES,
    *preparing.ROUTES,
    *projection.ROUTES,
]
