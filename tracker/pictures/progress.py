"""The progress line: the scores of one case from 1 to 10, each with the number of its interpretation.

The scale is always 1 to 10, with words at both ends. A lower score has the same ink as a higher one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from tracker.pictures import dutch, pen
from tracker.pictures.axis import Tick, ticks
from tracker.pictures.pen import Picture
from tracker.pictures.room import Box, Segment, around, clearest, text_box, text_width

RING = 10.0
ABOVE, UNDER = (0, -21), (0, 21)
BESIDE = ((-15, -15), (15, -15), (-15, 15), (15, 15), (-19, 0), (19, 0))
STACKED = ((0, -43), (0, -65), (0, 43))
"""Where the ring of a point may stand, seen from the point."""
BELOW = "De genummerde duidingen staan eronder."
SHORTEST = timedelta(days=90)
"""The least time that the picture spans, so that scores of one day do not fill it."""


@dataclass(frozen=True)
class Point:
    """One score, with the number of its interpretation in the list below the picture."""

    on: date
    score: int
    number: int


@dataclass(frozen=True)
class Mark:
    """A day on which something changed, such as 'bedoeling herschreven'."""

    on: date
    label: str


@dataclass(frozen=True)
class Row:
    """One line of the table that says the same as the picture."""

    number: int
    on: date
    score: int


@dataclass(frozen=True)
class _Frame:
    """Where days and scores stand in one size of the picture."""

    kind: str
    width: float
    height: float
    start: date
    end: date
    top: float = 32.0

    @property
    def floor(self) -> float:
        return self.height - 34

    def x(self, on: date) -> float:
        left, right = 48.0, self.width - 30
        return left + (right - left) * ((on - self.start) / (self.end - self.start))

    def y(self, score: int) -> float:
        return self.floor - (self.floor - self.top) * (score - 1) / 9

    @property
    def field(self) -> Box:
        """Where rings may stand."""
        return Box(0, 0, self.width, self.height - 19)

    @property
    def plot(self) -> Box:
        """Where words about a day may stand."""
        return Box(30, self.top, self.width, self.floor)


def progress(points: Sequence[Point], marks: Sequence[Mark] = (), *, until: date) -> Picture | None:
    """The line of all scores up to `until` (today, or the day the case ended); None without a score."""
    if not points:
        return None
    points = sorted(points, key=lambda point: (point.on, point.number))
    marks = sorted(marks, key=lambda mark: mark.on)
    days = [point.on for point in points] + [mark.on for mark in marks]
    end = max(until, *days, min(days) + SHORTEST)
    wide = _Frame("wide", 640, 230, min(days), end)
    slim = _Frame("slim", 328, 220, min(days), end)
    label = spoken(points, marks)
    return Picture(wide=_draw(wide, points, marks, label), slim=_draw(slim, points, marks, label))


def rows(points: Sequence[Point]) -> list[Row]:
    """The same scores as a table, latest first."""
    latest_first = sorted(points, key=lambda point: (point.on, point.number), reverse=True)
    return [Row(point.number, point.on, point.score) for point in latest_first]


def spoken(points: Sequence[Point], marks: Sequence[Mark] = ()) -> str:
    """The picture in words, for who does not see it."""
    first, last = points[0], points[-1]
    begin, end = dutch.month_year(first.on), dutch.month_year(last.on)
    if len(points) == 1:
        line = f"Eén score: {first.score} in {begin}. De genummerde duiding staat eronder."
    elif begin == end:
        line = f"Voortgang van {first.score} naar {last.score} in {end}. {BELOW}"
    else:
        line = f"Voortgang van {first.score} in {begin} naar {last.score} in {end}. {BELOW}"
    changes = "".join(
        f" {label[:1].upper()}{label[1:]} in {dutch.listed(_months(marks, label))}."
        for label in dict.fromkeys(mark.label for mark in marks)
    )
    return line + changes


def _months(marks: Sequence[Mark], label: str) -> list[str]:
    return list(dict.fromkeys(dutch.month_year(mark.on) for mark in marks if mark.label == label))


def _draw(frame: _Frame, points: Sequence[Point], marks: Sequence[Mark], label: str) -> Markup:
    spots = [(frame.x(point.on), frame.y(point.score)) for point in points]
    lines: list[Segment] = [(*a, *b) for a, b in zip(spots, spots[1:], strict=False)]
    rings = _rings(frame, points, spots, lines)
    dots = [around(x, y, 6 if i in rings else 3.5) for i, (x, y) in enumerate(spots)]
    taken = [*rings.values(), *dots]

    drawn = [
        part
        for score in (1, 5, 10)
        for part in (
            pen.line("ax", 34, frame.y(score), frame.width - 18, frame.y(score)),
            pen.words(str(score), 25, frame.y(score) + 4.5, "end"),
        )
    ]
    for text, level in (("we kunnen loslaten", frame.top - 8), ("nog een hele weg", frame.floor - 8)):
        drawn.append(_end_words(frame, text, level, taken, lines))
    drawn += [_tick(frame, tick) for tick in _ticks(frame)]
    drawn += _marked(frame, marks, taken, lines)
    if lines:
        drawn.append(pen.stroke("now", spots))
    for i, (x, y) in enumerate(spots):
        drawn.append(pen.dot("dot", x, y, 5 if i in rings else 3))
    for i, box in rings.items():
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        drawn.append(pen.dot("no-c", x, y, RING))
        drawn.append(pen.words(str(points[i].number), x, y + 4.5, "middle", "strong"))
    return pen.paper(drawn, width=frame.width, height=frame.height, label=label, kind=frame.kind)


def _rings(
    frame: _Frame,
    points: Sequence[Point],
    spots: Sequence[tuple[float, float]],
    lines: Sequence[Segment],
) -> dict[int, Box]:
    """Which points carry their number, and where. First and last always do, then the turning points, then
    every other one whose ring hides neither a line nor a point."""
    rings: dict[int, Box] = {}
    dots = [around(x, y, 5) for x, y in spots]
    scale = [text_box(str(score), 25, frame.y(score) + 4.5, "end") for score in (1, 5, 10)]
    ends = (len(points) - 1, 0)
    for i in dict.fromkeys([*ends, *_turning(points), *range(len(points))]):
        x, y = spots[i]
        boxes = [around(x + dx, y + dy, RING + 0.75) for dx, dy in _places(i, spots)]
        boxes = [box for box in boxes if box.within(frame.field)]
        hard = [*rings.values(), *scale, *dots[:i], *dots[i + 1 :]]
        chosen = clearest(boxes, hard, lines)
        if chosen is None and i in ends:
            chosen = clearest(boxes, rings.values(), lines)
        elif chosen is not None and i not in ends and boxes[chosen].crossings(lines):
            chosen = None
        if chosen is not None:
            rings[i] = boxes[chosen]
    return dict(sorted(rings.items()))


def _places(i: int, spots: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Where the ring of a point may stand, best first. In a crowd only right above or below it, so that one
    sees whose number it is; scores of one day may stack theirs."""
    x = spots[i][0]
    left = x - spots[i - 1][0] if i else 99
    right = spots[i + 1][0] - x if i + 1 < len(spots) else 99
    if min(left, right) < 1:
        return [ABOVE, UNDER, *STACKED, *BESIDE]
    free = [(dx, dy) for dx, dy in BESIDE if (left if dx < 0 else right) > 2 * RING]
    return [ABOVE, *free[:2], UNDER, *free[2:]]


