"""Writing the purpose of a case anew."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.purpose import reword_purpose
from tracker.cases.forms.purpose import Reword, rewording
from tracker.cases.queries.purpose import Purposes, purposes_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Subject, Validated
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/casussen/{code:str}/bedoeling"
OPT = {"need": Need.CASES, "reads": "case"}


@get(PATH, name="cases.purpose.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    purposes = await purposes_of(viewer, case)
    now = purposes.current
    form = await begun(
        viewer,
        request.url.path,
        Reword,
        version=purposes.version,
        words=now.words if now else "",
        since=viewer.today,
        fit=now.fit if now else "",
        outside=now.outside if now else False,
        discussed=Validated.NO,
    )
    return await _page(request, viewer, case, purposes, form)


@post(PATH, name="cases.purpose.reword", opt=OPT)
async def reword(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, Reword)
    with form.refusing():
        if data := form.data:
            kept = await reword_purpose(viewer, code, data.key, rewording(data), version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.PURPOSE}-{kept}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _page(request, viewer, case, await purposes_of(viewer, case), form)


async def _page(
    request: AnyRequest, viewer: Viewer, case: Case, purposes: Purposes, form: Posted[Reword]
) -> Template:
    words = await own_words(viewer, WordingKind.PURPOSE)
    return case_page(
        request,
        "cases/purpose/edit.html",
        case,
        form,
        now=purposes.current,
        central=words.current(WordingKind.PURPOSE),
        former_central=words.former(WordingKind.PURPOSE),
    )


ROUTES = [edit, reword]
