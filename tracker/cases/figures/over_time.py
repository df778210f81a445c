"""The star of a case over all its readings, as figures for Plotly and as the table that equals them (C6)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tracker import charts
from tracker.cases.figures.star import IN_SHORT, SEEN_BY, axes_of, stars_in
from tracker.cases.queries.overview.demands import Demand, Demands, Reading
from tracker.cases.rules.kinds import Perspective
from tracker.pictures import readings as drawn
from tracker.pictures.dutch import short


@dataclass(frozen=True, slots=True)
class Row:
    """A value demand with its stars at every reading."""

    demand: Demand
    letter: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """Every reading of one perspective, and of another one beside it if that was asked.

    `on_star` are the demands a star can show: none when there are too few, or when somebody has to choose.
    """

    seen: Perspective
    beside: Perspective | None
    demands: tuple[Demand, ...]
    on_star: tuple[Demand, ...]
    readings: tuple[Reading, ...]
    others: tuple[Reading, ...]

    @property
    def in_order(self) -> list[Reading]:
        return sorted((*self.readings, *self.others), key=lambda reading: (reading.on, reading.id))

    @property
    def columns(self) -> list[str]:
        """The days of the table, with whose star it was when two are beside each other."""
        return [
            f"{short(reading.on)}, {IN_SHORT[reading.perspective]}" if self.others else short(reading.on)
            for reading in self.in_order
        ]

    @property
    def rows(self) -> Iterator[Row]:
        for demand in self.demands:
            values = tuple(stars_in(reading, demand) for reading in self.in_order)
            yield Row(demand, drawn.letter(demand.place), values)

    def star_figure(self) -> str:
        """The star with a frame for each reading, as JSON for Plotly."""
        return charts.star_over_time(
            axes_of(self.on_star),
            [_seen(reading, self.on_star) for reading in self.readings],
            [_seen(reading, self.on_star) for reading in self.others],
            other_name=SEEN_BY[self.beside] if self.beside else "",
        )

    def lines_figure(self) -> str:
        """A line for each value demand, as JSON for Plotly."""
        return charts.demands_over_time(
            axes_of(self.demands),
            [_seen(reading, self.demands) for reading in self.readings],
            [_seen(reading, self.demands) for reading in self.others],
            name=SEEN_BY[self.seen],
            other_name=SEEN_BY[self.beside] if self.beside else "",
        )


def over_time_of(
    demands: Demands, seen: Perspective, beside: Perspective | None, chosen: Collection[int] = ()
) -> OverTime | None:
    """Everything read from this perspective; None when nothing was."""
    readings = demands.seen_by(seen)
    if not readings:
        return None
    others = demands.seen_by(beside) if beside and beside is not seen else ()
    read = [
        demand
        for demand in demands.demands
        if any(stars_in(reading, demand) is not None for reading in (*readings, *others))
    ]
    on_star = [demand for demand in read if demand.id in chosen] if _asks(read) else read
    return OverTime(
        seen=seen,
        beside=beside if others else None,
        demands=tuple(read),
        on_star=tuple(on_star) if drawn.FEWEST <= len(on_star) <= drawn.MOST else (),
        readings=readings,
        others=others,
    )


def _asks(read: Sequence[Demand]) -> bool:
    return drawn.choose_axes(len(read)) is not None


def _seen(reading: Reading, axes: Sequence[Demand]) -> drawn.Reading:
    return drawn.Reading(
        on=reading.on,
        values=tuple(stars_in(reading, demand) for demand in axes),
        notes=tuple(_note(reading, demand) for demand in axes),
    )


def _note(reading: Reading, demand: Demand) -> str:
    rating = reading.ratings.get(demand.id)
    return rating.note if rating else ""
