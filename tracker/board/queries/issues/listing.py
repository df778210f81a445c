"""Issues by what asks for somebody first: lists, duties, agendas, and what a pattern or condition led to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.board.queries.issues.seen import Issue, issues_where
from tracker.board.rules.issues import DutyKind
from tracker.board.rules.kinds import IssueKind, IssueState
from tracker.board.tables.issues import Issue as IssueRow
from tracker.board.tables.issues import IssueStep
from tracker.partnership.rules.roles import Role, Viewer

YOURS = (DutyKind.FEED_BACK, DutyKind.TAKE_OVER)
ORDER = (
    IssueState.NEW,
    IssueState.ESCALATED,
    IssueState.TAKEN_UP,
    IssueState.PARKED,
    IssueState.BACK,
    IssueState.SOLVED,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to."""

    state: IssueState | None = None
    kind: IssueKind | None = None
    organisation: int | None = None
    text: str = ""


async def issues_of(viewer: Viewer, wanted: Wanted | None = None) -> list[Issue]:
    """The issues a viewer may read: what stands still first, then by state, then those last heard of."""
    wanted = wanted or Wanted()
    where: list[Any] = []
    if wanted.state is not None:
        where.append(IssueRow.state == wanted.state)
    if wanted.kind is not None:
        where.append(IssueRow.kind == wanted.kind)
    found = await issues_where(viewer, *where)
    if wanted.organisation is not None:
        found = [each for each in found if wanted.organisation in each.facts.organisations]
    if wanted.text:
        sought = wanted.text.casefold()
        found = [each for each in found if sought in f"{each.code} {each.title}".casefold()]
    return sorted(found, key=lambda each: (each.still is None, ORDER.index(each.state), each.heard_on))


def first_for(viewer: Viewer, found: Sequence[Issue]) -> list[Issue]:
    """Of these issues what asks for the viewer first.

    To take up and to feed back for a board member; what they raised and stands still for everyone else.
    """
    board = viewer.role is Role.BOARD_MEMBER
    return [
        each
        for each in found
        if (board and each.state is IssueState.NEW)
        or (each.still and each.facts.has_owner and (owes(each, viewer) or (board and not each.owner_seat)))
        or each.offered_to == viewer.person_id
        or (each.still and each.raised_by == viewer.person_id)
    ]


async def owed_by(viewer: Viewer) -> list[Issue]:
    """The issues in which the viewer owes feedback or was asked to take over, longest silent first."""
    mine = (IssueRow.owner == viewer.person_id) | (IssueRow.offered_to == viewer.person_id)
    found = await issues_where(viewer, mine, IssueRow.state != IssueState.SOLVED)
    return sorted((each for each in found if owes(each, viewer)), key=lambda each: each.heard_on)


def owes(issue: Issue, viewer: Viewer) -> bool:
    """Whether the viewer owes feedback in an issue, or was asked to take it over."""
    return any(duty.person == viewer.person_id and duty.kind in YOURS for duty in issue.duties)


async def waiting(viewer: Viewer) -> list[Issue]:
    """What stands still and concerns the viewer: all of it for board and coordination, else their own.

    Not taken up in time, silent too long, a day to look again that came, or an owner who left the board.
    """
    found = await issues_where(viewer, IssueRow.state != IssueState.SOLVED)
    everything = viewer.role in (Role.BOARD_MEMBER, Role.COORDINATOR)
    return sorted(
        (each for each in found if each.still and (everything or each.raised_by == viewer.person_id)),
        key=lambda each: each.heard_on,
    )


async def open_for_agenda(viewer: Viewer) -> list[Issue]:
    """What a meeting can put on its agenda: every issue that is not solved, what stands still first.

    Never a conflict: an agenda has more readers than those whom a conflict names.
    """
    found = await issues_where(
        viewer, IssueRow.state != IssueState.SOLVED, IssueRow.kind != IssueKind.CONFLICT
    )
    return sorted(found, key=lambda each: (each.still is None, ORDER.index(each.state), each.heard_on))


async def of_patterns(viewer: Viewer, patterns: Collection[int]) -> list[Issue]:
    """The issues raised from one of these patterns."""
    return await issues_where(viewer, IssueRow.pattern.is_in([*patterns] or [0]))


async def of_conditions(viewer: Viewer, conditions: Collection[int]) -> list[Issue]:
    """The issues raised from one of these system conditions."""
    return await issues_where(viewer, IssueRow.condition.is_in([*conditions] or [0]))


async def brought_into(viewer: Viewer, organisation: int) -> list[Issue]:
    """The issues that were brought into an organisation, open ones first."""
    rows = await IssueStep.select(IssueStep.issue).where(
        IssueStep.organisation == organisation, IssueStep.issue.partnership == viewer.partnership_id
    )
    found = await issues_where(viewer, IssueRow.id.is_in([row["issue"] for row in rows] or [0]))
    return sorted(found, key=lambda each: (each.state is IssueState.SOLVED, each.number))
