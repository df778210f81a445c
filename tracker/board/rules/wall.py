"""What a proposal shows on the wall, one thing per screen (B14)."""

from enum import StrEnum

from tracker.board.rules.kinds import Stage


class Screen(StrEnum):
    """What stands on a screen, in the order in which a circle goes through it."""

    DRIVER = "driver"
    TEXT = "text"
    QUESTIONS = "questions"
    OPINIONS = "opinions"
    ROUND = "round"
    OBJECTIONS = "objections"
    AMENDMENT = "amendment"
    OUTCOME = "outcome"


SCREENS = tuple(Screen)

SCREEN_NAMES = {
    Screen.DRIVER: "de aanleiding",
    Screen.TEXT: "het voorstel",
    Screen.QUESTIONS: "vragen",
    Screen.OPINIONS: "meningen",
    Screen.ROUND: "de ronde",
    Screen.OBJECTIONS: "bezwaren",
    Screen.AMENDMENT: "wat verandert",
    Screen.OUTCOME: "de afspraak",
}

BEGINS = {Stage.PICTURE: Screen.DRIVER, Stage.OPINION: Screen.OPINIONS, Stage.ROUND: Screen.ROUND}


def first_step(stage: Stage) -> int:
    """On which screen, counted from 1, the wall begins in this stage."""
    return SCREENS.index(BEGINS.get(stage, Screen.OUTCOME)) + 1
