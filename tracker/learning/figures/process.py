"""A process behaviour chart of the partnership: drawing, figure for Plotly, and its signals in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker import charts
from tracker.learning.queries.dashboards.limits import Reset
from tracker.learning.rules.behaviour import SIGNAL_NAMES, Behaviour, Finding, Signal
from tracker.pictures import dutch
from tracker.pictures.pen import Picture
from tracker.pictures.process import Dot, Lines, Shape, process

SHAPES: Mapping[Signal | None, Shape] = {
    None: Shape.ROUTINE,
    Signal.ONE_SIDE: Shape.RUN,
    Signal.NEAR_LIMIT: Shape.NEAR,
    Signal.TREND: Shape.OUTSIDE,
    Signal.OUTSIDE: Shape.OUTSIDE,
}


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the chart with what it says and where it leads; `shown` is False for a hidden number."""

    day: date
    value: float
    under: str
    """What stands under it: when it was, or its place for who may not read when."""
    told: str = ""
    link: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Start:
    """Where an initiative started, which may be why a process went on otherwise (L9)."""

    on: date
    name: str
    initiative: int


@dataclass(frozen=True, slots=True)
class Found:
    """A signal in words, and over which points it runs."""

    words: str
    when: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The part of a process that the period shows; its limits are those of the whole process."""

    name: str
    unit: str
    points: tuple[Point, ...]
    first: int
    """Index, in the whole process, of the first point that is shown."""
    behaviour: Behaviour
    resets: tuple[Reset, ...]
    still_open: tuple[Point, ...] = ()
    tells_limits: bool = True
    starts: tuple[Start, ...] = ()
    by_month: bool = False
    """Whether each point is a whole month, so that what began in it stands before it."""
    in_order: bool = False
    """Whether the points are told by their place alone, for who may not read when they were."""

    @property
    def blank(self) -> bool:
        """Whether every number that is there is hidden, so that a drawing would be an empty frame."""
        hidden = [point for point in self.points if not point.shown]
        return bool(hidden) and not any(point.shown and point.value for point in self.points)

    @property
    def last(self) -> int:
        return self.first + len(self.points) - 1

    @property
    def shapes(self) -> list[Shape]:
        if not self.tells_limits:
            return [Shape.ROUTINE] * len(self.points)
        return [SHAPES[self.behaviour.marked.get(self.first + i)] for i in range(len(self.points))]

    @property
    def signals(self) -> list[str]:
        """The signal of each point in words, '' for routine variation."""
        marked = self.behaviour.marked if self.tells_limits else {}
        found = [marked.get(self.first + i) for i in range(len(self.points))]
        return [SIGNAL_NAMES[signal] if signal else "" for signal in found]

    @property
    def lines(self) -> list[Lines]:
        if not self.tells_limits or not self.points:
            return []
        return [
            Lines(
                max(part.first, self.first) - self.first,
                min(part.last, self.last) - self.first,
                part.limits.mean,
                part.limits.lower,
                part.limits.upper,
            )
            for part in self.behaviour.stretches
            if part.limits and part.first <= self.last and part.last >= self.first
        ]

    @property
    def marked(self) -> list[tuple[int, Reset | Start]]:
        """The resets and starts in what is shown, with the index of the first point after each."""
        days = [point.day for point in self.points]
        if not days:
            return []
        marks = [(reset.from_on, reset) for reset in self.resets] + [
            (start.on.replace(day=1) if self.by_month else start.on, start) for start in self.starts
        ]
        return [
            (next(i for i, day in enumerate(days) if day >= on), mark)
            for on, mark in sorted(marks, key=lambda each: each[0])
            if days[0] < on <= days[-1]
        ]

    @property
    def findings(self) -> list[Found]:
        """The signals in what is shown, in words."""
        if not self.tells_limits:
            return []
        return [
            self._found(finding)
            for finding in self.behaviour.findings
            if finding.first <= self.last and finding.last >= self.first
        ]

    @property
    def how_many(self) -> str:
        return dutch.counted(len(self.findings), "signaal", "signalen").capitalize()

    def _found(self, finding: Finding) -> Found:
        first = max(finding.first, self.first) - self.first
        last = min(finding.last, self.last) - self.first
        begin, end = (self._when(self.points[at]) for at in (first, last))
        when = begin if begin == end else f"{begin} tot {end}"
        return Found(in_words(finding), f"punt {when}" if self.in_order else when)

    def _when(self, point: Point) -> str:
        return point.under if self.in_order else dutch.month_year(point.day)

    def picture(self, label: str) -> Picture:
        return process(
            [
                Dot(point.value if point.shown else None, point.under, shape)
                for point, shape in zip(self.points, self.shapes, strict=True)
            ],
            self.lines,
            still_open=[point.value for point in self.still_open if point.shown],
            marks=[at for at, _ in self.marked],
            unit=self.unit,
            label=label,
        )

    def figure(self) -> str:
        """The same as JSON for Plotly."""
        still_open = [point for point in self.still_open if point.shown]
        return charts.process_behaviour(
            charts.Process(
                name=self.name,
                unit=self.unit,
                values=[point.value if point.shown else None for point in self.points],
                under=[point.under for point in self.points],
                shapes=self.shapes,
                told=[
                    "\n".join(filter(None, (point.told, signal)))
                    for point, signal in zip(self.points, self.signals, strict=True)
                ],
                links=[point.link for point in self.points],
                lines=self.lines,
                marks=[at for at, _ in self.marked],
                still_open=[point.value for point in still_open],
                still_told=[point.told for point in still_open],
                still_links=[point.link for point in still_open],
            )
        )


def in_words(finding: Finding) -> str:
    """A signal as a heading: 'Tien na elkaar onder het midden'."""
    many = dutch.number(finding.length).capitalize()
    edge = "boven" if finding.above else "onder"
    match finding.signal:
        case Signal.ONE_SIDE:
            return f"{many} na elkaar {edge} het midden"
        case Signal.TREND:
            return f"{many} na elkaar telkens {'hoger' if finding.above else 'lager'}"
        case Signal.NEAR_LIMIT:
            return f"Twee van drie dicht bij de {edge}grens"
        case _:
            return f"Buiten de {edge}grens"


def window(days: Sequence[date], first: date, last: date, most: int) -> range:
    """The indices of days in a period, the last `most` of them."""
    inside = [i for i, day in enumerate(days) if first <= day <= last]
    return range(max(inside[0], inside[-1] + 1 - most), inside[-1] + 1) if inside else range(0)
