"""Failure demands per month: the chart, and since when a type comes back more or less."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.learning.figures.process import Chart, Point, Start, window
from tracker.learning.queries.dashboards.counting import Cell, Counted, Key, Place
from tracker.learning.queries.dashboards.limits import Reset
from tracker.learning.rules.behaviour import FEWEST_FOR_SIGNALS, behaviour, restarts_at
from tracker.learning.rules.periods import Period, next_month
from tracker.learning.rules.small_counts import may_total
from tracker.pictures import dutch
from tracker.pictures.columns import Bar, columns
from tracker.pictures.pen import Picture

MOST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the chart with its count, as the viewer may read it."""

    first: date
    cell: Cell
    signal: str

    @property
    def key(self) -> str:
        return month_key(self.first)


@dataclass(frozen=True, slots=True)
class PerMonth:
    """A process of whole months; the running month stands apart, as it is not over."""

    chart: Chart
    months: tuple[Month, ...]
    running: Month | None


@dataclass(frozen=True, slots=True)
class Change:
    """Since when a type comes back more or less often than over its whole time; both None for neither."""

    since: date | None = None
    until: date | None = None
    more: bool = False
    too_short: bool = False


def per_month(
    counted: Counted,
    began: date,
    period: Period,
    today: date,
    resets: Sequence[Reset],
    link: Callable[[str], str],
    starts: Sequence[Start] = (),
) -> PerMonth:
    """Every whole month since the first, of which the chart shows those of the period."""
    months = _whole_months(began, today)
    cells = [counted.at(column=month_key(month)) for month in months]
    shown = window(months, period.first.replace(day=1), period.last, MOST_SHOWN)
    process = behaviour(
        [cell.times for cell in cells], restarts_at(months, [reset.from_on for reset in resets])
    )
    now = counted.at(column=month_key(today))
    chart = Chart(
        name="faalvragen",
        unit="faalvragen",
        points=tuple(_point(months[i], cells[i], link) for i in shown),
        first=shown.start,
        behaviour=process,
        resets=tuple(resets),
        still_open=(_point(today.replace(day=1), now, link),) if period.last == today else (),
        # A mean beside all months but one would give that one away.
        tells_limits=may_total(cell.count for cell in cells),
        starts=tuple(starts),
        by_month=True,
    )
    told = zip(shown, chart.signals, strict=True)
    return PerMonth(
        chart,
        tuple(Month(months[i], cells[i], signal) for i, signal in told),
        Month(today.replace(day=1), now, "") if period.last == today else None,
    )


def change_of(tally: Mapping[Place, int], row: Key, began: date, today: date) -> Change:
    """Since when this type came back more or less often, by a run of seven months on one side.

    Months before it was first noted are no part of it: it did not come less then, it was not there yet.
    """
    whole = _whole_months(began, today)
    times = [tally.get((row, month_key(month)), 0) for month in whole]
    first = next((i for i, value in enumerate(times) if value), len(times))
    months, values = whole[first:], times[first:]
    if len(months) < FEWEST_FOR_SIGNALS:
        return Change(too_short=True)
    shift = behaviour(values).last_shift
    if shift is None:
        return Change()
    until = None if shift.last == len(months) - 1 else months[shift.last]
    return Change(since=months[shift.first], until=until, more=shift.above)


def per_quarter(counted: Counted, row: Key, period: Period, *, label: str) -> Picture:
    """How often a type was noted in each quarter of the period."""
    bars = []
    for quarter in period.quarters:
        cell = counted.at(row, quarter_key(quarter))
        bars.append(Bar(cell.told, f"K{_number(quarter)}", str(quarter.year), cell.count.rounded))
    return columns(bars, label=label)


def month_key(day: date) -> str:
    """A month as an address and the database write it: 2026-11."""
    return f"{day.year}-{day.month:02}"


def quarter_key(day: date) -> str:
    """A quarter as an address and the database write it: 2026K4."""
    return f"{day.year}K{_number(day)}"


def _number(quarter: date) -> int:
    return (quarter.month + 2) // 3


def _whole_months(began: date, today: date) -> list[date]:
    on, found = began.replace(day=1), []
    while next_month(on) <= today.replace(day=1):
        found.append(on)
        on = next_month(on)
    return found


def _point(month: date, cell: Cell, link: Callable[[str], str]) -> Point:
    shown = cell.told is not None
    said = f"{cell.said} in {cell.count.in_words}" if shown else cell.count.in_words
    return Point(
        month,
        cell.times,
        f"{dutch.month(month)} {month.year}",
        f"{dutch.month_year(month)}\n{said}",
        link(month_key(month)),
        shown,
    )
