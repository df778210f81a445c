"""What everything noted on one case has in common."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bench.stories.book import Book, days_between, morning_of, new_key
from bench.stories.team import Team


@dataclass(frozen=True)
class Sizes:
    """How much one case holds."""

    scores: int
    readings: int
    interactions: int
    demands: int = 3
    lessons: int = 1


LARGE = Sizes(scores=40, readings=12, interactions=300, demands=6, lessons=12)


@dataclass(frozen=True)
class Life:
    """One case from its start until it ended, or until now; its lead notes everything."""

    case: int
    team: Team
    lead: int
    start: date
    until: date
    sizes: Sizes

    def days(self, dice: Random, count: int) -> list[date]:
        return sorted(days_between(dice, self.start, self.until, count))


def usual_size(dice: Random) -> Sizes:
    return Sizes(
        scores=dice.randint(0, 10),
        readings=dice.randint(0, 2),
        interactions=dice.randint(0, 20),
        lessons=dice.randint(1, 3),
    )


def note(book: Book, dice: Random, life: Life, on: date, table: str, /, **values: Any) -> int:
    """A row that somebody wrote on the case that day."""
    return book.add(
        table,
        key=new_key(dice),
        case=life.case,
        author=life.lead,
        written_at=morning_of(on),
        **values,
    )
