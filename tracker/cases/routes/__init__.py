"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.cases.routes import (
    demands,
    editing,
    endings,
    listing,
    opening,
    purpose,
    readers,
    reviews,
    scores,
    sharing,
    show,
    timeline,
    undoing,
    validations,
)

ROUTES: list[BaseRouteHandler] = [
    *demands.ROUTES,
    *editing.ROUTES,
    *endings.ROUTES,
    *listing.ROUTES,
    *opening.ROUTES,
    *purpose.ROUTES,
    *readers.ROUTES,
    *reviews.ROUTES,
    *scores.ROUTES,
    *sharing.ROUTES,
    *show.ROUTES,
    *timeline.ROUTES,
    *undoing.ROUTES,
    *validations.ROUTES,
]
