"""The list of cases, with its search and filters in the address."""

from functools import partial
from typing import Any

from litestar import Request, get
from litestar.response import Template

from tracker.cases.forms.filters import STAGES, as_query, page_in, wanted_in
from tracker.cases.queries.listing import SIZE, Wanted, cases_for, choices_for
from tracker.cases.rules.kinds import CASE_KIND_NAMES, CASE_STATE_NAMES
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.pictures.spark import spark
from tracker.web.pages import page, url

AnyRequest = Request[Any, Any, Any]


@get("/p/{partnership:str}/casussen", name="cases.list", opt={"need": Need.CASES, "reads": "list"})
async def list_cases(request: AnyRequest) -> Template:
    viewer, wanted = viewer_of(request), wanted_in(request.query_params)
    choices = await choices_for(viewer)
    listing = await cases_for(viewer, wanted, choices, page=page_in(request.query_params))
    shown = page(
        request,
        "cases/list.html",
        listing=listing,
        wanted=wanted,
        narrowed=wanted != Wanted(),
        choices=choices,
        address=partial(as_query, wanted),
        kind_names=CASE_KIND_NAMES,
        state_names=CASE_STATE_NAMES,
        stages=STAGES,
        size=SIZE,
        may_use_workbooks=may(viewer.role, Need.WORKBOOK),
        spark=spark,
    )
    # While someone types, the address shows what is asked and none of the empty fields.
    shown.set_header("HX-Replace-Url", url(request, "cases.list") + as_query(wanted, page=listing.page))
    return shown


ROUTES = [list_cases]
