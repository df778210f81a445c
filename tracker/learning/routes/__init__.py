"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.learning.routes import (
    capacity,
    causes,
    conditions,
    dashboards,
    extracts,
    grouping,
    initiatives,
    inputs,
    misfits,
    patterns,
    persona_matrix,
    persona_proposals,
    personas,
    resemblance,
    sessions,
    thinking,
    value_steps,
)

ROUTES: list[BaseRouteHandler] = [
    *capacity.ROUTES,
    *causes.ROUTES,
    *conditions.ROUTES,
    *dashboards.ROUTES,
    *extracts.ROUTES,
    *grouping.ROUTES,
    *initiatives.ROUTES,
    *inputs.ROUTES,
    *misfits.ROUTES,
    *patterns.ROUTES,
    *persona_matrix.ROUTES,
    *persona_proposals.ROUTES,
    *personas.ROUTES,
    *resemblance.ROUTES,
    *sessions.ROUTES,
    *thinking.ROUTES,
    *value_steps.ROUTES,
]
