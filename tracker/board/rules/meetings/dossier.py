"""What is read before a meeting: sections of plain words, and how long reading takes (B13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

WORDS_A_MINUTE: Final = 200


@dataclass(frozen=True, slots=True)
class Beside:
    """Two texts to lay beside each other: predicted and seen, expected and seen."""

    left_name: str
    left: str
    right_name: str
    right: str


@dataclass(frozen=True, slots=True)
class Section:
    """One thing to read; it stands for an agenda item and holds no word of a case but a released story."""

    item_id: int
    name: str
    purpose: str
    title: str
    short: str
    note: str = ""
    facts: Sequence[tuple[str, str]] = ()
    text: str = ""
    beside: Beside | None = None
    asked: str = ""
    story_id: int | None = None
    source: str = ""

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(words_in(self))


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything to read before one meeting, in the order of its agenda."""

    name: str
    held_on: date
    sections: Sequence[Section]

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(sum(words_in(section) for section in self.sections))


def reading_minutes(words: int) -> int:
    """Whole minutes at 200 words a minute, rounded up, at least one."""
    return max(1, -(-words // WORDS_A_MINUTE))


def words_in(section: Section) -> int:
    """How many words there are to read in a section."""
    return sum(len(text.split()) for text in _texts(section))


def _texts(section: Section) -> Iterable[str]:
    yield from (section.title, section.note, section.text, section.asked, section.source)
    yield from (f"{name} {text}" for name, text in section.facts)
    if section.beside:
        yield from (section.beside.left_name, section.beside.left)
        yield from (section.beside.right_name, section.beside.right)
