"""How long cases ran, as a chart and as the table that equals it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.learning.figures.process import Chart, Point, Start, window
from tracker.learning.queries.dashboards.lead_time import Ran, Running
from tracker.learning.queries.dashboards.limits import Reset
from tracker.learning.rules.behaviour import FEWEST_FOR_SIGNALS, behaviour, restarts_at
from tracker.learning.rules.lead_time import Spent
from tracker.learning.rules.periods import Period
from tracker.learning.rules.small_counts import CaseCount
from tracker.pictures import dutch
from tracker.pictures.pen import Picture
from tracker.pictures.process import strip

MOST_SHOWN = 150
Names = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A case of the chart; code and alias only for who may open it."""

    code: str
    alias: str
    ran: Ran
    spent: Spent
    signal: str


@dataclass(frozen=True, slots=True)
class LeadTime:
    """The ended cases of the period in the order in which they ended, and those that still run."""

    chart: Chart
    shown: tuple[Ran, ...]
    count: CaseCount
    """How many ended in the period."""
    in_all: int
    running: CaseCount
    longest: tuple[Ran, ...]
    """The running cases that run longest."""

    @property
    def enough(self) -> bool:
        """Whether there are enough ended cases for a chart; else they stand in a strip of dots."""
        return self.in_all >= FEWEST_FOR_SIGNALS

    @property
    def drawn(self) -> bool:
        """Whether there is a chart, which a handful of cases of others never gets."""
        return self.enough and bool(self.count.cases) and self.count.known

    def strip(self) -> Picture:
        label = f"{len(self.shown)} casussen op een schaal van dagen. De tabel eronder geeft elk getal."
        return strip([ran.days for ran in self.shown], unit="dagen", label=label)

    def rows(self, names: Names, spents: Mapping[int, Spent]) -> list[Row]:
        return [
            Row(*names.get(ran.id, ("", "")), ran, spents[ran.id], signal)
            for ran, signal in zip(self.shown, self.chart.signals, strict=True)
        ]


def shown_of(ended: Sequence[Ran], period: Period) -> Sequence[Ran]:
    """The ended cases of a period that fit in one drawing: of many the last ones."""
    shown = window([ran.until for ran in ended], period.first, period.last, MOST_SHOWN)
    return ended[shown.start : shown.stop]


def lead_time_of(
    ended: Sequence[Ran],
    running: Running,
    period: Period,
    resets: Sequence[Reset],
    *,
    names: Names,
    link: Callable[[str], str],
    starts: Sequence[Start] = (),
) -> LeadTime:
    """The chart of all ended cases, of which it shows those of the period; the limits hold for all of them.

    `names` are the codes and aliases that the viewer may read, `link` the page of a case.
    """
    days = [ran.until for ran in ended]
    shown = window(days, period.first, period.last, MOST_SHOWN)
    in_period = sum(period.first <= day <= period.last for day in days)

    def point(ran: Ran) -> Point:
        code, alias = names.get(ran.id, ("", ""))
        who = f"{code} {alias}".strip()
        told = f"{who}\n{ran.days} dagen" if who else f"{ran.days} dagen"
        return Point(
            ran.until,
            ran.days,
            f"{dutch.month(ran.until)} {ran.until.year}",
            told,
            link(code) if code else "",
        )

    open_cases = CaseCount(running.total, _codes(running.longest, names))
    chart = Chart(
        name="doorlooptijd",
        unit="dagen",
        points=tuple(point(ended[i]) for i in shown),
        first=shown.start,
        behaviour=behaviour(
            [ran.days for ran in ended], restarts_at(days, [reset.from_on for reset in resets])
        ),
        resets=tuple(resets),
        starts=tuple(starts),
        still_open=tuple(point(ran) for ran in running.longest) if open_cases.known else (),
    )
    these = tuple(ended[i] for i in shown)
    count = CaseCount(in_period, _codes(these, names))
    return LeadTime(chart, these, count, len(ended), open_cases, running.longest)


def in_order_of(ended: Sequence[Ran], resets: Sequence[Reset]) -> Chart:
    """The chart for who opens no case: the last ended cases by their place and their days, and no more."""
    begin = max(0, len(ended) - MOST_SHOWN)
    days = [ran.until for ran in ended]
    return Chart(
        name="doorlooptijd",
        unit="dagen",
        points=tuple(
            Point(ran.until, ran.days, str(place), f"{place}\n{ran.days} dagen")
            for place, ran in enumerate(ended[begin:], begin + 1)
        ),
        first=begin,
        behaviour=behaviour(
            [ran.days for ran in ended], restarts_at(days, [reset.from_on for reset in resets])
        ),
        resets=tuple(resets),
        in_order=True,
    )


def _codes(ran: Sequence[Ran], names: Names) -> tuple[str, ...]:
    return tuple(names[each.id][0] for each in ran if each.id in names)
