"""Cards that people lay on the table during a session (L17)."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 280
MOST_CARDS = 500
NO_GROUP = ""


@dataclass(frozen=True, slots=True)
class OnTheTable:
    """A card as everybody in the room sees it."""

    id: int
    words: str
    quoted: bool
    group: str
    pattern_id: int | None
    pattern: str
    case: str
    mine: bool


def groups_of(cards: Iterable[OnTheTable]) -> dict[str, tuple[OnTheTable, ...]]:
    """The cards by group, in the order in which the groups came about; ungrouped cards last, under ''."""
    found: dict[str, list[OnTheTable]] = {}
    for card in cards:
        found.setdefault(card.group, []).append(card)
    named = {group: tuple(held) for group, held in found.items() if group}
    return {**named, **({NO_GROUP: tuple(found[NO_GROUP])} if NO_GROUP in found else {})}


def why_not_add(words: str, *, on_the_table: int) -> str | None:
    """Why this card cannot be added; None when it can."""
    if not words.strip():
        return "Schrijf iets op je kaart."
    if len(words) > LONGEST:
        return "Een kaart is kort. Maak er twee van."
    if on_the_table >= MOST_CARDS:
        return "De tafel ligt vol. Neem eerst kaarten weg."
    return None
