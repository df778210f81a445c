"""Process behaviour charts, and bars on top of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from tracker.charts.house import EARLIER, FAINT, INK, NOW, SECOND, SHEET, answer, layout_of, plain, told
from tracker.pictures.process import Lines, Shape

SYMBOLS = {
    Shape.ROUTINE: "circle",
    Shape.RUN: "triangle-down",
    Shape.NEAR: "diamond",
    Shape.OUTSIDE: "triangle-up",
}


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
    marks: Sequence[int] = ()
    """The index of the first value after each numbered mark."""
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
            hovertext=[told(text) for text in chart.told],
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
                hovertext=[told(text) for text in chart.still_told],
                customdata=list(chart.still_links),
                cliponaxis=False,
            )
        )
    return answer({"data": [plain(trace) for trace in traces], "layout": _process_layout(chart)})


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
            hovertext=[told(text) for text in layer.told],
            customdata=list(layer.links),
        )
        for layer in layers
    ]
    layout = layout_of(
        barmode="stack",
        height=360,
        xaxis={
            "type": "category",
            "fixedrange": True,
            "linecolor": FAINT,
            "tickangle": 0,
            "tickvals": [name for i, name in enumerate(under) if i % max(1, len(under) // 6) == 0],
        },
        yaxis={
            "fixedrange": True,
            "gridcolor": FAINT,
            "zeroline": False,
            "title": {"text": unit, "standoff": 12},
            "automargin": True,
        },
    )
    return answer({"data": [plain(trace) for trace in traces], "layout": plain(layout)})


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


def _highest(chart: Process) -> float:
    """The highest value or limit that is drawn."""
    known = [value for value in (*chart.values, *chart.still_open) if value is not None]
    return max([1, *known, *(lines.upper for lines in chart.lines)])


def _process_layout(chart: Process) -> dict[str, Any]:
    last = len(chart.values)
    shown = sorted({1, (last + 1) // 2, last}) if last else []
    return plain(
        layout_of(
            height=420,
            margin={"t": 26 if chart.marks else 14, "r": 16, "b": 40, "l": 40},
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
                "range": [0, 1.04 * _highest(chart)],
                "title": {"text": escape(chart.unit), "standoff": 12},
                "automargin": True,
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
            ]
            + [
                {"text": str(number), "x": at + 0.5, "y": 1, "yref": "paper", "yanchor": "bottom"}
                | {"showarrow": False}
                for number, at in enumerate(chart.marks, 1)
            ],
            shapes=[
                {"type": "line", "x0": at + 0.5, "x1": at + 0.5, "yref": "paper", "y0": 0, "y1": 1}
                | {"line": {"color": EARLIER, "width": 1, "dash": "dot"}}
                for at in chart.marks
            ],
        )
    )
