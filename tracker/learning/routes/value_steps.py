"""A value step with where it was seen, and taking an example from there (L1, C9)."""

from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.forms.filters import page_in
from tracker.learning.actions.examples import take_as_example
from tracker.learning.queries.value_steps import seen_in_case, seen_in_cases, step_seen
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import value_step_history
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Form, Posted, WhenEmpty, Words, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
ONE = "/p/{partnership:str}/waardestappen/{step_id:int}"
EXAMPLE = f"{ONE}/voorbeeld/{{assessment_id:int}}"
EDIT = {"need": Need.VALUE_STEPS_EDIT, "reads": "told"}


class TakeAsExample(Form):
    text: Annotated[Words, WhenEmpty("Schrijf het voorbeeld in andere woorden.")]


@get(ONE, name="value_steps.show", opt={"need": Need.LEARNING, "reads": "told"})
async def show(request: AnyRequest, step_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    history = await value_step_history(viewer)
    return page(
        request,
        "learning/value_steps/show.html",
        seen=await step_seen(viewer, step_id),
        shown=await seen_in_cases(viewer, step_id, page_in(request.query_params)),
        former=[version for version in history if version["value_step"] == step_id],
        may_edit=may(viewer.role, Need.VALUE_STEPS_EDIT),
    )


@get(EXAMPLE, name="value_steps.example", opt=EDIT)
async def example(request: AnyRequest, step_id: FromPath[int], assessment_id: FromPath[int]) -> Template:
    form = await begun(viewer_of(request), request.url.path, TakeAsExample)
    return await _example_page(request, step_id, assessment_id, form)


@post(EXAMPLE, name="value_steps.example.keep", opt=EDIT)
async def keep(request: AnyRequest, step_id: FromPath[int], assessment_id: FromPath[int]) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, TakeAsExample)
    with form.refusing():
        if form.data:
            await take_as_example(viewer, step_id, assessment_id, form.data.text)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "value_steps.show"), message="toegevoegd")
    return await _example_page(request, step_id, assessment_id, form)


async def _example_page(
    request: AnyRequest, step_id: int, assessment_id: int, form: Posted[TakeAsExample]
) -> Template:
    viewer = viewer_of(request)
    step = (await step_seen(viewer, step_id)).step
    seen = await seen_in_case(viewer, step_id, assessment_id)
    reading_list(request)
    return page(request, "learning/value_steps/example.html", form=form, step=step, seen=seen)


ROUTES = [show, example, keep]
