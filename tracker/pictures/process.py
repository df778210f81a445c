"""A process behaviour chart: values in order with their centre line and natural limits, and no target.

What sets a value apart is told by its shape: a triangle down for a run on one side, a diamond near a limit,
a triangle up outside a limit or in a trend. What still runs stands hollow at the right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import ceil, log10

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.pen import Picture

FEW_STEPS = 5


class Shape(StrEnum):
    """How a value is drawn."""

    ROUTINE = "routine"
    RUN = "run"
    NEAR = "near"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Dot:
    """One value; None where it may not be shown. `on` says below the axis when it was."""

    value: float | None
    on: str
    shape: Shape = Shape.ROUTINE


@dataclass(frozen=True, slots=True)
class Lines:
    """Centre line and limits from one dot up to and with another."""

    first: int
    last: int
    middle: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class _Size:
    width: float
    height: float
    r: float
    left: float = 44
    top: float = 22
    under: float = 44
    right: float = 96


WIDE = _Size(1080, 400, 5.5)
SLIM = _Size(328, 260, 3.6, right=4)


def process(
    dots: Sequence[Dot],
    lines: Sequence[Lines],
    *,
    still_open: Sequence[float] = (),
    marks: Sequence[int] = (),
    unit: str,
    label: str,
) -> Picture:
    """The chart in two sizes; a numbered mark stands before each dot in `marks`."""
    drawn = [_drawn(size, dots, lines, still_open, marks, unit, label) for size in (WIDE, SLIM)]
    return Picture(*drawn)


def strip(values: Sequence[float], *, unit: str, label: str) -> Picture:
    """Too few values for a chart: each one a dot on its scale, equal ones above each other."""
    return Picture(*(_strip(width, values, unit, label) for width in (1080.0, 328.0)))


def steps(highest: float) -> list[float]:
    """Round numbers from 0 to above the highest value."""
    rough = max(highest, 1) / FEW_STEPS
    size = 10 ** int(log10(rough)) if rough >= 1 else 1
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= rough)
    step = max(step, 1)
    return [step * i for i in range(ceil(max(highest, 1) / step) + 1)]


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where values and their places lie on the sheet."""

    size: _Size
    scale: Sequence[float]
    places: int
    crowded: bool
    """Whether the right part is kept for what still runs."""

    @property
    def bottom(self) -> float:
        return self.size.height - self.size.under

    @property
    def right(self) -> float:
        return self.size.width - self.size.right

    @property
    def begin(self) -> float:
        return self.size.left + 12

    @property
    def share(self) -> float:
        return (self.right - self.begin - 12) * (0.72 if self.crowded else 1)

    def x(self, index: float) -> float:
        return self.begin + self.share * index / max(self.places - 1, 1)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.size.top) * value / self.scale[-1]


def _drawn(
    size: _Size,
    dots: Sequence[Dot],
    lines: Sequence[Lines],
    still_open: Sequence[float],
    marks: Sequence[int],
    unit: str,
    label: str,
) -> Markup:
    known = [dot.value for dot in dots if dot.value is not None]
    scale = steps(max([*known, *(line.upper for line in lines), *still_open], default=1))
    ground = _Ground(size, scale, len(dots), bool(still_open))
    drawn = [
        *_axis(ground, unit),
        *_lines(ground, lines),
        *_path(ground, dots),
        *_marks(ground, marks),
        *_below(ground, dots),
        *_open(ground, still_open),
    ]
    kind = "wide" if size is WIDE else "slim"
    return pen.paper(drawn, width=size.width, height=size.height, label=label, kind=kind)


def _axis(ground: _Ground, unit: str) -> Iterator[str]:
    yield pen.words(unit, ground.size.left, 12)
    for step in ground.scale:
        yield pen.line("ax", ground.size.left, ground.y(step), ground.right, ground.y(step))
        yield pen.words(f"{step:g}", ground.size.left - 8, ground.y(step) + 4, "end")


