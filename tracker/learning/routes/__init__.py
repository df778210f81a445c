"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.learning.routes import (
    dashboards,
    misfits,
    persona_matrix,
    persona_proposals,
    personas,
    resemblance,
)

ROUTES: list[BaseRouteHandler] = [
    *dashboards.ROUTES,
    *misfits.ROUTES,
    *persona_matrix.ROUTES,
    *persona_proposals.ROUTES,
    *personas.ROUTES,
    *resemblance.ROUTES,
]
