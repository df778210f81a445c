"""Agreements of a case: make one, say what became of it, word it otherwise."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.agreements import agree, close_agreement, correct_agreement
from tracker.cases.forms import agreements as forms
from tracker.cases.forms.filters import number
from tracker.cases.queries.agreements import agreement_of
from tracker.cases.queries.corrections import former_of
from tracker.cases.queries.reviews import reviews_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.agreements import AGREEMENT_NAMES
from tracker.cases.rules.kinds import AGREEMENT_STATE_NAMES, Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen/{code:str}/afspraken"
NEW = f"{LIST}/nieuw"
ONE = f"{LIST}/{{agreement_id:int}}"
EDIT = f"{ONE}/verbeter"
OPT = {"need": Need.CASES, "reads": "case"}


@get(NEW, name="cases.agreements.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    reviews = await reviews_of(case)
    asked = number(request.query_params.get("overleg"), LARGEST_ID)
    made_in = asked if asked in reviews else None
    form = await begun(viewer, request.url.path, forms.MakeAgreement, review=made_in)
    return case_page(request, "cases/agreements/form.html", case, form, now=None, reviews=reviews)


@post(NEW, name="cases.agreements.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    reviews = await reviews_of(case)
    form = await posted(request, forms.MakeAgreement)
    if form.data and form.data.review is not None and form.data.review not in reviews:
        form.refuse("Maak een keuze uit de lijst.", "review")
    with form.refusing():
        if data := form.data:
            made = await agree(viewer, code, data.key, forms.agreement_in(data), data.review)
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.AGREEMENT}-{made}"
            return changed(request, back_to=url(request, "cases.show"), message="toegevoegd", about=about)
    return case_page(request, "cases/agreements/form.html", case, form, now=None, reviews=reviews)


@get(ONE, name="cases.agreements.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str], agreement_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    return await _show_page(request, viewer, case, agreement_id)


@post(ONE, name="cases.agreements.close", opt=OPT)
async def close(request: AnyRequest, code: FromPath[str], agreement_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.CloseAgreement)
    with form.refusing():
        if form.data:
            await close_agreement(viewer, code, agreement_id, form.data.state)
            return changed(request, back_to=url(request, "cases.agreements.show"), message="gewijzigd")
    return await _show_page(request, viewer, case, agreement_id, form)


@get(EDIT, name="cases.agreements.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], agreement_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await agreement_of(case, agreement_id)
    form = await begun(
        viewer, request.url.path, forms.CorrectAgreement, **forms.as_agreed(now), version=now.version
    )
    return case_page(request, "cases/agreements/form.html", case, form, now=now, reviews={})


@post(EDIT, name="cases.agreements.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], agreement_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await agreement_of(case, agreement_id)
    form = await posted(request, forms.CorrectAgreement)
    with form.refusing():
        if data := form.data:
            wanted = forms.agreement_in(data)
            await correct_agreement(viewer, code, agreement_id, wanted, version=data.version, reason=data.why)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.agreements.show"), message="gewijzigd")
    return case_page(request, "cases/agreements/form.html", case, form, now=now, reviews={})


async def _show_page(
    request: AnyRequest,
    viewer: Viewer,
    case: Case,
    agreement_id: int,
    form: Posted[Any] | None = None,
) -> Template:
    names: dict[str, Mapping[Any, str]] = {"state": AGREEMENT_STATE_NAMES}
    return case_page(
        request,
        "cases/agreements/show.html",
        case,
        form,
        agreement=await agreement_of(case, agreement_id),
        former=await former_of(case, Subject.AGREEMENT, agreement_id, AGREEMENT_NAMES, names),
        take_back=await undo_of(request, viewer, case, Subject.AGREEMENT, agreement_id),
    )


ROUTES = [new, create, show, close, edit, update]
