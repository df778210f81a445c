"""The door: who is there (cookie to viewer), what a route needs, and the log of what was read.

A route declares `opt={"need": Need.X}`; a route about one case adds `"reads": "case"`, and its handler says
with `reading(request, case)` which one. Both are checked for every route by the tests. While a device is in
the hands of the person of a case, only routes with `"handed_over": True` answer.
"""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.enums import ScopeType
from litestar.handlers.base import BaseRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from tracker import clock
from tracker.partnership import trail
from tracker.partnership.actions import signing_in
from tracker.partnership.queries import partnerships, viewers
from tracker.partnership.rules.matrix import WITHOUT_ROLE, Access, Need, access
from tracker.partnership.rules.passwords import is_expired
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.trail import ReadToLog
from tracker.problems import NotAllowed, NotFound
from tracker.settings import SETTINGS

COOKIE = "__Host-leerspoor" if SETTINGS.secure_cookies else "leerspoor"
READ = "read_to_log"


class SignInNeeded(Exception):
    """Nobody is signed in (any more) where somebody has to be; `typed` is what a form held meanwhile."""

    def __init__(self, typed: list[tuple[str, str]]) -> None:
        super().__init__()
        self.typed = typed


class HandedOver(Exception):
    """The device is in the hands of the person of a case; only routes that say `handed_over` answer."""


class NotHandedOver(Exception):
    """A page for the person of a case alone, while the worker holds the device."""


class PasswordChangeNeeded(Exception):
    """The first password came from somebody else and must be changed before anything else."""


class WhoIsThere(ASGIMiddleware):
    """Turns the cookie into `request.auth` (who is signed in) and `request.user` (in which capacity)."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        token = ASGIConnection[Any, Any, Any, Any](scope).cookies.get(COOKIE)
        signed_in = await _current(token) if token else None
        scope["auth"] = signed_in
        scope["user"] = signed_in.viewer if signed_in else None
        await next_app(scope, receive, send)


class ReadLog(ASGIMiddleware):
    """Stores a read, or the refusal of one, before its answer goes out."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        async def log_first(message: Message) -> None:
            if message["type"] == "http.response.start":
                await _log(scope, message["status"])
            await send(message)

        await next_app(scope, receive, log_first)


async def check_need(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The one check of every route: signed in, in this partnership, and allowed by the role matrix."""
    need: Need = handler.opt["need"]
    signed_in: viewers.SignedIn | None = connection.scope["auth"]
    if signed_in and signed_in.locked_to_case is not None and not handler.opt.get("handed_over"):
        raise HandedOver
    if need is Need.ANYONE:
        return
    if signed_in is None:
        raise SignInNeeded(await _typed(connection))
    if signed_in.must_change_password and not handler.opt.get("before_password"):
        raise PasswordChangeNeeded
    if need in WITHOUT_ROLE:
        return
    viewer: Viewer | None = connection.scope["user"]
    if viewer is None:
        raise NotFound
    if connection.path_params.get("partnership", viewer.slug) != viewer.slug:
        raise NotFound
    match access(viewer.role, need):
        case Access.UNKNOWN:
            raise NotFound
        case Access.SEES:
            raise NotAllowed


def reading_list(request: Request[Any, Any, Any]) -> None:
    """Say that this page shows cases to this viewer; `"reads": "told"` marks pages that do so for some."""
    request.scope["state"][READ] = ReadToLog(what=_name_of(request.scope))


def reading(request: Request[Any, Any, Any], case_id: int, code: str) -> None:
    """Say which case this request reads, so that the read is stored before the answer goes out."""
    request.scope["state"][READ] = ReadToLog(what=_name_of(request.scope), case_id=case_id, code=code)


def viewer_of(request: Request[Any, Any, Any]) -> Viewer:
    """The viewer of a route that needs a role."""
    viewer = request.scope["user"]
    assert isinstance(viewer, Viewer)
    return viewer


def handed_over_of(request: Request[Any, Any, Any]) -> viewers.SignedIn:
    """Whose device is in the hands of the person of a case. Raises NotHandedOver while it is not."""
    signed_in = signed_in_of(request)
    if signed_in.locked_to_case is None:
        raise NotHandedOver
    return signed_in


def signed_in_of(request: Request[Any, Any, Any]) -> viewers.SignedIn:
    """Who is signed in, also while holding no role."""
    signed_in = request.scope["auth"]
    assert isinstance(signed_in, viewers.SignedIn)
    return signed_in


def cookie_for(token: str) -> Cookie:
    """The sign-in cookie: this host only, out of reach of scripts."""
    return Cookie(
        key=COOKIE,
        value=token,
        path="/",
        secure=SETTINGS.secure_cookies,
        httponly=True,
        samesite="lax",
        max_age=int(SETTINGS.session_length.total_seconds()),
    )


def no_cookie() -> Cookie:
    """What takes the sign-in cookie away."""
    return Cookie(
        key=COOKIE,
        value="",
        path="/",
        secure=SETTINGS.secure_cookies,
        httponly=True,
        samesite="lax",
        max_age=0,
    )


async def _typed(connection: ASGIConnection[Any, Any, Any, Any]) -> list[tuple[str, str]]:
    if connection.scope["type"] != ScopeType.HTTP or connection.scope["method"] != "POST":
        return []
    fields = await Request[Any, Any, Any](connection.scope, connection.receive).form()
    return [(name, value) for name, value in fields.multi_items() if isinstance(value, str)]


async def _current(token: str) -> viewers.SignedIn | None:
    signed_in = await viewers.signed_in_with(token)
    if signed_in is None:
        return None
    if is_expired(
        signed_in.started_at, signed_in.seen_at, clock.now(), SETTINGS.session_idle, SETTINGS.session_length
    ):
        await signing_in.sign_out(signed_in.sign_in_id)
        return None
    await signing_in.seen(signed_in)
    return signed_in


async def _log(scope: Scope, status: int) -> None:
    handler = scope.get("route_handler")
    viewer = scope.get("user")
    if handler is None or not isinstance(viewer, Viewer) or "reads" not in handler.opt:
        return
    read: ReadToLog | None = scope["state"].get(READ)
    if status in (403, 404):
        code = str(scope["path_params"].get("code", ""))[:20].replace("\0", "")
        slug = str(scope["path_params"].get("partnership", viewer.slug))
        asked_in = await partnerships.id_of(slug) if slug != viewer.slug else viewer.partnership_id
        refused = ReadToLog(what=_name_of(scope), code=code, refused=True)
        await trail.log_read(viewer, refused, asked_in or viewer.partnership_id)
    elif (status < 300 or status == 304) and (read or handler.opt["reads"] != "told"):
        await trail.log_read(viewer, read or ReadToLog(what=_name_of(scope)), viewer.partnership_id)


def _name_of(scope: Scope) -> str:
    return str(scope["route_handler"].name or scope["path_template"])[:60]
