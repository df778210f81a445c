"""Failure demands of a case: log, read, complete, and say what changed because of one."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions import failure_demands as actions
from tracker.cases.forms import failure_demands as forms
from tracker.cases.forms.filters import page_in
from tracker.cases.queries import failure_demands as queries
from tracker.cases.queries.corrections import former_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.failure_demands import FAILURE_DEMAND_NAMES
from tracker.cases.rules.kinds import ARISING_NAMES, Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen/{code:str}/faalvragen"
NEW = f"{LIST}/nieuw"
ONE = f"{LIST}/{{demand_id:int}}"
EDIT = f"{ONE}/verbeter"
FOLLOW_UP = f"{ONE}/wat-veranderde"
OPT = {"need": Need.CASES, "reads": "case"}


@get(LIST, name="cases.failure_demands.list", opt=OPT)
async def list_all(request: AnyRequest, code: FromPath[str]) -> Template:
    _, case = await case_of(request, code)
    heard = await queries.all_heard(case, page_in(request.query_params))
    return case_page(request, "cases/failure_demands/list.html", case, heard=heard)


@get(NEW, name="cases.failure_demands.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(
        viewer, request.url.path, forms.NewFailureDemand, heard_on=viewer.today, how=forms.SAID
    )
    return await _form_page(request, viewer, case, form, None)


@post(NEW, name="cases.failure_demands.create", opt=OPT)
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
    viewer, case = await case_of(request, code)
    subject = Subject.FAILURE_DEMAND
    names: dict[str, Mapping[Any, str]] = {"arising": ARISING_NAMES, "observed": forms.OBSERVED}
    heard = await queries.heard_of(case, demand_id)
    return case_page(
        request,
        "cases/failure_demands/show.html",
        case,
        heard=heard,
        panels=await panels_on("failure_demand", request, viewer, case, heard),
        former=await former_of(case, subject, demand_id, FAILURE_DEMAND_NAMES, names),
        take_back=await undo_of(request, viewer, case, subject, demand_id),
    )


@get(EDIT, name="cases.failure_demands.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    told = forms.as_typed_in(now)
    form = await begun(viewer, request.url.path, forms.CorrectFailureDemand, **told, version=now.version)
    return await _form_page(request, viewer, case, form, now)


@post(EDIT, name="cases.failure_demands.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    form = await posted(request, forms.CorrectFailureDemand)
    with form.refusing():
        if data := form.data:
            wanted = forms.hearing(data, now)
            await actions.correct_failure_demand(
                viewer, code, demand_id, wanted, version=data.version, reason=data.why
            )
            return await _kept(request, viewer)
    return await _form_page(request, viewer, case, form, now)


@get(FOLLOW_UP, name="cases.failure_demands.follow_up", opt=OPT)
async def what_changed(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    form = await begun(
        viewer,
        request.url.path,
        forms.FollowUpFailureDemand,
        changed=now.changed,
        told_on=now.told_on,
        told_how=now.told_how,
        version=now.version,
    )
    return case_page(request, "cases/failure_demands/follow_up.html", case, form, heard=now)


@post(FOLLOW_UP, name="cases.failure_demands.follow_up.keep", opt=OPT)
async def keep_what_changed(
    request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]
) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await queries.heard_of(case, demand_id)
    form = await posted(request, forms.FollowUpFailureDemand)
    with form.refusing():
        if data := form.data:
            await actions.follow_up(viewer, code, demand_id, forms.came_of_it(data), version=data.version)
            return await _kept(request, viewer)
    return case_page(request, "cases/failure_demands/follow_up.html", case, form, heard=now)


async def _kept(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    await drop_draft(viewer.person_id, request.url.path)
    return changed(request, back_to=url(request, "cases.failure_demands.show"), message="gewijzigd")


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
        rows=forms.rows_in(form),
        places=await queries.places_to_suggest(viewer),
        names=await queries.names_to_suggest(viewer),
    )


ROUTES = [list_all, new, create, show, edit, update, what_changed, keep_what_changed]
