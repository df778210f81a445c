"""How much hangs on a system condition or a way of thinking: causes, patterns and cases."""

from collections.abc import Collection
from dataclasses import dataclass

from tracker.cases.queries.seen import visible_to
from tracker.learning.queries.patterns import by_key
from tracker.learning.rules.small_counts import CaseCount, count_for, is_small
from tracker.learning.tables.patterns import Cause
from tracker.partnership.rules.roles import Viewer

TO_CONDITIONS = """
    SELECT cc."condition" AS thing, c.id AS cause, c.pattern
      FROM cause_condition cc JOIN cause c ON c.id = cc.cause
"""

TO_THINKING = """
    SELECT ct.thinking AS thing, c.id AS cause, c.pattern
      FROM cause_thinking ct JOIN cause c ON c.id = ct.cause
    UNION
    SELECT h.thinking, c.id, c.pattern
      FROM condition_thinking h JOIN cause_condition cc ON cc."condition" = h."condition"
           JOIN cause c ON c.id = cc.cause
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """What points at something, directly or through a condition; `count` are the cases behind it."""

    causes: int = 0
    patterns: int = 0
    count: CaseCount = CaseCount(0)


async def weights(viewer: Viewer, links: str) -> dict[int, Weight]:
    """The weight of everything in the viewer's partnership at which these links point."""
    rows = await Cause.raw(
        f"""
        SELECT l.thing, COUNT(DISTINCT l.cause) AS causes, COUNT(DISTINCT l.pattern) AS patterns,
               COUNT(DISTINCT o."case") AS cases
          FROM ({links}) l JOIN pattern p ON p.id = l.pattern
               LEFT JOIN occurrence o ON o.pattern = p.id
         WHERE p.partnership = {{}}
         GROUP BY l.thing
        """,
        viewer.partnership_id,
    )
    codes = await _codes(viewer, links, [row["thing"] for row in rows if is_small(row["cases"])])
    return {
        row["thing"]: Weight(
            row["causes"],
            row["patterns"],
            count_for(row["cases"], codes.get(row["thing"], ()), opens_cases=viewer.works_on_cases),
        )
        for row in rows
    }


async def _codes(viewer: Viewer, links: str, things: Collection[int]) -> dict[int, tuple[str, ...]]:
    if not things or not viewer.works_on_cases:
        return {}
    rows = await Cause.raw(
        f"""
        SELECT DISTINCT l.thing, case_file.code
          FROM ({links}) l JOIN occurrence o ON o.pattern = l.pattern
               JOIN case_file ON case_file.id = o."case"
         WHERE l.thing IN ({", ".join(["{}"] * len(things))}) AND {{}}
        """,
        *things,
        visible_to(viewer).querystring,
    )
    return by_key((row["thing"], row["code"]) for row in rows)
