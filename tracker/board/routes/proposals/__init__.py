"""The pages of proposals and of deciding on them."""

from litestar.handlers import BaseRouteHandler

from tracker.board.routes.proposals import (
    evaluating,
    listing,
    preparing,
    projection,
    rounds,
    show,
    talking,
)

ROUTES: list[BaseRouteHandler] = [
    *evaluating.ROUTES,
    *listing.ROUTES,
    *preparing.ROUTES,
    *projection.ROUTES,
    *rounds.ROUTES,
    *show.ROUTES,
    *talking.ROUTES,
]
