"""What a start page needs of the packages below."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.cases.queries.agreements import OpenAgreement, open_agreements
from tracker.cases.queries.attention import Asking, asking
from tracker.cases.queries.interactions import Bare, to_complete
from tracker.cases.queries.listing import Choices, Listing, Stage, Wanted, cases_for, sees_any
from tracker.home.queries.desk import Desk, Piece
from tracker.partnership.queries.wordings import OwnWords, own_words, value_steps
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Role, Viewer

SHOWN = 8
TO_WRITE_FIRST = (WordingKind.PURPOSE, WordingKind.SUBSTANTIAL_CONTACT, WordingKind.TEAM_MANDATE)


@dataclass(frozen=True, slots=True)
class Some:
    """The first of the cases that ask for something, and how many there are."""

    cases: tuple[Asking, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LooseEnds:
    """What still asks for a hand: bare notes, open agreements, cases that ask for attention."""

    to_complete: list[Bare]
    agreements: list[OpenAgreement]
    reviews: Some
    quiet: Some
    doubts: Some


@dataclass(frozen=True, slots=True)
class Foundation:
    """What the partnership wrote about itself, and how many value steps it knows."""

    words: OwnWords
    steps: int


@dataclass(frozen=True, slots=True)
class ToBegin:
    """What a new partnership writes first, and whether it has no case yet."""

    missing: tuple[WordingKind, ...]
    no_steps: bool
    no_cases: bool


async def my_work(viewer: Viewer) -> Listing:
    """The running cases I follow, last used first."""
    return await cases_for(viewer, Wanted(mine=True, stage=Stage.RUNNING), Choices(), size=SHOWN)


async def loose_ends(viewer: Viewer) -> LooseEnds:
    """For a practitioner of the own cases, for the coordination of all."""
    mine = viewer.role is Role.PRACTITIONER
    cases = await asking(viewer, mine=mine)
    return LooseEnds(
        to_complete=await to_complete(viewer),
        agreements=await open_agreements(viewer, mine=mine),
        reviews=_some(each for each in cases if each.not_reviewed),
        quiet=_some(each for each in cases if each.quiet),
        doubts=_some(each for each in cases if each.doubt),
    )


async def to_begin(viewer: Viewer, desk: Desk, ends: LooseEnds) -> ToBegin:
    """What is still to be written; asked of the cases only when nothing shows that there are any."""
    written = {each.words for each in desk[Piece.WORDING]}
    known = ends.reviews.total or ends.quiet.total or ends.doubts.total or ends.to_complete or ends.agreements
    return ToBegin(
        missing=tuple(kind for kind in TO_WRITE_FIRST if kind not in written),
        no_steps=not desk[Piece.VALUE_STEP],
        no_cases=not known and not await sees_any(viewer),
    )


async def foundation(viewer: Viewer) -> Foundation:
    """Purpose, principles and value steps as they are now."""
    return Foundation(words=await own_words(viewer), steps=len(await value_steps(viewer)))


def _some(cases: Iterable[Asking]) -> Some:
    found = tuple(cases)
    return Some(found[:SHOWN], len(found))
