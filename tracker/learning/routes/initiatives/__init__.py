"""Routes of improvement initiatives, their iterations, and the exchange."""

from litestar.handlers import BaseRouteHandler

from tracker.learning.routes.initiatives import ending, iterations, offers, showing, writing

ROUTES: list[BaseRouteHandler] = [
    *ending.ROUTES,
    *iterations.ROUTES,
    *offers.ROUTES,
    *showing.ROUTES,
    *writing.ROUTES,
]
