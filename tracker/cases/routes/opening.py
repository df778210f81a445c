"""Opening a case, on one page."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.response import Template

from tracker.cases.actions.opening import open_case
from tracker.cases.forms.basics import OpenCase, check_alias, new_case
from tracker.cases.queries.seen import case_for
from tracker.cases.rules import kinds
from tracker.cases.rules.basics import usual_participants
from tracker.cases.rules.sharing import needs_persons_agreement
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.colleagues import municipalities, names_of_people, who_work_on_cases
from tracker.partnership.queries.partnerships import team_names
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/casussen/nieuw"


@get(PATH, name="cases.new", opt={"need": Need.CASES})
async def new(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    form = await begun(
        viewer,
        request.url.path,
        OpenCase,
        kind=kinds.CaseKind.PERSON,
        started_on=viewer.today,
        lead=viewer.person_id,
        agreed=kinds.Agreed.NOT_YET,
        organisations=list(await team_names(viewer, viewer.today)),
        coordination=True,
    )
    return await _page(request, viewer, form)


@post(PATH, name="cases.create", opt={"need": Need.CASES})
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, OpenCase)
    check_alias(form, await names_of_people(viewer))
    with form.refusing():
        if form.data:
            code = await open_case(viewer, new_case(viewer, form.data))
            await drop_draft(viewer.person_id, request.url.path)
            opened = await case_for(viewer, code)
            return changed(
                request,
                back_to=url(request, "cases.show", code=code),
                message="geopend",
                about=f"{kinds.Subject.CASE}-{opened.id}",
            )
    return await _page(request, viewer, form)


async def _page(request: AnyRequest, viewer: Viewer, form: Posted[OpenCase]) -> Template:
    people = {one.person_id: one.label for one in await who_work_on_cases(viewer)}
    return page(
        request,
        "cases/opening/new.html",
        form=form,
        kinds=kinds,
        needs_persons_agreement=needs_persons_agreement,
        usual_participants=usual_participants,
        people=people,
        municipalities=await municipalities(viewer),
        team=await team_names(viewer, viewer.today),
        central=(await own_words(viewer, WordingKind.PURPOSE)).current(WordingKind.PURPOSE),
    )


ROUTES = [new, create]
