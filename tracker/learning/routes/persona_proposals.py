"""Standing behind the personas of a workbook, one by one or with all cases beside them."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import FromPath

from tracker.learning.actions import proposals as actions
from tracker.learning.forms.personas import AnswerCase, AnswerPersona, CaseAnswer, PersonaAnswer
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.problems import RuleBroken
from tracker.web.forms import posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
ONE = "/p/{partnership:str}/persona/{persona_id:int}/voorstel"
EDIT = {"need": Need.LEARNING_EDIT}


@post(ONE, name="personas.answer", opt=EDIT)
async def answer_persona(request: AnyRequest, persona_id: FromPath[int]) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, AnswerPersona)
    there = url(request, "personas.show")
    match form.data.answer if form.data else None:
        case PersonaAnswer.WITH_ALL_CASES:
            await actions.confirm_all(viewer, persona_id)
        case PersonaAnswer.ONLY_PERSONA:
            await actions.confirm_persona(viewer, persona_id)
        case PersonaAnswer.NO:
            await actions.decline_persona(viewer, persona_id)
            there = url(request, "personas.list")
        case None:
            raise RuleBroken("Maak een keuze.")
    return changed(request, back_to=there, message="bewaard")


@post(f"{ONE}/{{resemblance_id:int}}", name="personas.answer_case", opt=EDIT)
async def answer_case(
    request: AnyRequest, persona_id: FromPath[int], resemblance_id: FromPath[int]
) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, AnswerCase)
    match form.data.answer if form.data else None:
        case CaseAnswer.YES:
            await actions.confirm_case(viewer, persona_id, resemblance_id)
        case CaseAnswer.NO:
            await actions.decline_case(viewer, persona_id, resemblance_id)
        case None:
            raise RuleBroken("Maak een keuze.")
    return changed(request, back_to=url(request, "personas.show"), message="bewaard")


ROUTES = [answer_persona, answer_case]
