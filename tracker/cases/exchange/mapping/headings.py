"""How much a heading, or the name of a sheet, is like a name we know."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.sheets import Value

_ASIDE = re.compile(r"[(\[].*?[)\]]")
_BREAKS = re.compile(r"[^\w]+")
_SMALL = {"van", "het", "de", "een", "in", "of", "der"}
_LONGEST = 80
_SLIP_FROM = 5


def heading_of(value: Value) -> str:
    """The heading a cell could be; empty for numbers, dates and sentences."""
    text = as_text(value) if isinstance(value, str) else ""
    says = text.startswith("/") or any(letter.isalpha() for letter in text)
    return text if len(text) <= _LONGEST and says else ""


def likeness(heading: str, names: Iterable[str]) -> float:
    """How much the heading is like the best of the names, 0 to 1, with or without what is in brackets."""
    return _likeness(heading, tuple(names))


@lru_cache(maxsize=20_000)
def _likeness(heading: str, names: tuple[str, ...]) -> float:
    whole, bare = _words(heading), _words(_ASIDE.sub(" ", heading))
    if not whole:
        return 0.0
    best = 0.0
    for name in map(_words, names):
        for said in {whole, bare} - {""}:
            best = max(best, _alike(said, name))
    return best


def _alike(said: str, name: str) -> float:
    if said == name:
        return 1.0
    said_words, name_words = set(said.split()), set(name.split())
    # In short words one other letter makes another word: stand, stad.
    alike = fuzz.token_sort_ratio(said, name) / 100 if min(len(said), len(name)) >= _SLIP_FROM else 0.0
    if name_words <= said_words:
        alike = max(alike, 0.5 + 0.45 * len(name) / len(said))
    elif said_words <= name_words and len(said) > 3:
        alike = max(alike, 0.5 + 0.35 * len(said) / len(name))
    elif len(said) > 3 and (name.startswith(said) or said.startswith(name) and len(name) > 3):
        alike = max(alike, 0.65 + 0.25 * min(len(said), len(name)) / max(len(said), len(name)))
    return min(alike, 0.95)


@lru_cache(maxsize=5_000)
def _words(text: str) -> str:
    words = _BREAKS.sub(" ", plain(text)).split()
    return " ".join([word for word in words if word not in _SMALL] or words)
