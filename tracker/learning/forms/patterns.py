"""Patterns and the grouping of words as forms (L5)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.learning.actions.patterns import Edited
from tracker.learning.queries.patterns import Pattern
from tracker.learning.rules.kinds import Recurrence
from tracker.learning.rules.patterns import LONGEST_NAME
from tracker.web.forms import Form, Id, Key, Line, Plain, WhenEmpty, Words

Name = Annotated[Line, Field(max_length=LONGEST_NAME)]


class NewPattern(Form):
    """A pattern without words yet."""

    key: Key
    soort: Plain = ""
    name: Annotated[Name, WhenEmpty("Geef het patroon een naam.")]
    meaning: Words = ""


class EditPattern(Form):
    version: Plain = ""
    name: Annotated[Name, WhenEmpty("Geef het patroon een naam.")]
    meaning: Words = ""
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: Words = ""
    reason: Line = ""


class Group(Form):
    """Ticked words into a pattern: an existing one, or a new one with this name."""

    key: Key
    words: list[Id] = []
    pattern: Id | None = None
    name: Name = ""


class Follow(Form):
    """One suggestion followed, as `word-pattern`; `back` is the page on which it stood."""

    suggested: Plain = ""
    back: Plain = ""

    @property
    def pair(self) -> tuple[int, int] | None:
        """The ids of the word and of the pattern, or None for what is no suggestion of ours."""
        word, _, pattern = self.suggested.partition("-")
        known = all(each.isascii() and each.isdigit() and len(each) < 10 for each in (word, pattern))
        return (int(word), int(pattern)) if known else None


class Confirm(Form):
    """Words for which a workbook proposed a name; `what` is the button that was pressed."""

    key: Key
    words: list[Id] = []
    name: Annotated[Name, WhenEmpty("Geef het patroon een naam.")]
    what: Plain = ""


class Move(Form):
    """Words of a pattern to another (or a new) one, or out of any pattern."""

    key: Key
    words: list[Id] = []
    into: Id | None = None
    name: Name = ""
    what: Plain = ""
    reason: Annotated[Line, WhenEmpty("Schrijf waarom deze woorden hier niet bij horen.")]


class Merge(Form):
    into: Annotated[Id, WhenEmpty("Kies met welk patroon.")]
    reason: Annotated[Line, WhenEmpty("Schrijf waarom dit hetzelfde patroon is.")]


class Retire(Form):
    reason: Annotated[Line, WhenEmpty("Schrijf waarom je dit patroon niet meer gebruikt.")]


def edited(data: EditPattern) -> Edited:
    return Edited(data.name, data.meaning, data.recurrence, data.recurrence_reason)


def as_typed_in(pattern: Pattern) -> dict[str, Any]:
    """A pattern in the fields of its form."""
    return {
        "version": pattern.version,
        "name": pattern.name,
        "meaning": pattern.meaning,
        "recurrence": pattern.recurrence,
        "recurrence_reason": pattern.recurrence_reason,
    }
