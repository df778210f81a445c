"""The dashboards of a partnership: what keeps coming back, how long it takes, what is behind each figure."""

from tracker.learning.routes.dashboards import (
    behind,
    failure_demands,
    fit,
    intensity,
    lead_time,
    limits,
    overview,
    waste,
)

ROUTES = [
    *behind.ROUTES,
    *failure_demands.ROUTES,
    *fit.ROUTES,
    *intensity.ROUTES,
    *lead_time.ROUTES,
    *limits.ROUTES,
    *overview.ROUTES,
    *waste.ROUTES,
]
