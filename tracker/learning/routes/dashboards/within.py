"""What every dashboard shares: who looks at which period, and the links to what is behind a figure."""

from functools import partial
from typing import Any

from litestar import Request, Response
from litestar.enums import MediaType
from litestar.response import Template

from tracker.cases.rules.kinds import CASE_KIND_NAMES
from tracker.learning.figures.process import Start
from tracker.learning.forms.looking import as_query, in_words, looking_in
from tracker.learning.queries.dashboards.counting import Key
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.queries.dashboards.names import began_on
from tracker.learning.queries.initiatives import started_in
from tracker.learning.rules.periods import Period, in_quarters, last_months, last_quarters, year
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.web.pages import page, url

AnyRequest = Request[Any, Any, Any]
OPT = {"need": Need.LEARNING, "reads": "told"}


def looked(request: AnyRequest) -> tuple[Viewer, Looking]:
    """Who looks, and at what; noted as a read for whoever sees cases by it."""
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return viewer, looking_in(request.query_params, viewer.today, opens_cases=viewer.works_on_cases)


async def dashboard(
    request: AnyRequest, template: str, viewer: Viewer, looking: Looking, **context: Any
) -> Template:
    """A dashboard with its period above it."""
    return page(
        request,
        f"learning/dashboards/{template}",
        looking=looking,
        period_words=in_words(looking.period, viewer.today),
        periods=periods(viewer, await began_on(viewer)),
        address=partial(as_query, looking, viewer.today),
        behind=partial(behind, request, viewer, looking),
        here=request.url.path,
        kind_names=CASE_KIND_NAMES,
        what=What,
        may_ask=may(viewer.role, Need.SESSIONS_FACILITATE),
        may_group=may(viewer.role, Need.LEARNING_EDIT),
        **context,
    )


async def starts_of(viewer: Viewer, pattern: Key | None = None) -> list[Start]:
    """Where initiatives started, as marks; of one pattern when its row is given, none for words in none."""
    if pattern is not None and not isinstance(pattern, int):
        return []
    lines = await started_in(viewer, pattern)
    return [Start(line.started_on, f"{line.code} {line.name}", line.id) for line in lines if line.started_on]


def periods(viewer: Viewer, began: Any) -> dict[str, Period]:
    """The periods to choose from, by what a chip calls them."""
    today = viewer.today
    found = {str(today.year): year(today.year, today)}
    if viewer.works_on_cases:
        found = {"Laatste 12 maanden": last_months(today), **found}
    else:
        found = {"Laatste vier kwartalen": last_quarters(today), **found}
    if began.year < today.year:
        found[str(today.year - 1)] = year(today.year - 1, today)
    start = Period(began, today)
    found["Sinds de start"] = start if viewer.works_on_cases else in_quarters(start, today)
    return found


def behind(
    request: AnyRequest,
    viewer: Viewer,
    looking: Looking,
    what: What,
    row: Key | None = None,
    column: Key | None = None,
) -> str:
    """The address of what is behind a cell, a bar or a point."""
    asked: dict[str, Any] = {"wat": what.value}
    asked |= {name: key for name, key in (("rij", row), ("kolom", column)) if key is not None}
    return url(request, "patterns.behind") + as_query(looking, viewer.today, **asked)


def json_of(figure: str) -> Response[str]:
    return Response(figure.encode(), media_type=MediaType.JSON)  # type: ignore[arg-type]
