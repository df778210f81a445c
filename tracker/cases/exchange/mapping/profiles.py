"""What the cells of a column look like, whatever stands above them."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from statistics import median

from tracker.cases.exchange.cleaning.codes import code_key, looks_like_code, read_code
from tracker.cases.exchange.cleaning.dates import read_date
from tracker.cases.exchange.cleaning.numbers import (
    read_decimal,
    read_demand_numbers,
    read_hours,
    read_score,
    read_star,
)
from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.cleaning.vocabulary import choose
from tracker.cases.exchange.fields import Field, Holds
from tracker.cases.exchange.sheets import Missing, Value

_ORGANISATION = re.compile(
    r"\b(?:ocmw|vdab|caw|cgg|gtb|vzw|rva|stad|gemeente|dienst|agentschap|mutualiteit|huis|centrum|bedrijf|cvba)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_MINUTES_FROM = 12


@dataclass(slots=True)
class Profile:
    """The filled cells of a column, at most a few hundred, and what was found out about them."""

    values: Sequence[Value]
    _known: dict[object, float] = field(default_factory=dict)

    def likeness(self, wanted: Field, codes: Collection[str], aliases: Collection[str] = ()) -> float:
        """How well the cells fit the field, from 0 to 1; `codes` and `aliases` name the known cases."""
        if not self.values:
            return 0.5
        if wanted.holds is Holds.WORD and wanted.words is not None:
            words = wanted.words
            return self._share(id(words), lambda value: choose(as_text(value), words) is not None)
        if wanted.holds is Holds.CODE:
            return self._codes(codes, aliases)
        return self._of(wanted.holds)

    def share_in(self, names: Collection[str]) -> float:
        """How many of the cells are one of these names."""
        return self._share("names", lambda value: plain(as_text(value)) in names) if self.values else 0.0

    def in_minutes(self) -> bool:
        """Whether bare durations are too large to be hours."""
        numbers = [number for value in self.values if (number := read_decimal(value)) is not None]
        return bool(numbers) and median(numbers) > _MINUTES_FROM

    def _of(self, holds: Holds) -> float:
        if holds is Holds.DATE:
            return self._share(holds, _is_date)
        if holds is Holds.SCORE:
            return self._share(holds, lambda value: read_score(value).value is not None)
        if holds is Holds.STAR:
            return self._share(holds, lambda value: read_star(value).value is not None)
        if holds is Holds.NUMBER:
            return self._share(holds, lambda value: bool(read_demand_numbers(value)))
        if holds is Holds.HOURS:
            return self._share(holds, lambda value: read_hours(value, in_minutes=True).value is not None)
        if holds is Holds.ORGANISATIONS:
            return 0.5 * self._share("text", _is_text) + 0.5 * self._share(holds, _is_organisation)
        if holds is Holds.TEXT:
            return min(1.0, 0.4 + self._length() / 50) * self._share("text", _is_text)
        if holds is Holds.LABEL:
            return (1.0 if self._length() <= 25 else 0.5) * (0.4 + 0.6 * self._share("text", _is_text))
        return 1.0

    def _codes(self, codes: Collection[str], aliases: Collection[str]) -> float:
        if not codes:
            return self._share(Holds.CODE, lambda value: looks_like_code(value) and not _is_date(value))
        by_code = self._share("codes", lambda value: code_key(read_code(value)) in codes)
        return max(by_code, self.share_in(aliases))

    def _length(self) -> float:
        if "length" not in self._known:
            self._known["length"] = float(median(len(as_text(value)) for value in self.values))
        return self._known["length"]

    def _share(self, key: object, fits: Callable[[Value], bool]) -> float:
        if key not in self._known:
            self._known[key] = sum(map(fits, self.values)) / len(self.values)
        return self._known[key]


def _is_date(value: Value) -> bool:
    return not isinstance(value, int | float | Missing) and read_date(value).value is not None


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and read_decimal(value) is None and not _is_date(value)


def _is_organisation(value: Value) -> bool:
    return isinstance(value, str) and bool(_ORGANISATION.search(value) or _CAPITALS.search(value))
