"""Every route of decisions, issues and meetings; only the application imports it."""

from litestar.handlers import BaseRouteHandler

ROUTES: list[BaseRouteHandler] = []
