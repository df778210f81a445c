"""Reading the value demands of a case as a star (C5). A star never makes a score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.refusals import Refusal

MOST_AT_ONCE = 8
LOWEST, HIGHEST = 1, 5
OWN_HAND = (
    "Deze ster is zelf ingevuld, met de telefoon in de hand. Niemand anders verandert ze. "
    "Klopt ze niet meer, lees de ster dan opnieuw."
)


@dataclass(frozen=True, slots=True)
class Readable:
    """A value demand, and the days between which it can be read."""

    id: int
    named_on: date
    ended_on: date | None

    def is_alive(self, day: date) -> bool:
        """Whether it was named by then and not ended before; on its last day it can still be read."""
        return self.named_on <= day and (self.ended_on is None or day <= self.ended_on)


def asks_to_choose(count: int) -> bool:
    """Whether there are too many open demands to talk about all of them at once."""
    return count > MOST_AT_ONCE


def why_not_read(
    *,
    said: Mapping[int, int | None],
    demands: Sequence[Readable],
    read_on: date,
    started_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to keep this reading, or None.

    `said` holds, by demand, the stars it got, or None when it only got words.
    """
    if reason := why_not_on(read_on, started_on=started_on, today=today):
        return Refusal(reason, "read_on")
    about = [demand for demand in demands if demand.id in said]
    for demand in about:
        if reason := _why_not_rate(demand, said[demand.id], read_on):
            return Refusal(reason, f"stars-{demand.id}")
    if all(said[demand.id] is None for demand in about):
        return Refusal(f"Geef minstens één waardevraag een cijfer van {LOWEST} tot {HIGHEST}.", "stars")
    return None


def why_not_correct(*, own_hand: bool) -> str | None:
    """The reason not to correct a reading, or None: what somebody gave in their own hand stays as given."""
    return OWN_HAND if own_hand else None


def _why_not_rate(demand: Readable, stars: int | None, day: date) -> str | None:
    if stars is not None and not LOWEST <= stars <= HIGHEST:
        return f"Kies een cijfer van {LOWEST} tot {HIGHEST}."
    if demand.named_on > day:
        return (
            f"Deze waardevraag is pas op {_short(demand.named_on)} genoemd. "
            "Kies een latere dag, of laat ze op ‘niet besproken’."
        )
    if demand.ended_on is not None and demand.ended_on < day:
        return f"Deze waardevraag eindigde op {_short(demand.ended_on)}. Laat ze op ‘niet besproken’."
    return None


def _short(day: date) -> str:
    return f"{day.day}/{day.month:02}/{day.year}"
