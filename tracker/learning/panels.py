"""What learning shows on pages of the packages below it."""

from tracker.cases.queries.seen import Case
from tracker.learning.queries.misfits import misfits_on
from tracker.learning.queries.resemblance import likenesses_on
from tracker.partnership.rules.roles import Viewer
from tracker.web.panels import Panel


async def personas_of_case(viewer: Viewer, case: Case) -> Panel:
    """The personas beside a case, or that it fits none (C13)."""
    waiting = next((each for each in await misfits_on(case) if each.waiting), None)
    rows = {"beside": await likenesses_on(case), "waiting": waiting}
    return Panel("learning/resemblance/_panel.html", rows, aside=True)
