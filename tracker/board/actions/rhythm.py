"""After how many days what stands still is shown, chosen by the coordination (B11)."""

from tracker.board.queries.issues.board import limits_of
from tracker.board.rules.issues import Limits, why_not_limits
from tracker.board.rules.kinds import Subject
from tracker.board.tables.issues import Rhythm
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import must


async def choose_limits(viewer: Viewer, take_up_days: int, silent_days: int) -> None:
    """Keep the days of this partnership. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("rhythm", viewer.partnership_id or 0)
        must(why_not_limits(take_up_days, silent_days))
        if await limits_of(viewer) == Limits(take_up_days, silent_days):
            return
        await Rhythm.delete().where(Rhythm.partnership == viewer.partnership_id)
        row = Rhythm(partnership=viewer.partnership_id, take_up_days=take_up_days, silent_days=silent_days)
        await row.save()
        await trail.record(
            viewer, "rhythm chosen", Subject.RHYTHM, row.id, take_up=take_up_days, silent=silent_days
        )
