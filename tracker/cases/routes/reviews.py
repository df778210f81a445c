"""Multidisciplinary reviews of a case, and what was agreed in them."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions import reviews as actions
from tracker.cases.forms import reviews as forms
from tracker.cases.queries import reviews as queries
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_in_notice, undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Subject
from tracker.cases.rules.reviews import MOST_AGREEMENTS, MOST_VOICES
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.people import organisations_to_choose
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
CASE = "/p/{partnership:str}/casussen/{code:str}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(f"{CASE}/overleg/nieuw", name="cases.reviews.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, forms.NewReview, held_on=viewer.today)
    return await _form_page(request, viewer, case, form, None)


@post(f"{CASE}/overleg/nieuw", name="cases.reviews.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.NewReview)
    if form.value("more"):
        return await _with_more_rows(request, viewer, case, form, None)
    with form.refusing():
        if form.data:
            review_id = await actions.review(viewer, code, form.data.key, forms.reviewing(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.REVIEW}-{review_id}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _form_page(request, viewer, case, form, None)


@get(f"{CASE}/overleg/{{review_id:int}}", name="cases.reviews.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Template:
    return await _show_page(request, code, review_id)


@get(f"{CASE}/overleg/{{review_id:int}}/verbeter", name="cases.reviews.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await queries.review_of(viewer, case, review_id)
    rows = range(1, len(now.voices) + 1)
    form = await begun(
        viewer,
        request.url.path,
        forms.CorrectReview,
        held_on=now.held_on,
        person_part=now.person_part,
        discipline=dict(zip(rows, [voice.discipline for voice in now.voices], strict=True)),
        organisation=dict(zip(rows, [voice.organisation_id for voice in now.voices], strict=True)),
        reading=dict(zip(rows, [voice.reading for voice in now.voices], strict=True)),
        note=now.note,
        version=now.version,
    )
    return await _form_page(request, viewer, case, form, now)


@post(f"{CASE}/overleg/{{review_id:int}}/verbeter", name="cases.reviews.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await queries.review_of(viewer, case, review_id)
    form = await posted(request, forms.CorrectReview)
    if form.value("more"):
        return await _with_more_rows(request, viewer, case, form, now)
    with form.refusing():
        if data := form.data:
            held = forms.reviewing(data)
            await actions.correct_review(
                viewer, code, review_id, held, version=data.version, reason=data.reason
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.reviews.show"), message="gewijzigd")
    return await _form_page(request, viewer, case, form, now)


@post(f"{CASE}/overleg/{{review_id:int}}", name="cases.agreements.create", opt=OPT)
async def agree(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await case_of(request, code)
    form = await posted(request, forms.NewAgreementForm)
    with form.refusing():
        if data := form.data:
            wanted = actions.NewAgreement(data.what, data.who, data.due_on)
            agreement = await actions.agree(viewer, code, data.key, wanted, review_id)
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.AGREEMENT}-{agreement}"
            return changed(
                request, back_to=url(request, "cases.reviews.show"), message="toegevoegd", about=about
            )
    return await _show_page(request, code, review_id, form)


@post(f"{CASE}/afspraken/{{agreement_id:int}}", name="cases.agreements.close", opt=OPT)
async def close(request: AnyRequest, code: FromPath[str], agreement_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await case_of(request, code)
    form = await posted(request, forms.CloseAgreement)
    with form.refusing():
        if form.data:
            await actions.close_agreement(viewer, code, agreement_id, form.data.state)
    return changed(request, back_to=f"{url(request, 'cases.show')}#overleg", message="gewijzigd")


async def _with_more_rows(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: queries.HeldReview | None
) -> Template:
    """The same form with what was typed and a few empty rows more; nothing is wrong yet."""
    form.errors, form.suspects = {}, ()
    return await _form_page(request, viewer, case, form, now)


async def _form_page(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: queries.HeldReview | None
) -> Template:
    voices = forms.rows_of(
        form, "discipline", "organisation", "reading", fewest=forms.VOICES, most=MOST_VOICES
    )
    agreements = forms.rows_of(form, "what", "who", "due_on", fewest=forms.AGREEMENTS, most=MOST_AGREEMENTS)
    return case_page(
        request,
        "cases/reviews/form.html",
        case,
        form,
        now=now,
        voices=voices,
        agreements=agreements,
        organisations=await organisations_to_choose(viewer),
    )


async def _show_page(
    request: AnyRequest, code: str, review_id: int, form: Posted[Any] | None = None
) -> Template:
    viewer, case = await case_of(request, code)
    review = await queries.review_of(viewer, case, review_id)
    return case_page(
        request,
        "cases/reviews/show.html",
        case,
        form or await begun(viewer, request.url.path, forms.NewAgreementForm),
        review=review,
        others=[row for row in await queries.reviews_of(viewer, case) if row["id"] != review_id],
        corrections=await corrections_of(case, Subject.REVIEW, review_id),
        take_back=await undo_of(request, viewer, case, Subject.REVIEW, review_id),
        undo=await undo_in_notice(request, viewer, case),
    )


ROUTES = [new, create, show, edit, update, agree, close]
