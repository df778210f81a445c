"""The days from which people let the limits of a chart begin anew, and why (L9)."""

from dataclasses import dataclass
from datetime import date

from tracker.learning.rules.kinds import Chart
from tracker.learning.tables.evidence import LimitsReset
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Reset:
    """One decision of a person; it stays, so that everyone can read why the lines moved."""

    id: int
    from_on: date
    reason: str
    author: str


async def resets_of(viewer: Viewer, chart: Chart) -> list[Reset]:
    """Every reset of a chart, by the day from which it holds."""
    rows = await (
        LimitsReset.select(
            LimitsReset.id,
            LimitsReset.from_on,
            LimitsReset.reason,
            LimitsReset.author.name.as_alias("author_name"),
        )
        .where(LimitsReset.partnership == viewer.partnership_id, LimitsReset.chart == chart)
        .order_by(LimitsReset.from_on, LimitsReset.id)
    )
    return [Reset(row["id"], row["from_on"], row["reason"], row["author_name"] or "") for row in rows]
