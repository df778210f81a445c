"""The page of a case, on screen and on paper."""

from typing import Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.figures.contacts import contact_weeks, parts
from tracker.cases.figures.line import progress_line
from tracker.cases.figures.star import star_of
from tracker.cases.queries.overview import overview_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.to_do import tasks_of
from tracker.cases.queries.undoing import can_undo
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import lead_time
from tracker.cases.rules.stars import why_not_correct
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.notices import notice_in
from tracker.web.pages import page, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]


@get("/p/{partnership:str}/casussen/{code:str}", name="cases.show", opt={"need": Need.CASES, "reads": "case"})
async def show(request: AnyRequest, code: FromPath[str]) -> Template:
    return await _case_page(request, code)


@get(
    "/p/{partnership:str}/casussen/{code:str}/afdruk",
    name="cases.print",
    opt={"need": Need.CASES, "reads": "case"},
)
async def on_paper(request: AnyRequest, code: FromPath[str]) -> Template:
    """The same page with everything unfolded, however many sheets that takes."""
    return await _case_page(request, code, open_all=True)


async def _case_page(request: AnyRequest, code: str, *, open_all: bool = False) -> Template:
    viewer, case = await case_of(request, code)
    overview = await overview_of(viewer, case)
    until = case.ended_on or viewer.today
    return page(
        request,
        "cases/show.html",
        crumbs=[("Casussen", url(request, "cases.list"))],
        case=case,
        overview=overview,
        fresh=not (overview.line.purpose or overview.line.scores or overview.contacts),
        tasks=tasks_of(case, overview, viewer.today),
        lead_time=lead_time(case.started_on, case.ended_on, viewer.today),
        line_picture=progress_line(overview.line, until),
        star=star_of(overview.demands, _chosen_axes(request)),
        why_not_correct_star=why_not_correct,
        weeks=contact_weeks(overview.contacts, case.started_on, until),
        parts=parts(overview.contacts),
        panels=await panels_on("case", request, viewer, case),
        undo=await undo_in_notice(request, viewer, case),
        open_all=open_all,
        kinds=kinds,
    )


def _chosen_axes(request: AnyRequest) -> set[int]:
    asked = request.query_params.getall("as", [])
    return {int(number) for number in asked if number.isdecimal() and len(number) <= len(str(LARGEST_ID))}


async def undo_in_notice(request: AnyRequest, viewer: Viewer, case: Case) -> str | None:
    """Where the record that was just saved can be taken back, while it can."""
    notice = notice_in(request.query_params)
    subject, _, number = (notice.about or "").rpartition("-") if notice else ("", "", "")
    if subject not in list(kinds.Subject) or not number.isdecimal() or int(number) > LARGEST_ID:
        return None
    return await undo_of(request, viewer, case, kinds.Subject(subject), int(number))


async def undo_of(
    request: AnyRequest, viewer: Viewer, case: Case, subject: kinds.Subject, subject_id: int
) -> str | None:
    """Where this viewer can take back what was just noted; None once that is over."""
    if not await can_undo(viewer, case, subject, subject_id):
        return None
    return url(request, "cases.undo", subject=subject, subject_id=subject_id)


ROUTES = [show, on_paper]
