"""What a case page weighs on the wire: the first view, with everything it refers to, and the next one.

Weighed as a browser asks it: compressed where the server offers that. The body counts, and the head of each
answer as well; the heads of the fonts count with what is no font.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from bench.bars import Bar, tell
from bench.data import MEASURED, alone, sqlite_of
from bench.serving import serving
from bench.stories.team import large_case_of, practitioner_of_vdab, slug_of

PATH = f"/p/{slug_of(MEASURED)}/casussen/{large_case_of(MEASURED)}"
ASKED = re.compile(r'<(?:link|script)[^>]+(?:href|src)="(/static/[^"]+)"')
IN_STYLES = re.compile(r'url\("?([^")]+\.woff2)"?\)')
A_YEAR = 365 * 24 * 3600
FIRST_VIEW, NEXT_VIEW, FONTS = 60, 20, 80


@dataclass(frozen=True)
class Answer:
    """One answer as it travels."""

    path: str
    body: int
    head: int
    max_age: int

    @property
    def weight(self) -> int:
        return self.body + self.head

    @property
    def is_font(self) -> bool:
        return self.path.endswith(".woff2")

    @property
    def is_kept(self) -> bool:
        return self.path.startswith("/static/")


def measure(*, quick: bool) -> bool:
    """Whether a case page of the size of the issue is light enough."""
    with serving(sqlite_of(alone(250 if quick else 2_500))) as served:
        client = served.signed_in(practitioner_of_vdab(MEASURED))
        asked = ASKED.findall(client.get(PATH).text)
        styles = {path: client.get(path).text for path in asked if path.endswith(".css")}
        fonts = [
            str(httpx.URL(path).join(found)) for path in styles for found in IN_STYLES.findall(styles[path])
        ]
        parts = [_weigh(client, path) for path in dict.fromkeys([PATH, *asked, *fonts])]
    for part in parts:
        print(f"  {part.weight:>8,} bytes, kept {part.max_age / A_YEAR:.1f} year  {part.path.split('/')[-1]}")
    return _judge(parts, waiting=sum(map(_faces_that_wait, styles.values())))


def _judge(parts: Sequence[Answer], *, waiting: int) -> bool:
    fonts = [part for part in parts if part.is_font]
    if not fonts:
        raise RuntimeError("No font was found: there is nothing to weigh")
    first_view = sum(part.head if part.is_font else part.weight for part in parts)
    next_view = sum(part.weight for part in parts if not part.is_kept)
    return tell(
        "weight of a case page",
        [
            Bar("first view without fonts", first_view / 1000, FIRST_VIEW, "kB"),
            Bar("next view", next_view / 1000, NEXT_VIEW, "kB"),
            Bar("fonts together", sum(font.body for font in fonts) / 1000, FONTS, "kB"),
            Bar("files kept less than a year", sum(p.is_kept and p.max_age < A_YEAR for p in parts), 0, ""),
            Bar("font faces that text waits for", waiting, 0, ""),
        ],
    )


def _weigh(client: httpx.Client, path: str) -> Answer:
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip, deflate, br"}) as answer:
        answer.raise_for_status()
        body = sum(len(piece) for piece in answer.iter_raw())
    head = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
    found = re.search(r"max-age=(\d+)", answer.headers.get("cache-control", ""))
    return Answer(path, body, head, int(found[1]) if found else 0)


def _faces_that_wait(styles: str) -> int:
    """Font faces that do not show their text in another font until they have come."""
    return sum("swap" not in face for face in re.findall(r"@font-face\s*{[^}]*}", styles))
