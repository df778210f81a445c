"""The marks a picture is made of. The classes and their inks live in pictures.css."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

type_size = 13
"""Height of all words in a picture, in its own units."""

_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


@dataclass(frozen=True)
class Picture:
    """One drawing in two sizes; the style sheet shows the one that fits the screen."""

    wide: Markup
    slim: Markup

    def __html__(self) -> str:
        return self.wide + self.slim


def paper(marks: Iterable[str], *, width: float, height: float, label: str, kind: str) -> Markup:
    """The finished SVG: `marks` in drawing order, named for a screen reader by `label`."""
    return Markup(
        f'<svg class="{kind}" viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{safe(label)}">'
        f"{''.join(marks)}</svg>"
    )


def line(ink: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{ink}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def stroke(ink: str, points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    shape = "polygon" if closed else "polyline"
    return f'<{shape} class="{ink}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'


def dot(ink: str, x: float, y: float, r: float) -> str:
    return f'<circle class="{ink}" cx="{x:.1f}" cy="{y:.1f}" r="{r:g}"/>'


def block(ink: str, x: float, y: float, width: float, height: float, rounding: float = 0) -> str:
    corner = f' rx="{rounding:g}"' if rounding else ""
    return f'<rect class="{ink}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"{corner}/>'


def words(text: str, x: float, y: float, anchor: str = "start", ink: str = "", lead: str = "") -> str:
    """Text with base line `y`, anchored at start, middle or end; a `lead` that it begins with stands out."""
    dress = f' class="{ink}"' if ink else ""
    strong = f'<tspan class="strong">{safe(lead)}</tspan>' if lead else ""
    rest = safe(text.removeprefix(lead))
    return f'<text{dress} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{strong}{rest}</text>'


def safe(text: str) -> Markup:
    """The text escaped, without the few characters that no XML document may hold."""
    return escape(text.translate(_NOT_IN_XML))
