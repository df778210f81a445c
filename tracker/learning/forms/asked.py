"""What the addresses of patterns, conditions and thinking ask, in Dutch words that may be shared and kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from tracker.cases.forms.filters import named, number, page_in
from tracker.cases.rules.searching import LONGEST_QUESTION
from tracker.learning.rules.kinds import PatternKind, WhoCanChange
from tracker.problems import RuleBroken
from tracker.web.forms.fields import LARGEST_ID

KINDS = {
    PatternKind.FAILURE_DEMAND: "faalvragen",
    PatternKind.WASTE: "verspilling",
    PatternKind.VALUE: "waarde",
    PatternKind.VALUE_DEMAND: "waardevragen",
}

WHO = {
    WhoCanChange.TEAM: "team",
    WhoCanChange.BOARD: "bestuursraad",
    WhoCanChange.PARTNER: "partner",
    WhoCanChange.OUTSIDE: "buiten",
}


@dataclass(frozen=True, slots=True)
class Board:
    """What the grouping board shows: a kind, found by words, or like one word."""

    kind: PatternKind = PatternKind.FAILURE_DEMAND
    question: str = ""
    like: int | None = None
    page: int = 1

    def address(self, **otherwise: Any) -> str:
        """The query string that asks this, with some of it asked otherwise."""
        wanted = replace(self, **{"page": 1, **otherwise})
        asked = {
            "soort": KINDS[wanted.kind],
            "zoek": wanted.question,
            "lijkt-op": wanted.like or "",
            "bladzijde": wanted.page if wanted.page > 1 else "",
        }
        return "?" + urlencode({name: value for name, value in asked.items() if value})


def board_in(query: Mapping[str, str]) -> Board:
    """What is asked of the grouping board; a word it does not know asks nothing."""
    return Board(
        kind=named(KINDS, query.get("soort")) or PatternKind.FAILURE_DEMAND,
        question=query.get("zoek", "").replace("\0", "").strip()[:LONGEST_QUESTION],
        like=number(query.get("lijkt-op"), LARGEST_ID),
        page=page_in(query),
    )


def kind_named(said: str) -> PatternKind:
    """The kind that goes by this name in a form. Raises RuleBroken for any other name."""
    if (kind := named(KINDS, said)) is None:
        raise RuleBroken("Kies waarvan dit een patroon is.", "soort")
    return kind


def who_in(query: Mapping[str, str]) -> tuple[WhoCanChange | None, int | None]:
    """Of whom and of which organisation the system conditions are asked."""
    return named(WHO, query.get("wie")), number(query.get("organisatie"), LARGEST_ID)
