"""Looking at an agreement again: what was expected beside what was seen (B8)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.proposals import evaluating as actions
from tracker.board.forms import proposals as forms
from tracker.board.queries.proposals.around import evaluations_of
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.routes.proposals.places import FACILITATE, ONE, proposal_page, why_not
from tracker.board.routes.proposals.show import say_above
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
EVALUATE = f"{ONE}/evaluatie"
WRITTEN = ("seen", "helped", "improve", "reason")


@get(EVALUATE, name="proposals.evaluate", opt=FACILITATE)
async def evaluate_page(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, forms.Evaluate)
    return await _evaluate_page(request, viewer, proposal_id, form)


@post(EVALUATE, name="proposals.keep_evaluation", opt=FACILITATE)
async def evaluate(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Evaluate)
    await warn_of_cases(viewer, form, *WRITTEN)
    with form.refusing():
        if form.data:
            await actions.evaluate(viewer, proposal_id, form.data.key, forms.evaluating(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    return await _evaluate_page(request, viewer, proposal_id, form)


async def _evaluate_page(
    request: AnyRequest, viewer: Viewer, proposal_id: int, form: Posted[forms.Evaluate]
) -> Template:
    proposal = await proposal_for(viewer, proposal_id)
    if reason := why_not(viewer, proposal)["evaluate"]:
        say_above(form, reason)
    evaluations = await evaluations_of(proposal.id)
    return proposal_page(
        request, "board/proposals/evaluate.html", viewer, proposal, form, evaluations=evaluations
    )


ROUTES = [evaluate_page, evaluate]
