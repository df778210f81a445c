"""People in a circle, drawn for a wall: filled who spoke, dashed who did not, whatever they said.

The picture is 660 wide; its words are 24 units high.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.dutch import counted, listed

WIDTH, HEIGHT, RADIUS = 660.0, 620.0, 200.0
SPOKE, SILENT = 20.0, 24.0
MOST = 14
"""More names than this do not fit around a circle; a list says them better."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Somebody in the circle."""

    name: str
    spoke: bool


def circle(chairs: Sequence[Chair], centre: str) -> Markup:
    """The circle, clockwise from above, with `centre` in the middle; empty with nobody or too many."""
    if not 1 <= len(chairs) <= MOST:
        return Markup("")
    waits = [chair.name for chair in chairs if not chair.spoke]
    marks: list[str] = []
    for place, chair in enumerate(chairs):
        turn = 2 * pi * place / len(chairs)
        marks += _chair(chair, sin(turn), -cos(turn))
    marks.append(pen.words(centre, WIDTH / 2, HEIGHT / 2 - 6, "middle", "strong"))
    told = "iedereen sprak" if not waits else _waiting(waits)
    marks.append(pen.words(told, WIDTH / 2, HEIGHT / 2 + 28, "middle"))
    return pen.paper(marks, width=WIDTH, height=HEIGHT, label=_said(chairs, waits), kind="circle")


def _chair(chair: Chair, x: float, y: float) -> list[str]:
    across, down = WIDTH / 2 + RADIUS * x, HEIGHT / 2 + RADIUS * y
    mark = pen.dot("fill", across, down, SPOKE) if chair.spoke else pen.dot("leegc", across, down, SILENT)
    name = chair.name if len(chair.name) <= 14 else f"{chair.name[:13]}…"
    ink = "" if chair.spoke else "strong"
    if abs(x) < 0.2:
        return [mark, pen.words(name, across, down + (58 if y > 0 else -36), "middle", ink)]
    side = 1 if x > 0 else -1
    return [mark, pen.words(name, across + side * 38, down + 8, "start" if x > 0 else "end", ink)]


def _waiting(names: Sequence[str]) -> str:
    return (
        f"wacht op {listed(names)}"
        if len(names) <= 2
        else f"wacht op {counted(len(names), 'mens', 'mensen')}"
    )


def _said(chairs: Sequence[Chair], waits: Sequence[str]) -> str:
    whole = f"Kring van {counted(len(chairs), 'mens', 'mensen')}."
    if not waits:
        return f"{whole} Iedereen sprak."
    return f"{whole} {listed(waits)} {'sprak' if len(waits) == 1 else 'spraken'} nog niet."
