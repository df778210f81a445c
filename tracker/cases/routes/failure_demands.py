"""Failure demands of a case: log, read, complete, call the other kind."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions import failure_demands as actions
from tracker.cases.forms import failure_demands as forms
from tracker.cases.queries import failure_demands as queries
from tracker.cases.queries.corrections import former_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import ARISING_NAMES, Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen/{code:str}/faalvragen"
ONE = f"{LIST}/{{demand_id:int}}"
OPT = {"need": Need.CASES, "reads": "case"}
FIELD_NAMES = {
    "words": "woorden",
    "heard_on": "datum",
    "came_in": "waar het binnenkwam",
    "arising": "herkomst",
    "response": "wat we deden",
    "changed": "wat veranderde",
    "told_on": "verteld op",
    "organisations": "organisaties",
}


@get(LIST, name="cases.failure_demands.list", opt=OPT)
async def list_all(request: AnyRequest, code: FromPath[str]) -> Template:
    _, case = await case_of(request, code)
    heard = await queries.all_heard(case)
    return case_page(request, "cases/failure_demands/list.html", case, heard=heard)


@get(f"{LIST}/nieuw", name="cases.failure_demands.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(
        viewer, request.url.path, forms.NewFailureDemand, heard_on=viewer.today, how=forms.SAID
    )
    return await _form_page(request, viewer, case, form, None)


@post(f"{LIST}/nieuw", name="cases.failure_demands.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.NewFailureDemand)
    with form.refusing():
        if form.data:
            noted = await actions.log_failure_demand(viewer, code, form.data.key, forms.hearing(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.FAILURE_DEMAND}-{noted}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _form_page(request, viewer, case, form, None)


@get(ONE, name="cases.failure_demands.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    return await _show_page(request, code, demand_id, None)


@get(f"{ONE}/verbeter", name="cases.failure_demands.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    told = forms.as_typed_in(now)
    form = await begun(viewer, request.url.path, forms.CorrectFailureDemand, **told, version=now.version)
    return await _form_page(request, viewer, case, form, now)


@post(f"{ONE}/verbeter", name="cases.failure_demands.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    form = await posted(request, forms.CorrectFailureDemand)
    with form.refusing():
        if data := form.data:
            wanted = forms.hearing(data)
            await actions.correct_failure_demand(
                viewer, code, demand_id, wanted, version=data.version, reason=data.why
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.failure_demands.show"), message="gewijzigd")
    return await _form_page(request, viewer, case, form, now)


@post(f"{ONE}/waardevraag", name="cases.failure_demands.reclassify", opt=OPT)
async def reclassify(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await case_of(request, code)
    form = await posted(request, forms.Reclassify)
    with form.refusing():
        if form.data:
            await actions.call_it_value(viewer, code, demand_id, form.data.reason)
            return changed(request, back_to=url(request, "cases.failure_demands.show"), message="gewijzigd")
    return await _show_page(request, code, demand_id, form)


async def _form_page(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: queries.Heard | None
) -> Template:
    return case_page(
        request,
        "cases/failure_demands/form.html",
        case,
        form,
        now=now,
        how=forms.HOW,
        places=await queries.places_to_suggest(viewer),
        names=await queries.names_to_suggest(viewer),
    )


async def _show_page(request: AnyRequest, code: str, demand_id: int, form: Posted[Any] | None) -> Template:
    viewer, case = await case_of(request, code)
    names = {"arising": ARISING_NAMES}
    return case_page(
        request,
        "cases/failure_demands/show.html",
        case,
        form or blank(forms.Reclassify),
        heard=await queries.heard_of(case, demand_id),
        former=await former_of(case, Subject.FAILURE_DEMAND, demand_id, FIELD_NAMES, names),
        take_back=await undo_of(request, viewer, case, Subject.FAILURE_DEMAND, demand_id),
    )


ROUTES = [list_all, new, create, show, edit, update, reclassify]
