"""Law 1: what may be said of a count of cases.

A count of one to four cases is never a bare figure. Whoever may open those cases gets their codes; everyone
else reads 'minder dan 5'. Counts are of cases: five deeds in one case are still one case.

Whoever opens no case at all reads every other number rounded down to fives. A hidden number can then not be
found by taking one page from another: a total, a longer period or another kind of case differ by what the
rounding leaves open.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 5
LESS = f"minder dan {FEWEST}"


@dataclass(frozen=True, slots=True)
class CaseCount:
    """In how many cases something was seen, and the codes of those the viewer may open.

    The codes need to be there only when the count is small; they are then all that are shown.
    """

    cases: int
    codes: tuple[str, ...] = ()
    rounded: bool = False
    """Whether it is at least this number, and may be up to four more."""

    @property
    def is_small(self) -> bool:
        return is_small(self.cases)

    @property
    def known(self) -> bool:
        """Whether the viewer may read the number itself: it is not small, or all of its cases are theirs."""
        return not self.is_small or len(self.codes) == self.cases

    @property
    def listed(self) -> tuple[str, ...]:
        """The codes to show instead of a bare small figure."""
        return self.codes if self.is_small else ()

    @property
    def said(self) -> str:
        """The number as this viewer may read it."""
        return str(self.cases) if self.known else LESS

    @property
    def in_words(self) -> str:
        """1 casus, 12 casussen, geen casussen, minder dan 5 casussen, 10 of meer casussen."""
        if not self.cases:
            return "geen casussen"
        more = " of meer" if self.rounded else ""
        return f"{self.said}{more} {'casus' if self.known and self.cases == 1 else 'casussen'}"


def coarse(number: int) -> int:
    """A number as whoever opens no case may read it: nought, one for 'minder dan 5', or whole fives."""
    return min(number, 1) if number < FEWEST else number - number % FEWEST


def count_for(cases: int, codes: Iterable[str] = (), *, opens_cases: bool) -> CaseCount:
    """The count as it may leave the database for this reader; the true one is then nowhere on a page."""
    return (
        CaseCount(cases, tuple(codes)) if opens_cases else CaseCount(coarse(cases), rounded=cases >= FEWEST)
    )


def is_small(cases: int) -> bool:
    """Whether a count of cases is one to four."""
    return 0 < cases < FEWEST


def may_total(parts: Iterable[CaseCount]) -> bool:
    """Whether a total may stand beside its parts: not while it would give away one that is hidden."""
    return all(part.known for part in parts)
