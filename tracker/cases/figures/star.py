"""The star of a case: first, previous and now over each other, with the table that says the same (C6)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tracker.cases.queries.overview.demands import Demand, Demands, Rating, Reading
from tracker.cases.rules.kinds import Perspective
from tracker.pictures import readings as drawn
from tracker.pictures.bars import bars
from tracker.pictures.dutch import full
from tracker.pictures.star import star

SEEN_BY = {
    Perspective.TOGETHER: "samen gezien",
    Perspective.TARGET_GROUP: "gezien door de doelgroep zelf",
    Perspective.TEAM: "gezien door het team",
}
IN_SHORT = {
    Perspective.TOGETHER: "samen",
    Perspective.TARGET_GROUP: "doelgroep",
    Perspective.TEAM: "team",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A value demand with its stars in each column; `now` is its rating in the latest reading."""

    demand: Demand
    letter: str
    values: tuple[int | None, ...]
    now: Rating | None


@dataclass(frozen=True, slots=True)
class Star:
    """The picture (none when the table must do), the table beside it, and what to know about gaps."""

    picture: Markup | None
    legend: Markup
    ask: str | None
    seen_by: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    chosen: frozenset[int]


def star_of(
    demands: Demands,
    chosen: Collection[int] = (),
    *,
    seen: Perspective | None = None,
    beside: Collection[Perspective] = tuple(Perspective),
) -> Star | None:
    """The star of one perspective, that of the latest reading unless said; None before its first reading.

    `chosen` are the demands to draw when there are more than a star can carry; `beside` the perspectives
    of which the last reading may stand beside it.
    """
    seen = seen or (demands.latest.perspective if demands.latest else Perspective.TOGETHER)
    own = demands.seen_by(seen)
    if not own:
        return None
    other = next(
        (each for each in reversed(demands.readings) if each.perspective in {*beside} - {seen}), None
    )
    shown = [demand for demand in demands.demands if demand.open or _has_value(demand, (*own, other))]
    axes = _axes(shown, chosen)
    inks, columns = _layers(axes, own, other), _columns(_layers(shown, own, other))
    days = {layer.reading.on for layer in inks}
    return Star(
        picture=star(axes_of(axes), inks) or bars(axes_of(axes), inks),
        legend=drawn.legend(inks),
        ask=drawn.choose_axes(len(shown)),
        seen_by=SEEN_BY[seen],
        columns=tuple(_heading(layer, other) for layer in columns),
        rows=tuple(_rows(shown, columns, own[-1])),
        gaps=tuple(_gaps(shown, [reading for reading in own if reading.on in days])),
        chosen=frozenset(demand.id for demand in axes),
    )


def _axes(shown: Sequence[Demand], chosen: Collection[int]) -> list[Demand]:
    """The demands on the axes, in their fixed order: those that were chosen, when a choice was needed."""
    if drawn.choose_axes(len(shown)) is None or not chosen:
        return list(shown)
    return [demand for demand in shown if demand.id in chosen]


def axes_of(axes: Sequence[Demand]) -> list[drawn.Axis]:
    """Value demands as the axes of a picture."""
    return [drawn.Axis(letter=drawn.letter(demand.place), words=demand.words) for demand in axes]


def _layers(axes: Sequence[Demand], own: Sequence[Reading], other: Reading | None) -> tuple[drawn.Layer, ...]:
    def seen(reading: Reading) -> drawn.Reading:
        return drawn.Reading(on=reading.on, values=tuple(stars_in(reading, demand) for demand in axes))

    if other is None:
        return drawn.layers([seen(reading) for reading in own])
    return drawn.layers(
        [seen(reading) for reading in own], seen(other), other_name=SEEN_BY[other.perspective]
    )


def _columns(inks: Sequence[drawn.Layer]) -> list[drawn.Layer]:
    """The layers of the picture as columns of its table: first, previous, now, and how another saw it."""
    return sorted(inks, key=lambda layer: layer.ink is drawn.Ink.OTHER)


def _heading(layer: drawn.Layer, other: Reading | None) -> str:
    return IN_SHORT[other.perspective] if other and layer.ink is drawn.Ink.OTHER else layer.name


def _rows(shown: Sequence[Demand], columns: Sequence[drawn.Layer], latest: Reading) -> Iterator[Row]:
    for demand, row in zip(shown, drawn.rows(axes_of(shown), columns), strict=True):
        yield Row(demand, row.axis.letter, row.values, latest.ratings.get(demand.id))


def _gaps(shown: Sequence[Demand], own: Sequence[Reading]) -> list[str]:
    """Why a line starts late or breaks, so that nobody takes a gap for a nought."""
    said = []
    for demand in shown:
        letter, named = drawn.letter(demand.place), demand.named_on
        if any(named > reading.on for reading in own):
            said.append(f"{letter} kwam erbij op {full(named)}.")
        for reading in own:
            alive = named <= reading.on and (demand.ended_on is None or reading.on < demand.ended_on)
            if alive and stars_in(reading, demand) is None:
                said.append(f"Bij {letter} bleef het op {full(reading.on)} leeg: toen niet besproken.")
    return said


def _has_value(demand: Demand, readings: Sequence[Reading | None]) -> bool:
    return any(reading is not None and stars_in(reading, demand) is not None for reading in readings)


def stars_in(reading: Reading, demand: Demand) -> int | None:
    """What a demand got in a reading; None when it was not spoken about."""
    rating = reading.ratings.get(demand.id)
    return rating.stars if rating else None
