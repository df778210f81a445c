"""Figures for Plotly, as JSON: the only module that builds them, so that they all look alike.

`assets/charts.js` draws what it finds in `data`, `layout` and, behind a slider, `frames`. Colours are the
names of CSS variables, which it replaces by what they are in light or dark. No figure carries a template.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from tracker.pictures import dutch
from tracker.pictures.process import Lines, Shape
from tracker.pictures.readings import Axis, Ink, Layer, Reading, layers

NOW, EARLIER, SECOND = "var(--nu)", "var(--vroeger)", "var(--tweede)"
FAINT, SHEET, INK = "var(--lijn)", "var(--blad)", "var(--inkt)"

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
SYMBOLS = {
    Shape.ROUTINE: "circle",
    Shape.RUN: "triangle-down",
    Shape.NEAR: "diamond",
    Shape.OUTSIDE: "triangle-up",
}
TITLE = 40
ROW_HEIGHT = 110
"""Pixels for the line of one value demand."""


@dataclass(frozen=True, slots=True)
class Process:
    """What a process behaviour chart draws; `told` and `links` belong to each value, None is a hidden one."""

    name: str
    unit: str
    values: Sequence[float | None]
    under: Sequence[str]
    shapes: Sequence[Shape]
    told: Sequence[str]
    links: Sequence[str]
    lines: Sequence[Lines]
    still_open: Sequence[float] = ()
    still_told: Sequence[str] = ()
    still_links: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One layer of stacked bars; None is a hidden number."""

    name: str
    values: Sequence[int | None]
    told: Sequence[str]
    links: Sequence[str]
    colour: str = NOW
    hollow: bool = False


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
            {"label": dutch.full(reading.on), "data": [_json(_ring(axes, layer)) for layer in drawn]}
        )
    return _answer(
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
    return _answer({"data": [_json(trace) for trace in traces], "layout": _rows_layout(axes, bool(others))})


def process_behaviour(chart: Process) -> str:
    """Values in order with centre line and natural limits, never a target (L9).

    Shapes tell the signals; a point leads to what is behind it.
    """
    places = list(range(1, len(chart.values) + 1))
    traces = [
        go.Scatter(
            x=places,
            y=list(chart.values),
            mode="lines+markers",
            line={"color": EARLIER, "width": 1},
            marker={
                "size": 11,
                "symbol": [SYMBOLS[shape] for shape in chart.shapes],
                "color": [NOW if shape == Shape.ROUTINE else SECOND for shape in chart.shapes],
                "line": {"color": SHEET, "width": 1},
            },
            name=escape(chart.name),
            hoverinfo="text",
            hovertext=[_told(text) for text in chart.told],
            customdata=list(chart.links),
            connectgaps=False,
            cliponaxis=False,
        )
    ]
    for lines in chart.lines:
        end = len(places) + len(chart.still_open) if lines is chart.lines[-1] else places[lines.last]
        ends = [places[lines.first] - 0.3, end + 0.3]
        traces.append(_level(ends, lines.middle, "midden", INK, "solid"))
        traces += [
            _level(ends, value, "natuurlijke grens", EARLIER, "dash")
            for value in (lines.upper, lines.lower)
            if value > 0
        ]
    if chart.still_open:
        traces.append(
            go.Scatter(
                x=[len(places) + 1 + i for i in range(len(chart.still_open))],
                y=list(chart.still_open),
                mode="markers",
                marker={"size": 9, "symbol": "circle-open", "color": NOW, "line": {"width": 2}},
                name="loopt nog",
                hoverinfo="text",
                hovertext=[_told(text) for text in chart.still_told],
                customdata=list(chart.still_links),
                cliponaxis=False,
            )
        )
    return _answer({"data": [_json(trace) for trace in traces], "layout": _process_layout(chart)})


def stacked_columns(under: Sequence[str], layers: Sequence[Column], *, unit: str) -> str:
    """Upright bars on top of each other, one stack for each of `under`; a bar leads to what is behind it."""
    traces = [
        go.Bar(
            x=list(under),
            y=list(layer.values),
            name=escape(layer.name),
            marker={
                "color": SHEET if layer.hollow else layer.colour,
                "line": {"color": layer.colour, "width": 1.5},
            },
            hoverinfo="text",
            hovertext=[_told(text) for text in layer.told],
            customdata=list(layer.links),
        )
        for layer in layers
    ]
    layout = _layout(
        barmode="stack",
        height=360,
        xaxis={
            "type": "category",
            "fixedrange": True,
            "linecolor": FAINT,
            "tickangle": 0,
            "tickvals": [name for i, name in enumerate(under) if i % max(1, len(under) // 6) == 0],
        },
        yaxis={"fixedrange": True, "gridcolor": FAINT, "zeroline": False, "title": {"text": unit}},
    )
    return _answer({"data": [_json(trace) for trace in traces], "layout": _json(layout)})


def _level(ends: list[float], value: float, name: str, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=ends,
        y=[value, value],
        mode="lines",
        line={"color": colour, "width": 1.5, "dash": dash},
        name=name,
        hoverinfo="skip",
        showlegend=False,
    )


def _process_layout(chart: Process) -> dict[str, Any]:
    last = len(chart.values)
    shown = sorted({1, (last + 1) // 2, last}) if last else []
    return _json(
        _layout(
            height=420,
            showlegend=False,
            xaxis={
                "fixedrange": True,
                "showgrid": False,
                "zeroline": False,
                "linecolor": FAINT,
                "tickvals": shown,
                "ticktext": [escape(chart.under[place - 1]) for place in shown],
            },
            yaxis={
                "fixedrange": True,
                "gridcolor": FAINT,
                "zeroline": False,
                "rangemode": "tozero",
                "title": {"text": escape(chart.unit)},
            },
            annotations=[
                {
                    "text": f"midden {lines.middle:.0f}" if at == "middle" else f"grens {lines.upper:.0f}",
                    "x": 1,
                    "xref": "paper",
                    "xanchor": "right",
                    "y": lines.middle if at == "middle" else lines.upper,
                    "yanchor": "bottom",
                    "showarrow": False,
                }
                for lines in chart.lines[-1:]
                for at in ("middle", "upper")
            ],
        )
    )


def _told(text: str) -> str:
    """Hover text on lines that fit a phone; a line break stays one."""
    return "<br>".join(escape(line) for part in text.split("\n") for line in wrap(part, 44))


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
    told = [f"{axis.letter}. {axis.words}", f"{value} op {dutch.full(reading.on)}"]
    note = reading.notes[i] if reading.notes else ""
    return "<br>".join(escape(line) for text in (*told, note) for line in wrap(text, 44))


def _title(axis: Axis) -> str:
    """The demand on one line that fits a phone; the whole of it stands in the hover text and in the table."""
    text = f"{axis.letter}. {axis.words}"
    return text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"


def _star_layout(axes: Sequence[Axis]) -> dict[str, Any]:
    return _json(
        _layout(
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
    return _json(
        _layout(
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


def _layout(**parts: Any) -> go.Layout:
    return go.Layout(
        legend={"orientation": "h", "y": -0.1, "itemclick": False, "itemdoubleclick": False},
        hoverlabel={"bgcolor": SHEET, "bordercolor": FAINT, "font": {"color": INK}, "align": "left"},
        **parts,
    )


def _nth(name: str, i: int) -> str:
    """Plotly's name for the i-th axis, from 0: y, y2, y3."""
    return name if i == 0 else f"{name}{i + 1}"


def _json(part: Any) -> dict[str, Any]:
    """A trace or layout as plain values, once Plotly has checked it."""
    plain: dict[str, Any] = part.to_plotly_json()
    return plain


def _answer(figure: dict[str, Any]) -> str:
    return json.dumps(figure, ensure_ascii=False, separators=(",", ":"))
