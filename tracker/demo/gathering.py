"""Telling the meetings of a partnership, with the acts of who prepared them and who sat there."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.board.actions.meetings.agenda import add_item, change_item, note_outcome, say_consent_here
from tracker.board.actions.meetings.agreeing import Agreeing, agree, finish_action, write_feedback
from tracker.board.actions.meetings.attending import note_present, say_away
from tracker.board.actions.meetings.closing import close_meeting
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.actions.meetings.kinds import begin_with_offered
from tracker.board.actions.meetings.preparing import Preparing, open_meeting, prepare_meeting
from tracker.board.actions.meetings.sending import send_dossier
from tracker.board.queries.meetings.agreed import actions_of
from tracker.board.queries.meetings.kinds import kinds_of
from tracker.board.queries.meetings.minutes import first_minutes, minutes_of
from tracker.board.queries.meetings.one import Item, Meeting, meeting_of
from tracker.board.queries.meetings.waiting import waiting_for
from tracker.board.rules.meetings.agenda import Wanted
from tracker.demo.stories.meetings import MEETINGS, Gathers, Point
from tracker.partnership.rules.roles import Viewer

MORNING, AFTERNOON, EVENING = time(8, 20), time(12, 15), time(15, 30)
PREPARES = "Marieke"


async def tell_meetings(people: dict[str, Viewer], today: date) -> None:
    """Every meeting, oldest first; the last ones are still to come."""
    teller = MeetingTeller(people, today)
    for gathers in MEETINGS:
        await teller.tell(gathers)


class MeetingTeller:
    """Tells meetings; `people` are the people of the partnership by first name."""

    def __init__(self, people: dict[str, Viewer], today: date) -> None:
        self.people = people
        self.today = today

    async def tell(self, gathers: Gathers) -> None:
        prepared_ago = gathers.ago + gathers.prepared
        with clock.at(self._moment(prepared_ago, MORNING)):
            meeting_id = await self._prepared(self._on(PREPARES, prepared_ago), gathers)
        if gathers.later:
            with clock.at(self._moment(2, MORNING)):
                for point in gathers.later:
                    await _write(self._on(PREPARES, 2), meeting_id, point)
        if gathers.ago >= 0:
            for name in gathers.away:
                with clock.at(self._moment(gathers.ago + 1, MORNING)):
                    await say_away(self._on(name, gathers.ago + 1), meeting_id)
            await self._held(meeting_id, gathers)

    async def _prepared(self, viewer: Viewer, gathers: Gathers) -> int:
        await begin_with_offered(viewer)
        kind = next(each.id for each in await kinds_of(viewer) if each.kind.circle is gathers.circle)
        wanted = Preparing(
            kind=kind,
            held_on=self.today - timedelta(days=gathers.ago),
            facilitator=self.people[gathers.facilitator].person_id,
            starts_at=gathers.starts_at,
            ends_at=gathers.ends_at,
            place=gathers.place,
        )
        meeting_id = await prepare_meeting(viewer, uuid4(), wanted)
        for point in gathers.points:
            await (_tick if point.waits else _write)(viewer, meeting_id, point)
        if gathers.sent:
            await send_dossier(viewer, meeting_id)
        return meeting_id

    async def _held(self, meeting_id: int, gathers: Gathers) -> None:
        viewer = self._on(PREPARES, gathers.ago)
        with clock.at(self._moment(gathers.ago, AFTERNOON)):
            await open_meeting(viewer, meeting_id)
            meeting = await meeting_of(viewer, meeting_id)
            seated = {seat.name: seat.person_id for seat in meeting.seats}
            await note_present(
                viewer, meeting_id, [seated[name] for name in gathers.present if name in seated]
            )
            for item in meeting.items:
                await self._spoken(viewer, meeting, item, gathers)
        with clock.at(self._moment(gathers.ago, EVENING)):
            now = await meeting_of(viewer, meeting_id)
            text, kept = await first_minutes(viewer, now), await minutes_of(viewer, now)
            await close_meeting(viewer, meeting_id, text, version=kept.version)
            agreed = await actions_of(viewer, now)
        done = {each.what for point in gathers.points for each in point.agreed if each.done}
        for action in agreed:
            if action.what in done and action.due_on:
                ago = (self.today - action.due_on).days
                with clock.at(self._moment(max(ago, 1), MORNING)):
                    await finish_action(self._on(PREPARES, max(ago, 1)), action.id)

    async def _spoken(self, viewer: Viewer, meeting: Meeting, item: Item, gathers: Gathers) -> None:
        point = next((each for each in gathers.points if item.title.endswith(each.title)), None)
        if item.from_team and meeting.circle == "board":
            name = item.title.removeprefix(f"{item.code} ")
            here, why = gathers.consent_here.get(name, (False, "Het blijft binnen het mandaat van het team."))
            await say_consent_here(viewer, meeting.id, item.id, wanted=here, why=why)
        outcome = point.outcome if point else gathers.from_team if item.from_team else ""
        await note_outcome(viewer, meeting.id, item.id, outcome, version=item.outcome_version)
        if point and point.feedback:
            await write_feedback(viewer, meeting.id, item.id, point.feedback)
        for each in point.agreed if point else ():
            due_on = viewer.today + timedelta(days=each.in_days)
            wanted = Agreeing(each.what, self.people[each.who].person_id, due_on)
            await agree(viewer, meeting.id, uuid4(), wanted, item=item.id)

    def _on(self, name: str, ago: int) -> Viewer:
        return replace(self.people[name], today=self.today - timedelta(days=ago))

    def _moment(self, ago: int, at: time) -> datetime:
        return datetime.combine(self.today - timedelta(days=ago), at, tzinfo=UTC)


async def _write(viewer: Viewer, meeting_id: int, point: Point) -> None:
    wanted = Wanted(point.title, point.purpose, point.minutes, point.note)
    await add_item(viewer, meeting_id, uuid4(), wanted)


async def _tick(viewer: Viewer, meeting_id: int, point: Point) -> None:
    """Put what waits under this name on the agenda, with what is asked about it."""
    waiting = await waiting_for(viewer, await meeting_of(viewer, meeting_id))
    ticks = [each.tick for each in waiting if point.title in each.title][:1]
    if not ticks:
        return
    await put_on_agenda(viewer, meeting_id, ticks)
    item = (await meeting_of(viewer, meeting_id)).items[-1]
    if point.note:
        wanted = Wanted(item.title, item.purpose, item.minutes, point.note, item.decision_form or "")
        await change_item(viewer, meeting_id, item.id, wanted, version=item.version)
