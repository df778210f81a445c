"""Iterations: predicting, beginning, noting what is seen, and ending (L11)."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import iterations as actions
from tracker.learning.forms import iterations as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries.former import former_of
from tracker.learning.queries.initiatives import Initiative, initiative_for
from tracker.learning.queries.iterations import Iteration
from tracker.learning.queries.patterns import codes_behind
from tracker.learning.routes.initiatives.places import EDIT, ONE, READ, AnyRequest, initiative_page
from tracker.learning.rules import iterations as rules
from tracker.learning.rules.initiatives import InitiativeState
from tracker.learning.rules.kinds import Subject
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.colleagues import who_work_on_cases
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, must
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

NEW = f"{ONE}/iteraties/nieuw"
ITERATION = f"{ONE}/iteraties/{{number:int}}"
MOST_CASES = 40


@get(NEW, name="iterations.new", opt=EDIT)
async def new(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    first = {} if initiative.iterations else {"with_whom": initiative.small_group}
    form = await begun(viewer, request.url.path, forms.PlanForm, led_by=viewer.person_id, **first)
    return await _plan_page(request, viewer, initiative, None, form)


@post(NEW, name="iterations.create", opt=EDIT)
async def create(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    form = await posted(request, forms.PlanForm)
    await warn_of_cases(viewer, form, *forms.TOLD)
    with form.refusing():
        if data := form.data:
            number = await actions.plan(viewer, initiative_id, data.key, forms.planned(data))
            return await _kept(request, number)
    return await _plan_page(request, viewer, initiative, None, form)


@get(ITERATION, name="iterations.show", opt=READ)
async def show(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    running = initiative.running.number if initiative.running else None
    return initiative_page(
        request,
        "iterations/show.html",
        initiative=initiative,
        iteration=iteration,
        why_not_begin=rules.why_not_begin(iteration.cycle, runs=_runs(initiative), running=running),
        former=await former_of(
            viewer,
            Subject.ITERATION,
            iteration.id,
            rules.ITERATION_NAMES,
            {"fidelity": rules.FIDELITY_NAMES},
        ),
    )


@get(f"{ITERATION}/wijzig", name="iterations.edit", opt=EDIT)
async def edit(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    form = await begun(viewer, request.url.path, forms.PlanForm, **forms.plan_as_typed(iteration))
    return await _plan_page(request, viewer, initiative, iteration, form)


@post(f"{ITERATION}/wijzig", name="iterations.update", opt=EDIT)
async def update(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    form = await posted(request, forms.PlanForm)
    await warn_of_cases(viewer, form, *forms.TOLD)
    with form.refusing():
        if data := form.data:
            await actions.reword(viewer, initiative_id, number, forms.planned(data), version=data.version)
            return await _kept(request, number)
    return await _plan_page(request, viewer, initiative, iteration, form)


@post(f"{ITERATION}/start", name="iterations.begin", opt=EDIT)
async def begin(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Response[Any]:
    await actions.begin(viewer_of(request), initiative_id, number)
    return changed(request, back_to=url(request, "iterations.show"), message="begonnen-iteratie")


@get(f"{ITERATION}/gezien", name="iterations.note", opt=EDIT)
async def note(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    form = await begun(viewer, request.url.path, forms.SeenForm, **forms.seen_as_typed(iteration))
    return _seen_page(request, "note", initiative, iteration, form)


@post(f"{ITERATION}/gezien", name="iterations.note.keep", opt=EDIT)
async def keep_note(
    request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]
) -> Response[Any]:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    form = await posted(request, forms.SeenForm)
    await warn_of_cases(viewer, form, *forms.SEEN)
    with form.refusing():
        if data := form.data:
            await actions.note(viewer, initiative_id, number, forms.seen(data), version=data.version)
            return await _kept(request, number)
    return _seen_page(request, "note", initiative, iteration, form)


@get(f"{ITERATION}/afsluiten", name="iterations.end", opt=EDIT)
async def end(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    typed = forms.seen_as_typed(iteration, viewer.today)
    form = await begun(viewer, request.url.path, forms.EndingForm, **typed)
    return _seen_page(request, "end", initiative, iteration, form)


@post(f"{ITERATION}/afsluiten", name="iterations.end.keep", opt=EDIT)
async def keep_end(request: AnyRequest, initiative_id: FromPath[int], number: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    initiative = await initiative_for(viewer, initiative_id)
    iteration = _numbered(initiative, number)
    form = await posted(request, forms.EndingForm)
    await warn_of_cases(viewer, form, *forms.SEEN)
    with form.refusing():
        if data := form.data:
            await actions.end(viewer, initiative_id, number, forms.ending(data), version=data.version)
            return await _kept(request, number)
    return _seen_page(request, "end", initiative, iteration, form)


def _numbered(initiative: Initiative, number: int) -> Iteration:
    found = next((each for each in initiative.iterations if each.number == number), None)
    if found is None:
        raise NotFound
    return found


def _runs(initiative: Initiative) -> bool:
    return initiative.state is InitiativeState.STARTED


async def _kept(request: AnyRequest, number: int) -> Response[Any]:
    await drop_draft(viewer_of(request).person_id, request.url.path)
    return changed(request, back_to=url(request, "iterations.show", number=number), message="bewaard")


async def _plan_page(
    request: AnyRequest,
    viewer: Viewer,
    initiative: Initiative,
    iteration: Iteration | None,
    form: Posted[forms.PlanForm],
) -> Template:
    behind = await codes_behind(viewer, [each.id for each in initiative.patterns])
    chosen = set(iteration.cases if iteration else ())
    cases = sorted(chosen) + sorted({code for codes in behind.values() for code in codes} - chosen)
    still_open = initiative.running or initiative.planned
    if iteration is None:
        open_number = still_open.number if still_open else None
        why_not = rules.why_not_plan(runs=_runs(initiative), open_number=open_number)
    else:
        why_not = rules.why_not_reword(iteration.cycle)
    if form.refused:
        must(why_not)
    return initiative_page(
        request,
        "iterations/plan.html",
        form,
        initiative=initiative,
        iteration=iteration,
        people={each.person_id: each.label for each in await who_work_on_cases(viewer)},
        cases={code: code for code in cases[:MOST_CASES]},
        why_not=why_not,
    )


def _seen_page(
    request: AnyRequest, template: str, initiative: Initiative, iteration: Iteration, form: Posted[Any]
) -> Template:
    why_not = rules.why_not_note(iteration.cycle)
    if form.refused:
        must(why_not)
    return initiative_page(
        request,
        f"iterations/{template}.html",
        form,
        initiative=initiative,
        iteration=iteration,
        why_not=why_not,
    )


ROUTES = [new, create, show, edit, update, begin, note, keep_note, end, keep_end]
