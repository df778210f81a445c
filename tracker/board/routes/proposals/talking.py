"""Moving a proposal, reacting to it, testing objections, withdrawing and sending back (B2, B5)."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import FromPath

from tracker.board.actions.proposals import objections, stages
from tracker.board.forms import proposals as forms
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.routes.proposals.places import ANSWER, FACILITATE, ONE, PROPOSE
from tracker.board.routes.proposals.show import whole_page
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.web.forms import posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
OBJECTION = f"{ONE}/bezwaren/{{objection_id:int}}"


@post(f"{ONE}/stap", name="proposals.move", opt=FACILITATE)
async def move(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Move)
    with form.refusing():
        if form.data:
            await stages.move(viewer, proposal_id, form.data.to)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "move")


@post(f"{ONE}/intrekken", name="proposals.withdraw", opt=PROPOSE)
async def withdraw(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Reason, prefix="intrekken")
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await stages.withdraw_proposal(viewer, proposal_id, form.data.reason)
            return changed(request, back_to=url(request, "proposals.show"), message="ingetrokken")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "withdraw")


@post(f"{ONE}/terugsturen", name="proposals.send_back", opt=FACILITATE)
async def send_back(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Reason, prefix="terug")
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await stages.send_back(viewer, proposal_id, form.data.reason)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "send_back")


@post(f"{ONE}/reacties", name="proposals.react", opt=FACILITATE)
async def react(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.React, prefix="reactie")
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await stages.react(viewer, proposal_id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "proposals.show"), message="toegevoegd")
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id), form, "react")


@post(f"{ONE}/reacties/{{reaction_id:int}}", name="proposals.reply", opt=FACILITATE)
async def reply(request: AnyRequest, proposal_id: FromPath[int], reaction_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Reply, prefix="antwoord")
    await warn_of_cases(viewer, form, "reply")
    with form.refusing():
        if form.data:
            await stages.reply(viewer, proposal_id, reaction_id, form.data.reply)
            return changed(request, back_to=url(request, "proposals.show"), message="toegevoegd")
    proposal = await proposal_for(viewer, proposal_id)
    return await whole_page(request, viewer, proposal, form, "reply", reaction_id)


@post(f"{OBJECTION}/toets", name="objections.judge", opt=ANSWER)
async def judge(
    request: AnyRequest, proposal_id: FromPath[int], objection_id: FromPath[int]
) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Judge, prefix="toets")
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if data := form.data:
            await objections.judge(viewer, proposal_id, objection_id, data.verdict, data.reason)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    proposal = await proposal_for(viewer, proposal_id)
    return await whole_page(request, viewer, proposal, form, "judge", objection_id)


@post(f"{OBJECTION}/bevestig", name="objections.confirm", opt=ANSWER)
async def confirm(
    request: AnyRequest, proposal_id: FromPath[int], objection_id: FromPath[int]
) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Confirm, prefix="bevestig")
    with form.refusing():
        if form.data:
            await objections.confirm(viewer, proposal_id, objection_id, form.data.verdict)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    proposal = await proposal_for(viewer, proposal_id)
    return await whole_page(request, viewer, proposal, form, "confirm", objection_id)


@post(f"{OBJECTION}/intrekken", name="objections.withdraw", opt=ANSWER)
async def withdraw_objection(
    request: AnyRequest, proposal_id: FromPath[int], objection_id: FromPath[int]
) -> Response[Any]:
    await objections.withdraw_objection(viewer_of(request), proposal_id, objection_id)
    return changed(request, back_to=url(request, "proposals.show"), message="ingetrokken")


@post(f"{OBJECTION}/antwoord", name="objections.answer", opt=ANSWER)
async def answer_for_circle(
    request: AnyRequest, proposal_id: FromPath[int], objection_id: FromPath[int]
) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.ForCircle, prefix="kring")
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await objections.answer_for_circle(viewer, proposal_id, objection_id, form.data.text)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    proposal = await proposal_for(viewer, proposal_id)
    return await whole_page(request, viewer, proposal, form, "for_circle", objection_id)


ROUTES = [
    move,
    withdraw,
    send_back,
    react,
    reply,
    judge,
    confirm,
    withdraw_objection,
    answer_for_circle,
]
