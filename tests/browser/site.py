"""A whole site inside the browser: every request of a page is answered by the application in this process."""

import html
from collections.abc import Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from litestar import Litestar
from litestar.testing import AsyncTestClient
from playwright.async_api import Page, Route

from tests.browser.stage import SITE, TYPES, Stage
from tests.cast import Member
from tracker.partnership.access import COOKIE
from tracker.web.static import BUILT, PREFIX

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours."""
GO_ON = '<!doctype html><meta http-equiv="refresh" content="0;url={}">'


async def visit(page: Page, client: AsyncTestClient[Litestar], path: str = "/") -> Stage:
    """Open a page of the site behind `client`; what the page complains about is kept."""
    stage = Stage(page)

    async def answer(route: Route) -> None:
        asked = urlsplit(route.request.url)
        if asked.path.startswith(PREFIX):
            file = BUILT / asked.path.removeprefix(f"{PREFIX}/")
            await route.fulfill(path=file, content_type=TYPES[file.suffix])
            return
        client.cookies.clear()
        given = await client.request(
            route.request.method,
            f"{asked.path}?{asked.query}",
            content=route.request.post_data_buffer,
            headers=await route.request.all_headers(),
            follow_redirects=False,
        )
        headers: dict[str, Any] = {}
        for name, value in given.headers.multi_items():
            headers[name] = f"{headers[name]}\n{value}" if name in headers else value
        for about_the_wire in ("content-encoding", "content-length"):
            headers.pop(about_the_wire, None)
        if given.has_redirect_location and route.request.is_navigation_request():
            # The browser would go to the real network for the next address.
            onward = GO_ON.format(html.escape(headers.pop("location")))
            await route.fulfill(headers={**headers, "content-type": "text/html"}, body=onward)
            return
        await route.fulfill(status=given.status_code, headers=headers, body=given.content)

    page.on("pageerror", lambda error: stage.complaints.append(str(error)))
    page.on("console", lambda said: stage.complaints.append(said.text) if said.type == "error" else None)
    await page.route("**/*", answer)
    await page.goto(SITE + path)
    return stage


async def sign_in(page: Page, member: Member) -> None:
    """Sit somebody of the cast down in front of this browser."""
    cookie = {"name": COOKIE, "value": member.token, "url": SITE, "secure": True}
    await page.context.add_cookies([cookie])  # type: ignore[list-item]


async def wrong_with(page: Page, *, narrow: int = 360) -> list[tuple[object, ...]]:
    """What is wrong with the open page, on a screen and on a phone of `narrow` wide, light and dark.

    The window is as narrow afterwards, so that the next page opens on the phone.
    """
    wrong: list[tuple[object, ...]] = []
    for width in (1280, narrow):
        await page.set_viewport_size({"width": width, "height": 740})
        # The second width begins in the colours the first one ended with: a change is drawn anew.
        for scheme in SCHEMES if width != narrow else reversed(SCHEMES):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # In the dark other colours are all that is different.
            rules = COLOURS if scheme == "dark" else None
            wrong += [(page.url, width, scheme, found) for found in await findings(page, rules)]
        if await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wrong.append((page.url, width, "wider than the screen"))
    return wrong


async def findings(page: Page, rules: Sequence[str] | None = None) -> list[tuple[str, list[str]]]:
    """What axe finds wrong on the page, by these rules of its own or else by all."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE_SCRIPT)
        # Half a megabyte: the browser keeps it for the pages that follow.
        await page.add_init_script(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    violations = await page.evaluate("async options => (await axe.run(options)).violations", options)
    return [(found["id"], [node["html"][:160] for node in found["nodes"]]) for found in violations]
