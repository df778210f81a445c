"""The star of value demands: axes from 0 in the centre to 5, in their fixed order, never filled.

The centre is 0, so that a 1 can be seen. What was not seen is a gap: the line breaks, it never falls to 0.
"""

from collections.abc import Sequence
from math import cos, pi, sin

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.readings import FEWEST, MOST, Axis, Ink, Layer, runs, spoken
from tracker.pictures.room import wrap

RING = 24.8
"""The distance between two rings."""
WORDED = 520.0
"""The width of the star with words: at 480 px on screen its words are still 12 px high."""
MOST_LINES = 6
LINE = 16.0
EDGE = 5 * RING + 8
"""How far above and below the centre the words of an upright axis begin."""


def star(axes: Sequence[Axis], drawn: Sequence[Layer]) -> Markup | None:
    """The star with a letter on each axis; None when there are too few or too many axes for one."""
    if not FEWEST <= len(axes) <= MOST:
        return None
    centre = (150.0, 150.0)
    marks = _web(len(axes), centre)
    for i, axis in enumerate(axes):
        x, y = _at(i, len(axes), 5.75, centre)
        marks.append(pen.words(axis.letter, x, y + 5, "middle", "strong"))
    marks += _lines(len(axes), drawn, centre)
    foot = max(_at(i, len(axes), 5.75, centre)[1] for i in range(len(axes))) + 10
    return pen.paper(marks, width=300, height=min(foot, 300), label=spoken("Ster", axes, drawn), kind="star")


def worded(axes: Sequence[Axis], drawn: Sequence[Layer]) -> Markup | None:
    """The star with the words themselves beside the axes, for where it is 480 px wide or more."""
    if not FEWEST <= len(axes) <= MOST:
        return None
    blocks = [_Words(i, len(axes), axis) for i, axis in enumerate(axes)]
    first, *others = blocks
    sides = [each for side in ("start", "end") for each in _stacked([b for b in others if b.side == side])]
    foot = max(top + block.height for block, top in sides)
    placed = [(first, -EDGE - first.height), *sides]
    placed += [(block, max(EDGE, foot + 6)) for block in others if block.side == "middle"]
    centre = (WORDED / 2, 8 - placed[0][1])
    marks = _web(len(axes), centre)
    marks += [part for block, top in placed for part in block.beside(centre, top)]
    marks += _lines(len(axes), drawn, centre)
    lowest = max(block.y + 6 for block in blocks)
    height = centre[1] + max(lowest, *(top + block.height for block, top in placed)) + 6
    return pen.paper(marks, width=WORDED, height=height, label=spoken("Ster", axes, drawn), kind="worded")


class _Words:
    """The words of one axis, wrapped to the room on its side of the star."""

    def __init__(self, i: int, count: int, axis: Axis) -> None:
        self.x, self.y = _at(i, count, 5, (0, 0))
        self.side = "middle" if abs(self.x) < 1 else "end" if self.x < 0 else "start"
        self.letter = axis.letter
        room = 300.0 if self.side == "middle" else WORDED / 2 - 14 - abs(self.x)
        self.lines = wrap(f"{axis.letter}. {axis.words}", room, MOST_LINES)
        self.height = len(self.lines) * LINE

    def beside(self, centre: tuple[float, float], top: float) -> list[str]:
        """The words with their block starting at `top`, seen from the centre of the star."""
        gap = {"middle": 0, "start": 9, "end": -9}[self.side]
        x, y = centre[0] + self.x + gap, centre[1] + top + 12
        first = pen.words(self.lines[0], x, y, self.side, lead=f"{self.letter}.")
        return [
            first,
            *(pen.words(text, x, y + LINE * (i + 1), self.side) for i, text in enumerate(self.lines[1:])),
        ]


def _stacked(blocks: list[_Words]) -> list[tuple[_Words, float]]:
    """The blocks of one side from top to bottom, each as near to its axis as the one above it allows."""
    placed: list[tuple[_Words, float]] = []
    floor = -EDGE
    for block in sorted(blocks, key=lambda block: block.y):
        top = max(block.y - block.height / 2, floor)
        placed.append((block, top))
        floor = top + block.height + 6
    return placed


def _web(count: int, centre: tuple[float, float]) -> list[str]:
    rings = [
        pen.stroke("ax", [_at(i, count, value, centre) for i in range(count)], closed=True)
        for value in range(1, 6)
    ]
    spokes = [pen.line("ax", *centre, *_at(i, count, 5, centre)) for i in range(count)]
    ends = [
        pen.words("1", centre[0] + 6, centre[1] - RING + 4),
        pen.words("5", centre[0] + 7, centre[1] - 5 * RING + 12),
    ]
    return rings + spokes + ends


def _lines(count: int, drawn: Sequence[Layer], centre: tuple[float, float]) -> list[str]:
    return [part for layer in drawn for part in _layer(layer, count, centre)]


def _layer(layer: Layer, count: int, centre: tuple[float, float]) -> list[str]:
    values = layer.reading.values
    spots = {i: _at(i, count, value, centre) for i, value in enumerate(values) if value is not None}
    marks = []
    for run in runs(values):
        if len(run) == 1:
            marks += _alone(layer.ink, spots[run[0]], run[0], count)
        elif run[0] == run[-1]:
            marks.append(pen.stroke(layer.ink, [spots[i] for i in run[:-1]], closed=True))
        else:
            marks.append(pen.stroke(layer.ink, [spots[i] for i in run]))
    if layer.ink is Ink.NOW:
        marks += [pen.dot("dot", x, y, 5.5) for x, y in spots.values()]
    elif layer.ink is Ink.OTHER:
        marks += [pen.block("sq", x - 4, y - 4, 8, 8) for x, y in spots.values()]
    return marks


def _alone(ink: Ink, spot: tuple[float, float], i: int, count: int) -> list[str]:
    """A value between two gaps has no line. An earlier one has no dot: a short dash across its axis."""
    if ink in (Ink.NOW, Ink.OTHER):
        return []
    x, y = spot
    along = 2 * pi * i / count
    dx, dy = 3 * cos(along), 3 * sin(along)
    return [pen.line(ink, x - dx, y - dy, x + dx, y + dy)]


def _at(i: int, count: int, value: float, centre: tuple[float, float]) -> tuple[float, float]:
    """Where a value stands on an axis: the first axis points up, the others follow clockwise."""
    turn = 2 * pi * i / count
    return centre[0] + value * RING * sin(turn), centre[1] - value * RING * cos(turn)
