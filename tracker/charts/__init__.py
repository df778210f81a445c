"""Figures for Plotly, as JSON: the only place that builds them, so that they all look alike.

`assets/charts.js` draws what it finds in `data`, `layout` and, behind a slider, `frames`. Colours are the
names of CSS variables, which it replaces by what they are in light or dark. No figure carries a template.
"""

from tracker.charts.house import EARLIER, NOW
from tracker.charts.process import Column, Process, process_behaviour, stacked_columns
from tracker.charts.star import demands_over_time, star_over_time

__all__ = [
    "EARLIER",
    "NOW",
    "Column",
    "Process",
    "demands_over_time",
    "process_behaviour",
    "stacked_columns",
    "star_over_time",
]
