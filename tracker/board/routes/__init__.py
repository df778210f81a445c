"""Every route of decisions, issues and meetings; only the application imports it."""

from litestar.handlers import BaseRouteHandler

from tracker.board.routes import issues, proposals

ROUTES: list[BaseRouteHandler] = [
    *issues.ROUTES,
    *proposals.ROUTES,
]
