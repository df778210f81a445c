"""The files the browser keeps: named by content, so they may stay in its cache for good."""

import json
import re
from functools import cache
from pathlib import Path

from litestar import asgi
from litestar.handlers import ASGIRouteHandler
from litestar.types import Receive, Scope, Send
from servestatic import ServeStaticASGI

from tracker.settings import CHECKOUT

BUILT = CHECKOUT / "build" / "static"
PREFIX = "/static"
NAMED_BY_CONTENT = re.compile(r"\.[0-9A-Z]{8}\.")


def asset(name: str) -> str:
    """The URL of a built file, `app.css` for example. Raises LookupError for a name that was never built."""
    return f"{PREFIX}/{_names()[name]}"


@cache
def _names() -> dict[str, str]:
    try:
        names: dict[str, str] = json.loads((BUILT / "names.json").read_text())
    except FileNotFoundError:
        raise LookupError(f"{BUILT} holds no built files yet: run 'make assets' first") from None
    return names


def static_files(folder: Path = BUILT, **opt: object) -> ASGIRouteHandler:
    """The route that serves the built files: compressed beforehand, 304 when the browser has them, immutable
    when named by content. `opt` goes to the route as it is.
    """
    serve = ServeStaticASGI(
        None, root=folder, immutable_file_test=NAMED_BY_CONTENT.pattern, allow_all_origins=False
    )

    @asgi(PREFIX, is_mount=True, copy_scope=True, name="static", opt=opt)
    async def files(scope: Scope, receive: Receive, send: Send) -> None:
        # Litestar gives the rest of the path with a slash behind it.
        scope["path"] = scope["path"].rstrip("/")
        await serve(scope, receive, send)

    return files
