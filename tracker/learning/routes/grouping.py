"""The grouping board: words that stand in no pattern yet, and the proposals of an imported workbook (L5)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.queries.pages import Shown
from tracker.learning.actions import grouping as actions
from tracker.learning.actions import patterns as pattern_actions
from tracker.learning.actions import proposed_groupings as proposing
from tracker.learning.forms import patterns as forms
from tracker.learning.forms.asked import KINDS, Board, board_in
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import proposed_groupings as proposals
from tracker.learning.queries import words as queries
from tracker.learning.queries.patterns import to_choose
from tracker.learning.routes.within import EDIT, learning_page
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.rules.patterns import ONE_OFF_NAME, says_one_off
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, own_path, url

AnyRequest = Request[Any, Any, Any]
BOARD = "/p/{partnership:str}/patronen/groeperen"
PROPOSAL = f"{BOARD}/voorstel/{{proposal_id:int}}"


@get(BOARD, name="patterns.group", opt=EDIT)
async def board(request: AnyRequest) -> Template:
    return await _board_page(request, blank(forms.Group))


@post(BOARD, name="patterns.group.keep", opt=EDIT)
async def group(request: AnyRequest) -> Response[Any]:
    viewer, wanted = viewer_of(request), board_in(request.query_params)
    form = await posted(request, forms.Group)
    await warn_of_cases(viewer, form, "name")
    with form.refusing():
        if data := form.data:
            if data.pattern and not data.name:
                await actions.group_words(viewer, data.pattern, data.words)
            else:
                new = pattern_actions.NewPattern(wanted.kind, data.name, words=tuple(data.words))
                await pattern_actions.make_grouped(viewer, data.key, new)
            return _grouped(request, wanted)
    return await _board_page(request, form)


@post(f"{BOARD}/volg", name="patterns.group.follow", opt=EDIT)
async def follow(request: AnyRequest) -> Response[Any]:
    viewer, wanted = viewer_of(request), board_in(request.query_params)
    form = await posted(request, forms.Follow)
    with form.refusing():
        if form.data and (pair := form.data.pair):
            word, pattern = pair
            await actions.group_words(viewer, pattern, [word])
            back_to = own_path(form.data.back, url(request, "patterns.group") + wanted.address())
            return changed(request, back_to=back_to, message="ingedeeld")
    shown = blank(forms.Group)
    shown.refuse(form.error("") or "Kies een van de voorstellen.")
    return await _board_page(request, shown)


@get(PROPOSAL, name="patterns.proposal", opt=EDIT)
async def proposal(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    name = await proposals.proposed_name(viewer, proposal_id)
    words = await proposals.words_proposed(viewer, name)
    ticked = [word.id for word in words.rows]
    return await _proposal_page(
        request,
        blank(forms.Confirm, name=ONE_OFF_NAME if says_one_off(name) else name, words=ticked),
        name,
        words,
    )


@post(PROPOSAL, name="patterns.proposal.settle", opt=EDIT)
async def settle(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    name = await proposals.proposed_name(viewer, proposal_id)
    form = await posted(request, forms.Confirm)
    with form.refusing():
        if data := form.data:
            chosen = None if data.what in ("all", "none") else data.words
            if data.what in ("none", "not_these"):
                await proposing.set_aside(viewer, proposal_id, chosen)
            else:
                await proposing.confirm_proposals(viewer, data.key, proposal_id, data.name, chosen)
            return changed(request, back_to=url(request, "patterns.group"), message="ingedeeld")
    return await _proposal_page(request, form, name, await proposals.words_proposed(viewer, name))


def _grouped(request: AnyRequest, wanted: Board) -> Response[Any]:
    back_to = url(request, "patterns.group") + wanted.address()
    return changed(request, back_to=back_to, message="ingedeeld")


async def _board_page(request: AnyRequest, form: Posted[forms.Group]) -> Template:
    viewer, wanted = viewer_of(request), board_in(request.query_params)
    words = await _words(viewer, wanted)
    failures = wanted.kind is PatternKind.FAILURE_DEMAND
    return learning_page(
        request,
        "learning/grouping/board.html",
        form,
        wanted=wanted,
        words=words,
        patterns=await to_choose(viewer, wanted.kind),
        alike=await queries.suggestions_for(
            viewer, wanted.kind, {word.id: word.words for word in words.rows}
        ),
        proposals=await proposals.proposals(viewer) if failures else [],
        addresses=KINDS,
    )


async def _words(viewer: Viewer, wanted: Board) -> Shown[queries.Word]:
    if wanted.like is not None:
        return await queries.ungrouped_like(viewer, wanted.kind, wanted.like)
    if wanted.question:
        return await queries.ungrouped_found(viewer, wanted.kind, wanted.question, wanted.page)
    return await queries.ungrouped(viewer, wanted.kind, wanted.page)


async def _proposal_page(
    request: AnyRequest, form: Posted[forms.Confirm], name: str, words: Shown[queries.Word]
) -> Template:
    return learning_page(
        request,
        "learning/grouping/proposal.html",
        form,
        proposed=name,
        words=words,
        kind="failure_demand",
        one_off=says_one_off(name),
    )


ROUTES = [board, group, follow, proposal, settle]
