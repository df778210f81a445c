"""Filling an agenda from what waits; what the team decided comes by itself (B9, B12)."""

from collections.abc import Collection, Iterable
from uuid import uuid4

from tracker import clock
from tracker.board.actions.meetings.alone import meeting_alone
from tracker.board.queries.meetings.one import Meeting, meeting_of
from tracker.board.queries.meetings.waiting import decided_by_team, waiting_for
from tracker.board.rules.kinds import Circle, MeetingState, Purpose, Subject
from tracker.board.rules.meetings.agenda import LONGEST_TITLE, Source, Waiting, why_not_add
from tracker.board.tables.meetings import AgendaItem
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.database import writing
from tracker.learning.rules.recognising import without_codes
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken

BY_ITSELF = "Het team besliste dit met consent. Daarom staat het vanzelf op deze agenda."
COLUMN = {
    Source.INITIATIVE: "initiative",
    Source.ISSUE: "issue",
    Source.PROPOSAL: "proposal",
    Source.REVIEW: "proposal",
    Source.EXTRACT: "extract",
}


async def put_on_agenda(viewer: Viewer, meeting_id: int, ticks: Collection[str]) -> None:
    """Put what was ticked on the agenda, in the order of the list; what stands there already stays once.

    Raises RuleBroken, NotAllowed and NotFound.
    """
    async with writing():
        meeting = await meeting_alone(viewer, meeting_id)
        chosen = [each for each in await waiting_for(viewer, meeting) if each.tick in ticks]
        if not chosen and not ticks:
            raise RuleBroken("Vink aan wat op de agenda komt.", "waiting")
        await _place(viewer, meeting, chosen)


async def place_decided(viewer: Viewer, meeting: Meeting) -> None:
    """Put on a board agenda what the team decided and no board agenda had; inside a transaction."""
    await _place(viewer, meeting, await decided_by_team(viewer, meeting.circle), note=BY_ITSELF)


async def bring_to_board(viewer: Viewer) -> None:
    """Put what the team just decided on the next board agenda that is being prepared, when there is one.

    For the act that decides, inside its transaction; without such a meeting it comes when one is prepared.
    """
    row = await (
        MeetingRow.select(MeetingRow.id)
        .where(
            MeetingRow.partnership == viewer.partnership_id,
            MeetingRow.circle == Circle.BOARD,
            MeetingRow.state == MeetingState.PREPARED,
        )
        .order_by(MeetingRow.held_on, MeetingRow.id)
        .first()
    )
    if row:
        await place_decided(viewer, await meeting_of(viewer, row["id"]))


async def _place(viewer: Viewer, meeting: Meeting, waiting: Iterable[Waiting], note: str = "") -> None:
    place = await next_place(meeting)
    for standing, each in enumerate(waiting, start=len(meeting.items)):
        if reason := why_not_add(meeting.state, standing=standing):
            raise RuleBroken(reason)
        row = AgendaItem(
            key=uuid4(),
            meeting=meeting.id,
            place=place,
            title=without_codes(each.title, viewer.code_prefix, ())[:LONGEST_TITLE],
            purpose=each.purpose,
            minutes=each.minutes,
            note=note,
            decision_form=meeting.form if each.purpose is Purpose.DECISION else "",
            author=viewer.person_id,
            written_at=clock.now(),
        )
        if column := COLUMN.get(each.source):
            setattr(row, column, each.id)
        await row.save()
        place += 1
        await trail.record(viewer, "agenda item added", Subject.AGENDA_ITEM, row.id, meeting=meeting.id)


async def next_place(meeting: Meeting) -> int:
    """The place after the last one on an agenda."""
    rows = await AgendaItem.select(AgendaItem.place).where(AgendaItem.meeting == meeting.id)
    return max((row["place"] for row in rows), default=0) + 1
