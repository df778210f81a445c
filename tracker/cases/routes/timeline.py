"""Everything on a case in order of time, by sort."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.forms.filters import page_in
from tracker.cases.queries.timeline import SIZE, SORT_NAMES, Sort, timeline_of
from tracker.cases.rules import kinds
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import page, url

AnyRequest = Request[Any, Any, Any]


@get(
    "/p/{partnership:str}/casussen/{code:str}/tijdlijn",
    name="cases.timeline",
    opt={"need": Need.CASES, "reads": "case"},
)
async def timeline(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    asked = request.query_params.getall("soort", [])
    sorts = [sort for sort, name in SORT_NAMES.items() if name in asked]
    return page(
        request,
        "cases/timeline.html",
        crumbs=[("Casussen", url(request, "cases.list")), (case.name, url(request, "cases.show"))],
        case=case,
        timeline=await timeline_of(viewer, case, sorts, page=page_in(request.query_params)),
        sorts=sorts,
        sort_names=SORT_NAMES,
        address=partial(_address, sorts),
        size=SIZE,
        kinds=kinds,
    )


def _address(sorts: list[Sort], *, also: Sort | None = None, page: int = 1) -> str:
    """The query string for these sorts, with one more (or, when it is asked already, without it)."""
    asked = [sort for sort in Sort if (sort in sorts) != (sort is also)]
    pairs = [("soort", SORT_NAMES[sort]) for sort in asked]
    told = urlencode(pairs + ([("bladzijde", str(page))] if page > 1 else []))
    return f"?{told}" if told else ""


ROUTES = [timeline]
