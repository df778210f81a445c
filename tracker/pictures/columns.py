"""Upright bars, one for each month or quarter, each with its number; a number that is hidden is dashed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tracker.pictures import pen
from tracker.pictures.pen import Picture
from tracker.pictures.process import steps

HIDDEN_HEIGHT = 14.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its number (None while hidden), what stands under it, and under that where it changes."""

    value: int | None
    under: str
    group: str = ""
    rounded: bool = False
    """Whether the number is at least this, and may be more."""

    @property
    def said(self) -> str:
        return "<5" if self.value is None else f"{self.value}{'+' if self.rounded else ''}"


def columns(bars: Sequence[Bar], *, label: str) -> Picture:
    """The bars in two sizes."""
    return Picture(
        _drawn(bars, 1080, 270, label, "wide", every=max(1, len(bars) // 24)),
        _drawn(bars, 328, 210, label, "slim", every=max(1, -(-len(bars) // 12))),
    )


def _drawn(bars: Sequence[Bar], width: float, height: float, label: str, kind: str, every: int) -> Markup:
    left, right, top, bottom = 30.0, width - 4, 34.0, height - 40
    scale = steps(max((bar.value or 0 for bar in bars), default=1))
    share = (right - left - 8) / max(len(bars), 1)
    drawn = []
    for step in scale[:: max(1, len(scale) // 3)]:
        y = bottom - (bottom - top) * step / scale[-1]
        drawn.append(pen.line("ax", left, y, right, y))
        drawn.append(pen.words(f"{step:g}", left - 8, y + 4, "end"))
    group = ""
    for i, bar in enumerate(bars):
        x, thick = left + 4 + share * i + share * 0.16, share * 0.68
        high = HIDDEN_HEIGHT if bar.value is None else (bottom - top) * bar.value / scale[-1]
        if high:
            drawn.append(pen.block("once" if bar.value is None else "bal", x, bottom - high, thick, high))
        if share > 17:
            drawn.append(pen.words(bar.said, x + thick / 2, bottom - high - 5, "middle", "strong"))
        if i % every == 0:
            drawn.append(pen.words(bar.under, x + thick / 2, bottom + 16, "middle"))
        if bar.group != group:
            drawn.append(pen.words(bar.group, x, bottom + 34))
            group = bar.group
    return pen.paper(drawn, width=width, height=height, label=label, kind=kind)
