"""Telling the learning sessions, released stories and input from outside, with the acts of their people."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.demo.stories.sessions import INPUTS, SESSIONS, STORIES, Hears, Meets
from tracker.learning.actions.extracts import Telling, release_story
from tracker.learning.actions.inputs import Receiving, find_in_case, receive_input
from tracker.learning.actions.sessions.cards import add_card, group_cards
from tracker.learning.actions.sessions.choosing import choose_case, share_case
from tracker.learning.actions.sessions.closing import close_session
from tracker.learning.actions.sessions.filling_in import Stepping, add_step, answer
from tracker.learning.actions.sessions.preparing import (
    Preparing,
    open_session,
    prepare_session,
    say_at_the_start,
)
from tracker.learning.queries.sessions.minutes import first_minutes, minutes_of
from tracker.learning.queries.sessions.one import session_of
from tracker.partnership.rules.roles import Viewer

MORNING, AFTERNOON = time(8, 30), time(12, 30)
CHOOSES = "Marieke"


class SessionTeller:
    """Tells the sessions of one partnership; `codes` holds the codes of its cases by alias."""

    def __init__(self, people: dict[str, Viewer], codes: dict[str, str], today: date) -> None:
        self.people = people
        self.codes = codes
        self.today = today

    async def tell(self) -> None:
        """Everything, oldest first."""
        for story in STORIES:
            with clock.at(self._moment(story.ago, MORNING)):
                told = Telling(story.title, story.story)
                await release_story(self._on(story.who, story.ago), self.codes[story.alias], uuid4(), told)
        for heard in INPUTS:
            with clock.at(self._moment(heard.ago, MORNING)):
                await self._hears(heard)
        for meets in SESSIONS:
            await self._meets(meets)

    def _moment(self, ago: int, at: time) -> datetime:
        return datetime.combine(self._day(ago), at, tzinfo=UTC)

    def _day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def _on(self, name: str, ago: int) -> Viewer:
        return replace(self.people[name], today=self._day(ago))

    async def _hears(self, heard: Hears) -> None:
        viewer = self._on(CHOOSES, heard.ago)
        received = Receiving(heard.source, heard.from_whom, viewer.today, heard.text)
        received_id = await receive_input(viewer, uuid4(), received)
        for alias, finding in heard.found:
            await find_in_case(viewer, received_id, self.codes[alias], uuid4(), finding)

    async def _meets(self, meets: Meets) -> None:
        with clock.at(self._moment(meets.prepared_ago, MORNING)):
            session_id = await self._prepares(meets)
        if not meets.opens:
            return
        opened_at = self._moment(meets.ago, AFTERNOON)
        if meets.ago == 0:
            opened_at = min(opened_at, clock.now() - timedelta(minutes=20))
        with clock.at(opened_at):
            await self._holds(meets, session_id)

    async def _prepares(self, meets: Meets) -> int:
        viewer = self._on(CHOOSES, meets.prepared_ago)
        wanted = Preparing(
            format=meets.format,
            question=meets.question,
            held_on=self._day(meets.ago),
            facilitator=self.people[meets.facilitator].person_id,
            place=meets.place,
            check_in=meets.check_in,
            people=self._ids(meets.people),
            guests=meets.guests,
            speaking=self._ids(meets.speaking),
        )
        session_id = await prepare_session(viewer, uuid4(), wanted)
        for alias, reason in meets.cases:
            await choose_case(viewer, session_id, self.codes[alias], reason)
            await share_case(viewer, session_id, self.codes[alias], shared=True)
        for step in meets.journey:
            code = self.codes[meets.cases[0][0]]
            stepping = Stepping(step.what, step.kind, waited=step.waited)
            await add_step(viewer, session_id, code, uuid4(), stepping)
        if not meets.opens:
            await self._answers(viewer, session_id, meets)
        return session_id

    def _ids(self, names: tuple[str, ...]) -> frozenset[int]:
        return frozenset(self.people[name].person_id for name in names)

    async def _answers(self, viewer: Viewer, session_id: int, meets: Meets) -> None:
        for question, text in meets.answers:
            await answer(viewer, session_id, question, text, version="")

    async def _holds(self, meets: Meets, session_id: int) -> None:
        viewer = self._on(CHOOSES, meets.ago)
        await open_session(viewer, session_id)
        session = await session_of(viewer, session_id)
        said = {seat.id: meets.said.get(seat.name, "") for seat in session.seats}
        await say_at_the_start(viewer, session_id, said)
        groups = {}
        for laid in meets.cards:
            who = self._on(laid.who, meets.ago)
            card = await add_card(who, session.entry_code, uuid4(), laid.words, quoted=laid.quoted)
            groups[card] = laid.group
        await group_cards(viewer, session_id, groups, {})
        await self._answers(viewer, session_id, meets)
        if meets.ends_with:
            now = await session_of(viewer, session_id)
            text = f"{await first_minutes(viewer, now)}\n\n{meets.ends_with}"
            await close_session(viewer, session_id, text, version=(await minutes_of(viewer, now)).version)
