"""Reading the star of a case, and correcting a reading."""

from collections.abc import Collection
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.stars import correct_star, read_star
from tracker.cases.forms.stars import CorrectStar, NewStar, as_filled_in, read
from tracker.cases.queries.overview.demands import Demand, Demands, demands_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.stars import OneReading, former_readings, last_times, reading_of
from tracker.cases.queries.validations import answers_to
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Perspective, Subject, Validated
from tracker.cases.rules.stars import asks_to_choose, why_not_correct
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
NEW = "/p/{partnership:str}/casussen/{code:str}/ster/nieuw"
ONE = "/p/{partnership:str}/casussen/{code:str}/ster/{reading_id:int}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(NEW, name="cases.stars.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    demands = await demands_of(viewer, case, all_readings=True)
    form = await begun(
        viewer,
        request.url.path,
        NewStar,
        perspective=Perspective.TOGETHER,
        read_on=viewer.today,
        discussed=Validated.NO,
        asked=request.query_params.getall("vraag", []),
    )
    asked = _asked(demands, form.chosen("asked"))
    if not asked or "kies" in request.query_params:
        return case_page(request, "cases/stars/choose.html", case, demands=demands, chosen=asked)
    return await _new_page(request, viewer, case, demands, asked, form)


@post(NEW, name="cases.stars.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NewStar)
    with form.refusing():
        if data := form.data:
            reading = await read_star(viewer, code, data.key, read(data))
            return await _kept(request, viewer, "bewaard", f"{Subject.STAR}-{reading}")
    demands = await demands_of(viewer, case, all_readings=True)
    asked = _asked(demands, form.chosen("asked"))
    return await _new_page(request, viewer, case, demands, asked, form)


@get(ONE, name="cases.stars.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], reading_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await reading_of(viewer, case, reading_id)
    answers = await answers_to(case, Subject.STAR, reading_id)
    form = await begun(
        viewer,
        request.url.path,
        CorrectStar,
        **as_filled_in(now.reading),
        version=now.version,
        discussed=answers[0].answer if answers else Validated.NO,
        how=answers[0].how if answers else "",
    )
    return await _edit_page(request, viewer, case, now, form)


@post(ONE, name="cases.stars.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], reading_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await reading_of(viewer, case, reading_id)
    form = await posted(request, CorrectStar)
    with form.refusing():
        if data := form.data:
            wanted, version = read(data), data.version
            await correct_star(viewer, code, reading_id, wanted, version=version, reason=data.reason)
            return await _kept(request, viewer, "gewijzigd")
    return await _edit_page(request, viewer, case, now, form)


def _asked(demands: Demands, chosen: Collection[str]) -> list[Demand]:
    """What is asked about: what was chosen, or every open demand when there are few enough."""
    asked = [demand for demand in demands.demands if str(demand.id) in chosen]
    if asks_to_choose(len(demands.open)):
        return asked
    return [demand for demand in demands.demands if demand.open or demand in asked]


async def _kept(request: AnyRequest, viewer: Viewer, message: str, about: str | None = None) -> Response[Any]:
    await drop_draft(viewer.person_id, request.url.path)
    return changed(request, back_to=url(request, "cases.show"), message=message, about=about)


async def _new_page(
    request: AnyRequest,
    viewer: Viewer,
    case: Case,
    demands: Demands,
    asked: list[Demand],
    form: Posted[NewStar],
) -> Template:
    return case_page(
        request,
        "cases/stars/new.html",
        case,
        form,
        asked=asked,
        more=len(demands.open) - len(asked),
        last_times=last_times(demands),
        words=await own_words(viewer, WordingKind.STAR_LOW, WordingKind.STAR_HIGH),
        wording=WordingKind,
    )


async def _edit_page(
    request: AnyRequest, viewer: Viewer, case: Case, now: OneReading, form: Posted[CorrectStar]
) -> Template:
    return case_page(
        request,
        "cases/stars/edit.html",
        case,
        form,
        now=now,
        refusal=why_not_correct(own_hand=now.reading.own_hand),
        asked=[demand for demand in now.demands.demands if demand.id in now.reading.ratings],
        last_times=last_times(now.demands, before=now.reading),
        corrections=await former_readings(case, now.reading.id),
        take_back=await undo_of(request, viewer, case, Subject.STAR, now.reading.id),
        words=await own_words(viewer, WordingKind.STAR_LOW, WordingKind.STAR_HIGH),
        wording=WordingKind,
    )


ROUTES = [new, create, edit, update]
