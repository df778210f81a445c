"""The routes of meetings."""

from litestar.handlers import BaseRouteHandler

from tracker.board.routes.meetings import agenda, kinds, minutes, preparing, reading, table

ROUTES: list[BaseRouteHandler] = [
    *agenda.ROUTES,
    *kinds.ROUTES,
    *minutes.ROUTES,
    *preparing.ROUTES,
    *reading.ROUTES,
    *table.ROUTES,
]
