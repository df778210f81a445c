"""The initiatives of a partnership, and one of them."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import initiatives as actions
from tracker.learning.actions.remarks import remark
from tracker.learning.figures.stations import stations_of
from tracker.learning.forms import initiatives as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.forms.remarks import RemarkOn
from tracker.learning.queries import initiatives as queries
from tracker.learning.queries.offers import responses_to
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.routes.initiatives.places import (
    EDIT,
    LIST,
    ONE,
    READ,
    REMARK,
    AnyRequest,
    initiative_page,
)
from tracker.learning.rules import initiatives as rules
from tracker.learning.rules.iterations import why_not_plan
from tracker.learning.rules.kinds import Subject
from tracker.partnership.access import viewer_of
from tracker.problems import must
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on


@get(LIST, name="initiatives.list", opt=READ)
async def list_all(request: AnyRequest) -> Template:
    lines = await queries.initiatives_of(viewer_of(request))
    return initiative_page(
        request,
        "initiatives/list.html",
        by_state={state: [each for each in lines if each.state is state] for state in rules.LISTED},
        lines=lines,
        picture=stations_of,
    )


@get(ONE, name="initiatives.show", opt=READ)
async def show(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await show_page(request, initiative_id)


@post(f"{ONE}/opmerkingen", name="initiatives.remark", opt=REMARK)
async def remark_on(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.initiative_for(viewer, initiative_id)
    form = await posted(request, RemarkOn, prefix="opmerking")
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await remark(viewer, Subject.INITIATIVE, initiative_id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "initiatives.show"), message="bewaard")
    return await show_page(request, initiative_id, remarking=form)


@post(f"{ONE}/waarnemingen", name="initiatives.observe", opt=EDIT)
async def observe(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    must(rules.why_no_observing((await queries.initiative_for(viewer, initiative_id)).facts))
    form = await posted(request, forms.ObservationForm)
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if data := form.data:
            await actions.observe(viewer, initiative_id, data.key, data.text, data.seen_on)
            return changed(request, back_to=url(request, "initiatives.show"), message="bewaard")
    return await show_page(request, initiative_id, observing=form)


async def show_page(
    request: AnyRequest,
    initiative_id: int,
    *,
    remarking: Posted[RemarkOn] | None = None,
    observing: Posted[forms.ObservationForm] | None = None,
) -> Template:
    viewer = viewer_of(request)
    initiative = await queries.initiative_for(viewer, initiative_id)
    facts, still_open = initiative.facts, initiative.running or initiative.planned
    runs = initiative.state is rules.InitiativeState.STARTED
    refused = next((form for form in (remarking, observing) if form and form.refused), None)
    return initiative_page(
        request,
        "initiatives/preparing.html" if initiative.state in rules.PREPARING else "initiatives/show.html",
        refused,
        initiative=initiative,
        facts=facts,
        remarks=await remarks_on(viewer, Subject.INITIATIVE, initiative.id),
        remarking=remarking or blank(RemarkOn, prefix="opmerking"),
        observing=observing or blank(forms.ObservationForm, seen_on=viewer.today),
        observations=await queries.observations_of(viewer, initiative.id),
        former=await queries.former_of_initiative(viewer, initiative.id),
        responses=await responses_to(initiative.id, viewer.partnership_id or 0) if facts.offered else [],
        why_not_plan=why_not_plan(runs=runs, open_number=still_open.number if still_open else None),
        part_paths={part: word for word, part in forms.PARTS.items()},
        panels=await panels_on("initiative", request, viewer, initiative),
    )


ROUTES = [list_all, show, remark_on, observe]
