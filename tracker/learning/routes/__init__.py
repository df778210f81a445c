"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.learning.routes import (
    misfits,
    persona_matrix,
    persona_proposals,
    personas,
    resemblance,
)

ROUTES: list[BaseRouteHandler] = [
    *misfits.ROUTES,
    *persona_matrix.ROUTES,
    *persona_proposals.ROUTES,
    *personas.ROUTES,
    *resemblance.ROUTES,
]
