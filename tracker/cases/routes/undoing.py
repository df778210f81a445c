"""Taking back what one just logged."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import FromPath

from tracker.cases.access import case_of
from tracker.cases.actions.undoing import undo
from tracker.cases.forms.undoing import FORMS
from tracker.cases.rules.kinds import Subject
from tracker.partnership.rules.matrix import Need
from tracker.problems import NotFound
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]


@post(
    "/p/{partnership:str}/casussen/{code:str}/ongedaan/{subject:str}/{subject_id:int}",
    name="cases.undo",
    opt={"need": Need.CASES, "reads": "case"},
)
async def take_back(
    request: AnyRequest, code: FromPath[str], subject: FromPath[str], subject_id: FromPath[int]
) -> Response[Any]:
    """The record goes, its words are back in its form."""
    viewer, case = await case_of(request, code)
    if subject not in FORMS:
        raise NotFound
    back = FORMS[Subject(subject)]
    path = url(request, back.route, **await back.parameters(case, subject_id))
    typed = await back.typed(case, subject_id)
    await undo(viewer, code, Subject(subject), subject_id, form=path, typed=typed)
    return changed(request, back_to=path, message="ongedaan")


ROUTES = [take_back]
