"""The failure demands that keep coming back in cases like a persona."""

from dataclasses import dataclass

from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer

MOST = 6


@dataclass(frozen=True, slots=True)
class ComesHere:
    """A pattern of failure demands, by its name."""

    id: int
    name: str


COME_HERE = """
    SELECT p.id, p.name, COUNT(DISTINCT o."case") AS cases
      FROM resemblance r
           JOIN persona q ON q.id = r.persona
           JOIN occurrence o ON o."case" = r."case"
           JOIN pattern p ON p.id = o.pattern
     WHERE r.persona = {} AND r.state = 'confirmed' AND q.partnership = {}
       AND p.kind = {} AND p.merged_into IS NULL AND p.retired_on IS NULL
     GROUP BY p.id, p.name
     ORDER BY cases DESC, p.name
     LIMIT {}
"""


async def patterns_of_persona(viewer: Viewer, persona_id: int) -> list[ComesHere]:
    """The patterns seen in most of the persona's cases first; how many is said on their own page."""
    rows = await Occurrence.raw(
        COME_HERE, persona_id, viewer.partnership_id, PatternKind.FAILURE_DEMAND, MOST
    )
    return [ComesHere(row["id"], row["name"]) for row in rows]
