"""Addresses that cannot exist are not found, before any query meets them."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from tracker.problems import NotFound
from tracker.web.forms.fields import LARGEST_ID

LONGEST = 200


def check_path(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard for every route: no number beyond what a database holds, no invisible signs."""
    for value in connection.path_params.values():
        if isinstance(value, int) and not 0 <= value <= LARGEST_ID:
            raise NotFound
        if isinstance(value, str) and not (value.isprintable() and len(value) <= LONGEST):
            raise NotFound
