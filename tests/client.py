"""The web as members of the cast meet it: signed in, through the whole application."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any
from urllib.parse import urlencode

from httpx import Response
from litestar import Litestar
from litestar.testing import AsyncTestClient

from tests.cast import Member
from tests.page import Page
from tracker.app import create_app
from tracker.partnership.access import COOKIE

Fields = Mapping[str, Any] | list[tuple[str, str]]


class Seat:
    """One device with one member behind it; every page read through it is checked for hygiene."""

    def __init__(self, client: AsyncTestClient[Any], member: Member | None) -> None:
        self.client = client
        self.cookies = {COOKIE: member.token} if member else {}
        self.csrf = ""

    async def get(self, path: str, *, htmx: bool = False, **headers: str) -> Page:
        return Page(await self.raw("GET", path, headers=self._headers(htmx, headers)))

    async def post(
        self, path: str, fields: Fields | None = None, *, htmx: bool = False, **headers: str
    ) -> Page:
        """Send a form as a browser does, the hidden token included."""
        if not self.csrf:
            await self._fetch_token()
        pairs = list(fields.items()) if isinstance(fields, Mapping) else list(fields or [])
        body = urlencode([("_csrf_token", self.csrf), *pairs], doseq=True)
        form = {"content-type": "application/x-www-form-urlencoded"}
        return Page(
            await self.raw("POST", path, content=body, headers={**form, **self._headers(htmx, headers)})
        )

    async def upload(self, path: str, files: Any, fields: Fields | None = None) -> Page:
        if not self.csrf:
            await self._fetch_token()
        data = {"_csrf_token": self.csrf, **dict(fields or {})}
        return Page(await self.raw("POST", path, files=files, data=data))

    async def raw(self, method: str, path: str, **rest: Any) -> Response:
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies.set(name, value)
        answer = await self.client.request(method, path, follow_redirects=False, **rest)
        for name in answer.cookies:
            self.cookies[name] = answer.cookies[name]
        return answer

    async def _fetch_token(self) -> None:
        """Every page hands out the token that a form sends back; the sign-in page is open to all."""
        await self.raw("GET", "/aanmelden")
        self.csrf = next(value for name, value in self.cookies.items() if "csrf" in name)

    @staticmethod
    def _headers(htmx: bool, headers: dict[str, str]) -> dict[str, str]:
        return {**({"HX-Request": "true"} if htmx else {}), **headers}


class Web:
    """The application, and a seat in front of it for whoever wants one."""

    def __init__(self, client: AsyncTestClient[Any]) -> None:
        self.client = client

    def as_(self, member: Member) -> Seat:
        return Seat(self.client, member)

    def as_nobody(self) -> Seat:
        return Seat(self.client, None)


@asynccontextmanager
async def serving() -> AsyncIterator[Web]:
    """The whole application, answering in this process."""
    async with AsyncTestClient(_application(), base_url="https://leerspoor.test") as client:
        yield Web(client)


@cache
def _application() -> Litestar:
    """Put together once: it keeps nothing between one start and the next."""
    return create_app()
