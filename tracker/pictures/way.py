"""The way of something between those who can do something about it: a lane for each, a stop for each step.

Drawn through is brought further, dashed is told back, dotted is still owed. Every stop is a line of the
numbered list beside it, which says the same in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from tracker.pictures import dutch, pen
from tracker.pictures.room import text_width

WIDTH = 1200.0
TOP, APART = 50.0, 100.0
RING = 13.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in a lane. `back` is told back to where it came from; `owed` still has to happen."""

    lane: str
    label: str
    on: date
    back: bool = False
    owed: bool = False


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where lanes and stops lie on the sheet; the lowest lane comes first."""

    lanes: tuple[str, ...]
    stops: int

    @property
    def left(self) -> float:
        return max(130.0, *(text_width(lane) * 1.15 + 16 for lane in self.lanes))

    @property
    def height(self) -> float:
        return TOP + APART * (len(self.lanes) - 1) + 72

    def x(self, place: int) -> float:
        first, last = self.left + 24, WIDTH - 56
        return first + (last - first) * place / max(self.stops - 1, 1)

    def y(self, lane: str) -> float:
        return TOP + APART * (len(self.lanes) - 1 - self.lanes.index(lane))

    def beside(self, stops: Sequence[Stop], place: int) -> float:
        """The height of the words at a stop: under it, unless the way leads down from it."""
        here, near = self.y(stops[place].lane), (place - 1, place + 1)
        level = [self.y(stops[i].lane) - here for i in near if 0 <= i < len(stops)]
        above = stops[place].lane == self.lanes[-1] or (min(level, default=0) >= 0 < max(level, default=0))
        return here + (-24 if above else 34)


def way(stops: Sequence[Stop], lanes: Sequence[str]) -> Markup:
    """The picture, for a wide screen; `lanes` from the lowest to the highest, `stops` in order."""
    ground = _Ground(tuple(lanes), len(stops))
    spots = [(ground.x(i), ground.y(stop.lane)) for i, stop in enumerate(stops)]
    drawn = [
        mark
        for lane in lanes
        for mark in (
            pen.line("ax", ground.left, ground.y(lane), WIDTH - 10, ground.y(lane)),
            pen.words(lane, 0, ground.y(lane) + 5, "start", "strong"),
        )
    ]
    drawn += [
        pen.stroke("owe" if stop.owed else "was" if stop.back else "now", leg)
        for stop, leg in zip(stops[1:], pairwise(spots), strict=True)
    ]
    for number, (stop, (x, y)) in enumerate(zip(stops, spots, strict=True), 1):
        drawn.append(pen.dot("leegc" if stop.owed else "no-c", x, y, RING))
        drawn.append(pen.words(str(number), x, y + 4.5, "middle", "strong"))
    drawn += _labels(ground, stops)
    drawn += _days(ground, stops)
    return pen.paper(drawn, width=WIDTH, height=ground.height, label=spoken(stops, lanes), kind="wide")


def spoken(stops: Sequence[Stop], lanes: Sequence[str]) -> str:
    """The picture in words, for who does not see it."""
    steps = dutch.counted(len(stops), "stap", "stappen")
    owed = next((f" Stap {i}, {s.label}, moet nog gebeuren." for i, s in enumerate(stops, 1) if s.owed), "")
    return f"De weg tussen {dutch.listed(list(lanes))} in {steps}.{owed} De lijst ernaast geeft elke stap."


def _labels(ground: _Ground, stops: Sequence[Stop]) -> list[str]:
    """What each stop is, wherever it does not run into the one before it in the same lane."""
    drawn, ends = [], dict.fromkeys(ground.lanes, 0.0)
    for i, stop in enumerate(stops):
        half, x = text_width(stop.label) / 2, ground.x(i)
        if x - half > ends[stop.lane] + 6:
            ends[stop.lane] = x + half
            drawn.append(pen.words(stop.label, x, ground.beside(stops, i), "middle"))
    return drawn


def _days(ground: _Ground, stops: Sequence[Stop]) -> list[str]:
    """The month of the first stop, of the last, and of those between that leave room."""
    last = len(stops) - 1
    texts = ["nu" if stop.owed else dutch.month_year(stop.on) for stop in stops]
    kept = [0, *([last] if last else [])]
    for i in range(1, last):
        apart = min(abs(ground.x(i) - ground.x(other)) for other in kept)
        if apart > text_width(texts[i]) + 40 and texts[i] not in (texts[other] for other in kept):
            kept.append(i)
    return [pen.words(texts[i], ground.x(i), ground.height - 6, "middle") for i in sorted(kept)]
