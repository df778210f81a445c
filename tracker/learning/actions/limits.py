"""Letting the limits of a chart begin anew: only by a person, and with a reason that stays (L9)."""

from datetime import date
from uuid import UUID

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.dashboards.limits import resets_of
from tracker.learning.queries.dashboards.names import began_on
from tracker.learning.rules.kinds import Chart, Subject
from tracker.learning.rules.limits import why_not_reset
from tracker.learning.tables.evidence import LimitsReset
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def reset_limits(viewer: Viewer, chart: Chart, key: UUID, from_on: date, reason: str) -> int:
    """Compute the limits anew from a day on; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("limits", viewer.partnership_id or 0)
        kept = await (
            LimitsReset.select(LimitsReset.id)
            .where(LimitsReset.key == key, LimitsReset.partnership == viewer.partnership_id)
            .first()
        )
        if kept:
            return int(kept["id"])
        why_not = why_not_reset(
            from_on,
            today=viewer.today,
            began_on=await began_on(viewer),
            earlier=[reset.from_on for reset in await resets_of(viewer, chart)],
        )
        if why_not:
            raise RuleBroken(why_not, "from_on")
        row = LimitsReset(
            key=key,
            partnership=viewer.partnership_id,
            chart=chart,
            from_on=from_on,
            reason=reason,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "limits reset", Subject.LIMITS, row.id, chart=chart)
        return int(row.id)
