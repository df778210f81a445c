"""A stage for our own scripts: one page under the strict CSP, the built files, and answers we choose."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import Page, Route

from tracker.web.static import BUILT, PREFIX, asset

SITE = "https://leerspoor.test"
CSP = "default-src 'self'; img-src 'self' data:"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
HTMX = '{"includeIndicatorStyles":false,"allowEval":false}'

HEAD = """<!doctype html><html lang="nl-BE"><meta charset="utf-8"><title>Proef</title>
<meta name="htmx-config" content='{htmx}'><link rel="stylesheet" href="{css}">
<script src="{js}" defer></script>{more}<body><main>{body}</main>"""
CHARTS = """<link rel="stylesheet" id="plotly.js-style-global" class="no-inline-styles" href="{css}">
<script src="{js}" defer></script>"""


@dataclass
class Stage:
    """What the page sent and complained about so far."""

    page: Page
    sent: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def sent_to(self, path: str) -> list[dict[str, str]]:
        return [fields for where, fields in self.sent if where == path]


async def show(
    page: Page,
    body: str,
    answers: dict[str, Callable[[], dict] | dict] | None = None,
    *,
    charts: bool = False,
) -> Stage:
    """Show `body` as a page of ours. `answers` maps a path to what `route.fulfill` takes, or to a function
    that gives it; a function that returns None breaks the connection.
    """
    stage = Stage(page)
    more = CHARTS.format(css=asset("charts.css"), js=asset("charts.js")) if charts else ""
    html = HEAD.format(htmx=HTMX, css=asset("app.css"), js=asset("app.js"), more=more, body=body)
    answers = {
        "/": {"body": html, "content_type": "text/html", "headers": {"content-security-policy": CSP}}
    } | (answers or {})

    async def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith(PREFIX):
            file = BUILT / path.removeprefix(f"{PREFIX}/")
            await route.fulfill(path=file, content_type=TYPES[file.suffix])
            return
        if route.request.method == "POST":
            fields = parse_qs(route.request.post_data or "", keep_blank_values=True)
            stage.sent.append((path, {name: values[0] for name, values in fields.items()}))
        given = answers.get(path, {"status": 404})
        chosen = given() if callable(given) else given
        await (route.abort() if chosen is None else route.fulfill(**chosen))

    page.on("pageerror", lambda error: stage.complaints.append(str(error)))
    page.on("console", lambda said: stage.complaints.append(said.text) if said.type == "error" else None)
    await page.route("**/*", answer)
    await page.goto(SITE)
    return stage


def as_json(picture: object) -> dict:
    return {"body": json.dumps(picture), "content_type": "application/json"}
