"""The short addresses on the wall, for the phones of who takes part (L17)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.learning.actions.sessions.cards import add_card, take_back_card
from tracker.learning.forms.cards import EnterCode, NewCard
from tracker.learning.queries.sessions.cards import cards_of, closed_behind, session_behind
from tracker.learning.queries.sessions.listing import sessions_to_come
from tracker.learning.queries.sessions.one import Session
from tracker.learning.routes.sessions.places import session_page
from tracker.learning.rules.kinds import SessionState
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, asked, posted
from tracker.web.pages import changed, page

AnyRequest = Request[Any, Any, Any]
OPT = {"need": Need.SESSIONS_JOIN}
PHONE = "/s/{entry_code:str}"


@get("/s", name="sessions.enter", opt=OPT)
async def enter(request: AnyRequest) -> Response[Any]:
    """Type the code of the wall; a code that leads nowhere says so."""
    viewer, form = viewer_of(request), asked(request, EnterCode)
    if code := form.value("code").strip():
        try:
            session = await session_behind(viewer, code)
            return Redirect(f"/s/{session.entry_code}", status_code=303)
        except NotFound:
            form.refuse("Er is nu geen sessie met deze code. Kijk nog eens op het scherm.", "code")
    under_way = [each for each in await sessions_to_come(viewer) if each.state is SessionState.OPEN]
    return page(request, "learning/sessions/enter.html", form=form, under_way=bool(under_way))


@get(PHONE, name="sessions.phone", opt=OPT)
async def phone(request: AnyRequest, entry_code: FromPath[str]) -> Template:
    viewer = viewer_of(request)
    try:
        session = await session_behind(viewer, entry_code)
    except NotFound:
        closed = await closed_behind(viewer, entry_code)
        return session_page(request, "learning/sessions/phone_closed.html", closed)
    return await _phone_page(request, viewer, session, await begun(viewer, request.url.path, NewCard))


@post(PHONE, name="sessions.add_card", opt=OPT)
async def add(request: AnyRequest, entry_code: FromPath[str]) -> Response[Any]:
    viewer = viewer_of(request)
    session = await session_behind(viewer, entry_code)
    form = await posted(request, NewCard)
    with form.refusing():
        if data := form.data:
            await add_card(viewer, entry_code, data.key, data.words, quoted=data.quoted, case=data.case)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=request.url.path, message="op-tafel")
    return await _phone_page(request, viewer, session, form)


@post(f"{PHONE}/{{card_id:int}}/weg", name="sessions.remove_card", opt=OPT)
async def remove(request: AnyRequest, entry_code: FromPath[str], card_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    session = await session_behind(viewer, entry_code)
    await take_back_card(viewer, session.id, card_id)
    return changed(request, back_to=f"/s/{entry_code}", message="gewist")


async def _phone_page(request: AnyRequest, viewer: Viewer, session: Session, form: Posted[Any]) -> Template:
    return session_page(
        request,
        "learning/sessions/phone.html",
        session,
        form,
        mine=await cards_of(viewer, session, mine=True),
    )


ROUTES = [enter, phone, add, remove]
