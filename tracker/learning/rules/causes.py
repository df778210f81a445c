"""Why a pattern keeps arising: causes name the system, never a colleague (L6)."""

import re
from collections.abc import Iterable

from tracker.cases.rules.refusals import Refusal

CAUSE_NAMES = {
    "kind": "soort oorzaak",
    "explanation": "hoe het komt",
    "conditions": "systeemcondities",
    "thinking": "denkwijzen",
}

TAKEN_FOR_ANOTHER = (
    "De vraag werd verkeerd begrepen: we namen een faalvraag voor een echte vraag, of omgekeerd, en deelden "
    "die later anders in."
)
"""What a cause starts from when failure demands of its pattern were called the other kind (L6)."""

_WORD = re.compile(r"[\w'’-]+")


def why_not_cause(explanation: str) -> Refusal | None:
    """The first reason not to keep a cause, or None."""
    if not explanation.strip():
        return Refusal("Schrijf hoe het komt dat dit blijft terugkomen.", "explanation")
    return None


def why_not_remove(reason: str) -> Refusal | None:
    """The first reason not to take a cause away, or None."""
    if not reason.strip():
        return Refusal("Schrijf waarom dit de oorzaak niet is.", "reason")
    return None


def why_not_named(texts: Iterable[str], colleagues: Iterable[str]) -> Refusal | None:
    """Why a cause is held back for a moment: it seems to name a colleague. None when it does not.

    A warning: whoever means something else by the word may keep it.
    """
    if named := colleagues_named(" ".join(texts), colleagues):
        return Refusal(
            f"Je noemt {' en '.join(named)}. Een oorzaak gaat over het systeem, niet over een collega. "
            "Schrijf het anders, of laat het staan als het om iets anders gaat.",
            "keep_names",
        )
    return None


def colleagues_named(text: str, colleagues: Iterable[str]) -> list[str]:
    """The colleagues whose first or whole name stands in a text, written as a name (with a capital)."""
    words = set(_WORD.findall(text))
    return sorted({name for name in colleagues if name and (name.split()[0] in words)})