def _lines(ground: _Ground, lines: Sequence[Lines]) -> Iterator[str]:
    """Centre line and limits; the last ones go on to the right, where they say what they are."""
    for line in lines:
        begin = ground.x(line.first) - 6
        end = ground.right if line is lines[-1] else ground.x(line.last) + 6
        told = [("cl", "midden", line.middle), ("lim", "grens", line.upper)]
        if line.lower > 0:
            told.append(("lim", "grens", line.lower))
        for ink, word, value in told:
            y = ground.y(value)
            yield pen.line(ink, begin, y, end, y)
            apart = word == "midden" or abs(y - ground.y(line.middle)) > 14
            if line is lines[-1] and apart and ground.size is WIDE:
                yield pen.words(f"{word} {value:.0f}", ground.right + 6, y + 4, "start", "strong")


def _path(ground: _Ground, dots: Sequence[Dot]) -> Iterator[str]:
    at = [(i, dot, dot.value) for i, dot in enumerate(dots)]
    for there, run in groupby(at, key=lambda each: each[2] is not None):
        if there:
            yield pen.stroke("run", [(ground.x(i), ground.y(value or 0)) for i, _, value in run])
    for i, dot, value in at:
        if value is not None:
            yield _dot(dot, ground.x(i), ground.y(value), ground.size.r)


def _marks(ground: _Ground, marks: Sequence[int]) -> Iterator[str]:
    for number, i in enumerate(marks, 1):
        x = ground.x(i - 0.5)
        yield pen.line("mark", x, ground.size.top, x, ground.bottom)
        yield pen.dot("no-c", x, 14, 9)
        yield pen.words(str(number), x, 18.5, "middle", "strong")


def _below(ground: _Ground, dots: Sequence[Dot]) -> Iterator[str]:
    """When it began and ended, and where there is room the middle."""
    last, y = len(dots) - 1, ground.bottom + 20
    if last >= 0:
        yield pen.words(dots[0].on, ground.x(0) - 8, y)
    if last > 3 and ground.size is WIDE:
        yield pen.words(dots[last // 2].on, ground.x(last // 2), y, "middle")
    if last > 0:
        yield pen.words(dots[last].on, ground.x(last), y, "end")


def _open(ground: _Ground, still_open: Sequence[float]) -> Iterator[str]:
    if not still_open:
        return
    edge = ground.begin + ground.share + 9
    yield pen.line("ax", edge, ground.size.top, edge, ground.bottom + 8)
    yield pen.words("loopt nog", edge + 9, ground.bottom + 20)
    per = (ground.right - edge - 14) / len(still_open)
    for i, value in enumerate(sorted(still_open, reverse=True)):
        yield pen.dot("open", edge + 9 + per * i, ground.y(value), ground.size.r - 1)


def _dot(dot: Dot, x: float, y: float, r: float) -> str:
    wide = r * 1.25
    match dot.shape:
        case Shape.RUN:
            points = [(x - wide, y - r), (x + wide, y - r), (x, y + wide)]
        case Shape.OUTSIDE:
            points = [(x - wide, y + r), (x + wide, y + r), (x, y - wide)]
        case Shape.NEAR:
            points = [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)]
        case _:
            return pen.dot("dot", x, y, r)
    return pen.stroke("sig", points, closed=True)


def _strip(width: float, values: Sequence[float], unit: str, label: str) -> Markup:
    scale = steps(max(values, default=1))
    left, right, bottom = 12.0, width - 20, 62.0

    def x(value: float) -> float:
        return left + (right - left) * value / scale[-1]

    drawn = [pen.line("ax", left, bottom, right, bottom)]
    shown = scale if width > 400 else scale[:: max(1, ceil(len(scale) / 4))]
    for step in shown:
        drawn.append(pen.line("ax", x(step), bottom, x(step), bottom + 5))
        drawn.append(pen.words(f"{step:g}", x(step), bottom + 20, "middle"))
    drawn.append(pen.words(unit, right + 20, bottom - 8, "end"))
    taken: list[float] = []
    for value in sorted(values):
        above = sum(1 for at in taken if abs(at - x(value)) < 11)
        taken.append(x(value))
        drawn.append(pen.dot("dot", x(value), bottom - 12 - 12 * above, 5.5))
    return pen.paper(
        drawn, width=width, height=bottom + 26, label=label, kind="wide" if width > 400 else "slim"
    )
