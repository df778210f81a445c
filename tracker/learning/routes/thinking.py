"""Ways of thinking: the list by what feeds most, one of them, naming and changing (L6)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import thinking as actions
from tracker.learning.actions.remarks import remark
from tracker.learning.forms.causes import ThinkingForm
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.forms.remarks import RemarkOn
from tracker.learning.queries import thinking as queries
from tracker.learning.queries.causes import causes_with
from tracker.learning.queries.former import former_of
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.routes.within import EDIT, READ, REMARK, learning_page
from tracker.learning.rules.catalogues import THINKING_NAMES
from tracker.learning.rules.kinds import Subject
from tracker.partnership.access import viewer_of
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/denkwijzen"
ONE = f"{BASE}/{{thinking_id:int}}"


@get(BASE, name="thinking.list", opt=READ)
async def list_all(request: AnyRequest) -> Template:
    thoughts = await queries.all_thinking(viewer_of(request))
    return learning_page(request, "learning/thinking/list.html", thoughts=thoughts)


@get(f"{BASE}/nieuw", name="thinking.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    return learning_page(request, "learning/thinking/form.html", blank(ThinkingForm), now=None)


@post(f"{BASE}/nieuw", name="thinking.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    form = await posted(request, ThinkingForm)
    await warn_of_cases(viewer_of(request), form, "name", "meaning", "reason")
    with form.refusing():
        if data := form.data:
            made = await actions.name_thinking(viewer_of(request), data.key, data.name, data.meaning)
            back_to = url(request, "thinking.show", thinking_id=made)
            return changed(request, back_to=back_to, message="bewaard")
    return learning_page(request, "learning/thinking/form.html", form, now=None)


@get(ONE, name="thinking.show", opt=READ)
async def show(request: AnyRequest, thinking_id: FromPath[int]) -> Template:
    return await _show_page(request, thinking_id, blank(RemarkOn))


@post(f"{ONE}/opmerkingen", name="thinking.remark", opt=REMARK)
async def remark_on(request: AnyRequest, thinking_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.thinking_for(viewer, thinking_id)
    form = await posted(request, RemarkOn)
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await remark(viewer, Subject.THINKING, thinking_id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "thinking.show"), message="bewaard")
    return await _show_page(request, thinking_id, form)


@get(f"{ONE}/wijzig", name="thinking.edit", opt=EDIT)
async def edit(request: AnyRequest, thinking_id: FromPath[int]) -> Template:
    now = await queries.thinking_for(viewer_of(request), thinking_id)
    form = blank(ThinkingForm, version=now.version, name=now.name, meaning=now.meaning)
    return learning_page(request, "learning/thinking/form.html", form, now=now)


@post(f"{ONE}/wijzig", name="thinking.update", opt=EDIT)
async def update(request: AnyRequest, thinking_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.thinking_for(viewer, thinking_id)
    form = await posted(request, ThinkingForm)
    await warn_of_cases(viewer, form, "name", "meaning", "reason")
    with form.refusing():
        if data := form.data:
            said = {"version": data.version, "reason": data.reason}
            await actions.edit_thinking(viewer, thinking_id, data.name, data.meaning, **said)
            return changed(request, back_to=url(request, "thinking.show"), message="gewijzigd")
    return learning_page(request, "learning/thinking/form.html", form, now=now)


async def _show_page(request: AnyRequest, thinking_id: int, form: Posted[RemarkOn]) -> Template:
    viewer = viewer_of(request)
    return learning_page(
        request,
        "learning/thinking/show.html",
        form,
        thought=await queries.thinking_for(viewer, thinking_id),
        causes=await causes_with(viewer, await queries.causes_behind_thinking(thinking_id)),
        conditions=await queries.conditions_kept_by(thinking_id),
        remarks=await remarks_on(viewer, Subject.THINKING, thinking_id),
        remark_url=url(request, "thinking.remark"),
        former=await former_of(viewer, Subject.THINKING, thinking_id, THINKING_NAMES),
    )


ROUTES = [list_all, new, create, show, remark_on, edit, update]
