"""What learning shows on pages of the packages below it."""

from tracker.cases.queries.seen import Case
from tracker.learning.queries.capacity import brought_by
from tracker.learning.queries.extracts import stories_of_case
from tracker.learning.queries.resemblance import in_sight
from tracker.learning.queries.value_steps import steps_seen
from tracker.partnership.queries.partners import Part
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.web.panels import Panel


async def personas_of_case(viewer: Viewer, case: Case) -> Panel:
    """The personas beside a case, or that it fits none (C13)."""
    rows = {"personas": await in_sight(case)}
    return Panel("learning/resemblance/_panel.html", rows, aside=True)


async def released_stories(viewer: Viewer, case: Case) -> Panel:
    """The stories that the team released of a case, and the way to release one."""
    return Panel(
        "learning/extracts/_panel.html", {"stories": await stories_of_case(viewer, case)}, aside=True
    )


async def expertise_of_partner(viewer: Viewer, part: Part) -> Panel:
    """What expertise a partner brings (L3)."""
    rows = {
        "brought": await brought_by(viewer, part.id),
        "partner_id": part.id,
        "may_edit": may(viewer.role, Need.PARTNERSHIP_EDIT),
    }
    return Panel("learning/capacity/_of_partner.html", rows)


async def steps_in_cases(viewer: Viewer) -> Panel:
    """In how many cases each value step was seen (C9, L1)."""
    return Panel("learning/value_steps/_seen.html", {"seen": await steps_seen(viewer)})
