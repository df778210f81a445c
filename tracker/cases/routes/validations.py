"""Saying afterwards whether something was talked over with the target group (C11)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.validations import validate
from tracker.cases.forms.validations import IN_ADDRESS, Discuss
from tracker.cases.queries.seen import Case
from tracker.cases.queries.validations import answers_to, words_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/casussen/{code:str}/besproken/{what:str}/{subject_id:int}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(PATH, name="cases.validate", opt=OPT)
async def discuss(
    request: AnyRequest, code: FromPath[str], what: FromPath[str], subject_id: FromPath[int]
) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, Discuss, validated_on=viewer.today)
    return await _page(request, case, _subject(what), subject_id, form)


@post(PATH, name="cases.validate.create", opt=OPT)
async def keep(
    request: AnyRequest, code: FromPath[str], what: FromPath[str], subject_id: FromPath[int]
) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, Discuss)
    with form.refusing():
        if data := form.data:
            subject, on = _subject(what), data.validated_on
            await validate(viewer, case, subject, subject_id, data.discussed, data.how, on=on)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show"), message="bewaard")
    return await _page(request, case, _subject(what), subject_id, form)


def _subject(what: str) -> Subject:
    if what not in IN_ADDRESS:
        raise NotFound
    return IN_ADDRESS[what]


async def _page(
    request: AnyRequest, case: Case, subject: Subject, subject_id: int, form: Posted[Discuss]
) -> Template:
    return case_page(
        request,
        "cases/validations/new.html",
        case,
        form,
        subject=subject,
        told=await words_of(case, subject, subject_id),
        answers=await answers_to(case, subject, subject_id),
    )


ROUTES = [discuss, keep]
