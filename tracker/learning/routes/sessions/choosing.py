"""Choosing the cases of a session, and lending them to the coach in it (L4, L16)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.access import case_in_session, session_worked_in
from tracker.learning.actions.sessions import choosing as actions
from tracker.learning.forms import sessions as forms
from tracker.learning.queries.sessions.one import Session
from tracker.learning.queries.sessions.suggesting import Choosable, choosable, looked_for, suggested
from tracker.learning.routes.sessions.places import ONE, session_page
from tracker.learning.rules.suggesting import WHY_NAMES, WHY_REASONS, Why
from tracker.partnership.access import reading_list
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
CASES = f"{ONE}/casussen"
CASE = f"{CASES}/{{code:str}}"
LIST = {"need": Need.CASES, "reads": "list"}
OWN = {"need": Need.CASES, "reads": "case"}
LONGEST_SEARCH = 100


@get(CASES, name="sessions.cases", opt=LIST)
async def cases(request: AnyRequest, session_id: FromPath[int]) -> Template:
    """`?casus=` opens the form to choose that case; `?waarom=` writes a first reason in it."""
    viewer, session = await session_worked_in(request, session_id)
    picked = await choosable(viewer, request.query_params.getall("casus", [])[:1])
    reason = next((case.reason for case in session.cases for one in picked if case.id == one.id), "")
    why = request.query_params.get("waarom", "")
    reason = reason or (WHY_REASONS[Why(why)] if why in list(Why) else "")
    form = blank(forms.ChooseCase, case=picked[0].code if picked else "", reason=reason)
    return await _cases_page(request, viewer, session, form, picked)


@post(CASES, name="sessions.choose", opt=LIST)
async def choose(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, session = await session_worked_in(request, session_id)
    form = await posted(request, forms.ChooseCase)
    picked = await choosable(viewer, [form.value("case")])
    if not picked:
        raise NotFound
    with form.refusing():
        if form.data:
            await actions.choose_case(viewer, session_id, form.data.case, form.data.reason)
            return changed(request, back_to=url(request, "sessions.cases"), message="bewaard")
    return await _cases_page(request, viewer, session, form, picked)


@post(f"{CASE}/weg", name="sessions.drop", opt=OWN)
async def drop(request: AnyRequest, session_id: FromPath[int], code: FromPath[str]) -> Response[Any]:
    viewer, *_ = await case_in_session(request, session_id, code)
    await actions.drop_case(viewer, session_id, code)
    return changed(request, back_to=url(request, "sessions.cases"), message="gewist")


@post(f"{CASE}/deel", name="sessions.share", opt=OWN)
async def share(request: AnyRequest, session_id: FromPath[int], code: FromPath[str]) -> Response[Any]:
    viewer, *_ = await case_in_session(request, session_id, code)
    form = await posted(request, forms.ShareCase)
    shared = bool(form.data and form.data.shared)
    await actions.share_case(viewer, session_id, code, shared=shared)
    return changed(
        request, back_to=url(request, "sessions.show"), message="gedeeld" if shared else "gewijzigd"
    )


async def _cases_page(
    request: AnyRequest,
    viewer: Viewer,
    session: Session,
    form: Posted[Any],
    picked: tuple[Choosable, ...],
) -> Template:
    reading_list(request)
    chosen = {case.id for case in session.cases}
    question = request.query_params.get("zoek", "").strip().replace("\0", "")[:LONGEST_SEARCH]
    return session_page(
        request,
        "learning/sessions/cases.html",
        session,
        form,
        picked=picked[0] if picked else None,
        question=question,
        found=await looked_for(viewer, question, chosen) if question else (),
        suggested=await suggested(viewer, chosen),
        why_names=WHY_NAMES,
    )


ROUTES = [cases, choose, drop, share]
