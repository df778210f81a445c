"""System conditions: the list by what feeds most, one condition, naming and changing (L7)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.queries.choices import organisations_to_choose
from tracker.learning.actions import conditions as actions
from tracker.learning.actions.remarks import remark
from tracker.learning.forms import causes as forms
from tracker.learning.forms.asked import WHO, who_in
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.forms.remarks import RemarkOn
from tracker.learning.queries import conditions as queries
from tracker.learning.queries.causes import causes_with, thinking_beside
from tracker.learning.queries.former import former_of
from tracker.learning.queries.initiatives import initiatives_on_causes
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.queries.thinking import thinking_to_choose
from tracker.learning.routes.within import EDIT, READ, REMARK, learning_page
from tracker.learning.rules.catalogues import CONDITION_NAMES
from tracker.learning.rules.kinds import CONDITION_KIND_NAMES, WHO_CAN_CHANGE_NAMES, Subject
from tracker.partnership.access import viewer_of
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/systeemcondities"
ONE = f"{BASE}/{{condition_id:int}}"


@get(BASE, name="conditions.list", opt=READ)
async def list_all(request: AnyRequest) -> Template:
    viewer, (who, organisation) = viewer_of(request), who_in(request.query_params)
    return learning_page(
        request,
        "learning/conditions/list.html",
        conditions=await queries.conditions_of(viewer, who, organisation),
        who=who,
        organisation=organisation,
        organisations=await organisations_to_choose(viewer) if organisation else {},
        whos=WHO,
    )


@get(f"{BASE}/nieuw", name="conditions.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    return await _form_page(request, blank(forms.ConditionForm), None)


@post(f"{BASE}/nieuw", name="conditions.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.ConditionForm)
    await warn_of_cases(viewer_of(request), form, "name", "meaning", "asked", "reason")
    with form.refusing():
        if data := form.data:
            made = await actions.name_condition(viewer_of(request), data.key, forms.condition(data))
            back_to = url(request, "conditions.show", condition_id=made)
            return changed(request, back_to=back_to, message="bewaard")
    return await _form_page(request, form, None)


@get(ONE, name="conditions.show", opt=READ)
async def show(request: AnyRequest, condition_id: FromPath[int]) -> Template:
    return await _show_page(request, condition_id, blank(RemarkOn))


@post(f"{ONE}/opmerkingen", name="conditions.remark", opt=REMARK)
async def remark_on(request: AnyRequest, condition_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.condition_for(viewer, condition_id)
    form = await posted(request, RemarkOn)
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await remark(viewer, Subject.CONDITION, condition_id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "conditions.show"), message="bewaard")
    return await _show_page(request, condition_id, form)


@get(f"{ONE}/wijzig", name="conditions.edit", opt=EDIT)
async def edit(request: AnyRequest, condition_id: FromPath[int]) -> Template:
    now = await queries.condition_for(viewer_of(request), condition_id)
    return await _form_page(request, blank(forms.ConditionForm, **forms.condition_as_typed(now)), now)


@post(f"{ONE}/wijzig", name="conditions.update", opt=EDIT)
async def update(request: AnyRequest, condition_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.condition_for(viewer, condition_id)
    form = await posted(request, forms.ConditionForm)
    await warn_of_cases(viewer, form, "name", "meaning", "asked", "reason")
    with form.refusing():
        if data := form.data:
            said = {"version": data.version, "reason": data.reason}
            await actions.edit_condition(viewer, condition_id, forms.condition(data), **said)
            return changed(request, back_to=url(request, "conditions.show"), message="gewijzigd")
    return await _form_page(request, form, now)


async def _show_page(request: AnyRequest, condition_id: int, form: Posted[RemarkOn]) -> Template:
    viewer = viewer_of(request)
    condition = await queries.condition_for(viewer, condition_id)
    names: dict[str, Any] = {"kind": CONDITION_KIND_NAMES, "who_can_change": WHO_CAN_CHANGE_NAMES}
    causes = await causes_with(viewer, await queries.causes_behind_condition(condition_id))
    return learning_page(
        request,
        "learning/conditions/show.html",
        form,
        condition=condition,
        causes=causes,
        beside=thinking_beside(causes, condition.thinking),
        tried=await initiatives_on_causes(viewer, [cause.id for cause in causes]),
        remarks=await remarks_on(viewer, Subject.CONDITION, condition_id),
        remark_url=url(request, "conditions.remark"),
        former=await former_of(viewer, Subject.CONDITION, condition_id, CONDITION_NAMES, names),
        panels=await panels_on("condition", request, viewer, condition),
    )


async def _form_page(
    request: AnyRequest, form: Posted[forms.ConditionForm], now: queries.Condition | None
) -> Template:
    viewer = viewer_of(request)
    kept = {now.organisation_id: now.organisation} if now and now.organisation_id else {}
    return learning_page(
        request,
        "learning/conditions/form.html",
        form,
        now=now,
        organisations=await organisations_to_choose(viewer, kept),
        thinking=await thinking_to_choose(viewer),
    )


ROUTES = [list_all, new, create, show, remark_on, edit, update]
