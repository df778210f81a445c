"""Process behaviour charts (XmR): what is routine variation, and what asks to find out what happened (L9).

The limits are the mean of the values plus and minus 2.66 times the mean moving range (D. J. Wheeler,
*Understanding Variation*). The four signals are those of NHS England, *Making Data Count*. There is no
target: the chart says what a process does, not what somebody wants of it. It is for times and counts, never
for a score from 1 to 10 or from 1 to 5.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

SCALE = 2.66
"""From the mean moving range of two neighbours to the distance of a limit."""
NEAR = SCALE * 2 / 3
"""From here on a value is near the limit: two thirds of the way."""
FEWEST_FOR_LIMITS = 6
FEWEST_FOR_SIGNALS = 10
"""Until then the limits are provisional and no value is called a signal."""
RUN = 7


class Signal(StrEnum):
    """What sets values apart from routine variation."""

    OUTSIDE = "outside"
    TREND = "trend"
    NEAR_LIMIT = "near_limit"
    ONE_SIDE = "one_side"


SIGNAL_NAMES = {
    Signal.OUTSIDE: "buiten de grens",
    Signal.TREND: "zeven of meer in één richting",
    Signal.NEAR_LIMIT: "twee van drie dicht bij de grens",
    Signal.ONE_SIDE: "zeven of meer aan één kant",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The centre line and natural limits of a number of values."""

    mean: float
    moving_range: float
    lower: float
    upper: float
    provisional: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values of one process, from one index up to and with another; no limits while there are too few."""

    first: int
    last: int
    limits: Limits | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A signal over the values from one index up to and with another, above or under the centre line.

    A trend is `above` when it rises.
    """

    signal: Signal
    first: int
    last: int
    above: bool

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A series of values with its stretches, and what in them asks for a question."""

    values: tuple[float, ...]
    stretches: tuple[Stretch, ...]
    findings: tuple[Finding, ...]
    marked: dict[int, Signal]
    """The signal each value is part of; a value that is part of several shows the rarest."""

    @property
    def limits(self) -> Limits | None:
        """The limits that hold now."""
        return self.stretches[-1].limits if self.stretches else None

    @property
    def last_shift(self) -> Finding | None:
        """The last time the process ran on one side of its centre line: since when it is more, or less."""
        runs = [finding for finding in self.findings if finding.signal is Signal.ONE_SIDE]
        return max(runs, key=lambda run: run.first, default=None)


def behaviour(values: Sequence[float], restarts: Iterable[int] = (), *, least: float | None = 0) -> Behaviour:
    """The limits and signals of values in order; at each index of `restarts` the limits begin anew.

    `least` is the smallest value that can be: a lower limit never lies under it. Days and counts have 0.
    """
    edges = [0, *sorted({at for at in restarts if 0 < at < len(values)}), len(values)]
    stretches, findings = [], []
    marked: dict[int, Signal] = {}
    for first, end in pairwise(edges):
        if first == end:
            continue
        part = values[first:end]
        limits = limits_of(part, least=least)
        stretches.append(Stretch(first, end - 1, limits))
        if limits and not limits.provisional:
            for finding, indices in _findings(part, limits):
                findings.append(
                    Finding(finding.signal, finding.first + first, finding.last + first, finding.above)
                )
                for i in indices:
                    marked.setdefault(i + first, finding.signal)
    findings.sort(key=lambda finding: (finding.first, finding.signal))
    return Behaviour(tuple(values), tuple(stretches), tuple(findings), marked)


def limits_of(values: Sequence[float], *, least: float | None = 0) -> Limits | None:
    """The centre line and limits of values in order; None under six, provisional under ten."""
    if len(values) < FEWEST_FOR_LIMITS:
        return None
    mean = sum(values) / len(values)
    moving_range = sum(abs(after - before) for before, after in pairwise(values)) / (len(values) - 1)
    lower = mean - SCALE * moving_range
    return Limits(
        mean=mean,
        moving_range=moving_range,
        lower=lower if least is None else max(lower, least),
        upper=mean + SCALE * moving_range,
        provisional=len(values) < FEWEST_FOR_SIGNALS,
    )


def restarts_at(days: Sequence[date], resets: Iterable[date]) -> list[int]:
    """For values on these days, in order: the index from which the limits begin anew after each reset."""
    return [next((i for i, day in enumerate(days) if day >= reset), len(days)) for reset in resets]


def _findings(values: Sequence[float], limits: Limits) -> Iterator[tuple[Finding, Sequence[int]]]:
    """The rarest signals first, each with the indices it marks."""
    for i, value in enumerate(values):
        if value > limits.upper or value < limits.lower:
            yield Finding(Signal.OUTSIDE, i, i, value > limits.mean), (i,)
    yield from _trends(values)
    yield from _near(values, limits)
    sides = [_sign(value - limits.mean) for value in values]
    for side, run in _runs(sides):
        if side and len(run) >= RUN:
            yield Finding(Signal.ONE_SIDE, run[0], run[-1], side > 0), run


def _trends(values: Sequence[float]) -> Iterator[tuple[Finding, Sequence[int]]]:
    """Seven values or more that each are higher, or each lower, than the one before."""
    steps = [_sign(after - before) for before, after in pairwise(values)]
    for direction, run in _runs(steps):
        if direction and len(run) + 1 >= RUN:
            whole = [*run, run[-1] + 1]
            yield Finding(Signal.TREND, whole[0], whole[-1], direction > 0), whole


def _near(values: Sequence[float], limits: Limits) -> Iterator[tuple[Finding, Sequence[int]]]:
    """Two of three in a row near the same limit, the third on that side of the centre line as well."""
    for side in (1, -1):
        from_mean = [side * (value - limits.mean) for value in values]
        near = [
            beyond > NEAR * limits.moving_range and limits.lower <= value <= limits.upper
            for value, beyond in zip(values, from_mean, strict=True)
        ]
        found: set[int] = set()
        for i in range(len(values) - 2):
            three = range(i, i + 3)
            same_side = all(from_mean[j] > 0 for j in three)
            if same_side and sum(near[j] for j in three) >= 2:
                found |= {j for j in three if near[j]}
        together: list[int] = []
        for i in sorted(found):
            if together and i - together[-1] > 2:
                yield Finding(Signal.NEAR_LIMIT, together[0], together[-1], side > 0), together
                together = []
            together.append(i)
        if together:
            yield Finding(Signal.NEAR_LIMIT, together[0], together[-1], side > 0), together


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Neighbours with the same sign, as the sign and their indices."""
    for sign, run in groupby(range(len(signs)), key=signs.__getitem__):
        yield sign, list(run)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
