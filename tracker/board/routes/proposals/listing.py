"""The proposals of a partnership: what waits for me, what is under way, what was agreed (B2, B8)."""

from typing import Any

from litestar import Request, get
from litestar.response import Template

from tracker.board.queries.proposals.listing import proposals_of
from tracker.board.routes.proposals.places import LIST, READ
from tracker.board.rules import kinds
from tracker.board.rules.circles import circles_to_propose_in
from tracker.partnership.access import viewer_of
from tracker.web.pages import page


@get(LIST, name="proposals.list", opt=READ)
async def list_proposals(request: Request[Any, Any, Any]) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "board/proposals/list.html",
        proposals=await proposals_of(viewer),
        kinds=kinds,
        circles=circles_to_propose_in(viewer.role),
    )


ROUTES = [list_proposals]
