"""Law 1: what may be said of a count of cases.

A count of one to four cases is never a bare figure. Whoever may open those cases gets their codes; everyone
else reads 'minder dan 5'. Counts are of cases: five deeds in one case are still one case.
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
        """1 casus, 12 casussen, geen casussen, minder dan 5 casussen."""
        if not self.cases:
            return "geen casussen"
        return f"{self.said} {'casus' if self.known and self.cases == 1 else 'casussen'}"


def is_small(cases: int) -> bool:
    """Whether a count of cases is one to four."""
    return 0 < cases < FEWEST


def may_total(parts: Iterable[CaseCount]) -> bool:
    """Whether a total may stand beside its parts: not while it would give away one that is hidden."""
    return all(part.known for part in parts)
