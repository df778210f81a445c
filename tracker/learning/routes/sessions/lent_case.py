"""A case inside a session: for a coach the only page with case content, while it is lent (L16)."""

from typing import Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.figures.line import progress_line
from tracker.cases.figures.star import star_of
from tracker.cases.queries.overview.contacts import contacts_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.overview.lessons import assessments_of, failures_of
from tracker.cases.queries.overview.line import line_of
from tracker.cases.rules import kinds as case_kinds
from tracker.learning.access import case_in_session
from tracker.learning.routes.sessions.places import ONE, session_page
from tracker.partnership.rules.matrix import Need

AnyRequest = Request[Any, Any, Any]


@get(
    f"{ONE}/casussen/{{code:str}}",
    name="sessions.case",
    opt={"need": Need.CASES_IN_SESSION, "reads": "case"},
)
async def show(request: AnyRequest, session_id: FromPath[int], code: FromPath[str]) -> Template:
    viewer, session, chosen, case = await case_in_session(request, session_id, code)
    line, demands = await line_of(viewer, case), await demands_of(viewer, case)
    return session_page(
        request,
        "learning/sessions/case.html",
        session,
        chosen=chosen,
        case=case,
        line=line,
        line_picture=progress_line(line, case.ended_on or viewer.today),
        demands=demands,
        star=star_of(demands, set()),
        failures=await failures_of(viewer, case),
        assessments=await assessments_of(viewer, case),
        contacts=await contacts_of(viewer, case),
        case_kinds=case_kinds,
    )


ROUTES = [show]
