"""The read log and the trail of the partnership, for its coordination."""

from typing import Any

from litestar import Request, Response, get

from tracker.partnership.access import viewer_of
from tracker.partnership.queries import records as queries
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]


@get("/p/{partnership:str}/leesboek", name="records.reads", opt={"need": Need.TRAIL})
async def reads(request: AnyRequest) -> Response[Any]:
    number = _page_number(request)
    lines, total = await queries.reads(viewer_of(request), number)
    return _page(request, "reads", lines, total, number)


@get("/p/{partnership:str}/spoor", name="records.acts", opt={"need": Need.TRAIL})
async def acts(request: AnyRequest) -> Response[Any]:
    number = _page_number(request)
    lines, total = await queries.acts(viewer_of(request), number)
    return _page(request, "acts", lines, total, number)


def _page_number(request: AnyRequest) -> int:
    asked = request.query_params.get("bladzijde", "1")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _page(
    request: AnyRequest, which: str, lines: list[queries.Line], total: int, number: int
) -> Response[Any]:
    return page(
        request,
        "partnership/records.html",
        which=which,
        lines=lines,
        total=total,
        number=number,
        per_page=queries.PER_PAGE,
    )


ROUTES = [reads, acts]
