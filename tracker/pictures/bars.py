"""One or two value demands: too few for a star, so a line from 0 to 5 for each, in the same inks."""

from collections.abc import Sequence

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.readings import FEWEST, Axis, Ink, Layer, spoken

LEFT, STEP, HIGH = 34.0, 50.0, 64.0
_LIFT = {Ink.NOW: 0.0, Ink.WAS: -10.0, Ink.FIRST: -18.0, Ink.OTHER: 12.0}


def bars(axes: Sequence[Axis], drawn: Sequence[Layer]) -> Markup | None:
    """The bars of one or two demands; None without any, and from three on, when a star shows more."""
    if not 0 < len(axes) < FEWEST:
        return None
    height = HIGH * len(axes) + 24
    marks = [pen.line("ax", _x(value), 8, _x(value), height - 20) for value in range(6)]
    marks += [pen.words(str(value), _x(value), height - 5, "middle") for value in (1, 5)]
    for i, axis in enumerate(axes):
        y = 8 + HIGH * i + HIGH * 0.62
        marks.append(pen.words(axis.letter, 12, y + 5, "middle", "strong"))
        for layer in drawn:
            marks += _bar(layer.ink, layer.reading.values[i], y + _LIFT[layer.ink])
    return pen.paper(marks, width=300, height=height, label=spoken("Balken", axes, drawn), kind="star")


def _bar(ink: Ink, value: int | None, y: float) -> list[str]:
    if value is None:
        return []
    drawn = [pen.line(ink, _x(0), y, _x(value), y)]
    if ink is Ink.NOW:
        drawn.append(pen.dot("dot", _x(value), y, 5.5))
    elif ink is Ink.OTHER:
        drawn.append(pen.block("sq", _x(value) - 4, y - 4, 8, 8))
    return drawn


def _x(value: int) -> float:
    return LEFT + STEP * value
