"""Preparing a session: its question, form, day and people; beginning it or calling it off (L4)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import Refusal, must
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.sessions.alone import session_alone
from tracker.learning.actions.sessions.choosing import lay_down
from tracker.learning.queries.sessions.material import answers_of, journeys_of
from tracker.learning.queries.sessions.one import Session
from tracker.learning.queries.sessions.people import people_to_choose
from tracker.learning.queries.sessions.suggesting import choosable
from tracker.learning.rules.kinds import FORMAT_NAMES, Format, SessionState, Subject
from tracker.learning.rules.sessions import (
    why_not_cancel,
    why_not_choose,
    why_not_open,
    why_not_other_format,
    why_not_prepare,
)
from tracker.learning.tables.patterns import Pattern
from tracker.learning.tables.sessions import LearningSession, Participant
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Preparing:
    """How a session is prepared. `speaking` and `speakers` sit on the seats of the target group.

    `pattern` is the one from which its question came; it stays what it was when the session changes.
    """

    format: Format
    question: str
    held_on: date
    facilitator: int
    minute_taker: int | None = None
    pattern: int | None = None
    place: str = ""
    check_in: str = ""
    people: frozenset[int] = frozenset()
    guests: tuple[str, ...] = ()
    speaking: frozenset[int] = frozenset()
    speakers: tuple[str, ...] = ()


async def prepare_session(
    viewer: Viewer, key: UUID, wanted: Preparing, *, codes: tuple[str, ...] = (), reason: str = ""
) -> int:
    """Make a session, with cases that the viewer sees and the reason for them. Raises RuleBroken."""
    async with writing():
        row = (
            await LearningSession.select(LearningSession.id)
            .where(LearningSession.key == key, LearningSession.partnership == viewer.partnership_id)
            .first()
        )
        if row:
            return int(row["id"])
        await _must_fit(viewer, wanted)
        session = LearningSession(
            key=key,
            partnership=viewer.partnership_id,
            state=SessionState.PREPARED,
            author=viewer.person_id,
            written_at=clock.now(),
            pattern=await _pattern(viewer, wanted.pattern),
            **_columns(wanted),
        )
        await session.save()
        await _seat(session.id, wanted)
        await trail.record(viewer, "session prepared", Subject.SESSION, session.id)
        for number, case in enumerate(await choosable(viewer, codes)):
            must(why_not_choose(reason, chosen=number))
            await lay_down(viewer, session.id, case.id, reason, place=number)
        return int(session.id)


async def change_session(viewer: Viewer, session_id: int, wanted: Preparing, *, version: str) -> None:
    """Prepare a session otherwise. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        now = await session_alone(viewer, session_id)
        await _must_fit(viewer, wanted, now)
        begun = bool(await answers_of(now) or await journeys_of(now))
        if reason := why_not_other_format(now.format, wanted.format, begun=begun):
            raise RuleBroken(reason, "format")
        if version != now.version:
            raise Conflict(_theirs(now))
        await LearningSession.update(_columns(wanted)).where(LearningSession.id == now.id)
        await _seat(now.id, wanted, now)
        await trail.record(viewer, "session changed", Subject.SESSION, now.id)


async def say_at_the_start(viewer: Viewer, session_id: int, words: Mapping[int, str]) -> None:
    """Keep what people said in the round at the start, by seat. Raises RuleBroken and NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        for seat in session.seats:
            if seat.name and words.get(seat.id, "") != seat.check_in:
                await Participant.update({Participant.check_in: words.get(seat.id, "")}).where(
                    Participant.id == seat.id
                )
        await trail.record(viewer, "session checked in", Subject.SESSION, session.id)


async def open_session(viewer: Viewer, session_id: int) -> None:
    """Begin: from now on cards come in and shared cases can be read. Raises RuleBroken and NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        if reason := why_not_open(session.state, session.format, cases=len(session.cases)):
            raise RuleBroken(reason)
        await LearningSession.update(
            {
                LearningSession.state: SessionState.OPEN,
                LearningSession.opened_at: clock.now(),
                LearningSession.entry_code: await _free_code(viewer),
            }
        ).where(LearningSession.id == session.id)
        await trail.record(viewer, "session opened", Subject.SESSION, session.id)


