"""The one way from a request to a case: through the viewer, and into the read log."""

from typing import Any

from litestar import Request

from tracker.cases.queries.seen import Case, case_for
from tracker.partnership.access import reading, viewer_of
from tracker.partnership.rules.roles import Viewer


async def case_of(request: Request[Any, Any, Any], code: str) -> tuple[Viewer, Case]:
    """Who looks and the case behind the code, noted as read. Raises NotFound for a stranger."""
    viewer = viewer_of(request)
    case = await case_for(viewer, code)
    reading(request, case.id, case.code)
    return viewer, case
