"""The causes of a pattern: reading, naming, changing and removing one (L6)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.queries.choices import organisations_to_choose
from tracker.learning.actions import causes as actions
from tracker.learning.forms import causes as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import causes as queries
from tracker.learning.queries.conditions import conditions_to_choose
from tracker.learning.queries.former import former_of
from tracker.learning.queries.patterns import Pattern, pattern_for
from tracker.learning.queries.thinking import thinking_to_choose
from tracker.learning.queries.threads import thread_of, whole
from tracker.learning.queries.words import first_and_last
from tracker.learning.routes.within import EDIT, READ, learning_page
from tracker.learning.rules.causes import CAUSE_NAMES, TAKEN_FOR_ANOTHER
from tracker.learning.rules.kinds import CAUSE_KIND_NAMES, CauseKind, Subject
from tracker.partnership.access import viewer_of
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/patronen/{pattern_id:int}/oorzaken"
ONE = f"{BASE}/{{cause_id:int}}"


@get(f"{BASE}/nieuw", name="causes.new", opt=EDIT)
async def new(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    pattern = await pattern_for(viewer, pattern_id)
    began: dict[str, Any] = {}
    if await queries.was_reclassified(viewer, pattern_id, pattern.kind):
        began = {"kind": CauseKind.MISUNDERSTOOD, "explanation": TAKEN_FOR_ANOTHER}
    return await _form_page(request, pattern, blank(forms.CauseForm, **began), None)


@post(f"{BASE}/nieuw", name="causes.create", opt=EDIT)
async def create(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await pattern_for(viewer, pattern_id)
    form = await posted(request, forms.CauseForm)
    await warn_of_cases(viewer, form, "explanation", "new_condition", "new_thinking", "reason")
    with form.refusing():
        if data := form.data:
            await actions.name_cause(viewer, data.key, pattern_id, forms.naming(data))
            return changed(request, back_to=url(request, "patterns.show"), message="bewaard")
    return await _form_page(request, pattern, form, None)


@get(ONE, name="causes.show", opt=READ)
async def show(request: AnyRequest, pattern_id: FromPath[int], cause_id: FromPath[int]) -> Template:
    return await _show_page(request, pattern_id, cause_id, blank(forms.RemoveCause))


@get(f"{ONE}/wijzig", name="causes.edit", opt=EDIT)
async def edit(request: AnyRequest, pattern_id: FromPath[int], cause_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    pattern, now = (
        await pattern_for(viewer, pattern_id),
        await queries.cause_for(viewer, pattern_id, cause_id),
    )
    return await _form_page(request, pattern, blank(forms.CauseForm, **forms.cause_as_typed(now)), now)


@post(f"{ONE}/wijzig", name="causes.update", opt=EDIT)
async def update(request: AnyRequest, pattern_id: FromPath[int], cause_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await pattern_for(viewer, pattern_id)
    now = await queries.cause_for(viewer, pattern_id, cause_id)
    form = await posted(request, forms.CauseForm)
    await warn_of_cases(viewer, form, "explanation", "new_condition", "new_thinking", "reason")
    with form.refusing():
        if data := form.data:
            wanted, said = forms.naming(data), {"version": data.version, "reason": data.reason}
            await actions.edit_cause(viewer, data.key, pattern_id, cause_id, wanted, **said)
            return changed(request, back_to=url(request, "causes.show"), message="gewijzigd")
    return await _form_page(request, pattern, form, now)


@post(f"{ONE}/schrap", name="causes.remove", opt=EDIT)
async def remove(request: AnyRequest, pattern_id: FromPath[int], cause_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.RemoveCause)
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await actions.remove_cause(viewer, pattern_id, cause_id, form.data.reason)
            return changed(request, back_to=url(request, "patterns.show"), message="gewist")
    return await _show_page(request, pattern_id, cause_id, form)


async def _show_page(
    request: AnyRequest, pattern_id: int, cause_id: int, removing: Posted[forms.RemoveCause]
) -> Template:
    viewer = viewer_of(request)
    pattern = await pattern_for(viewer, pattern_id)
    cause = await queries.cause_for(viewer, pattern_id, cause_id)
    _, last = await first_and_last(viewer, pattern)
    return learning_page(
        request,
        "learning/causes/show.html",
        removing if removing.refused else None,
        pattern=pattern,
        cause=cause,
        thread=await whole(viewer, thread_of(pattern, [cause], last), request.app.state["onward"]),
        former=await former_of(viewer, Subject.CAUSE, cause.id, CAUSE_NAMES, {"kind": CAUSE_KIND_NAMES}),
        removing=removing,
    )


async def _form_page(
    request: AnyRequest, pattern: Pattern, form: Posted[forms.CauseForm], now: queries.Cause | None
) -> Template:
    viewer = viewer_of(request)
    return learning_page(
        request,
        "learning/causes/form.html",
        form,
        pattern=pattern,
        now=now,
        conditions=await conditions_to_choose(viewer),
        thinking=await thinking_to_choose(viewer),
        organisations=await organisations_to_choose(viewer),
        reclassified=await queries.reclassified_in(viewer, pattern.id),
    )


ROUTES = [new, create, show, edit, update, remove]
