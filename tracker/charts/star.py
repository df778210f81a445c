"""The star of a case over time, and each of its value demands on a line (C6)."""

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from tracker.charts.house import EARLIER, FAINT, NOW, SECOND, answer, layout_of, plain, told
from tracker.pictures import dutch
from tracker.pictures.readings import Axis, Ink, Layer, Reading, layers

LINES = {
    Ink.FIRST: {"color": EARLIER, "width": 2, "dash": "2px,4px"},
    Ink.WAS: {"color": EARLIER, "width": 2, "dash": "6px,4px"},
    Ink.OTHER: {"color": SECOND, "width": 2.5, "dash": "9px,4px"},
    Ink.NOW: {"color": NOW, "width": 2.5},
}
MARKERS = {
    Ink.FIRST: {"color": EARLIER, "size": 4},
    Ink.WAS: {"color": EARLIER, "size": 4},
    Ink.OTHER: {"color": SECOND, "size": 9, "symbol": "square-open"},
    Ink.NOW: {"color": NOW, "size": 10},
}
TITLE = 40
ROW_HEIGHT = 110
"""Pixels for the line of one value demand."""


def star_over_time(
    axes: Sequence[Axis],
    readings: Sequence[Reading],
    others: Sequence[Reading] = (),
    *,
    other_name: str = "anders gezien",
) -> str:
    """The star at each reading of one perspective, a frame for each; `others` are readings of another one.

    A frame shows that reading, the one before it and the first, and what the others saw last by that day.
    """
    by_day = sorted(readings, key=lambda reading: reading.on)
    frames = []
    for i, reading in enumerate(by_day):
        seen = [other for other in sorted(others, key=lambda other: other.on) if other.on <= reading.on]
        drawn = layers(by_day[: i + 1], seen[-1] if seen else None, other_name=other_name)
        frames.append(
            {"label": dutch.full(reading.on), "data": [plain(_ring(axes, layer)) for layer in drawn]}
        )
    return answer(
        {"data": frames[-1]["data"] if frames else [], "layout": _star_layout(axes), "frames": frames}
    )


def demands_over_time(
    axes: Sequence[Axis],
    readings: Sequence[Reading],
    others: Sequence[Reading] = (),
    *,
    name: str = "samen gezien",
    other_name: str = "anders gezien",
) -> str:
    """A line from 1 to 5 for each value demand, one under the other, over all readings of one perspective."""
    traces = []
    for i in range(len(axes)):
        traces.append(_row(axes, i, Ink.NOW, readings, name))
        if others:
            traces.append(_row(axes, i, Ink.OTHER, others, other_name))
    return answer({"data": [plain(trace) for trace in traces], "layout": _rows_layout(axes, bool(others))})


def _ring(axes: Sequence[Axis], layer: Layer) -> go.Scatterpolar:
    """One layer of the star, going round to where it began. A missing value stays a gap."""
    values = [*layer.reading.values, *layer.reading.values[:1]]
    letters = [axis.letter for axis in axes]
    name = "dit moment" if layer.ink is Ink.NOW else layer.name
    hover = [_hover(axis, layer.reading, i) for i, axis in enumerate(axes)]
    return go.Scatterpolar(
        r=values,
        theta=[*letters, *letters[:1]],
        mode="lines+markers",
        line=LINES[layer.ink],
        marker=MARKERS[layer.ink],
        name=escape(f"{name}, {dutch.short(layer.reading.on)}"),
        hoverinfo="text",
        hovertext=[*hover, *hover[:1]],
        connectgaps=False,
        cliponaxis=False,
    )


def _row(axes: Sequence[Axis], i: int, ink: Ink, readings: Sequence[Reading], name: str) -> go.Scatter:
    by_day = sorted(readings, key=lambda reading: reading.on)
    return go.Scatter(
        x=[reading.on.isoformat() for reading in by_day],
        y=[reading.values[i] for reading in by_day],
        yaxis=_nth("y", i),
        mode="lines+markers",
        line=LINES[ink],
        marker=MARKERS[ink],
        name=escape(name),
        legendgroup=ink,
        showlegend=i == 0,
        hoverinfo="text",
        hovertext=[_hover(axes[i], reading, i) for reading in by_day],
        connectgaps=False,
        cliponaxis=False,
    )


def _hover(axis: Axis, reading: Reading, i: int) -> str:
    """The words behind one point: the demand itself, the value with its day, and what was noted."""
    value = reading.values[i]
    if value is None:
        return ""
    note = reading.notes[i] if reading.notes else ""
    return told(f"{axis.letter}. {axis.words}", f"{value} op {dutch.full(reading.on)}", note)


def _title(axis: Axis) -> str:
    """The demand on one line that fits a phone; the whole of it stands in the hover text and in the table."""
    text = f"{axis.letter}. {axis.words}"
    return text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"


def _star_layout(axes: Sequence[Axis]) -> dict[str, Any]:
    return plain(
        layout_of(
            polar={
                "bgcolor": "rgba(0,0,0,0)",
                "gridshape": "linear",
                "radialaxis": {
                    "range": [0, 5],
                    "tickvals": [1, 2, 3, 4, 5],
                    "ticktext": ["1", "", "", "", "5"],
                    "angle": 90,
                    "tickangle": 90,
                    "ticks": "",
                    "gridcolor": FAINT,
                    "linecolor": FAINT,
                },
                "angularaxis": {
                    "type": "category",
                    "categoryorder": "array",
                    "categoryarray": [axis.letter for axis in axes],
                    "rotation": 90,
                    "direction": "clockwise",
                    "gridcolor": FAINT,
                    "linecolor": FAINT,
                    "ticks": "",
                },
            },
        )
    )


def _rows_layout(axes: Sequence[Axis], compared: bool) -> dict[str, Any]:
    share = 1 / max(len(axes), 1)
    upright: dict[str, Any] = {}
    titles = []
    for i, axis in enumerate(axes):
        top = 1 - share * i
        upright[_nth("yaxis", i)] = {
            "domain": [top - share * 0.7, top - share * 0.18],
            "range": [0.6, 5.4],
            "tickvals": [1, 5],
            "fixedrange": True,
            "gridcolor": FAINT,
            "zeroline": False,
        }
        titles.append(
            {
                "text": escape(_title(axis)),
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": top,
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "showarrow": False,
            }
        )
    return plain(
        layout_of(
            height=80 + ROW_HEIGHT * len(axes),
            showlegend=compared,
            annotations=titles,
            xaxis={
                "type": "date",
                "tickformat": "%b %Y",
                "fixedrange": True,
                "showgrid": False,
                "anchor": "free",
                "position": 0,
                "linecolor": FAINT,
                "nticks": 4,
                "tickangle": 0,
            },
            **upright,
        )
    )


def _nth(name: str, i: int) -> str:
    """Plotly's name for the i-th axis, from 0: y, y2, y3."""
    return name if i == 0 else f"{name}{i + 1}"
