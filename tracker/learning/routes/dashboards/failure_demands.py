"""Failure demands: by type, month by month, and which type comes back less since when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from litestar import Response, get
from litestar.response import Template

from tracker.learning.figures.heat import tint
from tracker.learning.figures.pareto import Pareto, Row, pareto_of
from tracker.learning.figures.recurrence import Change, PerMonth, change_of, per_month, quarter_key
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.behind import one_saying
from tracker.learning.queries.dashboards.counting import Counted, Key, counted, tallied
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.queries.dashboards.limits import resets_of
from tracker.learning.queries.dashboards.names import began_on, pattern_names
from tracker.learning.routes.dashboards.within import (
    OPT,
    AnyRequest,
    behind,
    dashboard,
    json_of,
    looked,
    starts_of,
)
from tracker.learning.rules.kinds import Chart
from tracker.learning.rules.periods import Period
from tracker.learning.rules.small_counts import may_total
from tracker.partnership.rules.roles import Viewer
from tracker.web.pages import url

PATH = "/p/{partnership:str}/patronen/faalvragen"


@get(PATH, name="patterns.failure_demands", opt=OPT)
async def failure_demands(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    began = await began_on(viewer)
    demands = hits.failure_demands(viewer, looking, by=hits.QUARTER)
    found, names = await counted(viewer, demands), await pattern_names(viewer)
    pareto = pareto_of(found, names, await one_saying(viewer, demands))
    chosen = _asked(request, pareto)
    return await dashboard(
        request,
        "failure_demands.html",
        viewer,
        looking,
        pareto=pareto,
        found=found,
        quarters={quarter_key(quarter): quarter for quarter in looking.period.quarters},
        changes=await _changes(viewer, looking, pareto, began),
        may_total=_may_total,
        chosen=chosen,
        monthly=await _per_month(request, viewer, looking, began, chosen),
        figure=url(request, "patterns.failure_demands.figure"),
        tint=tint,
    )


@get(f"{PATH}/figuur.json", name="patterns.failure_demands.figure", opt=OPT)
async def figure(request: AnyRequest) -> Response[str]:
    viewer, looking = looked(request)
    found = await counted(viewer, hits.failure_demands(viewer, looking, by=hits.QUARTER))
    chosen, began = _asked(request, pareto_of(found, {}, {})), await began_on(viewer)
    return json_of((await _per_month(request, viewer, looking, began, chosen)).chart.figure())


async def _per_month(
    request: AnyRequest, viewer: Viewer, looking: Looking, began: date, chosen: Row | None
) -> PerMonth:
    """The chart over all types, or of the one that is chosen."""
    demands = hits.failure_demands(viewer, _all(viewer, looking, began))
    of_chosen = hits.of_row(demands, chosen.row) if chosen else demands
    found = await counted(viewer, hits.in_one_row(of_chosen))
    link = partial(behind, request, viewer, looking, What.FAILURE_DEMANDS, chosen.row if chosen else None)
    resets = [] if chosen else await resets_of(viewer, Chart.FAILURE_DEMANDS)
    starts = await starts_of(viewer, chosen.row if chosen else None)
    return per_month(found, began, looking.period, viewer.today, resets, link, starts)


async def _changes(viewer: Viewer, looking: Looking, pareto: Pareto, began: date) -> dict[Key, Change]:
    """Since when each type comes more or less; who opens no case reads it only when no month is hidden."""
    demands = hits.failure_demands(viewer, _all(viewer, looking, began))
    rows = [row.row for row in pareto.rows]
    if viewer.works_on_cases:
        tally = await tallied(demands)
    else:
        found = await counted(viewer, demands)
        tally = {place: cell.times for place, cell in found.cells.items()}
        rows = [row for row in rows if _may_total(found, row, found.columns)]
    return {row: change_of(tally, row, began, viewer.today) for row in rows}


def _may_total(found: Counted, row: Key, columns: Iterable[Key]) -> bool:
    """Whether a type's total may stand beside its quarters."""
    return may_total(found.at(row, column).count for column in columns)


def _asked(request: AnyRequest, pareto: Pareto) -> Row | None:
    """The type that the address asks for, if it is there."""
    said = request.query_params.get("patroon")
    return next((row for row in pareto.rows if said and str(row.row) == said), None)


def _all(viewer: Viewer, looking: Looking, began: date) -> Looking:
    """From the first day to today: limits do not move with the period that is shown."""
    return replace(looking, period=Period(began, viewer.today))


ROUTES = [failure_demands, figure]
