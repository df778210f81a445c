"""Answering the questions of the format, and drawing the journey of a customer (L4)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.access import case_in_session, session_worked_in
from tracker.learning.actions.sessions import filling_in as actions
from tracker.learning.figures.journeys import journey_picture
from tracker.learning.forms import sessions as forms
from tracker.learning.queries.sessions.material import Step, answers_of, journey_of, step_of
from tracker.learning.queries.sessions.one import Chosen, Session
from tracker.learning.routes.sessions.places import FACILITATE, ONE, session_page
from tracker.learning.rules.formats import Question, question_of, why_not_answer
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
QUESTION = f"{ONE}/vragen/{{question:str}}"
JOURNEY = f"{ONE}/reis/{{code:str}}"
STEP = f"{JOURNEY}/{{step_id:int}}"
DRAW = {"need": Need.CASES_IN_SESSION, "reads": "case"}


@get(QUESTION, name="sessions.question", opt=FACILITATE)
async def question_page(request: AnyRequest, session_id: FromPath[int], question: FromPath[str]) -> Template:
    viewer, session = await session_worked_in(request, session_id)
    asked, now = _asked(session, question), (await answers_of(session)).get(question)
    typed = {"text": now.text, "version": now.version} if now else {}
    form = await begun(viewer, request.url.path, forms.AnswerQuestion, **typed)
    return await _question_page(request, session, asked, form)


@post(QUESTION, name="sessions.answer", opt=FACILITATE)
async def answer(request: AnyRequest, session_id: FromPath[int], question: FromPath[str]) -> Response[Any]:
    viewer, session = await session_worked_in(request, session_id)
    asked, form = _asked(session, question), await posted(request, forms.AnswerQuestion)
    with form.refusing():
        if form.data:
            await actions.answer(viewer, session_id, question, form.data.text, version=form.data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.show"), message="bewaard")
    return await _question_page(request, session, asked, form)


@get(JOURNEY, name="sessions.journey", opt=DRAW)
async def journey(request: AnyRequest, session_id: FromPath[int], code: FromPath[str]) -> Template:
    viewer, session, chosen, _ = await case_in_session(request, session_id, code)
    form = await begun(viewer, request.url.path, forms.NewStep)
    return await _journey_page(request, viewer, session, chosen, form)


@post(JOURNEY, name="sessions.add_step", opt=DRAW)
async def add_step(request: AnyRequest, session_id: FromPath[int], code: FromPath[str]) -> Response[Any]:
    viewer, session, chosen, _ = await case_in_session(request, session_id, code)
    form = await posted(request, forms.NewStep)
    with form.refusing():
        if form.data:
            await actions.add_step(viewer, session_id, code, form.data.key, forms.stepping(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.journey"), message="toegevoegd")
    return await _journey_page(request, viewer, session, chosen, form)


@get(STEP, name="sessions.step", opt=DRAW)
async def step(
    request: AnyRequest, session_id: FromPath[int], code: FromPath[str], step_id: FromPath[int]
) -> Template:
    viewer, session, chosen, _ = await case_in_session(request, session_id, code)
    now = await step_of(session, chosen, step_id)
    form = await begun(viewer, request.url.path, forms.ChangeStep, **await _as_drawn(viewer, now))
    return await _step_page(request, viewer, session, chosen, now, form)


@post(STEP, name="sessions.change_step", opt=DRAW)
async def change_step(
    request: AnyRequest, session_id: FromPath[int], code: FromPath[str], step_id: FromPath[int]
) -> Response[Any]:
    viewer, session, chosen, _ = await case_in_session(request, session_id, code)
    now = await step_of(session, chosen, step_id)
    form = await posted(request, forms.ChangeStep)
    with form.refusing():
        if form.data:
            await actions.change_step(viewer, session_id, code, step_id, forms.stepping(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.journey"), message="gewijzigd")
    return await _step_page(request, viewer, session, chosen, now, form)


@post(f"{STEP}/weg", name="sessions.remove_step", opt=DRAW)
async def remove_step(
    request: AnyRequest, session_id: FromPath[int], code: FromPath[str], step_id: FromPath[int]
) -> Response[Any]:
    viewer, *_ = await case_in_session(request, session_id, code)
    await actions.remove_step(viewer, session_id, code, step_id)
    return changed(request, back_to=url(request, "sessions.journey"), message="gewist")


def _asked(session: Session, name: str) -> Question:
    question = question_of(session.format, name)
    if question is None:
        raise NotFound
    return question


async def _as_drawn(viewer: Viewer, now: Step) -> dict[str, Any]:
    step_ids = {step.name: step.id for step in await value_steps(viewer, retired=True)}
    return {
        "what": now.what,
        "kind": now.kind,
        "happened_on": now.happened_on,
        "waited": now.waited,
        "value_step": step_ids.get(now.value_step),
    }


async def _question_page(
    request: AnyRequest, session: Session, question: Question, form: Posted[Any]
) -> Template:
    answers = await answers_of(session)
    return session_page(
        request,
        "learning/sessions/question.html",
        session,
        form,
        question=question,
        now=answers.get(question.name),
        blocked=why_not_answer(session.format, question, answers),
    )


async def _journey_page(
    request: AnyRequest, viewer: Viewer, session: Session, chosen: Chosen, form: Posted[Any]
) -> Template:
    steps = await journey_of(session, chosen)
    return session_page(
        request,
        "learning/sessions/journey.html",
        session,
        form,
        chosen=chosen,
        steps=steps,
        picture=journey_picture(steps),
        value_steps={step.id: step.name for step in await value_steps(viewer)},
    )


async def _step_page(
    request: AnyRequest, viewer: Viewer, session: Session, chosen: Chosen, now: Step, form: Posted[Any]
) -> Template:
    return session_page(
        request,
        "learning/sessions/step.html",
        session,
        form,
        chosen=chosen,
        now=now,
        value_steps={step.id: step.name for step in await value_steps(viewer)},
    )


ROUTES = [question_page, answer, journey, add_step, step, change_step, remove_step]
