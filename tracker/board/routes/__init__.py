"""Every route of decisions, issues and meetings; only the application imports it."""

from litestar.handlers import BaseRouteHandler

<<<<<<< HEAD
from tracker.board.routes import issues, proposals

ROUTES: list[BaseRouteHandler] = [
    *issues.ROUTES,
    *proposals.ROUTES,
=======
from tracker.board.routes import meetings

ROUTES: list[BaseRouteHandler] = [
    *meetings.ROUTES,
>>>>>>> 1238d2a (Prepare meetings from what waits, keep what came of them, freeze their minutes and send a dossier)
]
