"""The agenda of a meeting: ticked from what waits, said by hand, ordered; what came of each point (B12)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.meetings import agenda as actions
from tracker.board.actions.meetings import agreeing
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.forms import meetings as forms
from tracker.board.queries.meetings.agreed import actions_of
from tracker.board.queries.meetings.minutes import feedback_of
from tracker.board.queries.meetings.one import Item, Meeting
from tracker.board.queries.meetings.waiting import team_decision, waiting_for
from tracker.board.routes.meetings.places import (
    EDIT,
    ONE,
    READ,
    meeting_edited,
    meeting_page,
    meeting_read,
)
from tracker.board.rules.circles import why_not_propose
from tracker.board.rules.meetings.agenda import (
    SOURCE_NAMES,
    why_not_add,
    why_not_consent_here,
    why_not_remove,
)
from tracker.board.rules.meetings.life import why_not_work
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.people import roles_held
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url

AnyRequest = Request[Any, Any, Any]
AGENDA = f"{ONE}/agenda"
NEW = f"{AGENDA}/nieuw"
ITEM = f"{AGENDA}/{{item_id:int}}"
CHANGE = f"{ITEM}/wijzig"
YES_NO = {"ja": True, "nee": False}


@get(AGENDA, name="meetings.agenda", opt=EDIT)
async def agenda(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_edited(request, meeting_id)
    return await _agenda_page(request, viewer, meeting, blank(forms.TickWaiting))


@post(AGENDA, name="meetings.tick", opt=EDIT)
async def tick(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await posted(request, forms.TickWaiting)
    with form.refusing():
        if data := form.data:
            await put_on_agenda(viewer, meeting_id, data.waiting)
            return changed(request, back_to=url(request, "meetings.agenda"), message="toegevoegd")
    return await _agenda_page(request, viewer, meeting, form)


@get(NEW, name="meetings.item_new", opt=EDIT)
async def new(request: AnyRequest, meeting_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await begun(viewer, request.url.path, forms.NewItem, minutes=10)
    return _form_page(request, "item_new", meeting, form)


@post(NEW, name="meetings.item_create", opt=EDIT)
async def create(request: AnyRequest, meeting_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    form = await posted(request, forms.NewItem)
    await warn_of_cases(viewer, form, "title", "note")
    with form.refusing():
        if data := form.data:
            await actions.add_item(viewer, meeting_id, data.key, forms.wanted(data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meetings.agenda"), message="toegevoegd")
    return _form_page(request, "item_new", meeting, form)


@get(ITEM, name="meetings.item", opt=READ)
async def item(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_read(request, meeting_id)
    return await _item_page(request, viewer, meeting, meeting.item(item_id))


@get(CHANGE, name="meetings.item_edit", opt=EDIT)
async def edit(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Template:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await begun(viewer, request.url.path, forms.ChangeItem, **forms.as_said(now))
    return _form_page(request, "item_edit", meeting, form, item=now)


@post(CHANGE, name="meetings.item_update", opt=EDIT)
async def update(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await posted(request, forms.ChangeItem)
    await warn_of_cases(viewer, form, "title", "note")
    with form.refusing():
        if data := form.data:
            await actions.change_item(viewer, meeting_id, item_id, forms.wanted(data), version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meetings.item"), message="gewijzigd")
    return _form_page(request, "item_edit", meeting, form, item=now)


@post(f"{ITEM}/omhoog", name="meetings.item_up", opt=EDIT)
async def up(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    await actions.move_item(viewer_of(request), meeting_id, item_id, up=True)
    return changed(request, back_to=url(request, "meetings.agenda"))


@post(f"{ITEM}/omlaag", name="meetings.item_down", opt=EDIT)
async def down(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    await actions.move_item(viewer_of(request), meeting_id, item_id, up=False)
    return changed(request, back_to=url(request, "meetings.agenda"))


@post(f"{ITEM}/weg", name="meetings.item_remove", opt=EDIT)
async def remove(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    await actions.remove_item(viewer_of(request), meeting_id, item_id)
    return changed(request, back_to=url(request, "meetings.agenda"), message="gewist")


@post(f"{ITEM}/ook-hier", name="meetings.consent_here", opt=EDIT)
async def consent_here(
    request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]
) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await posted(request, forms.ConsentHere, prefix="ook-hier")
    await warn_of_cases(viewer, form, "why")
    with form.refusing():
        if data := form.data:
            wanted = YES_NO.get(data.wanted)
            await actions.say_consent_here(viewer, meeting_id, item_id, wanted=wanted, why=data.why)
            return changed(request, back_to=url(request, "meetings.item"), message="bewaard")
    return await _item_page(request, viewer, meeting, now, consent=form)


@post(f"{ITEM}/uitkomst", name="meetings.outcome", opt=EDIT)
async def outcome(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await posted(request, forms.Outcome, prefix="uitkomst")
    await warn_of_cases(viewer, form, "outcome")
    with form.refusing():
        if data := form.data:
            await actions.note_outcome(viewer, meeting_id, item_id, data.outcome, version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meetings.item"), message="bewaard")
    return await _item_page(request, viewer, meeting, now, outcome=form)


@post(f"{ITEM}/terugkoppeling", name="meetings.feedback", opt=EDIT)
async def feedback(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await posted(request, forms.FeedbackText, prefix="terug")
    await warn_of_cases(viewer, form, "feedback")
    with form.refusing():
        if data := form.data:
            await agreeing.write_feedback(viewer, meeting_id, item_id, data.feedback)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meetings.item"), message="teruggekoppeld")
    return await _item_page(request, viewer, meeting, now, back=form)


@post(f"{ITEM}/afspraken", name="meetings.agree", opt=EDIT)
async def agree(request: AnyRequest, meeting_id: FromPath[int], item_id: FromPath[int]) -> Response[Any]:
    viewer, meeting = await meeting_edited(request, meeting_id)
    now = meeting.item(item_id)
    form = await posted(request, forms.Agreement, prefix="afspraak")
    await warn_of_cases(viewer, form, "what")
    with form.refusing():
        if data := form.data:
            await agreeing.agree(viewer, meeting_id, data.key, forms.agreeing(data), item=item_id)
            return changed(request, back_to=url(request, "meetings.item"), message="toegevoegd")
    return await _item_page(request, viewer, meeting, now, agreement=form)


@post(f"{ONE}/afspraken/{{action_id:int}}/weg", name="meetings.action_drop", opt=EDIT)
async def drop(request: AnyRequest, meeting_id: FromPath[int], action_id: FromPath[int]) -> Response[Any]:
    await agreeing.drop_action(viewer_of(request), meeting_id, action_id)
    return changed(request, back_to=url(request, "meetings.show"), message="gewist")


@post(f"{ONE}/afspraken/{{action_id:int}}/gedaan", name="meetings.action_done", opt=READ)
async def done(request: AnyRequest, meeting_id: FromPath[int], action_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await meeting_read(request, meeting_id)
    await agreeing.finish_action(viewer, action_id)
    return changed(request, back_to=url(request, "meetings.show"), message="bewaard")


async def _agenda_page(request: AnyRequest, viewer: Viewer, meeting: Meeting, form: Posted[Any]) -> Template:
    return meeting_page(
        request,
        "agenda",
        meeting,
        form,
        waiting=await waiting_for(viewer, meeting),
        sources=SOURCE_NAMES,
        why_not_add=why_not_add(meeting.state, standing=len(meeting.items)),
        why_not_remove={item.id: _why_not_remove(meeting, item) for item in meeting.items},
    )


def _why_not_remove(meeting: Meeting, item: Item) -> str | None:
    sent = meeting.sent_at is not None and not item.added_after
    return why_not_remove(meeting.state, sent=sent, from_team=item.from_team)


def _form_page(
    request: AnyRequest, template: str, meeting: Meeting, form: Posted[Any], **context: Any
) -> Template:
    return meeting_page(request, template, meeting, form, **context)


async def _item_page(
    request: AnyRequest, viewer: Viewer, meeting: Meeting, item: Item, **typed: Posted[Any]
) -> Template:
    written = (await feedback_of(meeting)).get(item.issue_id or 0, "")
    here = {True: "ja", False: "nee", None: ""}[item.consent_here]
    held = await roles_held(viewer)
    people = {each.person_id: each.name for each in held if each.today and not each.account_closed}
    blanks: dict[str, Posted[Any]] = {
        "consent": blank(forms.ConsentHere, prefix="ook-hier", wanted=here, why=item.consent_here_why),
        "outcome": await begun(
            viewer,
            url(request, "meetings.outcome", item_id=item.id),
            forms.Outcome,
            prefix="uitkomst",
            outcome=item.outcome,
            version=item.outcome_version,
        ),
        "back": await begun(
            viewer,
            url(request, "meetings.feedback", item_id=item.id),
            forms.FeedbackText,
            prefix="terug",
            feedback=written,
        ),
        "agreement": blank(forms.Agreement, prefix="afspraak"),
    }
    return meeting_page(
        request,
        "item",
        meeting,
        next(iter(typed.values()), None),
        item=item,
        forms={**blanks, **typed},
        agreed=[each for each in await actions_of(viewer, meeting) if each.item_id == item.id],
        written=written,
        people=people,
        proposes=not why_not_propose(meeting.circle, viewer.role),
        why_not_work=why_not_work(meeting.state),
        team_decision=await team_decision(viewer, item.initiative_id) if item.initiative_id else None,
        asks_consent=not why_not_consent_here(meeting.circle, decided_by_team=item.from_team),
    )


ROUTES = [
    agenda,
    tick,
    new,
    create,
    item,
    edit,
    update,
    up,
    down,
    remove,
    consent_here,
    outcome,
    feedback,
    agree,
    drop,
    done,
]
