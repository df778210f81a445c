"""Columns against fields: how well each fits, and which goes with which."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.mapping.headings import likeness
from tracker.cases.exchange.mapping.profiles import Profile

_HEADING_COUNTS = 0.62
_NAME_COUNTS = 0.7
_COLUMN_FITS = 0.5
_BY_CELLS_ALONE = 0.45
_STANDS_IN = 0.6
"""What a column counts for that makes a required one dispensable."""
_TELLING = (Holds.CODE, Holds.DATE, Holds.WORD)
"""What cells can show without a heading."""


@dataclass(frozen=True, slots=True)
class Known:
    """What cases are called elsewhere in the files and in the tracker, as keys for comparing."""

    codes: Collection[str] = ()
    aliases: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet under its heading."""

    index: int
    heading: str
    profile: Profile

    @property
    def in_minutes(self) -> bool:
        """Whether durations in it are minutes, by its heading or else by their size."""
        words = re.findall(r"[a-z]+", plain(self.heading))
        if any(word.startswith("min") for word in words):
            return True
        return not {"uur", "uren", "u"} & set(words) and self.profile.in_minutes()


@dataclass(frozen=True, slots=True)
class Match:
    """A column read as a field."""

    column: Column
    field: Field
    heading: float
    cells: float

    @property
    def total(self) -> float:
        """How well they fit, from 0 to 1."""
        if self.heading < _HEADING_COUNTS:
            return _BY_CELLS_ALONE * self.cells * (0.8 + 0.4 * self.heading)
        return self.heading * (0.5 + 0.5 * self.cells)

    @property
    def reason(self) -> str:
        """Why, in a sentence for the screen."""
        if self.heading >= _HEADING_COUNTS:
            heading = f"De kop ‘{self.column.heading}’ past bij {self.field.label.lower()}"
            return f"{heading}, en de inhoud ook." if self.cells >= 0.8 else f"{heading}."
        return f"De cellen lijken op {self.field.holds.value}."


def match_columns(kind: Kind, columns: Sequence[Column], known: Known) -> list[Match]:
    """The best pairs of a column and a field, each used once."""
    pairs = [pair for column in columns for field in kind.fields if (pair := _pair(column, field, known))]
    matches: list[Match] = []
    for pair in sorted(pairs, key=lambda pair: -pair.total):
        if not any(pair.column is match.column or pair.field is match.field for match in matches):
            matches.append(pair)
    return matches


def _pair(column: Column, field: Field, known: Known) -> Match | None:
    heading = likeness(column.heading, field.headings)
    shown_by_cells = field.required and field.holds in _TELLING and len(column.profile.values) >= 3
    if heading < _HEADING_COUNTS and not shown_by_cells:
        return None
    pair = Match(column, field, heading, column.profile.likeness(field, known.codes, known.aliases))
    return pair if pair.total >= _COLUMN_FITS or (shown_by_cells and pair.cells >= 0.9) else None


def fit(name: str, kind: Kind, columns: Sequence[Column], matches: Sequence[Match], known: Known) -> float:
    """How well a sheet of this name fits a kind, from 0 to about 1: by needed columns, all columns, name."""
    found = {match.field.name: match for match in matches}
    needed = [_needed(field, found, known) for field in kind.fields if field.required]
    if not needed or not needed[0]:
        return 0.0
    headed = sum(bool(column.heading) for column in columns)
    recognised = min(1.0, sum(match.total for match in matches) / max(headed, 3))
    named = likeness(name, kind.sheets.split("|"))
    return 0.45 * sum(needed) / len(needed) + 0.3 * recognised + 0.3 * named * (named >= _NAME_COUNTS)


def _needed(field: Field, found: dict[str, Match], known: Known) -> float:
    if field.name in found:
        return found[field.name].total
    instead = found.get(field.unless)
    if instead is None:
        return 0.0
    if field.holds is Holds.CODE and known.aliases:
        return _STANDS_IN * instead.total * (instead.column.profile.share_in(known.aliases) >= 0.5)
    return _STANDS_IN * instead.total
