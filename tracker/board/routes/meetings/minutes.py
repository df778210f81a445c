"""The minutes of a meeting: written, then frozen (B12)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.meetings.closing import close_meeting, write_minutes
from tracker.board.forms.meetings import WriteMinutes
from tracker.board.queries.meetings.minutes import first_minutes, minutes_of, owed_by
from tracker.board.queries.meetings.one import Meeting
from tracker.board.routes.meetings.places import (
    EDIT,
    ONE,
    READ,
    meeting_edited,
    meeting_page,
    meeting_read,
)
from tracker.board.rules.meetings.life import why_not_work
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
MINUTES = f"{ONE}/verslag"
WRITE = f"{MINUTES}/schrijf"


@get(MINUTES, name="meetings.minutes", opt=READ)
async def minutes(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_read(request, meeting_id)
    return meeting_page(
        request, "minutes", meeting, minutes=await minutes_of(viewer, meeting), owed=await owed_by(meeting)
    )


@get(WRITE, name="meetings.minutes.write", opt=EDIT)
async def write(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = await minutes_of(viewer, meeting)
    text = now.text or (await first_minutes(viewer, meeting) if meeting.is_open else "")
    form = await begun(viewer, request.url.path, WriteMinutes, minutes=text, version=now.version)
    return await _write_page(request, meeting, form)


@post(WRITE, name="meetings.minutes.keep", opt=EDIT)
async def keep(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    """Keeps the minutes, or freezes them for good when that button was pressed."""
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await posted(request, WriteMinutes)
    freezes = bool(form.value("freeze"))
    await warn_of_cases(viewer, form, "minutes")
    with form.refusing():
        if data := form.data:
            act = close_meeting if freezes else write_minutes
            await act(viewer, meeting_id, data.minutes, version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            back = url(request, "meetings.minutes" if freezes else "meetings.minutes.write")
            return changed(request, back_to=back, message="bevroren" if freezes else "bewaard")
    return await _write_page(request, meeting, form)


async def _write_page(request: AnyRequest, meeting: Meeting, form: Posted[Any]) -> Template:
    return meeting_page(
        request,
        "write_minutes",
        meeting,
        form,
        why_not_write=why_not_work(meeting.state),
        owed=await owed_by(meeting),
    )


ROUTES = [minutes, write, keep]
