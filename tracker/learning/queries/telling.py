"""Words that tell whose case something is about."""

from tracker.cases.queries.seen import visible_to
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer

ALIAS = "schuilnaam"


async def aliases_seen(viewer: Viewer) -> dict[str, str]:
    """The aliases of the cases the viewer sees, with what they are; none for a role without cases."""
    if not viewer.works_on_cases:
        return {}
    rows = await CaseFile.select(CaseFile.alias).where(visible_to(viewer), CaseFile.alias != "")
    return dict.fromkeys((row["alias"] for row in rows), ALIAS)
