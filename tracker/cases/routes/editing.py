"""Changing the basics of a case and who follows it."""

from dataclasses import asdict
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.editing import edit_basics, set_workers
from tracker.cases.forms.basics import EditBasics, changed_basics, check_alias
from tracker.cases.forms.workers import Followers
from tracker.cases.queries.basics import basics_of, former_basics, workers_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.within import case_page
from tracker.cases.rules.basics import usual_participants
from tracker.cases.rules.sharing import needs_persons_agreement
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.colleagues import municipalities, names_of_people, who_work_on_cases
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
BASICS = "/p/{partnership:str}/casussen/{code:str}/gegevens"
WORKERS = "/p/{partnership:str}/casussen/{code:str}/wie-volgt-mee"
OPT = {"need": Need.CASES, "reads": "case"}


@get(BASICS, name="cases.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    basics = await basics_of(case)
    form = await begun(viewer, request.url.path, EditBasics, **asdict(basics), version=basics.version)
    return await _basics_page(request, viewer, case, form)


@post(BASICS, name="cases.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, EditBasics)
    check_alias(form, await names_of_people(viewer))
    with form.refusing():
        if form.data:
            wanted = changed_basics(form.data, await basics_of(case))
            await edit_basics(viewer, code, wanted, version=form.data.version, reason=form.data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show"), message="gewijzigd")
    return await _basics_page(request, viewer, case, form)


@get(WORKERS, name="cases.workers.edit", opt=OPT)
async def edit_workers(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    following = [worker.person_id for worker in await workers_of(case) if worker.until is None]
    form = await begun(viewer, request.url.path, Followers, people=following, from_day=viewer.today)
    return await _workers_page(request, viewer, case, form)


@post(WORKERS, name="cases.workers.update", opt=OPT)
async def update_workers(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, Followers)
    with form.refusing():
        if form.data:
            await set_workers(viewer, code, frozenset(form.data.people), form.data.from_day)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show"), message="gewijzigd")
    return await _workers_page(request, viewer, case, form)


async def _basics_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[EditBasics]) -> Template:
    people = {one.person_id: one.label for one in await who_work_on_cases(viewer)}
    if case.lead_id is not None:
        people.setdefault(case.lead_id, case.lead)
    return case_page(
        request,
        "cases/editing/basics.html",
        case,
        form,
        people=people,
        municipalities=await municipalities(viewer),
        former=await former_basics(case),
        needs_persons_agreement=needs_persons_agreement,
        usual_participants=usual_participants,
    )


async def _workers_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Followers]) -> Template:
    people = {one.person_id: one.label for one in await who_work_on_cases(viewer)}
    workers = await workers_of(case)
    for worker in workers:
        if worker.until is None:
            people.setdefault(worker.person_id, worker.name)
    return case_page(
        request,
        "cases/editing/workers.html",
        case,
        form,
        people=people,
        workers=workers,
    )


ROUTES = [edit, update, edit_workers, update_workers]
