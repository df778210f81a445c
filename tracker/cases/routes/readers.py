"""Who read a case."""

from typing import Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.queries.readers import readings_of
from tracker.cases.routes.within import case_page
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import url


@get(
    "/p/{partnership:str}/casussen/{code:str}/leesboek",
    name="cases.readers",
    opt={"need": Need.CASE_READERS, "reads": "case"},
)
async def readers(request: Request[Any, Any, Any], code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    readings = await readings_of(viewer, case, _page_number(request))
    here = url(request, "cases.readers")
    return case_page(
        request,
        "cases/reading/readers.html",
        case,
        readings=readings,
        newer=f"{here}?p={readings.number - 1}" if readings.number > 1 else None,
        older=None if readings.is_last else f"{here}?p={readings.number + 1}",
    )


def _page_number(request: Request[Any, Any, Any]) -> int:
    asked = request.query_params.get("p", "1")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


ROUTES = [readers]
