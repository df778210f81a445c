"""How long cases run, and what in it is different from what it always is."""

from litestar import Response, get
from litestar.response import Template

from tracker.learning.figures.lead_time import LeadTime, Names, in_order_of, lead_time_of, shown_of
from tracker.learning.figures.process import Chart
from tracker.learning.queries.dashboards.hits import Looking
from tracker.learning.queries.dashboards.lead_time import (
    ended,
    names_of,
    running,
    running_longer_than,
    time_spent,
)
from tracker.learning.queries.dashboards.limits import resets_of
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, dashboard, json_of, looked, starts_of
from tracker.learning.rules.behaviour import FEWEST_FOR_SIGNALS
from tracker.learning.rules.kinds import Chart as Limited
from tracker.learning.rules.small_counts import CaseCount
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.pages import url

PATH = "/p/{partnership:str}/patronen/doorlooptijd"
LONGEST = 12


@get(PATH, name="patterns.lead_time", opt=OPT)
async def lead_time(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    if not viewer.works_on_cases:
        return await _in_order(request, viewer, looking)
    times, names = await _lead_time(request, viewer, looking)
    rows = times.rows(names, await time_spent(times.shown))
    longest = sorted(rows, key=lambda row: -row.ran.days)
    everyone = bool(request.query_params.get("alle"))
    return await dashboard(
        request,
        "lead_time.html",
        viewer,
        looking,
        times=times,
        rows=rows,
        count=times.count,
        beyond=await _beyond(viewer, looking, times, names),
        longest=longest if everyone else longest[:LONGEST],
        everyone=everyone,
        figure=url(request, "patterns.lead_time.figure"),
    )


@get(f"{PATH}/figuur.json", name="patterns.lead_time.figure", opt=OPT)
async def figure(request: AnyRequest) -> Response[str]:
    viewer, looking = looked(request)
    if viewer.works_on_cases:
        times, _ = await _lead_time(request, viewer, looking)
        chart = times.chart if times.drawn else None
    else:
        chart = await _chart_in_order(viewer)
    if chart is None:
        raise NotFound
    return json_of(chart.figure())


async def _in_order(request: AnyRequest, viewer: Viewer, looking: Looking) -> Template:
    """For who opens no case: every ended case by its place alone, whatever period the address asks."""
    return await dashboard(
        request,
        "lead_time_in_order.html",
        viewer,
        looking,
        chart=await _chart_in_order(viewer),
        fewest=FEWEST_FOR_SIGNALS,
        figure=url(request, "patterns.lead_time.figure"),
    )


async def _chart_in_order(viewer: Viewer) -> Chart | None:
    done = await ended(viewer, None)
    if len(done) < FEWEST_FOR_SIGNALS:
        return None
    return in_order_of(done, await resets_of(viewer, Limited.LEAD_TIME))


async def _beyond(viewer: Viewer, looking: Looking, times: LeadTime, names: Names) -> CaseCount:
    """The running cases that have run longer than the upper limit."""
    limits = times.chart.behaviour.limits
    if limits is None:
        return CaseCount(0)
    cases = await running_longer_than(viewer, limits.upper, looking.kind)
    codes = [names[ran.id][0] for ran in times.longest if ran.days > limits.upper and ran.id in names]
    return CaseCount(cases, tuple(codes))


async def _lead_time(
    request: AnyRequest, viewer: Viewer, looking: Looking
) -> tuple[LeadTime, dict[int, tuple[str, str]]]:
    done, still = await ended(viewer, looking.kind), await running(viewer, looking.kind)
    resets = await resets_of(viewer, Limited.LEAD_TIME)
    shown = shown_of(done, looking.period)
    names = await names_of(viewer, [ran.id for ran in (*shown, *still.longest)])
    cases = url(request, "cases.list")
    drawn = lead_time_of(
        done,
        still,
        looking.period,
        resets,
        names=names,
        link=lambda code: f"{cases}/{code}",
        starts=await starts_of(viewer),
    )
    return drawn, names


ROUTES = [lead_time, figure]
