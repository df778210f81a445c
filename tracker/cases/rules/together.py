"""Reading together what was written, and handing over the phone so that the person answers alone (C11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.cases.rules.endings import why_not_log
from tracker.cases.rules.kinds import CaseState, Validated

NO_PASSWORD = "Kies eerst een wachtwoord bij ‘Mijn profiel’. Daarmee neem je de telefoon straks terug."
NOTHING_SAID = "Er is nog niets ingevuld."


class Block(StrEnum):
    """A part of the page that one reads together and calls right or not right any more."""

    PURPOSE = "purpose"
    CHANGES = "changes"
    WANTS = "wants"
    AGREEMENTS = "agreements"


class Fits(StrEnum):
    """What the person says of the purpose as it was written down."""

    YES = "yes"
    CHANGED = "changed"
    RATHER_NOT = "rather_not"


class Felt(StrEnum):
    """What the person answers to a value demand: one of five steps, or in words why not."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    RATHER_NOT = "rather_not"
    NO_LONGER = "no_longer"

    @property
    def stars(self) -> int | None:
        return int(self.value) if self.value.isdecimal() else None


STEPS = tuple(felt for felt in Felt if felt.stars)

ANSWER_TO_PURPOSE = {Fits.YES: Validated.YES, Fits.CHANGED: Validated.CONTESTED}


@dataclass(frozen=True, slots=True)
class AboutDemand:
    """The answer to one value demand, with what the person wanted to say along with it."""

    felt: Felt
    words: str = ""

    @property
    def validated(self) -> Validated | None:
        """Whether this says that the demand itself is (still) theirs."""
        if self.felt is Felt.NO_LONGER:
            return Validated.CONTESTED
        return Validated.YES if self.felt.stars else None


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """Everything a person answered while holding the phone; nothing of it is compulsory."""

    fits: Fits | None = None
    words: str = ""
    demands: Mapping[int, AboutDemand] = field(default_factory=dict)
    anything_else: str = ""

    @property
    def note(self) -> str:
        """The person's own words, as they stand with the reading."""
        return "\n\n".join(part for part in (self.words, self.anything_else) if part)

    @property
    def says_something(self) -> bool:
        return bool(self.fits or self.note or self.demands)


def hand_over_path(code: str) -> str:
    """Below this path lie the screens for the person of a case, and what was answered on them so far."""
    return f"/samen/{code}"


def why_not_hand_over(state: CaseState, *, has_password: bool) -> str | None:
    """The first reason not to hand over the phone, or None."""
    if reason := why_not_log(state):
        return reason
    return None if has_password else NO_PASSWORD


def why_not_answer(state: CaseState, answers: OwnAnswers) -> str | None:
    """The first reason not to keep what the person answered, or None."""
    if reason := why_not_log(state):
        return reason
    return None if answers.says_something else NOTHING_SAID
