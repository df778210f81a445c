"""Names of organisations: one organisation, however it is spelled."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tracker.cases.exchange.cleaning.texts import plain, tidy

_STRONG = re.compile(r"[;+|\n]|,(?!\d)")
_WEAK = re.compile(r"\s*/\s*|\s*&\s*|\s+en\s+", re.IGNORECASE)
_NONE = {"", "geen", "nvt", "n.v.t", "onbekend", "x"}
_ALIKE = 90
_MOST_COMPARED = 400


def organisation_key(name: str) -> str:
    """What the spellings of one organisation share: no capitals, accents, points or spare blanks."""
    return plain(name.replace(".", ""))


def split_organisations(text: str, known: Iterable[str] = ()) -> list[str]:
    """The names in a cell, as written. `en`, `&` and `/` part names only when both sides are `known` keys."""
    known = set(known)
    names: list[str] = []
    for part in _STRONG.split(text):
        pieces = [piece for piece in _WEAK.split(part) if piece.strip()]
        if len(pieces) > 1 and all(organisation_key(piece) in known for piece in pieces):
            names.extend(pieces)
        else:
            names.append(part)
    return [name for name in names if organisation_key(name) not in _NONE]


@dataclass
class Spellings:
    """Every spelling met so far; the one used most stands for the organisation."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    """What the coordinator decided: a spelling, and the name it stands for."""
    _met: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _alone: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def meet(self, written: str, alone: bool) -> None:
        """Note a spelling; `alone` in its cell, so that blanks at the end were typed."""
        key = organisation_key(self.chosen.get(tidy(written), written))
        self._met[key][tidy(written)] += 1
        if alone:
            self._alone[key][written] += 1

    def keys(self) -> set[str]:
        """What the organisations met so far are compared by."""
        return set(self._met)

    def name_of(self, written: str) -> str:
        """The name that stands for this spelling."""
        if tidy(written) in self.chosen:
            return self.chosen[tidy(written)]
        met = self._met.get(organisation_key(written))
        return min(met, key=lambda one: (-met[one], one)) if met else tidy(written)

    def variants(self) -> dict[str, list[str]]:
        """Per organisation the other spellings, as typed."""
        found: dict[str, list[str]] = {}
        for key, met in self._met.items():
            name = self.name_of(next(iter(met)))
            typed = [one for one in self._alone[key] if one != name]
            typed += [one for one in met if one != name and one not in {tidy(other) for other in typed}]
            if typed:
                found[name] = sorted(typed)
        return found

    def lookalikes(self) -> list[tuple[str, str]]:
        """Pairs that differ by so little that somebody should look; they stay apart until somebody does."""
        names = sorted(self.name_of(next(iter(met))) for met in self._met.values())[:_MOST_COMPARED]
        return [
            (one, other)
            for place, one in enumerate(names)
            for other in names[place + 1 :]
            if len(one) > 4 and fuzz.ratio(organisation_key(one), organisation_key(other)) >= _ALIKE
        ]
