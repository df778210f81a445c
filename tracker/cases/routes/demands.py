"""Value demands: naming them, reading one with its history, and the steps in its life."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.demands import add_demands, change_demand, correct_demand
from tracker.cases.forms.demands import (
    IN_ADDRESS,
    ROWS,
    ROWS_OPEN,
    ChangeDemand,
    CorrectDemand,
    NewDemands,
    named,
    wanted,
)
from tracker.cases.queries.demands import Life, demand_of, former_facts, ratings_of, themes_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.validations import answers_to
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.demands import COMES_FROM
from tracker.cases.rules.kinds import DemandChangeKind, Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
NEW = "/p/{partnership:str}/casussen/{code:str}/waardevragen/nieuw"
ONE = "/p/{partnership:str}/casussen/{code:str}/waardevragen/{demand_id:int}"
CHANGE = f"{ONE}/{{change:str}}"
CORRECT = f"{ONE}/gegevens"
OPT = {"need": Need.CASES, "reads": "case"}


@get(NEW, name="cases.demands.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, NewDemands, named_on=viewer.today)
    return await _new_page(request, viewer, case, form)


@post(NEW, name="cases.demands.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NewDemands)
    with form.refusing():
        if data := form.data:
            added = await add_demands(viewer, code, data.key, named(data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.VALUE_DEMAND}-{added[0]}" if len(added) == 1 else None
            return changed(request, back_to=url(request, "cases.show"), message="toegevoegd", about=about)
    return await _new_page(request, viewer, case, form)


@get(ONE, name="cases.demands.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    demand = await demand_of(case, demand_id)
    return case_page(
        request,
        "cases/demands/show.html",
        case,
        demand=demand,
        ratings=await ratings_of(demand_id),
        answers=await answers_to(case, Subject.VALUE_DEMAND, demand_id),
        corrections=await former_facts(case, demand_id),
        steps=[name for name, kind in IN_ADDRESS.items() if demand.state in COMES_FROM[kind]],
        take_back=await _take_back(request, viewer, case, demand),
        panels=await panels_on("demand", request, viewer, case, demand),
    )


@get(CHANGE, name="cases.demands.change", opt=OPT)
async def change(
    request: AnyRequest, code: FromPath[str], demand_id: FromPath[int], change: FromPath[str]
) -> Template:
    viewer, case = await case_of(request, code)
    demand, kind = await demand_of(case, demand_id), _kind(change)
    form = await begun(
        viewer,
        request.url.path,
        ChangeDemand,
        version=demand.version,
        words=demand.words,
        changed_on=viewer.today,
    )
    return case_page(request, "cases/demands/change.html", case, form, demand=demand, kind=kind)


@post(CHANGE, name="cases.demands.change.create", opt=OPT)
async def keep_change(
    request: AnyRequest, code: FromPath[str], demand_id: FromPath[int], change: FromPath[str]
) -> Response[Any]:
    viewer, case = await case_of(request, code)
    demand, kind = await demand_of(case, demand_id), _kind(change)
    form = await posted(request, ChangeDemand)
    with form.refusing():
        if data := form.data:
            await change_demand(viewer, code, demand_id, wanted(kind, data), version=data.version)
            return await _kept(request, viewer)
    return case_page(request, "cases/demands/change.html", case, form, demand=demand, kind=kind)


@get(CORRECT, name="cases.demands.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    demand = await demand_of(case, demand_id)
    form = await begun(
        viewer,
        request.url.path,
        CorrectDemand,
        version=demand.version,
        theme=demand.theme,
        named_on=demand.named_on,
    )
    return await _edit_page(request, viewer, case, demand, form)


@post(CORRECT, name="cases.demands.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    demand = await demand_of(case, demand_id)
    form = await posted(request, CorrectDemand)
    with form.refusing():
        if form.data:
            await correct_demand(viewer, code, demand_id, **form.data.model_dump())
            return await _kept(request, viewer)
    return await _edit_page(request, viewer, case, demand, form)


def _kind(change: str) -> DemandChangeKind:
    if change not in IN_ADDRESS:
        raise NotFound
    return IN_ADDRESS[change]


async def _kept(request: AnyRequest, viewer: Viewer) -> Response[Any]:
    await drop_draft(viewer.person_id, request.url.path)
    return changed(request, back_to=url(request, "cases.demands.show"), message="gewijzigd")


async def _take_back(request: AnyRequest, viewer: Viewer, case: Case, demand: Life) -> str | None:
    """The last step can be taken back; without any, the naming itself."""
    if demand.steps:
        return await undo_of(request, viewer, case, Subject.DEMAND_CHANGE, demand.steps[-1].id)
    return await undo_of(request, viewer, case, Subject.VALUE_DEMAND, demand.id)


async def _new_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[NewDemands]) -> Template:
    return case_page(
        request,
        "cases/demands/new.html",
        case,
        form,
        there=await demands_of(viewer, case),
        themes=await themes_of(viewer),
        rows=ROWS,
        rows_open=ROWS_OPEN,
    )


async def _edit_page(
    request: AnyRequest, viewer: Viewer, case: Case, demand: Life, form: Posted[CorrectDemand]
) -> Template:
    themes = await themes_of(viewer)
    return case_page(request, "cases/demands/edit.html", case, form, demand=demand, themes=themes)


ROUTES = [new, create, show, change, keep_change, edit, update]
