"""What the team released about a pattern: all that the board and others read of its cases (law 3)."""

from dataclasses import dataclass

from tracker.learning.tables.evidence import Extract
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Story:
    """A story of a case, told without who it is."""

    title: str
    story: str


async def released_about(viewer: Viewer, pattern: int) -> list[Story]:
    """The released stories about a pattern, latest first."""
    rows = await (
        Extract.select(Extract.title, Extract.story)
        .where(
            Extract.partnership == viewer.partnership_id,
            Extract.pattern == pattern,
            Extract.released_on.is_not_null(),
            Extract.withdrawn_on.is_null(),
        )
        .order_by(Extract.released_on, Extract.id, ascending=False)
    )
    return [Story(row["title"], row["story"]) for row in rows]
