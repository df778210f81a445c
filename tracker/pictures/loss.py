"""What 'precies genoeg' means: value is lost on both sides of what someone needs, and more so further away.

After Taguchi's loss function, which the quality framework takes from Deming. It explains; it never measures,
so it has words and not one number.
"""

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.pen import Picture
from tracker.pictures.room import wrap

LABEL = (
    "Een kromme met het laagste punt in het midden. Bij gepast, precies wat nodig is, gaat het minst"
    " verloren. Hoe verder daarvandaan, te weinig of te veel, hoe meer er verloren gaat."
)
ROWS = (
    ("te weinig", "de vraag blijft en komt terug", "meer verlies"),
    ("gepast", "precies wat nodig is", "minst verlies"),
    ("te veel", "hulp die niemand vroeg", "meer verlies"),
)
"""The same as a table: how much was done, what comes of it, how much is lost."""

TOP, FLOOR, LINE = 30.0, 150.0, 16.0


def loss() -> Picture:
    """The explaining picture, in both sizes."""
    return Picture(wide=_draw("wide", 640), slim=_draw("slim", 328))


def _draw(kind: str, width: float) -> Markup:
    thirds = [width * part / 6 for part in (1, 3, 5)]
    curve = [_curve(thirds[0], thirds[2], i / 20 - 1) for i in range(41)]
    levels = (TOP - 12, FLOOR - 28, TOP - 12)
    marks = [
        pen.line("ax", 12, FLOOR, width - 12, FLOOR),
        pen.stroke("now", curve),
        pen.dot("dot", thirds[1], FLOOR - 8, 5),
    ]
    foot = FLOOR
    for x, level, (amount, comes_of_it, lost) in zip(thirds, levels, ROWS, strict=True):
        marks.append(pen.words(lost, x, level, "middle"))
        marks.append(pen.words(amount, x, FLOOR + 20, "middle", "strong"))
        for i, text in enumerate(wrap(comes_of_it, width / 3 - 8, 3), start=1):
            marks.append(pen.words(text, x, FLOOR + 20 + LINE * i, "middle"))
            foot = max(foot, FLOOR + 20 + LINE * i)
    return pen.paper(marks, width=width, height=foot + 8, label=LABEL, kind=kind)


def _curve(left: float, right: float, away: float) -> tuple[float, float]:
    """A point of the parabola: `away` runs from -1, far too little, to 1, far too much."""
    return left + (right - left) * (away + 1) / 2, FLOOR - 8 - (FLOOR - 8 - TOP) * away**2
