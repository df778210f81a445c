"""The minutes of a session: read by all who learn here, written by who works in it (L4)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.access import session_seen, session_worked_in
from tracker.learning.actions.sessions.closing import close_session, write_minutes
from tracker.learning.forms.recognising import warn
from tracker.learning.forms.sessions import WriteMinutes
from tracker.learning.queries.sessions.minutes import first_minutes, minutes_of, telling_words
from tracker.learning.queries.sessions.one import Session
from tracker.learning.routes.sessions.places import FACILITATE, ONE, READ, session_page
from tracker.learning.rules.sessions import why_not_work
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
MINUTES = f"{ONE}/verslag"
WRITE = f"{MINUTES}/schrijf"


@get(MINUTES, name="sessions.minutes", opt=READ)
async def minutes(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_seen(request, session_id)
    return session_page(
        request, "learning/sessions/minutes.html", session, minutes=await minutes_of(viewer, session)
    )


@get(WRITE, name="sessions.minutes.write", opt=FACILITATE)
async def write(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_worked_in(request, session_id)
    now = await minutes_of(viewer, session)
    text = now.text or (await first_minutes(viewer, session) if session.is_open else "")
    form = await begun(viewer, request.url.path, WriteMinutes, minutes=text, version=now.version)
    return _write_page(request, session, form)


@post(WRITE, name="sessions.minutes.keep", opt=FACILITATE)
async def keep(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    """Keeps the minutes, or freezes them for good when that button was pressed."""
    viewer, session = await session_worked_in(request, session_id)
    form = await posted(request, WriteMinutes)
    freezes = bool(form.value("freeze"))
    if freezes and session.is_open:
        warn(form, await telling_words(viewer, session), "minutes")
    with form.refusing():
        if data := form.data:
            act = close_session if freezes else write_minutes
            await act(viewer, session_id, data.minutes, version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            back = url(request, "sessions.minutes" if freezes else "sessions.minutes.write")
            return changed(request, back_to=back, message="bevroren" if freezes else "bewaard")
    return _write_page(request, session, form)


def _write_page(request: AnyRequest, session: Session, form: Posted[Any]) -> Template:
    return session_page(
        request,
        "learning/sessions/write_minutes.html",
        session,
        form,
        why_not_write=why_not_work(session.state),
    )


ROUTES = [minutes, write, keep]
