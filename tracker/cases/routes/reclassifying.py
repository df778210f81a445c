"""Calling a demand the other kind: a failure demand was a real question after all, or the reverse."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.reclassifying import call_it_failure, call_it_value
from tracker.cases.forms.failure_demands import CallItFailure, CallItValue
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.failure_demands import heard_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Arising
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.web.forms import posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
CASE = "/p/{partnership:str}/casussen/{code:str}"
TO_VALUE = f"{CASE}/faalvragen/{{demand_id:int}}/waardevraag"
TO_FAILURE = f"{CASE}/waardevragen/{{demand_id:int}}/faalvraag"
OPT = {"need": Need.CASES, "reads": "case"}


@get(TO_VALUE, name="cases.failure_demands.reclassify", opt=OPT)
async def to_value(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, CallItValue)
    heard = await heard_of(case, demand_id)
    return case_page(request, "cases/failure_demands/to_value.html", case, form, heard=heard)


@post(TO_VALUE, name="cases.failure_demands.reclassify.keep", opt=OPT)
async def keep_to_value(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    heard = await heard_of(case, demand_id)
    form = await posted(request, CallItValue)
    with form.refusing():
        if data := form.data:
            value = await call_it_value(viewer, code, data.key, demand_id, data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            back_to = url(request, "cases.demands.show", demand_id=value)
            return changed(request, back_to=back_to, message="gewijzigd")
    return case_page(request, "cases/failure_demands/to_value.html", case, form, heard=heard)


@get(TO_FAILURE, name="cases.demands.reclassify", opt=OPT)
async def to_failure(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, CallItFailure, arising=Arising.UNKNOWN)
    demand = await demand_of(case, demand_id)
    return case_page(request, "cases/failure_demands/to_failure.html", case, form, demand=demand)


@post(TO_FAILURE, name="cases.demands.reclassify.keep", opt=OPT)
async def keep_to_failure(
    request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]
) -> Response[Any]:
    viewer, case = await case_of(request, code)
    demand = await demand_of(case, demand_id)
    form = await posted(request, CallItFailure)
    with form.refusing():
        if data := form.data:
            failure = await call_it_failure(viewer, code, data.key, demand_id, data.reason, data.arising)
            await drop_draft(viewer.person_id, request.url.path)
            back_to = url(request, "cases.failure_demands.show", demand_id=failure)
            return changed(request, back_to=back_to, message="gewijzigd")
    return case_page(request, "cases/failure_demands/to_failure.html", case, form, demand=demand)


ROUTES = [to_value, keep_to_value, to_failure, keep_to_failure]
