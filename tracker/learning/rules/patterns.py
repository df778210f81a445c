"""Patterns: named after the words were heard; the words themselves never change by it (L5)."""

from collections.abc import Iterable
from datetime import date

from tracker.cases.rules.refusals import Refusal
from tracker.cases.rules.searching import folded
from tracker.learning.rules.kinds import PATTERN_KIND_PLURALS, PatternKind, Recurrence

LONGEST_NAME = 120
ONE_OFF_WORDS = ("eenmalig", "eenmalige faalvraag", "eenmalige vraag", "eenmalig probleem")
ONE_OFF_NAME = "Eenmalige vragen"

PATTERN_NAMES = {
    "name": "naam",
    "meaning": "wat erbij hoort",
    "recurrence": "voorspelbaar of eenmalig",
    "recurrence_reason": "waarom",
    "merged_into": "samengevoegd met",
    "retired_on": "niet meer gebruikt sinds",
    "words": "woorden",
    "cause": "oorzaak",
}


def why_not_name(name: str, taken: Iterable[str]) -> Refusal | None:
    """The first reason not to give this name, or None. `taken`: names in use for this kind."""
    if not name.strip():
        return Refusal("Geef het patroon een naam.", "name")
    if folded(name) in {folded(other) for other in taken}:
        return Refusal("Zo heet al een patroon. Kies dat, of geef dit een andere naam.", "name")
    return None


def says_one_off(name: str) -> bool:
    """Whether a name that a workbook gave is no type of its own, but says that something came once."""
    return folded(name.strip()) in ONE_OFF_WORDS


def why_not_judge(recurrence: Recurrence, reason: str) -> Refusal | None:
    """The first reason not to call a pattern predictable or one-off, or None: people judge, with a reason."""
    if recurrence is not Recurrence.NOT_JUDGED and not reason.strip():
        return Refusal("Schrijf waaraan je dat ziet.", "recurrence_reason")
    return None


def why_not_use(*, merged: bool, retired_on: date | None) -> str | None:
    """Why no word may be put in this pattern, or None."""
    if merged:
        return "Dit patroon is samengevoegd met een ander."
    if retired_on:
        return "Dit patroon wordt niet meer gebruikt."
    return None


def why_not_merge(*, itself: bool, same_kind: bool, kind: PatternKind, reason: str) -> Refusal | None:
    """The first reason not to merge a pattern into another, or None."""
    if itself:
        return Refusal("Kies een ander patroon dan dit.", "into")
    if not same_kind:
        return Refusal(f"Kies een patroon van {PATTERN_KIND_PLURALS[kind]}.", "into")
    if not reason.strip():
        return Refusal("Schrijf waarom dit hetzelfde patroon is.", "reason")
    return None


def why_not_group(chosen: int, elsewhere: Iterable[str]) -> Refusal | None:
    """The first reason not to group these words, or None.

    `elsewhere`: names of other patterns in which some of them stand by now.
    """
    if not chosen:
        return Refusal("Vink eerst aan welke woorden je samen wil zetten.", "words")
    if names := sorted(set(elsewhere)):
        said = ", ".join(f"‘{name}’" for name in names)
        return Refusal(f"Iemand deelde sommige van deze woorden intussen in bij {said}. Kijk even na.")
    return None


def why_not_move(reason: str) -> Refusal | None:
    """The first reason not to take words out of a pattern, or None."""
    if not reason.strip():
        return Refusal("Schrijf waarom deze woorden hier niet bij horen.", "reason")
    return None


def why_not_retire(*, already: bool, reason: str) -> Refusal | None:
    """The first reason not to stop using a pattern, or None."""
    if already:
        return Refusal("Dit patroon wordt al niet meer gebruikt.")
    if not reason.strip():
        return Refusal("Schrijf waarom je dit patroon niet meer gebruikt.", "reason")
    return None
