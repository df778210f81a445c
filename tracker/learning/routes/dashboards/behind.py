"""What is behind a cell, a bar or a point, and the way from there to a session."""

from litestar import get
from litestar.response import Template
from piccolo.querystring import QueryString

from tracker.cases.forms.filters import page_in
from tracker.learning.figures.behind import SOURCES, Source, column_name, key_in, pattern_of, row_name
from tracker.learning.forms.looking import choice_in, what_in
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.behind import SIZE, at, cases_behind, number_behind, said_behind
from tracker.learning.queries.dashboards.counting import Key
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.queries.dashboards.names import pattern_names, step_names
from tracker.learning.queries.dashboards.stories import released_about
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, dashboard, looked
from tracker.learning.rules.choosing import CHOICE_NAMES, choose
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@get("/p/{partnership:str}/patronen/achter", name="patterns.behind", opt=OPT)
async def behind(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    what = what_in(request.query_params) or What.FAILURE_DEMANDS
    source = SOURCES[what]
    try:
        row = key_in(request.query_params.get("rij"), numbered=source.numbered_rows)
        column = key_in(request.query_params.get("kolom"), numbered=source.numbered_columns)
        named = row_name(what, row, await pattern_names(viewer))
        when = column_name(what, column, await step_names(viewer))
    except (KeyError, ValueError, IndexError):
        raise NotFound from None
    select = at(_select(source, viewer, looking, column), row, column)
    page, pattern = page_in(request.query_params), pattern_of(what, row)
    said = await said_behind(viewer, select, source.record, page) if source.record else []
    cases = await cases_behind(viewer, select)
    choice = choice_in(request.query_params)
    return await dashboard(
        request,
        "behind.html",
        viewer,
        looking,
        asked=what,
        row=row,
        column=column,
        named=named,
        when=when,
        number=await number_behind(viewer, select),
        said=said[:SIZE],
        more=len(said) > SIZE,
        page=page,
        cases=cases,
        choice=choice,
        chosen={each.code for each in choose(cases, choice)},
        choices=CHOICE_NAMES,
        pattern=pattern,
        stories=await released_about(viewer, pattern) if pattern else [],
    )


def _select(source: Source, viewer: Viewer, looking: Looking, column: Key | None) -> QueryString:
    """The select of a figure; failure demands are counted by month and by quarter."""
    if source is SOURCES[What.FAILURE_DEMANDS] and "K" in str(column):
        return hits.failure_demands(viewer, looking, by=hits.QUARTER)
    return source.hits(viewer, looking)


ROUTES = [behind]
