"""What learning shows on pages of the packages below it."""

from tracker.cases.queries.seen import Case
from tracker.learning.queries.resemblance import in_sight
from tracker.partnership.rules.roles import Viewer
from tracker.web.panels import Panel


async def personas_of_case(viewer: Viewer, case: Case) -> Panel:
    """The personas beside a case, or that it fits none (C13)."""
    rows = {"personas": await in_sight(case)}
    return Panel("learning/resemblance/_panel.html", rows, aside=True)
