"""What can go wrong in the house, in the words of the domain; `web` turns each into an answer."""

from dataclasses import dataclass


class NotFound(Exception):
    """It does not exist, or it does for others only: whoever asks may not know which (404)."""


class NotAllowed(Exception):
    """Whoever asks may see it, but not do this (403)."""


class RuleBroken(Exception):
    """A domain rule refuses the act (422).

    `reason` is Dutch and meant for the screen; `field` names the form field it stands beside.
    """

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule's answer: why something may not be, in the user's words, and the field it stands beside."""

    reason: str
    field: str | None = None


def must(refusal: Refusal | None) -> None:
    """Raise RuleBroken when a rule refuses."""
    if refusal:
        raise RuleBroken(refusal.reason, refusal.field)


class Conflict(Exception):
    """Someone else changed the same thing in the meantime (409).

    `theirs` holds what they wrote, by form field, so that the page can show both texts.
    """

    def __init__(self, theirs: dict[str, str], who: str | None = None) -> None:
        super().__init__("Iemand anders wijzigde dit intussen.")
        self.theirs = theirs
        self.who = who
