"""The personas: the set, each of them, and writing them anew."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import personas as actions
from tracker.learning.actions.remarks import remark
from tracker.learning.forms import personas as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import personas as queries
from tracker.learning.queries.capacity import asked_by
from tracker.learning.queries.former import former_of
from tracker.learning.queries.misfits import waiting_count
from tracker.learning.queries.persona_patterns import patterns_of_persona
from tracker.learning.queries.persona_words import words_of
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.queries.resemblance import cases_beside, likenesses_of
from tracker.learning.rules.kinds import PersonaState, Subject
from tracker.learning.rules.personas import PERSONA_NAMES
from tracker.learning.rules.small_counts import CaseCount
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/persona"
ONE = f"{LIST}/{{persona_id:int}}"
READ = {"need": Need.LEARNING, "reads": "told"}
EDIT = {"need": Need.LEARNING_EDIT}


@get(LIST, name="personas.list", opt=READ)
async def list_personas(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    reviews = await queries.set_reviews(viewer)
    return page(
        request,
        "learning/personas/list.html",
        personas=await queries.personas(viewer),
        beside=await cases_beside(viewer),
        no_cases=CaseCount(0),
        waiting=await waiting_count(viewer),
        reviews=reviews,
        may_edit=may(viewer.role, Need.LEARNING_EDIT),
    )


@get(f"{LIST}/nieuw", name="personas.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    form = await begun(viewer_of(request), request.url.path, forms.NewPersona)
    return page(request, "learning/personas/form.html", form=form, now=None, retire=None)


@post(f"{LIST}/nieuw", name="personas.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.NewPersona)
    await warn_of_cases(viewer, form, "name", "context", "demands")
    with form.refusing():
        if data := form.data:
            wanted = actions.Description(data.name, data.context, data.demands)
            made = await actions.describe_persona(viewer, data.key, wanted)
            await drop_draft(viewer.person_id, request.url.path)
            there = url(request, "personas.show", persona_id=made)
            return changed(request, back_to=there, message="toegevoegd")
    return page(request, "learning/personas/form.html", form=form, now=None, retire=None)


@get(f"{LIST}/herziening", name="personas.review", opt=EDIT)
async def review(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, forms.ReviewSet, held_on=viewer.today)
    return await _review_page(request, form)


@post(f"{LIST}/herziening", name="personas.reviewed", opt=EDIT)
async def reviewed(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.ReviewSet)
    await warn_of_cases(viewer, form, "note")
    with form.refusing():
        if form.data:
            await actions.review_set(viewer, **form.data.model_dump())
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "personas.list"), message="bewaard")
    return await _review_page(request, form)


@get(ONE, name="personas.show", opt=READ)
async def show(request: AnyRequest, persona_id: FromPath[int]) -> Template:
    return await _show_page(request, persona_id, blank(forms.RemarkOn, prefix="opmerking"))


@post(f"{ONE}/opmerkingen", name="personas.remark", opt={"need": Need.REMARKS, "reads": "told"})
async def remark_on(request: AnyRequest, persona_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    persona = await queries.persona_of(viewer, persona_id)
    form = await posted(request, forms.RemarkOn, prefix="opmerking")
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await remark(viewer, Subject.PERSONA, persona.id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "personas.show"), message="toegevoegd")
    return await _show_page(request, persona_id, form)


@get(f"{ONE}/wijzig", name="personas.edit", opt=EDIT)
async def edit(request: AnyRequest, persona_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    now = await queries.persona_of(viewer, persona_id)
    form = await begun(
        viewer,
        request.url.path,
        forms.RewordPersona,
        name=now.name,
        context=now.context,
        demands=now.demands,
        version=now.version,
    )
    return _edit_page(request, now, form)


@post(f"{ONE}/wijzig", name="personas.reword", opt=EDIT)
async def reword(request: AnyRequest, persona_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.persona_of(viewer, persona_id)
    form = await posted(request, forms.RewordPersona)
    await warn_of_cases(viewer, form, "name", "context", "demands", "reason")
    with form.refusing():
        if data := form.data:
            wanted = actions.Description(data.name, data.context, data.demands)
            await actions.reword_persona(viewer, persona_id, wanted, version=data.version, reason=data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "personas.show"), message="gewijzigd")
    return _edit_page(request, now, form)


@post(f"{ONE}/einde", name="personas.retire", opt=EDIT)
async def retire(request: AnyRequest, persona_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.persona_of(viewer, persona_id)
    ending = await posted(request, forms.Retire, prefix="weg")
    await warn_of_cases(viewer, ending, "reason")
    with ending.refusing():
        if ending.data:
            await actions.retire_persona(viewer, persona_id, reason=ending.data.reason)
            return changed(request, back_to=url(request, "personas.list"), message="gewijzigd")
    form = blank(
        forms.RewordPersona, name=now.name, context=now.context, demands=now.demands, version=now.version
    )
    return _edit_page(request, now, form, ending)


async def _review_page(request: AnyRequest, form: Posted[forms.ReviewSet]) -> Template:
    viewer = viewer_of(request)
    return page(
        request, "learning/personas/review.html", form=form, reviews=await queries.set_reviews(viewer)
    )


async def _show_page(request: AnyRequest, persona_id: int, remark_form: Posted[forms.RemarkOn]) -> Template:
    viewer = viewer_of(request)
    persona = await queries.persona_of(viewer, persona_id)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        "learning/personas/show.html",
        form=remark_form,
        persona=persona,
        count=(await cases_beside(viewer)).get(persona_id, CaseCount(0)),
        beside=await likenesses_of(viewer, persona_id),
        asked=await asked_by(viewer, persona_id),
        words=await words_of(viewer, persona_id),
        patterns=await patterns_of_persona(viewer, persona_id),
        former=await former_of(viewer, Subject.PERSONA, persona_id, PERSONA_NAMES),
        remarks=await remarks_on(viewer, Subject.PERSONA, persona_id),
        may_edit=may(viewer.role, Need.LEARNING_EDIT),
        may_remark=may(viewer.role, Need.REMARKS),
    )


def _edit_page(
    request: AnyRequest,
    now: queries.Portrait,
    form: Posted[forms.RewordPersona],
    ending: Posted[forms.Retire] | None = None,
) -> Template:
    return page(
        request,
        "learning/personas/form.html",
        status=ending.status if ending else None,
        form=form,
        now=now,
        retire=ending or (blank(forms.Retire, prefix="weg") if now.state is PersonaState.IN_USE else None),
    )


ROUTES = [
    list_personas,
    new,
    create,
    review,
    reviewed,
    show,
    remark_on,
    edit,
    reword,
    retire,
]
