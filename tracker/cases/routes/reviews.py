"""Multidisciplinary reviews of a case: note one, read it, correct it."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.reviews import correct_review, review
from tracker.cases.forms import reviews as forms
from tracker.cases.queries.choices import organisations_to_choose
from tracker.cases.queries.corrections import former_of
from tracker.cases.queries.reviews import HeldReview, review_of, reviews_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import PERSON_PART_NAMES, Subject
from tracker.cases.rules.reviews import MOST_AGREEMENTS, MOST_VOICES, REVIEW_NAMES
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen/{code:str}/overleg"
NEW = f"{LIST}/nieuw"
ONE = f"{LIST}/{{review_id:int}}"
EDIT = f"{ONE}/verbeter"
OPT = {"need": Need.CASES, "reads": "case"}


@get(NEW, name="cases.reviews.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, forms.NewReview, held_on=viewer.today)
    return await _form_page(request, viewer, case, form, None)


@post(NEW, name="cases.reviews.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.NewReview)
    if form.value("more"):
        return await _with_a_row_more(request, viewer, case, form, None)
    with form.refusing():
        if form.data:
            kept = await review(viewer, code, form.data.key, forms.reviewing(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.REVIEW}-{kept}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _form_page(request, viewer, case, form, None)


@get(ONE, name="cases.reviews.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    held, subject = await review_of(case, review_id), Subject.REVIEW
    names: dict[str, Mapping[Any, str]] = {"person_part": PERSON_PART_NAMES}
    others = {other: day for other, day in (await reviews_of(case)).items() if other != review_id}
    return case_page(
        request,
        "cases/reviews/show.html",
        case,
        review=held,
        others=others,
        former=await former_of(case, subject, review_id, REVIEW_NAMES, names),
        take_back=await undo_of(request, viewer, case, subject, review_id),
    )


@get(EDIT, name="cases.reviews.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await review_of(case, review_id)
    form = await begun(
        viewer, request.url.path, forms.CorrectReview, **forms.as_held(now), version=now.version
    )
    return await _form_page(request, viewer, case, form, now)


@post(EDIT, name="cases.reviews.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], review_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await review_of(case, review_id)
    form = await posted(request, forms.CorrectReview)
    if form.value("more"):
        return await _with_a_row_more(request, viewer, case, form, now)
    with form.refusing():
        if data := form.data:
            held = forms.reviewing(data)
            await correct_review(viewer, code, review_id, held, version=data.version, reason=data.why)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.reviews.show"), message="gewijzigd")
    return await _form_page(request, viewer, case, form, now)


async def _with_a_row_more(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: HeldReview | None
) -> Template:
    """The same form with what was typed and an empty row more; nothing is wrong yet."""
    form.errors, form.suspects = {}, ()
    return await _form_page(request, viewer, case, form, now)


async def _form_page(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: HeldReview | None
) -> Template:
    before = {voice.organisation_id: voice.organisation for voice in now.voices} if now else {}
    return case_page(
        request,
        "cases/reviews/form.html",
        case,
        form,
        now=now,
        voices=forms.voices_in(form),
        agreements=forms.agreements_in(form),
        most_voices=MOST_VOICES,
        most_agreements=MOST_AGREEMENTS,
        organisations=await organisations_to_choose(
            viewer, {id: name for id, name in before.items() if id is not None}
        ),
    )


ROUTES = [new, create, show, edit, update]
