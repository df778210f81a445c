"""The time axis below a line: months and years, as many as fit without touching."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.pictures import dutch
from tracker.pictures.room import Box, text_box

STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between two labels; each step counts from January."""


@dataclass(frozen=True)
class Tick:
    """One label on the time axis; the first one only says where the time begins."""

    x: float
    label: str
    anchor: str
    first: bool = False


def ticks(start: date, end: date, x: Callable[[date], float], *, edge: float, gap: float) -> list[Tick]:
    """The months and years between two days, `gap` units or more from each other and left of `edge`."""
    per_month = (x(end) - x(start)) / max((end - start).days, 1) * 30.4
    step = next((step for step in STEPS if step * per_month >= gap), STEPS[-1])
    begin = Tick(x(start), f"{dutch.month(start)} {start.year}", "start", first=True)
    placed, taken = [begin], text_box(begin.label, begin.x, 0)
    year = start.year
    for on in months(start, end):
        if not _falls_on(on, step):
            continue
        label = str(on.year) if on.month == 1 else dutch.month(on)
        if on.month != 1 and on.year != year:
            label += f" {on.year}"
        box = text_box(label, x(on), 0, "middle")
        if box.left > taken.right + 12 and box.right <= edge:
            placed.append(Tick(x(on), label, "middle"))
            taken, year = Box(taken.left, box.top, box.right, box.bottom), on.year
    return placed


def months(start: date, end: date) -> Iterator[date]:
    """The first of every month after `start`, up to and including `end`."""
    on = start.replace(day=1)
    while (on := next_month(on)) <= end:
        yield on


def next_month(on: date) -> date:
    """The first day of the month after this one."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def _falls_on(on: date, step: int) -> bool:
    return (on.year * 12 + on.month - 1) % step == 0
