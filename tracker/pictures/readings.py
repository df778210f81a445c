"""What a star shows: its axes, the readings over each other, and the same in a table and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from markupsafe import Markup

from tracker.pictures import dutch, pen

FEWEST, MOST = 3, 8
"""How many axes a star can carry: fewer have no shape, more cannot be read."""


class Ink(StrEnum):
    """The ink of a layer, and its class in the style sheet."""

    FIRST = "first"
    WAS = "was"
    OTHER = "other"
    NOW = "now"


@dataclass(frozen=True)
class Axis:
    """One value demand. It keeps its letter for as long as the case runs."""

    letter: str
    words: str


@dataclass(frozen=True)
class Reading:
    """The values of all axes at one moment, in the order of the axes; None where nothing was seen."""

    on: date
    values: tuple[int | None, ...]
    notes: tuple[str, ...] = ()
    """What was said with each value; empty, or as long as `values`."""


@dataclass(frozen=True)
class Layer:
    """One reading as it is drawn, with the name that the legend gives it."""

    ink: Ink
    name: str
    reading: Reading


@dataclass(frozen=True)
class Row:
    """One line of the table beside the star: a value demand and its values, in the order of the layers."""

    axis: Axis
    values: tuple[int | None, ...]


def letter(position: int) -> str:
    """The letter of the value demand named as the `position`-th, from 0: A to Z, then AA."""
    before, here = divmod(position, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + here)


def choose_axes(count: int) -> str | None:
    """Why a star of `count` value demands asks for a choice first, or None."""
    if count <= MOST:
        return None
    return (
        f"Een ster toont hoogstens {dutch.number(MOST)} waardevragen; deze casus heeft er {count}."
        " Kies welke je wil zien. De tabel toont ze allemaal."
    )


def layers(
    readings: Sequence[Reading], other: Reading | None = None, *, other_name: str = "anders gezien"
) -> tuple[Layer, ...]:
    """First, previous and now of one perspective, given in any order, at most three layers in all.

    With a reading from another perspective beside it, the first one makes room.
    """
    by_day = sorted(readings, key=lambda reading: reading.on)
    found = [Layer(Ink.NOW, "nu", reading) for reading in by_day[-1:]]
    found += [Layer(Ink.WAS, "vorige", reading) for reading in by_day[-2:-1]]
    if other is not None:
        found.append(Layer(Ink.OTHER, other_name, other))
    elif len(by_day) > 2:
        found.append(Layer(Ink.FIRST, "eerste", by_day[0]))
    order = list(Ink)
    return tuple(sorted(found, key=lambda layer: order.index(layer.ink)))


def rows(axes: Sequence[Axis], drawn: Sequence[Layer]) -> list[Row]:
    """The table that says the same as the picture: a row for each axis, a column for each layer."""
    return [Row(axis, tuple(layer.reading.values[i] for layer in drawn)) for i, axis in enumerate(axes)]


def legend(drawn: Sequence[Layer]) -> Markup:
    """The list of inks under a star, now first."""
    items = "".join(
        f'<li><svg viewBox="0 0 32 12" aria-hidden="true">{_sample(layer.ink)}</svg>'
        f"{pen.safe(layer.name)}, {dutch.short(layer.reading.on)}</li>"
        for layer in sorted(drawn, key=lambda layer: list(Ink).index(layer.ink), reverse=True)
    )
    return Markup(f'<ul class="legend">{items}</ul>')


def spoken(kind: str, axes: Sequence[Axis], drawn: Sequence[Layer]) -> str:
    """The picture in words: which demands stand higher, equal or lower than at the previous reading."""
    by_ink = {layer.ink: layer.reading for layer in drawn}
    now, before = by_ink.get(Ink.NOW), by_ink.get(Ink.WAS)
    said = [f"{kind} met {dutch.counted(len(axes), 'waardevraag', 'waardevragen')}."]
    if now and before:
        said += _compared(axes, now, before)
    elif now:
        unseen = [axis.letter for axis, value in zip(axes, now.values, strict=True) if value is None]
        said.append("Eén keer bekeken.")
        said += [f"{_plural(unseen)} niet besproken."] if unseen else []
    for layer in drawn:
        if layer.ink is Ink.OTHER:
            said.append(f"De streepjeslijn toont: {layer.name}.")
    said.append("De tabel geeft dezelfde cijfers.")
    return " ".join(said)


def runs(values: Sequence[int | None]) -> list[list[int]]:
    """The axes that a line connects without a break, going round; a missing value breaks it.

    A line that closes on itself ends with the axis it began with.
    """
    count = len(values)
    gaps = [i for i in range(count) if values[i] is None]
    if not gaps:
        return [[*range(count), 0]]
    round_trip = [(gaps[0] + step) % count for step in range(count)]
    seen = groupby(round_trip, key=lambda i: values[i] is not None)
    return [list(group) for has_value, group in seen if has_value]


def _compared(axes: Sequence[Axis], now: Reading, before: Reading) -> list[str]:
    groups: dict[str, list[str]] = {"hoger": [], "lager": [], "gelijk": [], "nieuw": [], "niet besproken": []}
    for axis, value, was in zip(axes, now.values, before.values, strict=True):
        if value is None:
            groups["niet besproken"].append(axis.letter)
        elif was is None:
            groups["nieuw"].append(axis.letter)
        else:
            way = "gelijk" if value == was else "hoger" if value > was else "lager"
            groups[way].append(axis.letter)
    parts: list[str] = []
    for way in ("hoger", "lager", "gelijk"):
        if letters := groups[way]:
            subject = dutch.listed(letters) if parts else _plural(letters)
            parts.append(f"{subject} {way}" if parts else f"{subject} {way} {_than(way)}")
    said = [", ".join(parts) + "."] if parts else []
    if groups["nieuw"]:
        said.append(f"{_plural(groups['nieuw'])} vorige keer niet gezien.")
    if groups["niet besproken"]:
        said.append(f"{_plural(groups['niet besproken'])} nu niet besproken.")
    return said


def _than(way: str) -> str:
    return "aan vorige keer" if way == "gelijk" else "dan vorige keer"


def _plural(letters: Sequence[str]) -> str:
    return f"{dutch.listed(letters)} {'is' if len(letters) == 1 else 'zijn'}"


def _sample(ink: Ink) -> str:
    drawn = pen.line(ink, 1, 6, 31, 6)
    if ink is Ink.NOW:
        return drawn + pen.dot("dot", 16, 6, 4)
    if ink is Ink.OTHER:
        return drawn + pen.block("sq", 12.5, 2.5, 7, 7)
    return drawn
