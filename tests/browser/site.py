"""A whole site inside the browser: every request of a page is answered by the application in this process."""

from typing import Any
from urllib.parse import urlsplit

from litestar import Litestar
from litestar.testing import AsyncTestClient
from playwright.async_api import Page, Route

from tests.browser.stage import SITE, TYPES, Stage
from tracker.web.static import BUILT, PREFIX


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
        headers.pop("content-encoding", None)
        await route.fulfill(status=given.status_code, headers=headers, body=given.content)

    page.on("pageerror", lambda error: stage.complaints.append(str(error)))
    page.on("console", lambda said: stage.complaints.append(said.text) if said.type == "error" else None)
    await page.route("**/*", answer)
    await page.goto(SITE + path)
    return stage