async def cancel_session(viewer: Viewer, session_id: int) -> None:
    """Call a session off before it began. Raises RuleBroken and NotFound."""
    async with writing():
        session = await session_alone(viewer, session_id)
        if reason := why_not_cancel(session.state):
            raise RuleBroken(reason)
        await LearningSession.update({LearningSession.state: SessionState.CANCELLED}).where(
            LearningSession.id == session.id
        )
        await trail.record(viewer, "session cancelled", Subject.SESSION, session.id)


async def _pattern(viewer: Viewer, pattern_id: int | None) -> int | None:
    """The pattern, when there is one in this partnership; a session can do without."""
    row = (
        await Pattern.select(Pattern.id)
        .where(Pattern.partnership == viewer.partnership_id, Pattern.id == (pattern_id or 0))
        .first()
    )
    return int(row["id"]) if row else None


async def _must_fit(viewer: Viewer, wanted: Preparing, now: Session | None = None) -> None:
    facilitating, taking_part, speaking = await people_to_choose(viewer)
    seats = {seat.person_id for seat in now.seats if seat.person_id} if now else set()
    writes = {person for person in (wanted.minute_taker,) if person}
    wrote = {person for person in (now.minute_taker_id if now else None,) if person}
    must(
        why_not_prepare(
            facilitator=wanted.facilitator,
            may_facilitate={*facilitating, *([now.facilitator_id] if now else [])},
            people=wanted.people | wanted.speaking | writes,
            known={*taking_part, *speaking, *seats, *wrote},
        )
    )
    if not wanted.question.strip():
        must(Refusal("Schrijf de vraag op waarover jullie willen leren.", "question"))


def _columns(wanted: Preparing) -> dict[Any, Any]:
    return {
        "format": wanted.format,
        "question": wanted.question,
        "held_on": wanted.held_on,
        "place": wanted.place,
        "facilitator": wanted.facilitator,
        "minute_taker": wanted.minute_taker,
        "check_in": wanted.check_in,
    }


async def _seat(session_id: int, wanted: Preparing, now: Session | None = None) -> None:
    """Give everyone a seat; who sat there already keeps what was said at the start."""
    asked: list[tuple[int | None, str, bool]] = [(person, "", True) for person in sorted(wanted.speaking)]
    asked += [(None, name, True) for name in wanted.speakers]
    asked = asked or [(None, "", True)]
    asked += [(person, "", False) for person in sorted(wanted.people - wanted.speaking)]
    asked += [(None, name, False) for name in wanted.guests]
    sitting = {
        (seat.person_id, "" if seat.person_id else seat.name, seat.target_group): seat.id
        for seat in (now.seats if now else ())
    }
    gone = [seat_id for who, seat_id in sitting.items() if who not in asked]
    if gone:
        await Participant.delete().where(Participant.id.is_in(gone))
    for person, name, target_group in asked:
        if (person, name, target_group) not in sitting:
            await Participant(session=session_id, person=person, name=name, target_group=target_group).save()


async def _free_code(viewer: Viewer) -> str:
    """A code that no other open session of the partnership has on its screen now."""
    await one_at_a_time("entry codes", viewer.partnership_id or 0)
    rows = await LearningSession.select(LearningSession.entry_code).where(
        LearningSession.partnership == viewer.partnership_id, LearningSession.state == SessionState.OPEN
    )
    taken = {row["entry_code"] for row in rows}
    free = [code for number in range(10**DIGITS) if (code := f"{number:0{DIGITS}d}") not in taken]
    return secrets.choice(free)


def _theirs(now: Session) -> dict[str, str]:
    return {
        "format": FORMAT_NAMES[now.format],
        "question": now.question,
        "place": now.place,
        "check_in": now.check_in,
        "version": now.version,
    }
