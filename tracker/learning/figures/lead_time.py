"""How long cases ran, as a chart and as the table that equals it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.learning.figures.process import Chart, Point, window
from tracker.learning.queries.dashboards.lead_time import Ran, Running
from tracker.learning.queries.dashboards.limits import Reset
from tracker.learning.rules.behaviour import FEWEST_FOR_SIGNALS, behaviour, restarts_at
from tracker.learning.rules.lead_time import Spent
from tracker.learning.rules.periods import Period
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
    in_period: int
    in_all: int
    running: Running

    @property
    def enough(self) -> bool:
        """Whether there are enough ended cases for a chart; else they stand in a strip of dots."""
        return self.in_all >= FEWEST_FOR_SIGNALS

    def strip(self) -> Picture:
        label = f"{len(self.shown)} casussen op een schaal van dagen. De tabel eronder geeft elk getal."
        return strip([ran.days for ran in self.shown], unit="dagen", label=label)

    def rows(self, names: Names, spents: Mapping[int, Spent]) -> list[Row]:
        return [
            Row(*names.get(ran.id, ("", "")), ran, spents[ran.id], signal)
            for ran, signal in zip(self.shown, self.chart.signals, strict=True)
        ]

    @property
    def beyond(self) -> int:
        """How many of the running cases that are drawn have run longer than the upper limit."""
        limits = self.chart.behaviour.limits
        return sum(ran.days > limits.upper for ran in self.running.longest) if limits else 0


def lead_time_of(
    ended: Sequence[Ran],
    running: Running,
    period: Period,
    resets: Sequence[Reset],
    *,
    names: Names,
    link: Callable[[str], str],
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

    chart = Chart(
        name="doorlooptijd",
        unit="dagen",
        points=tuple(point(ended[i]) for i in shown),
        first=shown.start,
        behaviour=behaviour(
            [ran.days for ran in ended], restarts_at(days, [reset.from_on for reset in resets])
        ),
        resets=tuple(resets),
        under=lambda day: f"{dutch.month(day)} {day.year}",
        still_open=tuple(point(ran) for ran in running.longest),
    )
    return LeadTime(chart, tuple(ended[i] for i in shown), in_period, len(ended), running)
