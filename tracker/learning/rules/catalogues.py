"""What lies behind causes: system conditions and ways of thinking, each named once (L6, L7)."""

from collections.abc import Iterable

from tracker.cases.rules.refusals import Refusal
from tracker.cases.rules.searching import folded
from tracker.learning.rules.kinds import WhoCanChange

CONDITION_NAMES = {
    "name": "naam",
    "kind": "soort",
    "meaning": "wat het is",
    "who_can_change": "wie dit kan veranderen",
    "organisation": "organisatie",
    "asked": "wat we vragen",
    "thinking": "denkwijzen erachter",
}

THINKING_NAMES = {"name": "naam", "meaning": "wat het is"}


def why_not_condition(
    *, name: str, taken: Iterable[str], who: WhoCanChange, organisation: int | None, field: str = "name"
) -> Refusal | None:
    """The first reason not to keep a system condition, or None."""
    if refusal := _why_not_name(name, taken, "deze systeemconditie", field):
        return refusal
    if who is WhoCanChange.PARTNER and organisation is None:
        return Refusal("Kies welke partnerorganisatie dit kan veranderen.", "organisation")
    return None


def why_not_thinking(name: str, taken: Iterable[str], field: str = "name") -> Refusal | None:
    """The first reason not to keep a way of thinking, or None."""
    return _why_not_name(name, taken, "deze denkwijze", field)


def _why_not_name(name: str, taken: Iterable[str], what: str, field: str) -> Refusal | None:
    if not name.strip():
        return Refusal(f"Geef {what} een naam.", field)
    if folded(name) in {folded(other) for other in taken}:
        return Refusal("Die naam staat al in de lijst. Kies hem daar, of geef een andere naam.", field)
    return None
