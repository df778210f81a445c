"""What the personas ask of us, against what the partners bring (L3)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import capacity as actions
from tracker.learning.forms import capacity as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import capacity as queries
from tracker.learning.queries.personas import persona_of
from tracker.learning.rules.capacity import STANDING_NAMES, Standing
from tracker.learning.rules.kinds import WAY_NAMES
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.partners import Part, partners
from tracker.partnership.rules.matrix import Need, may
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
ALL = "/p/{partnership:str}/capaciteit"
ONE = f"{ALL}/{{expertise_id:int}}"
OF_PARTNER = f"{ALL}/partners/{{partner_id:int}}"
OF_PERSONA = "/p/{partnership:str}/persona/{persona_id:int}/expertise"
EDIT = {"need": Need.LEARNING_EDIT}
EDIT_PARTNERS = {"need": Need.PARTNERSHIP_EDIT}


@get(ALL, name="capacity.show", opt={"need": Need.LEARNING})
async def show(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "learning/capacity/show.html",
        skills=[skill for skill in await queries.capacity(viewer) if skill.asked or skill.brought],
        standings=list(Standing),
        standing_names=STANDING_NAMES,
        parts=[part for part in await partners(viewer) if part.today],
        may_edit=may(viewer.role, Need.PARTNERSHIP_EDIT),
    )


@get(ONE, name="capacity.choose", opt=EDIT_PARTNERS)
async def choose(request: AnyRequest, expertise_id: FromPath[int]) -> Template:
    form = await begun(viewer_of(request), request.url.path, forms.Choose)
    return await _skill_page(request, expertise_id, form)


@post(ONE, name="capacity.chosen", opt=EDIT_PARTNERS)
async def chosen(request: AnyRequest, expertise_id: FromPath[int]) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, forms.Choose)
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if data := form.data:
            await actions.choose(viewer, expertise_id, data.key, way=data.way, reason=data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "capacity.show"), message="bewaard")
    return await _skill_page(request, expertise_id, form)


@get(OF_PERSONA, name="capacity.ask", opt=EDIT)
async def ask(request: AnyRequest, persona_id: FromPath[int]) -> Template:
    form = await begun(viewer_of(request), request.url.path, forms.Ask)
    return await _persona_page(request, persona_id, form)


@post(OF_PERSONA, name="capacity.asked", opt=EDIT)
async def asked(request: AnyRequest, persona_id: FromPath[int]) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, forms.Ask)
    await warn_of_cases(viewer, form, "expertise", "amount", "frequency")
    with form.refusing():
        if data := form.data:
            await actions.ask(
                viewer, persona_id, data.expertise, amount=data.amount, frequency=data.frequency
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "capacity.ask"), message="toegevoegd")
    return await _persona_page(request, persona_id, form)


@post(f"{OF_PERSONA}/{{expertise_id:int}}/weg", name="capacity.ask.delete", opt=EDIT)
async def ask_no_more(
    request: AnyRequest, persona_id: FromPath[int], expertise_id: FromPath[int]
) -> Response[Any]:
    await actions.ask_no_more(viewer_of(request), persona_id, expertise_id)
    return changed(request, back_to=url(request, "capacity.ask"), message="gewist")


@get(OF_PARTNER, name="capacity.bring", opt=EDIT_PARTNERS)
async def bring(request: AnyRequest, partner_id: FromPath[int]) -> Template:
    form = await begun(viewer_of(request), request.url.path, forms.Bring)
    return await _partner_page(request, partner_id, form)


@post(OF_PARTNER, name="capacity.brought", opt=EDIT_PARTNERS)
async def brought(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, forms.Bring)
    await warn_of_cases(viewer, form, "expertise", "amount")
    with form.refusing():
        if data := form.data:
            await actions.bring(viewer, partner_id, data.expertise, amount=data.amount)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "capacity.bring"), message="toegevoegd")
    return await _partner_page(request, partner_id, form)


@post(f"{OF_PARTNER}/{{expertise_id:int}}/weg", name="capacity.bring.delete", opt=EDIT_PARTNERS)
async def bring_no_more(
    request: AnyRequest, partner_id: FromPath[int], expertise_id: FromPath[int]
) -> Response[Any]:
    await actions.bring_no_more(viewer_of(request), partner_id, expertise_id)
    return changed(request, back_to=url(request, "capacity.bring"), message="gewist")


async def _skill_page(request: AnyRequest, expertise_id: int, form: Posted[forms.Choose]) -> Template:
    skill = await queries.skill_of(viewer_of(request), expertise_id)
    return page(request, "learning/capacity/choose.html", form=form, skill=skill, way_names=WAY_NAMES)


async def _persona_page(request: AnyRequest, persona_id: int, form: Posted[forms.Ask]) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "learning/capacity/ask.html",
        form=form,
        persona=await persona_of(viewer, persona_id),
        asked=await queries.asked_by(viewer, persona_id),
        known=[skill.name for skill in await queries.capacity(viewer)],
    )


async def _partner_page(request: AnyRequest, partner_id: int, form: Posted[forms.Bring]) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "learning/capacity/bring.html",
        form=form,
        part=await _part(request, partner_id),
        brought=await queries.brought_by(viewer, partner_id),
        known=[skill.name for skill in await queries.capacity(viewer)],
    )


async def _part(request: AnyRequest, partner_id: int) -> Part:
    part = next((each for each in await partners(viewer_of(request)) if each.id == partner_id), None)
    if part is None:
        raise NotFound
    return part


ROUTES = [show, choose, chosen, ask, asked, ask_no_more, bring, brought, bring_no_more]