def _turning(points: Sequence[Point]) -> list[int]:
    """The points where the line changes direction, the sharpest first."""
    bends: list[tuple[int, int]] = []
    way = 0
    for i in range(1, len(points)):
        step = points[i].score - points[i - 1].score
        if step and way and (step > 0) != (way > 0):
            bends.append((-abs(step) - abs(way), i - 1))
        way = step or way
    return [i for _, i in sorted(bends)]


def _end_words(frame: _Frame, text: str, y: float, taken: list[Box], lines: Sequence[Segment]) -> str:
    """The words at 1 or at 10: at their own end of the level, or else wherever the line leaves room."""
    left, right = 36.0, frame.width - 18
    places = [(left, y, "start"), (right, y, "end")]
    if y > frame.top:
        places.reverse()
    else:
        places += [(left, frame.top + 18, "start"), (right, frame.top + 18, "end")]
    places += [(float(x), y, "start") for x in range(60, int(right - text_width(text)), 12)]
    boxes = [text_box(text, *place) for place in places]
    chosen = clearest(boxes, taken, lines) or 0
    taken.append(boxes[chosen])
    return pen.words(text, *places[chosen])


def _marked(frame: _Frame, marks: Sequence[Mark], taken: list[Box], lines: Sequence[Segment]) -> list[str]:
    """A dashed line for every change; its words stand where there is room, else only the line does."""
    drawn = []
    uprights = [frame.x(mark.on) for mark in marks]
    for mark, x in zip(marks, uprights, strict=True):
        drawn.append(pen.line("mark", x, frame.top, x, frame.floor))
        others = [Box(other - 1, frame.top, other + 1, frame.floor) for other in uprights if other != x]
        heights = (frame.top + 14, *range(int(frame.floor) - 26, int(frame.top) + 20, -16))
        places = [(x + dx, y, anchor) for y in heights for dx, anchor in ((6, "start"), (-6, "end"))]
        places = [place for place in places if text_box(mark.label, *place).within(frame.plot)]
        boxes = [text_box(mark.label, *place) for place in places]
        chosen = clearest(boxes, [*taken, *others], lines)
        if chosen is not None and not boxes[chosen].crossings(lines):
            taken.append(boxes[chosen])
            drawn.append(pen.words(mark.label, *places[chosen]))
    return drawn


def _ticks(frame: _Frame) -> list[Tick]:
    return ticks(frame.start, frame.end, frame.x, edge=frame.width, gap=80 if frame.width > 400 else 48)


def _tick(frame: _Frame, tick: Tick) -> str:
    label = pen.words(tick.label, tick.x, frame.height - 8, tick.anchor)
    return label if tick.first else pen.line("ax", tick.x, frame.floor, tick.x, frame.floor + 6) + label
