"""Every route of this package; only the application imports it."""

from litestar.handlers import BaseRouteHandler

ROUTES: list[BaseRouteHandler] = []
