"""Laying an issue before the board, from scratch or from a pattern or system condition."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Template

from tracker.board.actions import issues as actions
from tracker.board.forms import issues as forms
from tracker.board.queries.issues.board import readers_to_choose
from tracker.board.routes.issues.place import BASE, RAISE, AnyRequest
from tracker.board.rules.issues import circle_of
from tracker.board.rules.kinds import ISSUE_KIND_NAMES, Circle
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries.conditions import condition_for, conditions_to_choose
from tracker.learning.queries.extracts import stories
from tracker.learning.queries.patterns import pattern_for, to_choose
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url


@get(f"{BASE}/nieuw", name="issues.new", opt=RAISE)
async def new(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, forms.Raise, **await _begins_with(request, viewer))
    return await _form_page(request, viewer, form)


@post(f"{BASE}/nieuw", name="issues.create", opt=RAISE)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Raise)
    await warn_of_cases(viewer, form, "title", "situation", "why_not_team", "tried")
    with form.refusing():
        if data := form.data:
            made = await actions.raise_issue(viewer, data.key, forms.new_issue(data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "issues.show", issue_id=made), message="voorgelegd")
    return await _form_page(request, viewer, form)


async def _begins_with(request: AnyRequest, viewer: Viewer) -> dict[str, Any]:
    """What is known already of an issue about a pattern or a system condition. Raises NotFound."""
    if pattern_id := forms.id_in(request.query_params.get("patroon")):
        pattern = await pattern_for(viewer, pattern_id)
        return {"pattern": pattern.id, "situation": pattern.meaning}
    if condition_id := forms.id_in(request.query_params.get("conditie")):
        condition = await condition_for(viewer, condition_id)
        said = "\n\n".join(filter(None, [condition.meaning, condition.asked]))
        return {"condition": condition.id, "title": condition.name, "situation": said}
    return {}


async def _form_page(request: AnyRequest, viewer: Viewer, form: Posted[forms.Raise]) -> Template:
    released = await stories(viewer)
    return page(
        request,
        "board/issues/new.html",
        form=form,
        kinds=ISSUE_KIND_NAMES,
        for_team=circle_of(viewer.role) is Circle.TEAM,
        mandate=(await own_words(viewer, WordingKind.TEAM_MANDATE)).text(WordingKind.TEAM_MANDATE),
        patterns=await to_choose(viewer),
        conditions=await conditions_to_choose(viewer),
        stories={each.id: each.title for each in released.rows if each.withdrawn_on is None},
        readers=await readers_to_choose(viewer),
    )


ROUTES = [new, create]
