"""Preparing a session, seeing it whole, beginning it or calling it off (L4)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.forms.filters import number
from tracker.learning.access import session_seen, session_worked_in
from tracker.learning.actions.sessions import preparing as actions
from tracker.learning.forms import sessions as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries.sessions.cards import cards_of
from tracker.learning.queries.sessions.material import answers_of, journeys_of
from tracker.learning.queries.sessions.one import Session
from tracker.learning.queries.sessions.people import people_to_choose
from tracker.learning.queries.sessions.suggesting import choosable
from tracker.learning.routes.sessions.places import FACILITATE, LIST, ONE, READ, session_page
from tracker.learning.rules import kinds
from tracker.learning.rules.formats import FORMATS, why_not_answer
from tracker.learning.rules.sessions import why_not_cancel, why_not_open
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
NEW = f"{LIST}/nieuw"
EDIT = f"{ONE}/wijzig"
START = f"{ONE}/rondje"
LONGEST_QUESTION = 300
READ_BY_ALL = ("question", "place", "check_in")


@get(NEW, name="sessions.new", opt=FACILITATE)
async def new(request: AnyRequest) -> Template:
    """`?casus=` (several times), `?vraag=` and `?patroon=` bring along what was found on another page."""
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, forms.NewSession, **_to_begin_with(viewer))
    asked = {
        "cases": request.query_params.getall("casus", []),
        "question": request.query_params.get("vraag", "")[:LONGEST_QUESTION],
        "pattern": str(number(request.query_params.get("patroon"), LARGEST_ID) or ""),
    }
    form.fill({name: value for name, value in asked.items() if value})
    return await _new_page(request, viewer, form)


@post(NEW, name="sessions.create", opt=FACILITATE)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.NewSession)
    await warn_of_cases(viewer, form, *READ_BY_ALL)
    with form.refusing():
        if data := form.data:
            wanted, codes = forms.preparing(data), tuple(data.cases)
            made = await actions.prepare_session(viewer, data.key, wanted, codes=codes, reason=data.reason)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.show", session_id=made), message="bewaard")
    return await _new_page(request, viewer, form)


@get(ONE, name="sessions.show", opt=READ)
async def show(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_seen(request, session_id)
    answers = await answers_of(session)
    return session_page(
        request,
        "learning/sessions/show.html",
        session,
        questions=FORMATS[session.format],
        answers=answers,
        blocked={
            question.name: why_not_answer(session.format, question, answers)
            for question in FORMATS[session.format]
        },
        journeys=await journeys_of(session),
        cards=await cards_of(viewer, session) if session.works else (),
        why_not_open=why_not_open(session.state, session.format, cases=len(session.cases)),
        why_not_cancel=why_not_cancel(session.state),
        here=f"{request.base_url}".rstrip("/"),
    )


@get(EDIT, name="sessions.edit", opt=FACILITATE)
async def edit(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_worked_in(request, session_id)
    form = await begun(viewer, request.url.path, forms.ChangeSession, **forms.as_prepared(session))
    return await _edit_page(request, viewer, session, form)


@post(EDIT, name="sessions.update", opt=FACILITATE)
async def update(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, session = await session_worked_in(request, session_id)
    form = await posted(request, forms.ChangeSession)
    await warn_of_cases(viewer, form, *READ_BY_ALL)
    with form.refusing():
        if data := form.data:
            await actions.change_session(viewer, session_id, forms.preparing(data), version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.show"), message="gewijzigd")
    return await _edit_page(request, viewer, session, form)


@get(START, name="sessions.check_in", opt=FACILITATE)
async def check_in(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_worked_in(request, session_id)
    said = {seat.id: seat.check_in for seat in session.seats if seat.name}
    form = await begun(viewer, request.url.path, forms.AtTheStart, said=said)
    return session_page(request, "learning/sessions/check_in.html", session, form)


@post(START, name="sessions.checked_in", opt=FACILITATE)
async def checked_in(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, session = await session_worked_in(request, session_id)
    form = await posted(request, forms.AtTheStart)
    with form.refusing():
        if form.data:
            await actions.say_at_the_start(viewer, session_id, form.data.said)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "sessions.show"), message="bewaard")
    return session_page(request, "learning/sessions/check_in.html", session, form)


@post(f"{ONE}/begin", name="sessions.open", opt=FACILITATE)
async def begin(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await session_worked_in(request, session_id)
    await actions.open_session(viewer, session_id)
    return changed(request, back_to=url(request, "sessions.show"), message="begonnen")


@post(f"{ONE}/gaat-niet-door", name="sessions.cancel", opt=FACILITATE)
async def cancel(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await session_worked_in(request, session_id)
    await actions.cancel_session(viewer, session_id)
    return changed(request, back_to=url(request, "sessions.show"), message="bewaard")


def _to_begin_with(viewer: Viewer) -> dict[str, Any]:
    return {"facilitator": viewer.person_id, "held_on": viewer.today}


async def _new_page(request: AnyRequest, viewer: Viewer, form: Posted[Any]) -> Template:
    cases = await choosable(viewer, form.chosen("cases"))
    if cases:
        reading_list(request)
    return page(
        request,
        "learning/sessions/new.html",
        form=form,
        cases=cases,
        kinds=kinds,
        formats=FORMATS,
        people=await people_to_choose(viewer),
    )


async def _edit_page(request: AnyRequest, viewer: Viewer, session: Session, form: Posted[Any]) -> Template:
    return session_page(
        request,
        "learning/sessions/edit.html",
        session,
        form,
        formats=FORMATS,
        people=await people_to_choose(viewer),
    )


ROUTES = [new, create, show, edit, update, check_in, checked_in, begin, cancel]
