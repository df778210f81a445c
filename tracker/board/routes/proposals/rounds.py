"""Opening a round, answering, closing it, and saying not to be there (B3, B4)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.proposals import being_there
from tracker.board.actions.proposals import rounds as actions
from tracker.board.forms import proposals as forms
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.routes.proposals.places import ANSWER, FACILITATE, ONE, proposal_page, why_not
from tracker.board.routes.proposals.show import answer_form, say_above, whole_page
from tracker.board.rules.differences import differences
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
MINE = f"{ONE}/antwoord"


@post(f"{ONE}/ronde", name="proposals.open_round", opt=FACILITATE)
async def open_round(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Open, prefix="open")
    with form.refusing():
        if form.data:
            await actions.open_round(viewer, proposal_id, form.data.key)
            return changed(request, back_to=url(request, "proposals.show"), message="ronde-open")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "open")


@get(MINE, name="proposals.answer", opt=ANSWER)
async def answer_page(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    """One thing on a phone: the proposal, and my answer."""
    viewer = viewer_of(request)
    proposal = await proposal_for(viewer, proposal_id)
    return await _answer_page(request, viewer, proposal_id, answer_form(viewer, proposal))


@post(MINE, name="proposals.give_answer", opt=ANSWER)
async def answer(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.GiveAnswer, prefix="zeg")
    await warn_of_cases(viewer, form, "argument")
    with form.refusing():
        if form.data:
            await actions.answer(viewer, proposal_id, form.data.answer, form.data.argument)
            return changed(request, back_to=url(request, "proposals.show"), message="beantwoord")
    return await _answer_page(request, viewer, proposal_id, form)


@post(f"{ONE}/noteer", name="proposals.enter", opt=FACILITATE)
async def enter(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.EnterAnswer, prefix="noteer")
    await warn_of_cases(viewer, form, "argument")
    with form.refusing():
        if data := form.data:
            await actions.enter_answer(viewer, proposal_id, data.person, data.answer, data.argument)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "enter")


@post(f"{ONE}/besluit", name="proposals.decide", opt=FACILITATE)
async def decide(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Decide, prefix="besluit")
    await warn_of_cases(viewer, form, "outcome")
    with form.refusing():
        if data := form.data:
            await actions.decide(viewer, proposal_id, actions.Outcome(data.outcome, data.arguments_until))
            return changed(request, back_to=url(request, "proposals.show"), message="besloten")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "decide")


@post(f"{ONE}/ronde/einde", name="proposals.end_round", opt=FACILITATE)
async def end_round(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    await actions.end_without_decision(viewer_of(request), proposal_id)
    return changed(request, back_to=url(request, "proposals.show"), message="bewaard")


@post(f"{ONE}/er-niet-bij", name="proposals.be_away", opt=ANSWER)
async def be_away(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    await being_there.be_away(viewer_of(request), proposal_id)
    return changed(request, back_to=url(request, "proposals.show"), message="bewaard")


@post(f"{ONE}/er-weer-bij", name="proposals.be_back", opt=ANSWER)
async def be_back(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    await being_there.be_back(viewer_of(request), proposal_id)
    return changed(request, back_to=url(request, "proposals.show"), message="bewaard")


@post(f"{ONE}/argument", name="proposals.argue", opt=ANSWER)
async def argue(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Argue, prefix="argument")
    await warn_of_cases(viewer, form, "argument")
    with form.refusing():
        if form.data:
            await being_there.argue(viewer, proposal_id, form.data.key, form.data.argument)
            return changed(request, back_to=url(request, "proposals.show"), message="heropend-voorstel")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "argue")


async def _answer_page(
    request: AnyRequest, viewer: Viewer, proposal_id: int, form: Posted[forms.GiveAnswer]
) -> Template:
    proposal = await proposal_for(viewer, proposal_id)
    before = proposal.before
    if reason := why_not(viewer, proposal)["answer"]:
        say_above(form, reason)
    return proposal_page(
        request,
        "board/proposals/answer.html",
        viewer,
        proposal,
        form,
        forms={"answer": form},
        changed=differences(before.text, proposal.now.text) if before else (),
        purpose=(await own_words(viewer, WordingKind.PURPOSE)).text(WordingKind.PURPOSE),
        withdraws=[each for each in proposal.objections if each.is_mine and each.is_open],
    )


ROUTES = [open_round, answer_page, answer, enter, decide, end_round, be_away, be_back, argue]
