"""Every POST carries a token that only a page of this site could have given."""

from typing import Any

from litestar import Request
from litestar.config.csrf import CSRFConfig
from litestar.enums import ScopeType
from litestar.exceptions import ClientException
from litestar.middleware import DefineMiddleware
from litestar.middleware.csrf import CSRFMiddleware
from litestar.types import Receive, Scope, Send

from tracker.settings import SETTINGS


class Csrf(CSRFMiddleware):
    """Litestar's own check, made proof against bodies and tokens that are no text at all."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            request = Request[Any, Any, Any](scope, receive=receive)
            try:
                await request.form()
            except (UnicodeError, LookupError, ValueError) as unreadable:
                raise ClientException from unreadable
        await super().__call__(scope, receive, send)

    def _decode_csrf_token(self, token: object) -> str | None:
        return super()._decode_csrf_token(token) if isinstance(token, str) and token.isascii() else None


def csrf_protection() -> DefineMiddleware:
    """For `Litestar(middleware=[...])`."""
    secure = SETTINGS.secure_cookies
    config = CSRFConfig(
        secret=SETTINGS.secret,
        cookie_name="__Host-csrf" if secure else "csrf",
        cookie_secure=secure,
        cookie_httponly=True,
        cookie_samesite="lax",
    )
    return DefineMiddleware(Csrf, config=config)
