"""Who sits at the table; away is said by the person alone (B4, B12)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.meetings.attending import note_present, say_away
from tracker.board.forms.meetings import AtTheTable
from tracker.board.queries.meetings.one import Meeting
from tracker.board.routes.meetings.places import EDIT, ONE, READ, meeting_edited, meeting_page
from tracker.board.rules.kinds import Attending
from tracker.board.rules.meetings.table import why_not_note_present
from tracker.partnership.access import viewer_of
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
TABLE = f"{ONE}/aanwezig"


@get(TABLE, name="meetings.table", opt=EDIT)
async def table(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    _, meeting = await meeting_edited(request, meeting_id)
    present = [seat.person_id for seat in meeting.seats if seat.attending is Attending.PRESENT]
    return _table_page(request, meeting, blank(AtTheTable, present=present))


@post(TABLE, name="meetings.note_present", opt=EDIT)
async def note(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await posted(request, AtTheTable)
    with form.refusing():
        if form.data:
            await note_present(viewer, meeting_id, form.data.present)
            return changed(request, back_to=url(request, "meetings.show"), message="bewaard")
    return _table_page(request, meeting, form)


@post(f"{ONE}/afwezig", name="meetings.say_away", opt=READ)
async def away(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await say_away(viewer_of(request), meeting_id)
    return changed(request, back_to=url(request, "meetings.show"), message="bewaard")


@post(f"{ONE}/toch-aanwezig", name="meetings.say_coming", opt=READ)
async def coming(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await say_away(viewer_of(request), meeting_id, away=False)
    return changed(request, back_to=url(request, "meetings.show"), message="bewaard")


def _table_page(request: AnyRequest, meeting: Meeting, form: Posted[Any]) -> Template:
    return meeting_page(request, "table", meeting, form, why_not_note=why_not_note_present(meeting.state))


ROUTES = [table, note, away, coming]
