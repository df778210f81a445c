"""A proposal on the wall: one thing per screen, walked through by keyboard, remote or links (B14)."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.board.queries.proposals.around import reactions_to
from tracker.board.queries.proposals.one import Proposal, proposal_for
from tracker.board.routes.proposals.places import ONE, READ, proposal_page
from tracker.board.rules.differences import differences
from tracker.board.rules.wall import SCREEN_NAMES, SCREENS, Screen, first_step
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.rules.versions import version_of
from tracker.pictures.circle import Chair, circle
from tracker.problems import NotFound
from tracker.web.htmx import is_htmx
from tracker.web.pages import url

AnyRequest = Request[Any, Any, Any]
WALL = f"{ONE}/projectie"
# What stands under the heading of a screen; the driver is a heading alone.
PARTS = {
    Screen.TEXT: "board/projection/_text.html",
    Screen.QUESTIONS: "board/projection/_questions.html",
    Screen.OPINIONS: "board/projection/_opinions.html",
    Screen.ROUND: "board/projection/_round.html",
    Screen.OBJECTIONS: "board/projection/_objections.html",
    Screen.AMENDMENT: "board/projection/_amendment.html",
    Screen.OUTCOME: "board/projection/_outcome.html",
}


@get(WALL, name="proposals.project", opt=READ)
async def project(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    proposal = await proposal_for(viewer_of(request), proposal_id)
    step = first_step(proposal.stage)
    return Redirect(url(request, "proposals.projection", step=step), status_code=303)


@get(f"{WALL}/{{step:int}}", name="proposals.projection", opt=READ)
async def projection(request: AnyRequest, proposal_id: FromPath[int], step: FromPath[int]) -> Template:
    """The screen with this number; `?zwart=1` makes the wall black without losing the place."""
    viewer = viewer_of(request)
    proposal = await proposal_for(viewer, proposal_id)
    return await _screen(request, viewer, proposal, step, "board/projection/wall.html")


@get(f"{WALL}/{{step:int}}/nu", name="proposals.projection_now", opt=READ)
async def now(request: AnyRequest, proposal_id: FromPath[int], step: FromPath[int]) -> Response[Any]:
    """What stands on the screen, asked again every five seconds; nothing while nothing changed."""
    viewer = viewer_of(request)
    if not is_htmx(request):
        return Redirect(url(request, "proposals.projection"), status_code=303)
    proposal = await proposal_for(viewer, proposal_id)
    if request.query_params.get("gezien") == await _mark(proposal):
        return Response(None, status_code=204)
    return await _screen(request, viewer, proposal, step, "board/projection/_now.html")


async def _screen(
    request: AnyRequest, viewer: Viewer, proposal: Proposal, step: int, template: str
) -> Template:
    if not 1 <= step <= len(SCREENS):
        raise NotFound
    before, asked = proposal.before, proposal.latest
    seats = [seat for seat in asked.seats if seat.counts] if asked else []
    chairs = [Chair(seat.name, seat.spoke) for seat in seats]
    # The wall is read by all: not even one's own objection stands there before its time.
    told = {each.number for each in proposal.rounds if each.is_told}
    return proposal_page(
        request,
        template,
        viewer,
        proposal,
        step=step,
        last=len(SCREENS),
        screen=SCREENS[step - 1],
        names=SCREEN_NAMES,
        part=PARTS.get(SCREENS[step - 1]),
        black=request.query_params.get("zwart") == "1",
        mark=await _mark(proposal),
        changed=differences(before.text, proposal.now.text) if before else (),
        reactions=await reactions_to(proposal.id),
        chairs=chairs,
        picture=circle(chairs, f"ronde {asked.number}") if asked else "",
        objections=[each for each in proposal.objections if each.round in told and each.is_open],
    )


async def _mark(proposal: Proposal) -> str:
    """Differs as soon as anything on the wall does."""
    said = [(each.id, bool(each.reply)) for each in await reactions_to(proposal.id)]
    return version_of(
        proposal.mark,
        proposal.stage,
        proposal.facilitator,
        said,
        [(each.number, each.state, [(s.spoke, s.counts) for s in each.seats]) for each in proposal.rounds],
        [
            (each.id, each.is_open, each.verdict, each.confirmed_by, each.argument)
            for each in proposal.objections
        ],
    )


ROUTES = [project, projection, now]
