"""What is agreed in a meeting: who does what by when, and what goes back to whoever raised an issue (B12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.board.actions.meetings.alone import already_made, meeting_working, must_name_no_case
from tracker.board.queries.meetings.agreed import action_for
from tracker.board.rules.kinds import Subject
from tracker.board.rules.meetings.life import edits
from tracker.board.rules.meetings.minutes import why_not_agree
from tracker.board.tables.meetings import ActionItem, MeetingFeedback
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.queries.people import roles_held
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotAllowed, RuleBroken, must


@dataclass(frozen=True, slots=True)
class Agreeing:
    """Who does what by when."""

    what: str
    person: int | None
    due_on: date | None


async def agree(
    viewer: Viewer, meeting_id: int, key: UUID, wanted: Agreeing, *, item: int | None = None
) -> int:
    """Keep an action item and tell whoever does it; the same key again returns the same id."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        if made := await already_made(ActionItem, meeting, key):
            return made
        about = meeting.item(item).id if item is not None else None
        known = [held.person_id for held in await roles_held(viewer) if held.today]
        must(
            why_not_agree(
                wanted.what, person=wanted.person, known=known, due_on=wanted.due_on, today=viewer.today
            )
        )
        must_name_no_case(viewer, ("what", wanted.what))
        row = ActionItem(
            key=key,
            meeting=meeting.id,
            item=about,
            what=wanted.what.strip(),
            person=wanted.person,
            due_on=wanted.due_on,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "action agreed", Subject.ACTION_ITEM, row.id, meeting=meeting.id)
        if wanted.person != viewer.person_id:
            await tell(
                viewer.partnership_id or 0,
                [wanted.person or 0],
                NoticeKind.ACTION,
                f"Een afspraak op jouw naam uit een overleg van de kring {meeting.circle_name}",
                f"/p/{viewer.slug}/overleg/{meeting.id}",
            )
        return int(row.id)


async def drop_action(viewer: Viewer, meeting_id: int, action_id: int) -> None:
    """Take an action item out while the meeting still goes on. Raises RuleBroken, NotAllowed, NotFound."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        action = await action_for(viewer, action_id)
        if action.meeting_id != meeting.id:
            raise RuleBroken("Deze afspraak hoort bij een andere vergadering.")
        await ActionItem.delete().where(ActionItem.id == action.id)
        await trail.record(viewer, "action dropped", Subject.ACTION_ITEM, action.id, meeting=meeting.id)


async def finish_action(viewer: Viewer, action_id: int) -> None:
    """Call an action item done: by whoever does it, or who prepares the meetings of that circle.

    The minutes in which it was agreed stay as they are. Raises NotAllowed and NotFound.
    """
    async with writing():
        action = await action_for(viewer, action_id)
        if not (action.mine or edits(action.circle, viewer.role)):
            raise NotAllowed
        changed = (
            await ActionItem.update({ActionItem.done_on: viewer.today})
            .where(ActionItem.id == action.id, ActionItem.done_on.is_null())
            .returning(ActionItem.id)
        )
        if changed:
            await trail.record(viewer, "action done", Subject.ACTION_ITEM, action.id)


async def write_feedback(viewer: Viewer, meeting_id: int, item_id: int, text: str) -> None:
    """Write what whoever raised the issue of this point hears; it goes out when the minutes close."""
    async with writing():
        meeting = await meeting_working(viewer, meeting_id)
        item = meeting.item(item_id)
        if item.issue_id is None:
            raise RuleBroken("Bij dit punt hoort geen kwestie.", "feedback")
        if not text.strip():
            raise RuleBroken("Schrijf wat je terugkoppelt, ook als er nog niets bewoog.", "feedback")
        must_name_no_case(viewer, ("feedback", text))
        told: dict[Any, Any] = {"text": text, "author": viewer.person_id, "written_at": clock.now()}
        here = (MeetingFeedback.meeting == meeting.id, MeetingFeedback.issue == item.issue_id)
        if await MeetingFeedback.exists().where(*here):
            await MeetingFeedback.update(told).where(*here)
        else:
            await MeetingFeedback(meeting=meeting.id, issue=item.issue_id, **told).save()
        await trail.record(viewer, "feedback written", Subject.AGENDA_ITEM, item.id, meeting=meeting.id)
