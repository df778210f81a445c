"""What all figures share: inks, layout, and the way they become JSON."""

import json
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

NOW, EARLIER, SECOND = "var(--nu)", "var(--vroeger)", "var(--tweede)"
FAINT, SHEET, INK = "var(--lijn)", "var(--blad)", "var(--inkt)"
LINE = 44
"""Letters on a line of a hover text, so that it fits a phone."""


def layout_of(**parts: Any) -> go.Layout:
    return go.Layout(
        legend={"orientation": "h", "y": -0.1, "itemclick": False, "itemdoubleclick": False},
        hoverlabel={"bgcolor": SHEET, "bordercolor": FAINT, "font": {"color": INK}, "align": "left"},
        **parts,
    )


def told(*texts: str) -> str:
    """Hover text, wrapped; a line break stays one."""
    parts = [part for text in texts for part in text.split("\n")]
    return "<br>".join(escape(line) for part in parts for line in wrap(part, LINE))


def plain(part: Any) -> dict[str, Any]:
    """A trace or layout as plain values, once Plotly has checked it."""
    as_values: dict[str, Any] = part.to_plotly_json()
    return as_values


def answer(figure: dict[str, Any]) -> str:
    return json.dumps(figure, ensure_ascii=False, separators=(",", ":"))
