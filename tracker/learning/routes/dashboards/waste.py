"""Value and waste side by side, per value step."""

from litestar import get
from litestar.response import Template

from tracker.cases.rules.kinds import WASTE_KIND_NAMES, Verdict, WasteKind
from tracker.learning.figures.heat import ValueAndWaste, heat_of, tint
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.counting import Key, counted
from tracker.learning.queries.dashboards.hits import Looking
from tracker.learning.queries.dashboards.names import pattern_names, step_names
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, dashboard, looked
from tracker.partnership.rules.roles import Viewer

NO_STEP = 0
WHOLE = {Verdict.WASTE: "verspilling samen", Verdict.VALUE: "waarde samen"}


@get("/p/{partnership:str}/patronen/verspilling", name="patterns.waste", opt=OPT)
async def waste(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    heat = await heat_for(viewer, looking)
    return await dashboard(request, "waste.html", viewer, looking, heat=heat, tint=tint)


async def heat_for(viewer: Viewer, looking: Looking) -> ValueAndWaste:
    """The assessments of the period, by kind and by value step."""
    kinds = await counted(viewer, hits.assessments(viewer, looking))
    whole = await counted(viewer, hits.verdicts(viewer, looking))
    patterns, steps = await pattern_names(viewer), await step_names(viewer)
    used = set(whole.columns)
    columns: dict[Key, str] = {step: name for step, name in steps.items() if step in used}
    if NO_STEP in used:
        columns[NO_STEP] = "nog geen stap"

    def name(row: Key) -> str:
        verdict, _, kind = str(row).partition("-")
        if kind.startswith("p") and kind[1:].isdigit():
            return patterns[int(kind[1:])].name
        if verdict == Verdict.VALUE:
            return "waarde, nog zonder patroon"
        return WASTE_KIND_NAMES[WasteKind(kind)] if kind else "nog geen soort"

    return ValueAndWaste(
        heat_of(kinds, columns, name, lambda row: str(row).partition("-")[0]),
        heat_of(whole, columns, lambda row: WHOLE[Verdict(str(row))]),
    )


ROUTES = [waste]
