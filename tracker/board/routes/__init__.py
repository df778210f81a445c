"""Every route of decisions, issues and meetings; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.board.routes import issues, meetings, proposals, starting

ROUTES: list[BaseRouteHandler] = [
    *issues.ROUTES,
    *meetings.ROUTES,
    *proposals.ROUTES,
    *starting.ROUTES,
]
