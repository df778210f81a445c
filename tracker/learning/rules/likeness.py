"""Which words look like words that belong to a pattern already: a suggestion for people, never a decision.

Dutch words are brought back to their stems (Snowball), compounds meet their parts ('schoolattest' and
'attest'), a slip of the pen meets the word that was meant, and a rare stem weighs more than a common one.
What remains is ranked by how much of their words two texts share.
"""

import heapq
import math
import re
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer
from rapidfuzz import fuzz, process

from tracker.cases.rules.searching import folded

ENOUGH = 0.15
"""From which likeness on two texts are worth comparing, between 0 and 1; tried on told cases."""

VOICES = 5
"""How many of the texts most like it have a say in what a text looks like."""

SHORTEST_PART = 5
SAME_WORD = 80.0
SHORTEST_SLIP = 6
MOST_KNOWN = 8000

_WORD = re.compile(r"[^\W\d_]{3,30}")
_UNTELLING = frozenset(
    re.findall(
        r"\w+",
        "aan alle alleen alles als altijd ben bij daar dan dat deze die dit doe doen door dus een eens "
        "eerst elk elke en er gaan gaat gedaan geen geweest gij had hadden heb hebben hebt heeft hem het "
        "hier hij hoe hun ieder iedere iemand iets ik in is ja jij jou jouw jullie kan kon kunnen kunt maar "
        "mag meer men met mij mijn mocht moest moet moeten naar nee net niemand niet niets nog nooit nu of "
        "om omdat ons onze ook op over pas uit uw van veel voor waar waarom wat weer wel werd wie wij wil "
        "wilt word worden wordt zal ze zeg zegt zei zelf zich zij zijn zit zo zoals zonder zou zullen",
    )
)
_stemmer = snowballstemmer.stemmer("dutch")
_stemming = threading.Lock()


@dataclass(frozen=True, slots=True)
class Known:
    """Words that belong to something already, by its id."""

    belongs_to: int
    text: str


@dataclass(frozen=True, slots=True)
class Alike:
    """What some words look like, and because of which words. `likeness` is for ordering, not for a screen."""

    belongs_to: int
    text: str
    likeness: float


def most_alike(texts: Sequence[str], known: Sequence[Known], most: int = 2) -> list[list[Alike]]:
    """For each text what it looks like most, best first, each thing once; empty when nothing is like it.

    The texts most like it each speak for what they belong to, as loud as they are alike.
    """
    if not texts or not known:
        return [[] for _ in texts]
    known = known[:MOST_KNOWN]
    among = _Among([stems(each.text) for each in known])
    return [_best(among.like(stems(text)), known, most) for text in texts]


def by_likeness(text: str, others: Sequence[str]) -> list[int]:
    """The places of the other texts that look like this one, most alike first."""
    if not others:
        return []
    much = _Among([stems(other) for other in others]).like(stems(text))
    return sorted((place for place in much if much[place] >= ENOUGH), key=lambda place: -much[place])


def stems(text: str) -> frozenset[str]:
    """The telling words of a text, each brought back to its stem."""
    return frozenset(stem(word) for word in _WORD.findall(text.casefold())) - {""}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one Dutch word, '' when it tells nothing: 'bewijzen' and 'bewijs' are 'bewijs'."""
    plain = folded(word)
    if plain in _UNTELLING:
        return ""
    with _stemming:
        return str(_stemmer.stemWord(plain))


class _Among:
    """Texts as sets of stems, ready to be asked which of them a new one is like."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        times = Counter(stem for own in texts for stem in own)
        self.rarest = 1 + math.log(len(texts))
        self.weights = {stem: 1 + math.log(len(texts) / number) for stem, number in times.items()}
        parts = {stem: _parts(stem, times) for stem in times}
        self.where: dict[str, list[int]] = {stem: [] for stem in times}
        self.sizes = [sum(self.weights[stem] for stem in own) for own in texts]
        for place, own in enumerate(texts):
            for each in own.union(*(parts[stem] for stem in own)):
                self.where[each].append(place)

    def like(self, own: frozenset[str]) -> dict[int, float]:
        """How much of its words this text shares with each that shares any, between 0 and 1."""
        mine, shared = 0.0, dict[int, float]()
        for each in own:
            meant = self._meant(each)
            mine += self.weights[meant[0]] if meant else self.rarest
            places = (
                self.where[meant[0]] if len(meant) == 1 else {p for one in meant for p in self.where[one]}
            )
            weight = self.weights[meant[0]] if meant else 0.0
            for place in places:
                shared[place] = shared.get(place, 0.0) + weight
        return {place: 2 * both / (mine + self.sizes[place]) for place, both in shared.items()}

    def _meant(self, own: str) -> list[str]:
        """The stems among these that a stem stands for, most telling first: itself and its parts, or what it
        was a slip of."""
        here = _parts(own, self.weights) | ({own} & self.weights.keys())
        if not here and len(own) >= SHORTEST_SLIP:
            close = process.extractOne(own, self.weights.keys(), scorer=fuzz.ratio, score_cutoff=SAME_WORD)
            here = {close[0]} if close else set()
        return sorted(here, key=lambda stem: (-self.weights[stem], stem))


def _parts(word: str, among: Mapping[str, object]) -> set[str]:
    """The known words that a compound begins or ends with."""
    cuts = range(SHORTEST_PART, len(word) - 2)
    return {part for cut in cuts for part in (word[:cut], word[-cut:]) if part in among}


def _best(likeness: Mapping[int, float], known: Sequence[Known], most: int) -> list[Alike]:
    nearest = heapq.nlargest(VOICES, likeness.items(), key=lambda each: (each[1], -each[0]))
    found: dict[int, Alike] = {}
    for place, much in nearest:
        if much >= ENOUGH:
            thing = known[place].belongs_to
            before = found.get(thing, Alike(thing, known[place].text, 0.0))
            found[thing] = replace(before, likeness=before.likeness + much)
    return sorted(found.values(), key=lambda alike: -alike.likeness)[:most]
