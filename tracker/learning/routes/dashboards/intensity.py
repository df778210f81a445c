"""How often cases are met, month by month."""

from dataclasses import replace

from litestar import Response, get
from litestar.response import Template

from tracker.cases.rules.kinds import ContactOutcome
from tracker.learning.figures.heat import heat_of, tint
from tracker.learning.figures.intensity import (
    BANDS,
    OUTCOMES,
    contacts_figure,
    contacts_picture,
    month_number,
    short,
)
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.counting import Key, counted
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.routes.dashboards.within import OPT, AnyRequest, behind, dashboard, json_of, looked
from tracker.learning.rules.periods import Period
from tracker.web.pages import url

PATH = "/p/{partnership:str}/patronen/intensiteit"
MOST_MONTHS = 24


@get(PATH, name="patterns.intensity", opt=OPT)
async def intensity(request: AnyRequest) -> Template:
    viewer, looking = looked(request)
    narrowed = last_part(looking)
    months = narrowed.period.months
    columns: dict[Key, str] = {month_number(month): short(month) for month in months}
    contacts = await counted(viewer, hits.outcomes(viewer, narrowed))
    bands = await counted(viewer, hits.intensity(viewer, narrowed))
    return await dashboard(
        request,
        "intensity.html",
        viewer,
        looking,
        shortened=narrowed != looking,
        months=MOST_MONTHS,
        contacts=contacts,
        picture=contacts_picture(contacts, months),
        by_outcome=heat_of(
            contacts, columns, lambda row: OUTCOMES[ContactOutcome(str(row))], rows=[*OUTCOMES]
        ),
        bands=heat_of(bands, columns, lambda row: BANDS[int(row)], rows=[*BANDS]),
        figure=url(request, "patterns.intensity.figure"),
        tint=tint,
    )


@get(f"{PATH}/figuur.json", name="patterns.intensity.figure", opt=OPT)
async def figure(request: AnyRequest) -> Response[str]:
    viewer, looking = looked(request)
    narrowed = last_part(looking)
    found = await counted(viewer, hits.outcomes(viewer, narrowed))

    def link(outcome: ContactOutcome, month: int) -> str:
        return behind(request, viewer, narrowed, What.OUTCOMES, outcome.value, month)

    return json_of(contacts_figure(found, narrowed.period.months, link))


def _outcome_name(row: Key) -> str:
    return OUTCOMES[ContactOutcome(str(row))]


def last_part(looking: Looking) -> Looking:
    """The same, over at most the last two years: a table that is wider cannot be read."""
    months = looking.period.months
    if len(months) <= MOST_MONTHS:
        return looking
    return replace(looking, period=Period(months[-MOST_MONTHS], looking.period.last))


ROUTES = [intensity, figure]
