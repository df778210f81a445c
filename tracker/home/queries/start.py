"""What a start page needs of the packages below."""

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.cases.queries.agreements import OpenAgreement, open_agreements
from tracker.cases.queries.interactions import Entry, to_complete
from tracker.cases.queries.listing import Choices, Listing, Stage, Wanted, cases_for, sees_any
from tracker.learning.queries.misfits import waiting_count
from tracker.learning.queries.personas import personas, set_reviews
from tracker.learning.rules.kinds import PersonaState
from tracker.learning.rules.small_counts import CaseCount
from tracker.partnership.queries.wordings import OwnWords, own_words, value_steps
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Role, Viewer

SHOWN = 8
REMINDED_BEFORE = timedelta(days=14)
TO_WRITE_FIRST = (WordingKind.PURPOSE, WordingKind.SUBSTANTIAL_CONTACT, WordingKind.TEAM_MANDATE)


@dataclass(frozen=True, slots=True)
class LooseEnds:
    """What still asks for a hand: my bare notes, open agreements, cases long not reviewed."""

    to_complete: list[Entry]
    agreements: list[OpenAgreement]
    reviews: Listing


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """What the coordination looks at besides: long without contact, and doubts about the target group."""

    quiet: Listing
    doubts: Listing
    no_cases: bool


@dataclass(frozen=True, slots=True)
class PersonaWork:
    """What the personas ask: a review that comes near, proposals to confirm, cases that fit none."""

    review_on: date | None
    proposed: int
    waiting: CaseCount

    @property
    def asks(self) -> bool:
        return bool(self.review_on or self.proposed or self.waiting.cases)


@dataclass(frozen=True, slots=True)
class Foundation:
    """What the partnership wrote about itself, and how many value steps it knows."""

    words: OwnWords
    steps: int

    @property
    def missing(self) -> list[WordingKind]:
        return [kind for kind in TO_WRITE_FIRST if self.words.current(kind) is None]


async def my_work(viewer: Viewer) -> Listing:
    """The running cases I follow, last used first."""
    return await cases_for(viewer, Wanted(mine=True, stage=Stage.RUNNING), Choices(), size=SHOWN)


async def loose_ends(viewer: Viewer, choices: Choices) -> LooseEnds:
    """For a practitioner of the own cases, for the coordination of all."""
    mine = viewer.role is Role.PRACTITIONER
    wanted = Wanted(mine=mine, stage=Stage.RUNNING, long_not_reviewed=True)
    return LooseEnds(
        to_complete=await to_complete(viewer),
        agreements=await open_agreements(viewer, mine=mine),
        reviews=await cases_for(viewer, wanted, choices, size=SHOWN),
    )


async def this_week(viewer: Viewer, choices: Choices) -> ThisWeek:
    """The running cases that ask for attention."""
    quiet = Wanted(stage=Stage.RUNNING, long_quiet=True)
    doubts = Wanted(stage=Stage.RUNNING, doubt=True)
    return ThisWeek(
        quiet=await cases_for(viewer, quiet, choices, size=SHOWN),
        doubts=await cases_for(viewer, doubts, choices, size=SHOWN),
        no_cases=not await sees_any(viewer),
    )


async def persona_work(viewer: Viewer) -> PersonaWork:
    """What waits for the coordination at the personas; a review shows two weeks before its day."""
    reviews = await set_reviews(viewer)
    next_on = reviews[0].next_on if reviews else None
    near = next_on is not None and next_on <= viewer.today + REMINDED_BEFORE
    return PersonaWork(
        review_on=next_on if near else None,
        proposed=len(await personas(viewer, PersonaState.PROPOSED)),
        waiting=await waiting_count(viewer),
    )


async def foundation(viewer: Viewer) -> Foundation:
    """Purpose, principles and value steps as they are now."""
    return Foundation(words=await own_words(viewer), steps=len(await value_steps(viewer)))
