"""Issues as a viewer sees them: one, lists of them, and who sits in the board."""

from tracker.board.queries.issues.listing import (
    brought_into,
    issues_of,
    of_conditions,
    of_patterns,
    open_for_agenda,
    owed_by,
    waiting,
)
from tracker.board.queries.issues.seen import Issue, Step, issue_for, issues_where

__all__ = [
    "Issue",
    "Step",
    "brought_into",
    "issue_for",
    "issues_of",
    "issues_where",
    "of_conditions",
    "of_patterns",
    "open_for_agenda",
    "owed_by",
    "waiting",
]
