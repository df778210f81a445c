"""What a session shows on the wall, one thing per screen (L17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.learning.rules.formats import FORMATS
from tracker.learning.rules.kinds import Format

STEPS_ON_A_SCREEN = 7


class Screen(StrEnum):
    """What kind of thing stands on a screen."""

    QUESTION = "question"
    CHECK_IN = "check_in"
    CASES = "cases"
    JOURNEY = "journey"
    ASKED = "asked"
    CARDS = "cards"
    GROUPS = "groups"


SCREEN_NAMES = {
    Screen.QUESTION: "de vraag",
    Screen.CHECK_IN: "het rondje",
    Screen.CASES: "de casussen",
    Screen.JOURNEY: "de reis",
    Screen.ASKED: "samen nadenken",
    Screen.CARDS: "kaarten",
    Screen.GROUPS: "groeperen",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen: `case` is the place of a case in the session, `part` a page of a long thing from 0."""

    screen: Screen
    case: int = 0
    part: int = 0
    question: str = ""


def screens(format: Format, journeys: Sequence[tuple[int, int]]) -> tuple[Shown, ...]:
    """The screens of a session in order.

    `journeys` holds the place of each case that has a journey, and how many steps it takes.
    """
    shown = [Shown(Screen.QUESTION), Shown(Screen.CHECK_IN), Shown(Screen.CASES)]
    for place, steps in journeys:
        pages = -(-steps // STEPS_ON_A_SCREEN)
        shown += [Shown(Screen.JOURNEY, case=place, part=part) for part in range(pages)]
    shown += [Shown(Screen.CARDS), Shown(Screen.GROUPS)]
    shown += [Shown(Screen.ASKED, question=question.name) for question in FORMATS[format]]
    return tuple(shown)
