"""What the words of a workbook about an issue mean here (B10)."""

import re
from datetime import date

from tracker.board.rules.kinds import IssueKind

_KINDS = (
    ("conflict", IssueKind.CONFLICT),
    ("spanning", IssueKind.TENSION),
    ("expertise", IssueKind.MISSING),
    ("capaciteit", IssueKind.MISSING),
    ("actor", IssueKind.OTHER_ACTORS),
    ("regel", IssueKind.RULES),
)
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[\s:,]+(.+)", re.DOTALL)
_NUMBER = re.compile(r"[Kk]?\s?(\d{1,4})")


def kind_in(words: str) -> IssueKind | None:
    """The kind that a workbook means, or None for words that say something else."""
    told = words.casefold()
    return next((kind for word, kind in _KINDS if word in told), None)


def number_in(words: str) -> int | None:
    """The number that a workbook gives an issue: 'K6' or '6'."""
    found = _NUMBER.fullmatch(words.strip())
    return int(found[1]) or None if found else None


def dated(feedback: str) -> tuple[date, str] | None:
    """Feedback that begins with its day, or None."""
    found = _DATED.match(feedback.strip())
    if not found:
        return None
    try:
        return date.fromisoformat(found[1]), found[2].strip()
    except ValueError:
        return None
