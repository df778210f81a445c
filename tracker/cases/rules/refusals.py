"""A rule's answer when it concerns one field of a form."""

from dataclasses import dataclass

from tracker.problems import RuleBroken


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be, in the user's words, and the field it stands beside."""

    reason: str
    field: str | None = None


def must(refusal: Refusal | None) -> None:
    """Raise RuleBroken when a rule refuses."""
    if refusal:
        raise RuleBroken(refusal.reason, refusal.field)
