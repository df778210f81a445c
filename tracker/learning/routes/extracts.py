"""Stories that the team released: reading them, releasing one of a case, taking one back."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.forms.filters import page_in
from tracker.cases.queries.seen import Case
from tracker.learning.actions import extracts as actions
from tracker.learning.forms.evidence import ReleaseStory, WithdrawStory
from tracker.learning.forms.recognising import warn, warn_of_cases
from tracker.learning.queries import patterns
from tracker.learning.queries.extracts import Story, stories, story_of, telling_words_of
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/verhalen"
ONE = f"{LIST}/{{extract_id:int}}"
OF_CASE = "/p/{partnership:str}/casussen/{code:str}/verhaal"
READ = {"need": Need.LEARNING, "reads": "told"}
RELEASE = {"need": Need.CASES, "reads": "case"}


@get(LIST, name="extracts.list", opt=READ)
async def list_stories(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    shown = await stories(viewer, page_in(request.query_params))
    if any(story.code for story in shown.rows):
        reading_list(request)
    return page(
        request,
        "learning/extracts/list.html",
        stories=shown,
        may_release=may(viewer.role, Need.EXTRACTS_RELEASE),
    )


@get(OF_CASE, name="extracts.new", opt=RELEASE)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, ReleaseStory)
    return await _new_page(request, viewer, case, form)


@post(OF_CASE, name="extracts.release", opt=RELEASE)
async def release(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, ReleaseStory)
    warn(form, await telling_words_of(viewer, case), "title", "story")
    with form.refusing():
        if data := form.data:
            told = actions.Telling(data.title, data.story, data.pattern)
            made = await actions.release_story(viewer, case.code, data.key, told)
            await drop_draft(viewer.person_id, request.url.path)
            there = url(request, "extracts.show", extract_id=made)
            return changed(request, back_to=there, message="vrijgegeven")
    return await _new_page(request, viewer, case, form)


@get(ONE, name="extracts.show", opt=READ)
async def show(request: AnyRequest, extract_id: FromPath[int]) -> Template:
    viewer, story = await _seen(request, extract_id)
    return _show_page(request, viewer, story, blank(WithdrawStory, prefix="weg"))


@post(f"{ONE}/intrekken", name="extracts.withdraw", opt={"need": Need.EXTRACTS_RELEASE, "reads": "told"})
async def withdraw(request: AnyRequest, extract_id: FromPath[int]) -> Response[Any]:
    viewer, story = await _seen(request, extract_id)
    form = await posted(request, WithdrawStory, prefix="weg")
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await actions.withdraw_story(viewer, extract_id, form.data.reason)
            return changed(request, back_to=url(request, "extracts.show"), message="ingetrokken")
    return _show_page(request, viewer, story, form)


async def _seen(request: AnyRequest, extract_id: int) -> tuple[Viewer, Story]:
    viewer = viewer_of(request)
    story = await story_of(viewer, extract_id)
    if story.code:
        reading_list(request)
    return viewer, story


async def _new_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any]) -> Template:
    choice = await patterns.to_choose(viewer)
    return page(request, "learning/extracts/new.html", form=form, case=case, patterns=choice)


def _show_page(request: AnyRequest, viewer: Viewer, story: Story, form: Posted[Any]) -> Template:
    return page(
        request,
        "learning/extracts/show.html",
        form=form,
        story=story,
        may_withdraw=may(viewer.role, Need.EXTRACTS_RELEASE) and not story.withdrawn_on,
    )


ROUTES = [list_stories, new, release, show, withdraw]
