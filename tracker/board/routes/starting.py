"""Starting an initiative from its own page (L10)."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import FromPath

from tracker.board.actions import starting
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import changed, url

START = "/p/{partnership:str}/verbeteren/{initiative_id:int}/start"


@post(START, name="initiatives.start", opt={"need": Need.INITIATIVES_EDIT})
async def start(request: Request[Any, Any, Any], initiative_id: FromPath[int]) -> Response[Any]:
    await starting.start(viewer_of(request), initiative_id)
    return changed(request, back_to=url(request, "initiatives.show"), message="gestart")


ROUTES = [start]
