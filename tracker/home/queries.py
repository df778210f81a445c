"""What a start page needs of the packages below."""

from dataclasses import dataclass

from tracker.cases.queries.listing import Choices, Listing, Stage, Wanted, cases_for, choices_for
from tracker.partnership.queries.wordings import OwnWords, own_words, value_steps
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer

SHOWN = 8


@dataclass(frozen=True, slots=True)
class MyWork:
    """The running cases somebody follows, last used first."""

    cases: Listing


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """What the coordination looks at: not discussed or without contact for long, and doubts."""

    not_reviewed: Listing
    quiet: Listing
    doubts: Listing
    choices: Choices


async def my_work(viewer: Viewer) -> MyWork:
    """The running cases I follow."""
    wanted = Wanted(mine=True, stage=Stage.RUNNING)
    return MyWork(await cases_for(viewer, wanted, Choices(), size=SHOWN))


async def this_week(viewer: Viewer) -> ThisWeek:
    """The running cases that ask for attention."""
    choices = await choices_for(viewer)
    running = Stage.RUNNING
    return ThisWeek(
        not_reviewed=await cases_for(
            viewer, Wanted(stage=running, long_not_reviewed=True), choices, size=SHOWN
        ),
        quiet=await cases_for(viewer, Wanted(stage=running, long_quiet=True), choices, size=SHOWN),
        doubts=await cases_for(viewer, Wanted(stage=running, doubt=True), choices, size=SHOWN),
        choices=choices,
    )


@dataclass(frozen=True, slots=True)
class Foundation:
    """What the partnership wrote about itself, and what is still missing."""

    words: OwnWords
    steps: int

    @property
    def missing(self) -> list[WordingKind]:
        asked = (WordingKind.PURPOSE, WordingKind.SUBSTANTIAL_CONTACT, WordingKind.TEAM_MANDATE)
        return [kind for kind in asked if self.words.current(kind) is None]


async def foundation(viewer: Viewer) -> Foundation:
    """Purpose, principles and value steps as they are now."""
    return Foundation(words=await own_words(viewer), steps=len(await value_steps(viewer)))
