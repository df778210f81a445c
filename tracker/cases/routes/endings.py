"""Letting go of a case, ending it otherwise, and taking it up again."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.cases.access import case_of
from tracker.cases.actions.endings import Ending, end_case, reopen_case
from tracker.cases.forms.endings import EndCase, ReopenCase
from tracker.cases.queries.endings import endings_of
from tracker.cases.queries.overview import overview_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.within import case_page
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import lead_time
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
RELEASE = "/p/{partnership:str}/casussen/{code:str}/loslaten"
REOPEN = "/p/{partnership:str}/casussen/{code:str}/heropening"
OPT = {"need": Need.CASES, "reads": "case"}


@get(RELEASE, name="cases.release.new", opt=OPT)
async def release(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(
        viewer, request.url.path, EndCase, kind=kinds.CaseState.RELEASED, ended_on=viewer.today
    )
    return await _release_page(request, viewer, case, form)


@post(RELEASE, name="cases.release.create", opt=OPT)
async def end(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, EndCase)
    with form.refusing():
        if form.data:
            ending = await end_case(viewer, code, Ending(**form.data.model_dump()))
            await drop_draft(viewer.person_id, request.url.path)
            released = form.data.kind is kinds.CaseState.RELEASED
            return changed(
                request,
                back_to=url(request, "cases.show"),
                message="losgelaten" if released else "afgesloten",
                about=f"{kinds.Subject.ENDING}-{ending}",
            )
    return await _release_page(request, viewer, case, form)


@get(REOPEN, name="cases.reopen.new", opt=OPT)
async def reopening(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    if case.runs:
        return Redirect(url(request, "cases.show"), status_code=303)
    form = await begun(viewer, request.url.path, ReopenCase, reopened_on=viewer.today)
    return await _reopen_page(request, case, form)


@post(REOPEN, name="cases.reopen.create", opt=OPT)
async def reopen(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, ReopenCase)
    with form.refusing():
        if form.data:
            await reopen_case(viewer, code, form.data.reopened_on, form.data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show"), message="heropend")
    return await _reopen_page(request, case, form)


async def _release_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[EndCase]) -> Template:
    overview = await overview_of(viewer, case)
    return case_page(
        request,
        "cases/endings/release.html",
        case,
        form,
        overview=overview,
        endings={kind: kinds.CASE_STATE_NAMES[kind] for kind in kinds.ENDINGS},
        lead_time=lead_time(case.started_on, case.ended_on, viewer.today),
    )


async def _reopen_page(request: AnyRequest, case: Case, form: Posted[ReopenCase]) -> Template:
    return case_page(request, "cases/endings/reopen.html", case, form, endings=await endings_of(case))


ROUTES = [release, end, reopening, reopen]
