"""A walk through the application as a visitor makes it: from link to link, looking at every form on the way.

What a page or a form asks is learned from the pages themselves, so that whatever is built later is met too.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from tests.client import Seat
from tracker.cli.examining import all_routes

HERE = "https://leerspoor.test"
# A walk is about pages: not files, not what scripts fetch, and it stays signed in.
NOT_WALKED = re.compile(r"^/static|\.(json|xlsx|csv|svg)$|^/aanmelden|^/afmelden|^/rol|/afmelden-overal$")


@dataclass(frozen=True)
class Asked:
    """One field of a form: its `kind` (text, date, select, ..), and the values it offers or holds."""

    name: str
    kind: str
    values: tuple[str, ...] = ()

    @property
    def is_choice(self) -> bool:
        return self.kind in ("select", "radio", "checkbox")

    @property
    def is_text(self) -> bool:
        return self.kind in ("text", "textarea", "search")


@dataclass
class Met:
    """A form as it stood on the page `on`."""

    on: str
    action: str
    method: str
    asked: dict[str, Asked] = field(default_factory=dict)

    @property
    def route(self) -> str:
        return route_of(urlsplit(self.action).path) or self.action

    @property
    def own(self) -> list[Asked]:
        """Its fields, without those that every form carries."""
        return [each for each in self.asked.values() if each.name not in ("_csrf_token", "key")]


@dataclass
class Walked:
    """The pages that answered, by address, and one of every form on them."""

    pages: list[str] = field(default_factory=list)
    forms: dict[tuple[str, frozenset[str]], Met] = field(default_factory=dict)
    queries: dict[str, set[str]] = field(default_factory=dict)
    """Which words stood in the query strings of the links and forms to a route."""


async def walk(seat: Seat, *, per_route: int = 2) -> Walked:
    """Follow every link, to at most so many addresses of each route."""
    walked, waiting, seen, times = Walked(), ["/"], {"/"}, dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        if route is None or times.get(route, 0) >= per_route:
            continue
        times[route] = times.get(route, 0) + 1
        answer = await seat.raw("GET", path)
        if "location" in answer.headers:
            found = [answer.headers["location"]]
        elif answer.headers.get("content-type", "").startswith("text/html") and answer.status_code == 200:
            walked.pages.append(path)
            reader = _Reader(path)
            reader.feed(answer.text)
            reader.close()
            for form in reader.forms.values():
                walked.forms.setdefault((form.method + form.route, frozenset(form.asked)), form)
                if form.method == "get":
                    walked.queries.setdefault(form.route, set()).update(form.asked)
            found = reader.links
        else:
            found = []
        for link in found:
            parts = urlsplit(urljoin(HERE + path, link))
            if parts.netloc != urlsplit(HERE).netloc or NOT_WALKED.search(parts.path):
                continue
            names = {name for name, _ in parse_qsl(parts.query)}
            walked.queries.setdefault(route_of(parts.path) or "", set()).update(names)
            if parts.path not in seen:
                seen.add(parts.path)
                waiting.append(parts.path)
    return walked


def route_of(path: str) -> str | None:
    """The route that answers an address, as it was declared."""
    return next((route for route, pattern in _patterns() if pattern.fullmatch(path)), None)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    routes = sorted({row["path"] for row in all_routes()}, key=lambda route: (route.count("{"), route))
    return [(route, re.compile(re.sub(r"\{\w+(:\w+)?\}", "[^/]+", route))) for route in routes]


class _Reader(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.links: list[str] = []
        self.forms: dict[str, Met] = {}
        self._open: Met | None = None
        self._select: tuple[Met, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.links += [said[name] for name in ("href", "hx-get") if tag != "link" and said.get(name)]
        if tag == "form":
            action = urljoin(HERE + self.page, said.get("action", "")).removeprefix(HERE)
            self._open = Met(self.page, action, said.get("method", "get").lower())
            self.forms[said.get("id") or f"form {len(self.forms)}"] = self._open
        form = self.forms.get(said.get("form", "")) or self._open
        name = said.get("name", "")
        if tag == "option" and self._select:
            self._add(*self._select, "select", said.get("value", ""))
        elif form and name and "disabled" not in said:
            if tag == "select":
                self._select = form, name
            elif tag == "textarea":
                self._add(form, name, "textarea")
            elif tag == "input":
                self._add(form, name, said.get("type", "text"), said.get("value", ""))
            elif tag == "button":
                self._add(form, name, "button", said.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None

    @staticmethod
    def _add(form: Met, name: str, kind: str, value: str = "") -> None:
        before = form.asked.get(name)
        form.asked[name] = Asked(
            name, kind, (*(before.values if before else ()), *([value] if value else ()))
        )
