"""The issues that a start page shows: what the viewer owes, and what waits for somebody (B11)."""

from dataclasses import dataclass

from tracker.board.queries.issues import Issue, issues_where
from tracker.board.queries.issues.listing import owes
from tracker.board.rules.kinds import IssueState
from tracker.board.tables.issues import Issue as IssueRow
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class OpenIssues:
    """The issues that are not solved, as far as the viewer may read them, longest silent first."""

    all: tuple[Issue, ...]
    owed: tuple[Issue, ...]
    still: tuple[Issue, ...]
    """Not taken up in time, silent too long, a day to look again that came, or an owner who left."""


async def open_issues(viewer: Viewer) -> OpenIssues:
    """What is not solved; in four queries whatever their number."""
    found = await issues_where(viewer, IssueRow.state != IssueState.SOLVED)
    longest_silent = tuple(sorted(found, key=lambda each: each.heard_on))
    owed = tuple(each for each in longest_silent if owes(each, viewer))
    return OpenIssues(
        all=longest_silent,
        owed=owed,
        still=tuple(each for each in longest_silent if each.still and each not in owed),
    )
