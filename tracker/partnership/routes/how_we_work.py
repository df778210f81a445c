"""'Zo werken wij': one page for network actors, once the coordination opens it (L1)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from tracker.partnership.access import viewer_of
from tracker.partnership.actions import how_we_work as actions
from tracker.partnership.forms.wordings import OpenPage
from tracker.partnership.queries import how_we_work as queries
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.partners import WordingKind
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
OWN = "/p/{partnership:str}/partnerschap/zo-werken-wij"


@get("/zo-werken-wij/{slug:str}", name="how_we_work.open", opt={"need": Need.ANYONE})
async def open_page(request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
    ours = await queries.open_page(slug)
    return page(request, "partnership/how_we_work.html", ours=ours, kinds=WordingKind)


@get(OWN, name="how_we_work.show", opt={"need": Need.PARTNERSHIP})
async def show(request: AnyRequest) -> Response[Any]:
    return await _own_page(request, blank(OpenPage))


@post(OWN, name="how_we_work.change", opt={"need": Need.PARTNERSHIP_EDIT})
async def change(request: AnyRequest) -> Response[Any]:
    viewer, form = viewer_of(request), await posted(request, OpenPage)
    with form.refusing():
        if form.data:
            await (actions.open_to_everyone if form.data.open else actions.close)(viewer)
            return changed(request, back_to=url(request, "how_we_work.show"), message="gewijzigd")
    return await _own_page(request, form)


async def _own_page(request: AnyRequest, form: Posted[OpenPage]) -> Response[Any]:
    viewer = viewer_of(request)
    return page(
        request,
        "partnership/how_we_work_own.html",
        form=form,
        ours=await queries.how_we_work(viewer),
        kinds=WordingKind,
        may_edit=may(viewer.role, Need.PARTNERSHIP_EDIT),
    )


ROUTES = [open_page, show, change]
