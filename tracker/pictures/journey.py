"""The way a customer really went: each step a mark, the days waited before it a bar on one scale.

Filled is value, open is waste, a diamond is a failure demand, a dashed ring what nobody knows. It is drawn
for a wall: words of 24 units in a picture of 1720 wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.dutch import counted
from tracker.pictures.room import wrap

WIDTH, AXIS, HALF = 1720.0, 130.0, 30.0
SIZE, LINE, LINES = 24.0, 32.0, 4
LONGEST_BAR = 250.0
PER_DAY = 8.0


class Mark(StrEnum):
    """How a step is drawn."""

    FILLED = "filled"
    OPEN = "open"
    DIAMOND = "diamond"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the way; `says` is the name of its mark, `waited` the days before it."""

    number: int
    what: str
    mark: Mark
    says: str
    waited: int


def journey(stops: Sequence[Stop]) -> Markup:
    """The whole way in one line; empty without a step."""
    if not stops:
        return Markup("")
    apart = WIDTH / len(stops)
    places = [apart * (place + 0.5) for place in range(len(stops))]
    scale = min(PER_DAY, min(LONGEST_BAR, apart - 90) / max(1, *(stop.waited for stop in stops)))
    marks: list[str] = []
    foot = AXIS
    for place, (x, stop) in enumerate(zip(places, stops, strict=True)):
        before = x - apart / 2
        if place:
            marks.append(pen.line("now dotted", places[place - 1] + HALF + 6, AXIS, x - HALF - 6, AXIS))
        if stop.waited:
            middle = before if place else max(before + 70, 70.0)
            marks += _waiting(middle, stop.waited, scale)
        marks.append(_mark(stop.mark, x))
        lines = wrap(f"{stop.number}. {stop.what}", (apart - 40) * pen.type_size / SIZE, LINES)
        for row, text in enumerate(lines):
            y = AXIS + HALF + 52 + row * LINE
            marks.append(pen.words(text, x, y, "middle"))
            foot = max(foot, y)
    return pen.paper(marks, width=WIDTH, height=foot + 14, label=_said(stops), kind="wide journey")


def _waiting(middle: float, days: int, scale: float) -> list[str]:
    width = max(days * scale, 6)
    return [
        pen.block("wait", middle - width / 2, AXIS - 62, width, 26, 4),
        pen.words(f"{days} {'dag' if days == 1 else 'dagen'}", middle, AXIS - 76, "middle", "strong"),
    ]


def _mark(mark: Mark, x: float) -> str:
    match mark:
        case Mark.FILLED:
            return pen.dot("fill", x, AXIS, HALF)
        case Mark.OPEN:
            return pen.dot("open big", x, AXIS, HALF - 2)
        case Mark.DIAMOND:
            corners = [(x, AXIS - 36), (x + 36, AXIS), (x, AXIS + 36), (x - 36, AXIS)]
            return pen.stroke("sig", corners, closed=True)
        case Mark.DASHED:
            return pen.dot("leegc", x, AXIS, HALF - 2)


def _said(stops: Sequence[Stop]) -> str:
    told = []
    for stop in stops:
        after = f" na {counted(stop.waited, 'dag', 'dagen')} wachten" if stop.waited else ""
        told.append(f"{stop.number} {stop.says}{after}.")
    return f"{counted(len(stops), 'stap', 'stappen').capitalize()}. {' '.join(told)}"
