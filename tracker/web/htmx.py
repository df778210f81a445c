"""What htmx says about a request."""

import json
from typing import Any, Final

from litestar.connection import ASGIConnection

VARY: Final = {"Vary": "HX-Request"}

# No inline styles or eval (the content security policy forbids both), nothing of a page kept in the browser,
# and refused forms shown. A server error of ours is shown too, one of a proxy in front of it is not.
CONFIG: Final = json.dumps(
    {
        "includeIndicatorStyles": False,
        "allowEval": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
        "refreshOnHistoryMiss": True,
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "[23]..|422", "swap": True},
            {"code": "4..|500|507", "swap": True, "error": True},
            {"code": "...", "swap": False, "error": True},
        ],
    }
)


def is_htmx(connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """Whether a part of the page is asked; going back in the history asks for the whole page again."""
    headers = connection.headers
    return headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in headers
