"""The meetings of a partnership: listed, prepared, begun or called off (B12)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.meetings import preparing as actions
from tracker.board.actions.meetings.sending import send_dossier
from tracker.board.forms import meetings as forms
from tracker.board.queries.circles import able_to_facilitate, representatives
from tracker.board.queries.meetings.agreed import actions_of, agreed_last_time
from tracker.board.queries.meetings.dossier import to_read
from tracker.board.queries.meetings.kinds import kinds_of, still_offered
from tracker.board.queries.meetings.listing import meetings_in, meetings_to_come, years_with_meetings
from tracker.board.queries.meetings.minutes import feedback_of
from tracker.board.queries.meetings.one import Meeting
from tracker.board.routes.meetings.places import (
    EDIT,
    LIST,
    ONE,
    READ,
    meeting_edited,
    meeting_page,
    meeting_read,
)
from tracker.board.rules import kinds
from tracker.board.rules.circles import FACILITATES
from tracker.board.rules.meetings import life
from tracker.board.rules.meetings.table import why_not_away
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
NEW = f"{LIST}/nieuw"
CHANGE = f"{ONE}/wijzig"


@get(LIST, name="meetings.list", opt=READ)
async def list_meetings(request: AnyRequest) -> Template:
    """`?jaar=` asks for the meetings of an earlier year."""
    viewer = viewer_of(request)
    years = await years_with_meetings(viewer)
    asked = request.query_params.get("jaar", "")
    year = int(asked) if asked in {str(each) for each in years} else max(years, default=viewer.today.year)
    return page(
        request,
        "board/meetings/list.html",
        coming=await meetings_to_come(viewer),
        gone=await meetings_in(viewer, year),
        year=year,
        years=years,
        kept=await kinds_of(viewer),
        offered=await still_offered(viewer),
        edits=any(life.edits(circle, viewer.role) for circle in kinds.Circle),
        kinds=kinds,
    )


@get(NEW, name="meetings.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    """`?soort=` chooses a kind beforehand."""
    viewer = viewer_of(request)
    form = await begun(
        viewer, request.url.path, forms.NewMeeting, held_on=viewer.today, facilitator=viewer.person_id
    )
    asked = request.query_params.get("soort", "")
    if asked in {str(each.id) for each in await kinds_of(viewer)}:
        form.fill({"kind": asked})
    return await _form_page(request, viewer, "new", form)


@post(NEW, name="meetings.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.NewMeeting)
    await warn_of_cases(viewer, form, "place")
    with form.refusing():
        if data := form.data:
            made = await actions.prepare_meeting(viewer, data.key, forms.preparing(data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(
                request, back_to=url(request, "meetings.agenda", meeting_id=made), message="bewaard"
            )
    return await _form_page(request, viewer, "new", form)


@get(ONE, name="meetings.show", opt=READ)
async def show(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_read(request, meeting_id)
    feedback = await feedback_of(meeting)
    return meeting_page(
        request,
        "show",
        meeting,
        reading=await to_read(viewer, meeting),
        last_time=await agreed_last_time(viewer, meeting),
        agreed=await actions_of(viewer, meeting),
        feedback=feedback,
        owed=life.feedback_owed(meeting.issues, feedback.keys()),
        why_not_open=life.why_not_open(meeting.state, items=len(meeting.items)),
        why_not_cancel=life.why_not_cancel(meeting.state),
        why_not_send=life.why_not_send(
            meeting.state, items=len(meeting.items), sent=meeting.sent_at is not None
        ),
        why_not_away=why_not_away(meeting.state, seated=meeting.mine is not None),
    )


@get(CHANGE, name="meetings.edit", opt=EDIT)
async def edit(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await begun(viewer, request.url.path, forms.ChangeMeeting, **forms.as_prepared(meeting))
    return await _form_page(request, viewer, "edit", form, meeting)


@post(CHANGE, name="meetings.update", opt=EDIT)
async def update(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await posted(request, forms.ChangeMeeting)
    await warn_of_cases(viewer, form, "place")
    with form.refusing():
        if data := form.data:
            await actions.change_meeting(viewer, meeting_id, forms.preparing(data), version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meetings.show"), message="gewijzigd")
    return await _form_page(request, viewer, "edit", form, meeting)


@post(f"{ONE}/begin", name="meetings.open", opt=EDIT)
async def begin(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await actions.open_meeting(viewer_of(request), meeting_id)
    return changed(request, back_to=url(request, "meetings.table"), message="bewaard")


@post(f"{ONE}/gaat-niet-door", name="meetings.cancel", opt=EDIT)
async def cancel(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await actions.cancel_meeting(viewer_of(request), meeting_id)
    return changed(request, back_to=url(request, "meetings.show"), message="bewaard")


@post(f"{ONE}/verstuur", name="meetings.send", opt=EDIT)
async def send(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    await send_dossier(viewer_of(request), meeting_id)
    return changed(request, back_to=url(request, "meetings.show"), message="verstuurd")


async def _form_page(
    request: AnyRequest, viewer: Viewer, template: str, form: Posted[Any], meeting: Meeting | None = None
) -> Template:
    circles = [meeting.circle] if meeting else [c for c in kinds.Circle if life.edits(c, viewer.role)]
    kept = [
        each for each in await kinds_of(viewer, retired=meeting is not None) if each.kind.circle in circles
    ]
    able = {
        member.person: member.label
        for circle in circles
        for member in await able_to_facilitate(viewer, circle)
        if member.role in FACILITATES[circle]
    }
    context: dict[str, Any] = {
        "kept": {
            each.id: each.label
            for each in kept
            if not each.retired or (meeting and each.id == meeting.kind_id)
        },
        "able": able,
        "speaking": {member.person: member.name for member in await representatives(viewer)},
        "for_team": kinds.Circle.TEAM in circles,
    }
    if meeting:
        return meeting_page(request, template, meeting, form, **context)
    return page(request, f"board/meetings/{template}.html", form=form, kinds=kinds, **context)


ROUTES = [list_meetings, new, create, show, edit, update, begin, cancel, send]
