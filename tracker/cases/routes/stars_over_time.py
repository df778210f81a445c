"""The star of a case over time: the page, and the figures it draws with a script."""

from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.enums import MediaType
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.figures.over_time import OverTime, over_time_of
from tracker.cases.figures.star import star_of
from tracker.cases.forms.stars import SEEN_IN_ADDRESS, Looking, as_query, looking_in
from tracker.cases.queries.overview.demands import Demands, demands_of
from tracker.cases.queries.validations import last_answers
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Perspective, Subject
from tracker.cases.rules.stars import why_not_correct
from tracker.cases.rules.validations import is_theirs
from tracker.partnership.rules.matrix import Need
from tracker.problems import NotFound
from tracker.web.pages import url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/casussen/{code:str}/ster"
OPT = {"need": Need.CASES, "reads": "case"}


@get(PATH, name="cases.stars.over_time", opt=OPT)
async def over_time(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    demands = await demands_of(viewer, case, all_readings=True)
    looking = looking_in(request.query_params)
    seen = _seen(looking, demands)
    beside = (looking.beside,) if looking.beside else ()
    return case_page(
        request,
        "cases/stars/over_time.html",
        case,
        demands=demands,
        looking=looking,
        seen=seen,
        names={perspective: name for name, perspective in SEEN_IN_ADDRESS.items()},
        present=[each for each in Perspective if demands.seen_by(each)],
        star=star_of(demands, looking.chosen, seen=seen, beside=beside),
        over_time=over_time_of(demands, seen, looking.beside, looking.chosen),
        answers=await last_answers(case, Subject.STAR),
        is_theirs=is_theirs,
        why_not_correct=why_not_correct,
        address=partial(as_query, looking),
        figure=url(request, "cases.stars.figure"),
        lines=url(request, "cases.stars.lines"),
    )


@get(f"{PATH}/figuur.json", name="cases.stars.figure", opt=OPT)
async def figure(request: AnyRequest, code: FromPath[str]) -> Response[str]:
    return _json((await _over_time(request, code)).star_figure())


@get(f"{PATH}/verloop.json", name="cases.stars.lines", opt=OPT)
async def lines(request: AnyRequest, code: FromPath[str]) -> Response[str]:
    return _json((await _over_time(request, code)).lines_figure())


async def _over_time(request: AnyRequest, code: str) -> OverTime:
    viewer, case = await case_of(request, code)
    demands = await demands_of(viewer, case, all_readings=True)
    looking = looking_in(request.query_params)
    found = over_time_of(demands, _seen(looking, demands), looking.beside, looking.chosen)
    if found is None:
        raise NotFound
    return found


def _seen(looking: Looking, demands: Demands) -> Perspective:
    """The perspective that was asked, or that of the latest reading."""
    if looking.seen:
        return looking.seen
    return demands.latest.perspective if demands.latest else Perspective.TOGETHER


def _json(figure: str) -> Response[str]:
    return Response(figure.encode(), media_type=MediaType.JSON)  # type: ignore[arg-type]


ROUTES = [over_time, figure, lines]
