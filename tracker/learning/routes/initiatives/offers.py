"""The exchange over partnerships: what is offered, what others answer, who takes it along (L13)."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import offers as actions
from tracker.learning.forms import offers as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import offers as queries
from tracker.learning.routes.initiatives.places import AnyRequest
from tracker.learning.rules import offers as rules
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

LIST = "/uitwisseling"
ONE = f"{LIST}/{{initiative_id:int}}"
READ = {"need": Need.EXCHANGE}
ANSWER = {"need": Need.EXCHANGE_ANSWER}


@get(LIST, name="exchange.list", opt=READ)
async def list_all(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    offered = await queries.offers(viewer)
    return page(
        request,
        "learning/offers/list.html",
        others=[each for each in offered if not each.own],
        own=[each for each in offered if each.own],
        said=await queries.answered_by(viewer),
        answers=rules,
    )


@get(ONE, name="exchange.show", opt=READ)
async def show(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _show_page(request, initiative_id)


@post(f"{ONE}/antwoord", name="exchange.answer", opt=ANSWER)
async def answer(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.offer_for(viewer, initiative_id)
    form = await posted(request, forms.AnswerForm)
    await warn_of_cases(viewer, form, "remark")
    with form.refusing():
        if data := form.data:
            await actions.answer(viewer, initiative_id, data.answer, data.remark)
            return changed(request, back_to=url(request, "exchange.show"), message="beantwoord")
    return await _show_page(request, initiative_id, answering=form)


@post(f"{ONE}/meedoen", name="exchange.adopt", opt=ANSWER)
async def adopt(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.offer_for(viewer, initiative_id)
    form = await posted(request, forms.AdoptForm, prefix="mee")
    with form.refusing():
        if data := form.data:
            made = await actions.adopt(viewer, initiative_id, data.key, data.how)
            goal = url(request, "initiatives.show", partnership=viewer.slug, initiative_id=made)
            return changed(request, back_to=goal, message="bewaard")
    return await _show_page(request, initiative_id, adopting=form)


async def _show_page(
    request: AnyRequest,
    initiative_id: int,
    *,
    answering: Posted[forms.AnswerForm] | None = None,
    adopting: Posted[forms.AdoptForm] | None = None,
) -> Template:
    viewer = viewer_of(request)
    offer = await queries.offer_for(viewer, initiative_id)
    mine = await queries.response_of(viewer, offer)
    refused = next((form for form in (answering, adopting) if form and form.refused), None)
    already = mine.adoption if mine else None
    return page(
        request,
        "learning/offers/show.html",
        form=refused,
        offer=offer,
        mine=mine,
        responses=await queries.responses_to(offer.id, offer.partnership_id),
        answering=answering
        or blank(forms.AnswerForm, answer=mine.answer if mine else None, remark=mine.remark if mine else ""),
        adopting=adopting or blank(forms.AdoptForm, prefix="mee"),
        ways=[
            how
            for how in rules.Adoption
            if not rules.why_not_adopt(how, offer.state, own=offer.own, already=already)
        ],
        answers=rules,
        may_answer=not offer.own and may(viewer.role, Need.EXCHANGE_ANSWER),
    )


ROUTES = [list_all, show, answer, adopt]
