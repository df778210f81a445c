"""Letting the limits of a chart begin anew, with the reason that stays."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions.limits import reset_limits
from tracker.learning.forms.limits import CHARTS_IN_ADDRESS, ResetLimits, chart_in
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries.dashboards.limits import resets_of
from tracker.learning.rules.kinds import Chart
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/patronen/grenzen/{chart:str}"
OPT = {"need": Need.LEARNING_EDIT}
PAGES = {Chart.LEAD_TIME: "patterns.lead_time", Chart.FAILURE_DEMANDS: "patterns.failure_demands"}


@get(PATH, name="patterns.limits.new", opt=OPT)
async def new(request: AnyRequest, chart: FromPath[str]) -> Template:
    form = await begun(viewer_of(request), request.url.path, ResetLimits)
    return await _page(request, _chart(chart), form)


@post(PATH, name="patterns.limits.create", opt=OPT)
async def create(request: AnyRequest, chart: FromPath[str]) -> Response[Any]:
    viewer, asked = viewer_of(request), _chart(chart)
    form = await posted(request, ResetLimits)
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await reset_limits(viewer, asked, form.data.key, form.data.from_on, form.data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, PAGES[asked]), message="bewaard")
    return await _page(request, asked, form)


async def _page(request: AnyRequest, chart: Chart, form: Posted[ResetLimits]) -> Template:
    return page(
        request,
        "learning/dashboards/limits.html",
        form=form,
        name=CHARTS_IN_ADDRESS[chart],
        back=url(request, PAGES[chart]),
        resets=await resets_of(viewer_of(request), chart),
    )


def _chart(name: str) -> Chart:
    chart = chart_in(name)
    if chart is None:
        raise NotFound
    return chart


ROUTES = [new, create]
