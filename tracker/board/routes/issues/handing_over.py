"""Handing an issue over: asking another board member, who accepts or not."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from tracker.board.actions import issues as actions
from tracker.board.forms import issues as forms
from tracker.board.queries.issues import issue_for
from tracker.board.routes.issues.place import ONE, TAKE_UP, AnyRequest, issue_page
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.web.forms import Form, Posted, posted
from tracker.web.pages import changed, url

HANDOVER = f"{ONE}/overdracht"


@post(HANDOVER, name="issues.offer", opt=TAKE_UP)
async def offer(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await posted(request, forms.Offer, prefix="vraag")
    with form.refusing():
        if form.data:
            await actions.offer(viewer_of(request), issue_id, form.data.to)
            return changed(request, back_to=url(request, "issues.show"), message="bewaard")
    return await issue_page(request, issue_id, form)


@post(f"{HANDOVER}/aanvaard", name="issues.take_over", opt=TAKE_UP)
async def take_over(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await issue_for(viewer, issue_id)
    form = await posted(request, forms.Say, prefix="over")
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if data := form.data:
            await actions.take_over(viewer, issue_id, data.key, data.text)
            return changed(request, back_to=url(request, "issues.show"), message="bewaard")
    return await issue_page(request, issue_id, form)


@post(f"{HANDOVER}/weiger", name="issues.decline", opt=TAKE_UP)
async def decline(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form: Posted[Any] = await posted(request, Form, prefix="weiger")
    with form.refusing():
        await actions.decline(viewer_of(request), issue_id)
        return changed(request, back_to=url(request, "issues.show"), message="bewaard")
    return await issue_page(request, issue_id, form)


ROUTES = [offer, take_over, decline]
