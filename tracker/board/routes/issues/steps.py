"""The page of an issue and the steps on it: take up, bring in, feed back, note, solve, raise again."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions import issues as actions
from tracker.board.forms import issues as forms
from tracker.board.queries.issues import issue_for
from tracker.board.routes.issues.place import ONE, RAISE, READ, TAKE_UP, AnyRequest, issue_page
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.web.forms import Form, Posted, posted
from tracker.web.pages import changed, url


@get(ONE, name="issues.show", opt=READ)
async def show(request: AnyRequest, issue_id: FromPath[int]) -> Template:
    return await issue_page(request, issue_id)


@post(f"{ONE}/opname", name="issues.take_up", opt=TAKE_UP)
async def take_up(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await _sent(request, issue_id, forms.Say, "op")
    with form.refusing():
        if data := form.data:
            await actions.take_up(viewer_of(request), issue_id, data.key, data.text)
            return kept(request, "bewaard")
    return await issue_page(request, issue_id, form)


@post(f"{ONE}/organisatie", name="issues.escalate", opt=TAKE_UP)
async def escalate(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await _sent(request, issue_id, forms.BringIn, "breng")
    with form.refusing():
        if data := form.data:
            await actions.escalate(viewer_of(request), issue_id, data.key, data.organisation, data.text)
            return kept(request, "bewaard")
    return await issue_page(request, issue_id, form)


@post(f"{ONE}/terugkoppeling", name="issues.feed_back", opt=TAKE_UP)
async def feed_back(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await _sent(request, issue_id, forms.FeedBack, "terug")
    with form.refusing():
        if data := form.data:
            await actions.feed_back(viewer, issue_id, data.key, forms.feedback(data))
            await drop_draft(viewer.person_id, url(request, "issues.show"))
            return kept(request, "teruggekoppeld")
    return await issue_page(request, issue_id, form)


@post(f"{ONE}/nota", name="issues.note", opt=RAISE)
async def note(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await _sent(request, issue_id, forms.Remember, "nota")
    with form.refusing():
        if data := form.data:
            await actions.note(viewer_of(request), issue_id, data.key, data.text)
            return kept(request, "bewaard")
    return await issue_page(request, issue_id, form)


@post(f"{ONE}/opnieuw", name="issues.raise_again", opt=RAISE)
async def raise_again(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await _sent(request, issue_id, forms.Reason, "weer")
    with form.refusing():
        if data := form.data:
            await actions.raise_again(viewer_of(request), issue_id, data.key, data.text)
            return kept(request, "voorgelegd")
    return await issue_page(request, issue_id, form)


@post(f"{ONE}/niet-meer-nodig", name="issues.withdraw", opt=RAISE)
async def withdraw(request: AnyRequest, issue_id: FromPath[int]) -> Response[Any]:
    form = await _sent(request, issue_id, forms.Reason, "klaar")
    with form.refusing():
        if data := form.data:
            await actions.withdraw(viewer_of(request), issue_id, data.key, data.text)
            return kept(request, "bewaard")
    return await issue_page(request, issue_id, form)


def kept(request: AnyRequest, message: str) -> Response[Any]:
    """Back to the page of the issue."""
    return changed(request, back_to=url(request, "issues.show"), message=message)


async def _sent(request: AnyRequest, issue_id: int, model: type[Form], prefix: str) -> Posted[Any]:
    """What was sent about an issue that the viewer may read, held back while it names a case."""
    viewer = viewer_of(request)
    await issue_for(viewer, issue_id)
    form: Posted[Any] = await posted(request, model, prefix=prefix)
    await warn_of_cases(viewer, form, "text")
    return form


ROUTES = [show, take_up, escalate, feed_back, note, raise_again, withdraw]
