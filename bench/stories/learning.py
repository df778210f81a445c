"""What a partnership learned: its patterns, and which words belong to them."""

from dataclasses import dataclass
from datetime import date
from random import Random

from bench.stories.book import Book, morning_of, new_key

FAILURES = (
    "attest opnieuw bezorgen",
    "doorverwezen zonder overdracht",
    "wachtlijst zonder nieuws",
    "niet geraken waar we moeten zijn",
    "uitkering geschorst",
    "brief niet te begrijpen",
    "geen opvang op het juiste uur",
    "het een kan niet zonder het ander",
    "zelfde verhaal opnieuw",
    "niemand neemt op",
    "felicitatie voor niets",
)
WASTES = ("past niet bij wie het krijgt", "te vroeg", "stilte", "zonder gesprek overgedragen")
GROUPED = 0.85
"""How many words were put in a pattern; the others wait."""


@dataclass(frozen=True)
class Patterns:
    """The patterns of one partnership, those that come most first."""

    failures: tuple[int, ...]
    wastes: tuple[int, ...]


def patterns_of(book: Book, partnership: int, since: date) -> Patterns:
    dice = Random(partnership)

    def named(kind: str, names: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(
            book.add(
                "pattern", key=new_key(dice), partnership=partnership, kind=kind, name=name, made_on=since
            )
            for name in names
        )

    return Patterns(named("failure_demand", FAILURES), named("waste", WASTES))


def group(
    book: Book, dice: Random, partnership: int, case: int, on: date, patterns: tuple[int, ...], **word: int
) -> None:
    """Put a word in a pattern, most often in one of the first; some are left for later."""
    if dice.random() > GROUPED:
        return
    place = min(int(dice.expovariate(0.4)), len(patterns) - 1)
    empty: dict[str, int | None] = {"failure_demand": None, "assessment": None}
    book.add(
        "occurrence",
        partnership=partnership,
        pattern=patterns[place],
        case=case,
        **{**empty, **word},
        grouped_at=morning_of(on),
    )
