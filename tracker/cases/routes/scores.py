"""Scoring the progress of a case, and correcting a score."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.scores import correct_score, score
from tracker.cases.forms.scores import CorrectScore, NewScore, ask_for_words, scoring
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.overview.line import Score, line_of
from tracker.cases.queries.scores import former_scores, score_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.validations import answers_to
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.kinds import Subject, Validated
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
NEW = "/p/{partnership:str}/casussen/{code:str}/scores/nieuw"
ONE = "/p/{partnership:str}/casussen/{code:str}/scores/{score_id:int}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(NEW, name="cases.scores.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, NewScore, scored_on=viewer.today, discussed=Validated.NO)
    return await _new_page(request, viewer, case, form)


@post(NEW, name="cases.scores.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NewScore)
    ask_for_words(form)
    with form.refusing():
        if form.data:
            score_id = await score(viewer, code, form.data.key, scoring(form.data))
            return await _kept(request, viewer, score_id, "bewaard")
    return await _new_page(request, viewer, case, form)


@get(ONE, name="cases.scores.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], score_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await score_of(viewer, case, score_id)
    answers = await answers_to(case, Subject.SCORE, score_id)
    form = await begun(
        viewer,
        request.url.path,
        CorrectScore,
        score=now.score,
        interpretation=now.interpretation,
        scored_on=now.on,
        discussed=now.checked.answer,
        how=answers[0].how if answers else "",
        version=now.version,
    )
    return await _edit_page(request, viewer, case, now, form)


@post(ONE, name="cases.scores.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], score_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await score_of(viewer, case, score_id)
    form = await posted(request, CorrectScore)
    ask_for_words(form)
    with form.refusing():
        if data := form.data:
            wanted, version = scoring(data), data.version
            await correct_score(viewer, code, score_id, wanted, version=version, reason=data.reason)
            return await _kept(request, viewer, score_id, "gewijzigd")
    return await _edit_page(request, viewer, case, now, form)


async def _kept(request: AnyRequest, viewer: Viewer, score_id: int, message: str) -> Response[Any]:
    await drop_draft(viewer.person_id, request.url.path)
    about = f"{Subject.SCORE}-{score_id}" if message == "bewaard" else None
    return changed(request, back_to=url(request, "cases.show"), message=message, about=about)


async def _new_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[NewScore]) -> Template:
    line, demands = await line_of(viewer, case), await demands_of(viewer, case)
    former = line.scores[:-3:-1]
    return case_page(request, "cases/scores/new.html", case, form, former=former, demands=demands)


async def _edit_page(
    request: AnyRequest, viewer: Viewer, case: Case, now: Score, form: Posted[Any]
) -> Template:
    return case_page(
        request,
        "cases/scores/edit.html",
        case,
        form,
        now=now,
        corrections=await former_scores(case, now.id),
        take_back=await undo_of(request, viewer, case, Subject.SCORE, now.id),
    )


ROUTES = [new, create, edit, update]
