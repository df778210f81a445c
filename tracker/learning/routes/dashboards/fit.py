"""Too little, fitting or too much, per type of value demand."""

from litestar import get
from litestar.response import Template

from tracker.cases.rules.kinds import FIT_NAMES
from tracker.learning.figures.heat import heat_of, tint
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.counting import Key, counted
from tracker.learning.queries.dashboards.names import pattern_names
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, dashboard, looked


@get("/p/{partnership:str}/patronen/te-weinig-te-veel", name="patterns.fit", opt=OPT)
async def fit(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    found = await counted(viewer, hits.fits(viewer, looking))
    patterns = await pattern_names(viewer)

    def name(row: Key) -> str:
        kind, said = str(row)[:1], str(row)[1:]
        return patterns[int(said)].name if kind == "p" else said or "nog geen soort"

    columns: dict[Key, str] = {fit.value: name for fit, name in FIT_NAMES.items()}
    return await dashboard(
        request,
        "fit.html",
        viewer,
        looking,
        table=heat_of(found, columns, name),
        found=found,
        tint=tint,
    )


ROUTES = [fit]
