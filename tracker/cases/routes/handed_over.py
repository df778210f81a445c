"""The person holds the phone: one question a screen, and no way to anything else (C11)."""

from dataclasses import dataclass
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from tracker.cases.access import case_of
from tracker.cases.actions.together import LANGUAGE, READING, choose_language, keep_own_answers
from tracker.cases.figures.labels import Labels, labels_in, languages
from tracker.cases.forms.together import (
    DEMAND_STEP,
    LAST_STEP,
    PURPOSE_STEP,
    AboutPurpose,
    AnythingElse,
    FirstWords,
    HandOver,
    HowIsIt,
    KeepAnswers,
    TakeBack,
    answers_so_far,
    steps_of,
)
from tracker.cases.queries.own_answers import Asked, asked_of, seen_before
from tracker.cases.queries.seen import Case
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.queries.together import handed_over_code
from tracker.cases.rules.together import STEPS, Felt, Fits, hand_over_path
from tracker.partnership.access import handed_over_of
from tracker.partnership.actions import signing_in
from tracker.partnership.actions.drafts import keep_draft
from tracker.partnership.forms.drafts import begun, keep_typed
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Form, Posted, blank, posted
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]
DOOR: Final = {"need": Need.SIGNED_IN, "handed_over": True, "reads": "case"}
BACK: Final = {"need": Need.SIGNED_IN, "handed_over": True}
OPT: Final = {"need": Need.CASES, "handed_over": True, "reads": "case"}
FORMS: Final[dict[str, tuple[str, type[Form]]]] = {
    PURPOSE_STEP: ("purpose", AboutPurpose),
    DEMAND_STEP: ("demand", HowIsIt),
    LAST_STEP: ("anything_else", AnythingElse),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: the case, what is asked, in which language, and what was kept for good already."""

    viewer: Viewer
    case: Case
    asked: Asked
    say: Labels
    reading_id: int | None

    @property
    def path(self) -> str:
        return hand_over_path(self.case.code)

    @property
    def steps(self) -> list[str]:
        return steps_of(self.asked)


@get("/samen", name="together.welcome", opt=DOOR)
async def welcome(request: AnyRequest) -> Response[Any]:
    signed_in = handed_over_of(request)
    code = await handed_over_code(signed_in.viewer) if signed_in.viewer else None
    if code is None:
        return Redirect("/samen/terug", status_code=303)
    turn = await _turn(request, code)
    if turn.reading_id is not None:
        return Redirect(f"{turn.path}/klaar", status_code=303)
    say = labels_in(request.query_params.get("taal") or turn.say.code)
    _, answered = await answers_so_far(turn.viewer, turn.case, turn.asked)
    sharing = await sharing_of(turn.case)
    return page(
        request,
        "cases/together/welcome.html",
        case=turn.case,
        say=say,
        languages=languages().values(),
        begun=bool(answered),
        readers=[sharing.name(period.organisation_id) for period in sharing.seeing(turn.viewer.today)],
        with_coordination=sharing.with_coordination,
    )


@post("/samen", name="together.begin", opt=DOOR)
async def begin(request: AnyRequest) -> Response[Any]:
    """On to the first question without an answer."""
    signed_in = handed_over_of(request)
    code = await handed_over_code(signed_in.viewer) if signed_in.viewer else None
    if code is None:
        return Redirect("/samen", status_code=303)
    turn = await _turn(request, code)
    form = await posted(request, HandOver)
    if turn.reading_id is None:
        await choose_language(turn.viewer, turn.case, labels_in(form.value("language")).code)
    _, answered = await answers_so_far(turn.viewer, turn.case, turn.asked)
    onward = next((step for step in turn.steps if step not in answered), "nalezen")
    return Redirect(f"{turn.path}/{onward}", status_code=303)


@get("/samen/{code:str}/bedoeling", name="together.purpose", opt=OPT)
async def ask_purpose(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    return await _ask(request, code, PURPOSE_STEP)


@post("/samen/{code:str}/bedoeling", name="together.purpose.keep", opt=OPT)
async def keep_purpose(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    return await _keep(request, code, PURPOSE_STEP)


@get("/samen/{code:str}/waardevraag/{demand_id:int}", name="together.demand", opt=OPT)
async def ask_demand(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    return await _ask(request, code, f"{DEMAND_STEP}/{demand_id}")


@post("/samen/{code:str}/waardevraag/{demand_id:int}", name="together.demand.keep", opt=OPT)
async def keep_demand(request: AnyRequest, code: FromPath[str], demand_id: FromPath[int]) -> Response[Any]:
    return await _keep(request, code, f"{DEMAND_STEP}/{demand_id}")


@get("/samen/{code:str}/nog-iets", name="together.last", opt=OPT)
async def ask_last(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    return await _ask(request, code, LAST_STEP)


@post("/samen/{code:str}/nog-iets", name="together.last.keep", opt=OPT)
async def keep_last(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    return await _keep(request, code, LAST_STEP)


@post("/samen/{code:str}/concept", name="together.draft", opt=OPT, status_code=200)
async def keep_while_typing(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    turn = await _turn(request, code)
    step = request.query_params.get("vraag", "")
    if step not in turn.steps:
        raise NotFound
    return await keep_typed(request, turn.viewer.person_id, f"{turn.path}/{step}")


@get("/samen/{code:str}/nalezen", name="together.review", opt=OPT)
async def review(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    return await _review_page(request, await _turn(request, code), blank(KeepAnswers))


@post("/samen/{code:str}/nalezen", name="together.keep", opt=OPT)
async def keep(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    turn = await _turn(request, code)
    form = await posted(request, KeepAnswers)
    with form.refusing():
        if form.data and turn.reading_id is None:
            answers, _ = await answers_so_far(turn.viewer, turn.case, turn.asked)
            await keep_own_answers(turn.viewer, code, form.data.key, answers, turn.say.code)
            return Redirect(f"{turn.path}/klaar", status_code=303)
    return await _review_page(request, turn, form)


@get("/samen/{code:str}/klaar", name="together.thanks", opt=OPT)
async def thanks(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Only now, with the person's own answers kept, what was seen before."""
    turn = await _turn(request, code)
    if turn.reading_id is None:
        return Redirect("/samen", status_code=303)
    now, before = await seen_before(turn.case, turn.reading_id)
    return page(
        request,
        "cases/together/thanks.html",
        case=turn.case,
        asked=turn.asked,
        say=turn.say,
        now=now,
        before=before,
        worker=turn.viewer.name,
    )


@get("/samen/terug", name="together.give_back", opt=BACK)
async def give_back(request: AnyRequest) -> Response[Any]:
    handed_over_of(request)
    return await _give_back_page(request, blank(TakeBack))


@post("/samen/terug", name="together.take_back", opt=BACK)
async def take_back(request: AnyRequest) -> Response[Any]:
    signed_in = handed_over_of(request)
    form = await posted(request, TakeBack)
    with form.refusing():
        if form.data:
            case = await _case_page(request)
            await signing_in.take_back(signed_in, form.data.password)
            return Redirect(case, status_code=303)
    return await _give_back_page(request, form)


async def _turn(request: AnyRequest, code: str) -> Turn:
    viewer, case = await case_of(request, code)
    handed_over_of(request)
    left = await draft_of(viewer.person_id, hand_over_path(case.code))
    fields = left.fields if left else {}
    low, high = WordingKind.STAR_LOW, WordingKind.STAR_HIGH
    anchors = await own_words(viewer, low, high)
    reading = str(fields.get(READING, ""))
    return Turn(
        viewer=viewer,
        case=case,
        asked=await asked_of(viewer, case),
        say=labels_in(str(fields.get(LANGUAGE, ""))).with_anchors(anchors.text(low), anchors.text(high)),
        reading_id=int(reading) if reading else None,
    )


async def _ask(request: AnyRequest, code: str, step: str) -> Response[Any]:
    turn = await _turn(request, code)
    if step not in turn.steps:
        raise NotFound
    _, model = _form_of(turn, step)
    return _question_page(request, turn, step, await begun(turn.viewer, request.url.path, model))


async def _keep(request: AnyRequest, code: str, step: str) -> Response[Any]:
    """Keep one answer as a draft and go on to the next question, or back to where all are read again."""
    turn = await _turn(request, code)
    if step not in turn.steps:
        raise NotFound
    form = await posted(request, _form_of(turn, step)[1])
    if form.data and turn.reading_id is None:
        await keep_draft(turn.viewer.person_id, request.url.path, form.values)
        after = [*turn.steps, "nalezen"][turn.steps.index(step) + 1]
        onward = "nalezen" if _changes(request) else after
        return Redirect(f"{turn.path}/{onward}", status_code=303)
    return _question_page(request, turn, step, form)


def _form_of(turn: Turn, step: str) -> tuple[str, type[Form]]:
    if step == PURPOSE_STEP and turn.asked.purpose_id is None:
        return "first_words", FirstWords
    return FORMS[step.partition("/")[0]]


def _question_page(request: AnyRequest, turn: Turn, step: str, form: Posted[Any]) -> Response[Any]:
    if turn.reading_id is not None:
        return Redirect(f"{turn.path}/klaar", status_code=303)
    at = turn.steps.index(step)
    before = "nalezen" if _changes(request) else turn.steps[at - 1] if at else ""
    return page(
        request,
        f"cases/together/{_form_of(turn, step)[0]}.html",
        form=form,
        case=turn.case,
        say=turn.say,
        words=turn.asked.demands.get(int(step.rpartition("/")[2])) if "/" in step else turn.asked.purpose,
        felt=[(each, turn.say.step(each.stars or 0)) for each in STEPS],
        others=Felt,
        fits=Fits,
        number=at + 1,
        total=len(turn.steps),
        action=f"{request.url.path}{'?nalezen=ja' if _changes(request) else ''}",
        draft_url=f"{turn.path}/concept?vraag={step}",
        back=f"{turn.path}/{before}" if before else "/samen",
    )


async def _review_page(request: AnyRequest, turn: Turn, form: Posted[KeepAnswers]) -> Response[Any]:
    if turn.reading_id is not None:
        return Redirect(f"{turn.path}/klaar", status_code=303)
    answers, _ = await answers_so_far(turn.viewer, turn.case, turn.asked)
    return page(
        request,
        "cases/together/review.html",
        form=form,
        case=turn.case,
        asked=turn.asked,
        answers=answers,
        say=turn.say,
        path=turn.path,
        fits=Fits,
        others=Felt,
    )


async def _give_back_page(request: AnyRequest, form: Posted[TakeBack]) -> Response[Any]:
    signed_in = handed_over_of(request)
    code = await handed_over_code(signed_in.viewer) if signed_in.viewer else None
    turn = await _turn(request, code) if code else None
    return page(
        request,
        "cases/together/give_back.html",
        form=form,
        say=turn.say if turn else labels_in(None),
        back="/samen" if turn else None,
        finished=turn is not None and turn.reading_id is not None,
        worker=signed_in.name,
    )


async def _case_page(request: AnyRequest) -> str:
    """Where the worker goes on once the phone is taken back."""
    viewer = request.scope["user"]
    code = await handed_over_code(viewer) if viewer else None
    if viewer is None or code is None:
        return "/"
    path = request.app.route_reverse("cases.client_view", partnership=viewer.slug, code=code)
    return f"{path}?teruggekregen=ja"


def _changes(request: AnyRequest) -> bool:
    """Whether the person came from the overview to change one answer."""
    return request.query_params.get("nalezen") == "ja"


ROUTES = [
    welcome,
    begin,
    ask_purpose,
    keep_purpose,
    ask_demand,
    keep_demand,
    ask_last,
    keep_last,
    keep_while_typing,
    review,
    keep,
    thanks,
    give_back,
    take_back,
]
