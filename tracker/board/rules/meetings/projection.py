"""What a meeting shows on the wall: the table first, then one item per screen, then who does what."""

from dataclasses import dataclass
from enum import StrEnum


class Screen(StrEnum):
    """What kind of thing stands on a screen."""

    TABLE = "table"
    ITEM = "item"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen; `item` is the place on the agenda from 0."""

    screen: Screen
    item: int = 0


def screens(items: int) -> tuple[Shown, ...]:
    """The screens of a meeting in order."""
    return (
        Shown(Screen.TABLE),
        *(Shown(Screen.ITEM, place) for place in range(items)),
        Shown(Screen.ACTIONS),
    )
