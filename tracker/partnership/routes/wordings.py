"""Ons partnerschap: what it says about itself, and writing that anew."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions import wordings as actions
from tracker.partnership.forms import wordings as forms
from tracker.partnership.queries import partners as partner_queries
from tracker.partnership.queries import wordings as queries
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.partners import (
    DECIDED_BY_BOARD,
    WITH_TITLE,
    WORDING_HINTS,
    WORDING_NAMES,
    WordingKind,
)
from tracker.problems import NotFound
from tracker.web.forms import blank, posted
from tracker.web.pages import changed, page, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/partnerschap"


@get(BASE, name="partnership.show", opt={"need": Need.PARTNERSHIP})
async def show(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    return page(
        request,
        "partnership/show.html",
        words=await queries.own_words(viewer),
        kinds=WordingKind,
        kind_names=WORDING_NAMES,
        steps=await queries.value_steps(viewer),
        partners=await partner_queries.partners(viewer),
        area=await partner_queries.service_area(viewer),
        named_roles=await partner_queries.named_roles(viewer),
        may_edit=may(viewer.role, Need.PARTNERSHIP_EDIT),
        may_edit_steps=may(viewer.role, Need.VALUE_STEPS_EDIT),
    )


@get(f"{BASE}/woorden/{{kind:str}}", name="wordings.edit", opt={"need": Need.PARTNERSHIP_EDIT})
async def edit(request: AnyRequest, kind: FromPath[str]) -> Response[Any]:
    viewer, wanted = viewer_of(request), _kind(kind)
    title = request.query_params.get("titel", "")
    words = await queries.own_words(viewer, wanted)
    current = words.current(wanted, title)
    form = blank(
        forms.Reword,
        title=title,
        text=current.text if current else words.text(wanted),
        since=viewer.today,
        version=current.id if current else None,
    )
    return _edit_page(request, wanted, form, words.former(wanted, title), current)


@post(f"{BASE}/woorden/{{kind:str}}", name="wordings.reword", opt={"need": Need.PARTNERSHIP_EDIT})
async def reword(request: AnyRequest, kind: FromPath[str]) -> Response[Any]:
    viewer, wanted = viewer_of(request), _kind(kind)
    form = await posted(request, forms.Reword)
    with form.refusing():
        if form.data:
            await actions.reword(viewer, wanted, **form.data.model_dump())
            return changed(request, back_to=url(request, "partnership.show"), message="bewaard")
    words = await queries.own_words(viewer, wanted)
    title = form.value("title")
    return _edit_page(request, wanted, form, words.former(wanted, title), words.current(wanted, title))


@get(f"{BASE}/waardestappen", name="value_steps.list", opt={"need": Need.PARTNERSHIP, "reads": "told"})
async def value_steps(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        "partnership/value_steps.html",
        steps=await queries.value_steps(viewer, retired=True),
        history=await queries.value_step_history(viewer),
        panels=await panels_on("value_steps", request, viewer),
        may_edit=may(viewer.role, Need.VALUE_STEPS_EDIT),
    )


@get(f"{BASE}/waardestappen/nieuw", name="value_steps.new", opt={"need": Need.VALUE_STEPS_EDIT})
async def new_value_step(request: AnyRequest) -> Response[Any]:
    return page(request, "partnership/value_step.html", form=blank(forms.ValueStep), step=None, retire=None)


@post(f"{BASE}/waardestappen/nieuw", name="value_steps.create", opt={"need": Need.VALUE_STEPS_EDIT})
async def create_value_step(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.ValueStep)
    with form.refusing():
        if form.data:
            await actions.add_value_step(
                viewer_of(request), form.data.name, form.data.meaning, form.data.examples
            )
            return changed(request, back_to=url(request, "value_steps.list"), message="toegevoegd")
    return page(request, "partnership/value_step.html", form=form, step=None, retire=None)


@get(f"{BASE}/waardestappen/{{step_id:int}}", name="value_steps.edit", opt={"need": Need.VALUE_STEPS_EDIT})
async def edit_value_step(request: AnyRequest, step_id: FromPath[int]) -> Response[Any]:
    step = await _step(request, step_id)
    form = blank(forms.ValueStep, name=step.name, meaning=step.meaning, examples=step.examples)
    return page(
        request, "partnership/value_step.html", form=form, step=step, retire=blank(forms.Retire, prefix="weg")
    )


@post(f"{BASE}/waardestappen/{{step_id:int}}", name="value_steps.reword", opt={"need": Need.VALUE_STEPS_EDIT})
async def reword_value_step(request: AnyRequest, step_id: FromPath[int]) -> Response[Any]:
    step = await _step(request, step_id)
    form = await posted(request, forms.ValueStep)
    with form.refusing():
        if form.data:
            await actions.reword_value_step(viewer_of(request), step_id, **form.data.model_dump())
            return changed(request, back_to=url(request, "value_steps.list"), message="gewijzigd")
    return page(
        request, "partnership/value_step.html", form=form, step=step, retire=blank(forms.Retire, prefix="weg")
    )


@post(
    f"{BASE}/waardestappen/{{step_id:int}}/einde",
    name="value_steps.retire",
    opt={"need": Need.VALUE_STEPS_EDIT},
)
async def retire_value_step(request: AnyRequest, step_id: FromPath[int]) -> Response[Any]:
    step = await _step(request, step_id)
    retire = await posted(request, forms.Retire, prefix="weg")
    with retire.refusing():
        if retire.data:
            await actions.retire_value_step(viewer_of(request), step_id, reason=retire.data.reason)
            return changed(request, back_to=url(request, "value_steps.list"), message="gewijzigd")
    form = blank(forms.ValueStep, name=step.name, meaning=step.meaning, examples=step.examples)
    return page(request, "partnership/value_step.html", status=422, form=form, step=step, retire=retire)


async def _step(request: AnyRequest, step_id: int) -> queries.Step:
    step = next((s for s in await queries.value_steps(viewer_of(request)) if s.id == step_id), None)
    if step is None:
        raise NotFound
    return step


def _kind(kind: str) -> WordingKind:
    if kind not in set(WordingKind):
        raise NotFound
    return WordingKind(kind)


def _edit_page(
    request: AnyRequest,
    kind: WordingKind,
    form: Any,
    former: list[queries.Version],
    current: queries.Version | None,
) -> Response[Any]:
    return page(
        request,
        "partnership/wording.html",
        form=form,
        kind=kind,
        name=WORDING_NAMES[kind],
        hint=WORDING_HINTS.get(kind, ""),
        titled=kind in WITH_TITLE,
        by_board=kind in DECIDED_BY_BOARD,
        current=current,
        former=former,
    )


ROUTES = [
    show,
    edit,
    reword,
    value_steps,
    new_value_step,
    create_value_step,
    edit_value_step,
    reword_value_step,
    retire_value_step,
]
