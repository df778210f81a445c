"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.cases.routes import (
    assessments,
    demands,
    editing,
    endings,
    explaining,
    failure_demands,
    interactions,
    listing,
    opening,
    purpose,
    readers,
    reviews,
    scores,
    sharing,
    show,
    stars,
    timeline,
    undoing,
    validations,
)

ROUTES: list[BaseRouteHandler] = [
    *demands.ROUTES,
    *assessments.ROUTES,
    *editing.ROUTES,
    *endings.ROUTES,
    *failure_demands.ROUTES,
    *interactions.ROUTES,
    *explaining.ROUTES,
    *listing.ROUTES,
    *opening.ROUTES,
    *purpose.ROUTES,
    *readers.ROUTES,
    *reviews.ROUTES,
    *scores.ROUTES,
    *sharing.ROUTES,
    *show.ROUTES,
    *stars.ROUTES,
    *timeline.ROUTES,
    *undoing.ROUTES,
    *validations.ROUTES,
]
