"""How long cases ran, as a chart and as the table that equals it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.learning.figures.process import Chart, Point, Start, window
from tracker.learning.queries.dashboards.lead_time import Ran, Running
from tracker.learning.queries.dashboards.limits import Reset
from tracker.learning.rules.behaviour import FEWEST_FOR_SIGNALS, behaviour, restarts_at
from tracker.learning.rules.lead_time import Spent
from tracker.learning.rules.periods import Period
from tracker.learning.rules.small_counts import CaseCount, count_for
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
    opens_cases: bool = True
    """Whether the reader opens cases; else nothing is drawn, as every point is one case."""

    @property
    def enough(self) -> bool:
        """Whether there are enough ended cases for a chart; else they stand in a strip of dots."""
        return self.in_all >= FEWEST_FOR_SIGNALS

    @property
    def drawn(self) -> bool:
        """Whether there is a chart, which a handful of cases of others never gets."""
        return self.opens_cases and self.enough and bool(self.count.cases) and self.count.known

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
    opens_cases: bool = True,
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
        return Point(ran.until, ran.days, told, link(code) if code else "")

    open_cases = count_for(running.total, _codes(running.longest, names), opens_cases=opens_cases)
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
        under=lambda day: f"{dutch.month(day)} {day.year}",
        still_open=tuple(point(ran) for ran in running.longest) if open_cases.known else (),
    )
    these = tuple(ended[i] for i in shown)
    count = count_for(in_period, _codes(these, names), opens_cases=opens_cases)
    return LeadTime(chart, these, count, len(ended), open_cases, running.longest, opens_cases)


def _codes(ran: Sequence[Ran], names: Names) -> tuple[str, ...]:
    return tuple(names[each.id][0] for each in ran if each.id in names)
