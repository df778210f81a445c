"""The first dashboard: what people had to ask us, whether it comes back, and where value and waste sit."""

from litestar import get
from litestar.response import Template

from tracker.learning.figures.heat import tint
from tracker.learning.figures.pareto import pareto_of
from tracker.learning.figures.recurrence import per_quarter, quarter_key
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.behind import one_saying
from tracker.learning.queries.dashboards.counting import counted
from tracker.learning.queries.dashboards.names import pattern_names
from tracker.learning.routes.dashboards.waste import heat_for
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, dashboard, looked
from tracker.web.forms.fields import LARGEST_ID


@get("/p/{partnership:str}/patronen", name="patterns.overview", opt=OPT)
async def overview(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    names = await pattern_names(viewer)
    demands = hits.failure_demands(viewer, looking, by=hits.QUARTER)
    found = await counted(viewer, demands)
    pareto = pareto_of(found, names, await one_saying(viewer, demands))
    asked = request.query_params.get("patroon", "")
    row = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 11 else None
    chosen = pareto.chosen(row if row is not None and row <= LARGEST_ID else None)
    label = f"{chosen.name} per kwartaal. De tabel eronder geeft elk getal." if chosen else ""
    return await dashboard(
        request,
        "overview.html",
        viewer,
        looking,
        pareto=pareto,
        found=found,
        chosen=chosen,
        quarters=per_quarter(found, chosen.row, looking.period, label=label) if chosen else None,
        quarter_key=quarter_key,
        heat=await heat_for(viewer, looking),
        tint=tint,
    )


ROUTES = [overview]
