"""What rows can refer to: the cases, value demands and reviews of the file and those already held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from tracker.cases.exchange.cleaning.codes import code_key
from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.corrections import Place

_SAME_WORDS = 90


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case that the partnership already holds."""

    code: str
    """Its number in the partnership's own lists; the tracker's where it came from none."""
    alias: str = ""
    also: tuple[str, ...] = ()
    """Other numbers it goes by."""
    demands: Mapping[int, str] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class CaseRef:
    """A case that rows may name. `written` is the key of its number before any correction."""

    code: str
    alias: str = ""
    place: Place | None = None
    valid: bool = True
    written: str = ""


@dataclass(eq=False, slots=True)
class Target:
    """A value demand or review that rows may name."""

    place: Place | None
    valid: bool
    words: str = ""


class Register:
    """Looked up while rows are read; the kinds that others refer to come first and fill it."""

    def __init__(self, held: Iterable[HeldCase] = ()) -> None:
        self.case_sheet = ""
        self._by_key: dict[str, list[CaseRef]] = {}
        self._by_alias: dict[str, list[CaseRef]] = {}
        self._demands: dict[CaseRef, dict[int, Target]] = {}
        self._reviews: dict[CaseRef, dict[date, Target]] = {}
        for case in held:
            ref = CaseRef(case.code, case.alias)
            self.add_case(ref, also=case.also)
            for number, words in case.demands.items():
                self.add_demand(ref, number, Target(None, True, words))

    def add_case(self, ref: CaseRef, also: Iterable[str] = ()) -> None:
        """Make a case known under its number, its number as written and its alias."""
        for key in {code_key(ref.code), ref.written, *map(code_key, also)} - {""}:
            self._by_key.setdefault(key, []).append(ref)
        if ref.alias:
            self._by_alias.setdefault(plain(ref.alias), []).append(ref)

    def find_case(self, code: str, alias: str) -> CaseRef | None:
        """The case of a row. Where two share a number, the alias decides, and the first without one."""
        key = code_key(code)
        candidates = self._by_key.get(key, [])
        if alias:
            named = [ref for ref in candidates if plain(ref.alias) == plain(alias)]
            if named:
                return _newest(named)
        by_number = [ref for ref in candidates if code_key(ref.code) == key] or candidates
        if by_number:
            in_file = [ref for ref in by_number if ref.place]
            return (in_file or by_number)[0]
        named = self._by_alias.get(plain(alias or code), [])
        return _newest(named) if named and (not code or not alias) else None

    def held_case(self, code: str, alias: str) -> CaseRef | None:
        """The case in the tracker that this surely is: by alias, or by number where one has no alias."""
        named = [ref for ref in self._by_alias.get(plain(alias), []) if ref.place is None]
        if named:
            return named[0]
        numbered = (ref for ref in self._by_key.get(code_key(code), []) if ref.place is None)
        return next((ref for ref in numbered if not (alias and ref.alias)), None)

    def add_demand(self, case: CaseRef, number: int, demand: Target) -> Target | None:
        """Make a value demand known; gives the one of this file that already has the number."""
        held = self._demands.setdefault(case, {})
        former = held.get(number)
        if former is None or former.place is None:
            held[number] = demand
            return None
        return former

    def demand(self, case: CaseRef, number: int) -> Target | None:
        """The value demand with this number."""
        return self._demands_of(case).get(number)

    def demand_in_words(self, case: CaseRef, words: str) -> int | None:
        """The number of the demand that says this, or begins with it."""
        said = plain(words)
        for number, demand in self._demands_of(case).items():
            whole = plain(demand.words)
            if said and (whole.startswith(said) or fuzz.ratio(whole, said) >= _SAME_WORDS):
                return number
        return None

    def next_number(self, case: CaseRef) -> int:
        """The first number after those in use."""
        return max(self._demands_of(case), default=0) + 1

    def add_review(self, case: CaseRef, day: date, review: Target) -> None:
        """Make a review known."""
        self._reviews.setdefault(case, {}).setdefault(day, review)

    def review(self, case: CaseRef, day: date) -> Target | None:
        """The review of that day."""
        return self._reviews.get(case, {}).get(day)

    def _demands_of(self, case: CaseRef) -> dict[int, Target]:
        """Those of the file, and under them those held of the same case."""
        found: dict[int, Target] = {}
        for ref in self._by_key.get(code_key(case.code), []):
            if ref.place is None:
                found.update(self._demands.get(ref, {}))
        return found | self._demands.get(case, {})


def _newest(refs: list[CaseRef]) -> CaseRef:
    """The case of this file before one that is already held."""
    return next((ref for ref in refs if ref.place), refs[0])
