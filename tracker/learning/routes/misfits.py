"""The review list of the personas: cases that fit none, and how their analysis ends (L2)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions.misfits import conclude
from tracker.learning.forms.personas import Conclude
from tracker.learning.queries.misfits import misfit_of, misfits, waiting_count
from tracker.learning.queries.personas import personas
from tracker.learning.rules.kinds import OUTCOME_NAMES, PersonaState
from tracker.partnership.access import reading, reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/persona/bijstellingen"
ONE = f"{LIST}/{{misfit_id:int}}"
EDIT = {"need": Need.LEARNING_EDIT, "reads": "told"}


@get(LIST, name="misfits.list", opt={"need": Need.LEARNING, "reads": "told"})
async def list_misfits(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        "learning/misfits/list.html",
        misfits=await misfits(viewer),
        waiting=await waiting_count(viewer),
        outcome_names=OUTCOME_NAMES,
        may_edit=may(viewer.role, Need.LEARNING_EDIT),
    )


@get(ONE, name="misfits.show", opt=EDIT)
async def show(request: AnyRequest, misfit_id: FromPath[int]) -> Template:
    form = await begun(viewer_of(request), request.url.path, Conclude)
    return await _show_page(request, misfit_id, form)


@post(ONE, name="misfits.conclude", opt=EDIT)
async def end(request: AnyRequest, misfit_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, Conclude)
    if form.data and form.data.persona not in {None, *(each.id for each in await personas(viewer))}:
        form.refuse("Maak een keuze uit de lijst.", "persona")
    with form.refusing():
        if data := form.data:
            await conclude(viewer, misfit_id, data.outcome, why=data.why, persona_id=data.persona)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "misfits.list"), message="bewaard")
    return await _show_page(request, misfit_id, form)


async def _show_page(request: AnyRequest, misfit_id: int, form: Posted[Conclude]) -> Template:
    viewer = viewer_of(request)
    misfit = await misfit_of(viewer, misfit_id)
    reading(request, misfit.case_id, misfit.code)
    return page(
        request,
        "learning/misfits/show.html",
        form=form,
        misfit=misfit,
        personas=await personas(viewer, PersonaState.IN_USE),
        outcome_names=OUTCOME_NAMES,
    )


ROUTES = [list_misfits, show, end]
