"""The outermost layer: what every answer carries, whatever went wrong inside."""

import logging
from typing import Final

from litestar._parsers import parse_url_encoded_form_data
from litestar.enums import HttpMethod, ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)
_NOT_NEEDED: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

_ALWAYS: Final = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", _NOT_NEEDED.encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"x-robots-tag", b"noindex, nofollow"),
)
_SECURE: Final = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")
_KEPT_NOWHERE: Final = (b"cache-control", b"no-store")

_BROKEN: Final = b"""<!doctype html>
<html lang="nl-BE"><head><meta charset="utf-8"><title>Hier liep iets mis bij ons</title></head>
<body><main><h1>Hier liep iets mis bij ons</h1>
<p>Er is niets bewaard van wat je net deed. Probeer het nog eens.</p>
<p><a href="/">Naar je start</a></p></main></body></html>
"""


def around(app: ASGIApp, *, secure: bool) -> ASGIApp:
    """`app` with security headers on every answer, HEAD answered like GET, and a last resort for errors.

    OPTIONS has one answer for every address, existing or not. An answer that says nothing about caching is
    kept nowhere. `secure`: the site is served over https.
    """
    always = (*_ALWAYS, _SECURE) if secure else _ALWAYS

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        head_only = scope["method"] == HttpMethod.HEAD
        if head_only:
            scope["method"] = HttpMethod.GET
        started = False

        async def send_on(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                said = {name.lower() for name, _ in message["headers"]}
                extra = (header for header in (*always, _KEPT_NOWHERE) if header[0] not in said)
                message["headers"] = [*message["headers"], *extra]
            elif message["type"] == "http.response.body" and head_only:
                message["body"] = b""
            await send(message)

        try:
            if scope["method"] == HttpMethod.OPTIONS:
                await _say(send_on, 204, b"", (b"allow", b"GET, HEAD, POST, OPTIONS"))
            else:
                await app(scope, receive, send_on)
        except Exception as problem:
            log.error("No page could be made: %s", type(problem).__name__)
            if started:
                raise
            await _say(send_on, 500, _BROKEN, (b"content-type", b"text/html; charset=utf-8"))
        finally:
            # Litestar remembers the bodies it parsed; what people write should not stay in memory.
            parse_url_encoded_form_data.cache_clear()

    return answer


async def _say(send: Send, status: int, body: bytes, header: tuple[bytes, bytes]) -> None:
    headers = [header, (b"content-length", str(len(body)).encode())] if body else [header]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
