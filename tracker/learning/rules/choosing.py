"""Which of the cases behind a figure to look at together, so that there is something to learn."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

MOST = 4
"""As many as a session can really look at."""


class Choice(StrEnum):
    """How to choose among many cases (L8)."""

    LONG = "lang"
    SHORT = "kort"
    RELAPSE = "herval"
    WENT_WELL = "goed"


CHOICE_NAMES = {
    Choice.LONG: "liepen het langst",
    Choice.SHORT: "liepen het kortst",
    Choice.RELAPSE: "er was een terugval",
    Choice.WENT_WELL: "het ging goed, losgelaten",
}


class Candidate(Protocol):
    """A case that could be chosen."""

    @property
    def code(self) -> str: ...
    @property
    def days(self) -> int: ...
    @property
    def came_back(self) -> bool: ...
    @property
    def went_well(self) -> bool: ...


Case = TypeVar("Case", bound=Candidate)


def choose(cases: Sequence[Case], choice: Choice | None) -> list[Case]:
    """At most four cases; without a choice those that come first."""
    match choice:
        case Choice.LONG:
            found = sorted(cases, key=lambda each: -each.days)
        case Choice.SHORT:
            found = sorted(cases, key=lambda each: each.days)
        case Choice.RELAPSE:
            found = [each for each in cases if each.came_back]
        case Choice.WENT_WELL:
            found = [each for each in cases if each.went_well]
        case _:
            found = list(cases)
    return found[:MOST]
