"""One learning session, as far as this viewer may know it (L4)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.openable import openable
from tracker.learning.queries.sessions.lending import lent_to
from tracker.learning.rules.kinds import Format, SessionState
from tracker.learning.rules.sessions import TAKES_PART
from tracker.learning.tables.sessions import LearningSession, Participant, SessionCase
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who takes part; without a name it is an empty seat."""

    id: int
    person_id: int | None
    name: str
    target_group: bool
    check_in: str

    @property
    def is_empty(self) -> bool:
        return not self.name


@dataclass(frozen=True, slots=True)
class Chosen:
    """A case in a session; `code` and `reason` are empty for who may not know which case it is.

    `seen`: the viewer sees the case anyway. `lent`: a coach may read it while the session is open.
    """

    id: int
    number: int
    code: str
    alias: str
    reason: str
    shared: bool
    seen: bool
    lent: bool

    @property
    def name(self) -> str:
        return self.code or f"casus {self.number}"

    @property
    def opens(self) -> bool:
        return self.seen or self.lent


@dataclass(frozen=True, slots=True)
class Session:
    """A session with who takes part and its cases; `takes_part` and `works` are about the viewer.

    `works`: may see and fill in what is the session's own: answers, journeys, cards.
    """

    id: int
    format: Format
    question: str
    held_on: date
    place: str
    facilitator_id: int
    facilitator: str
    minute_taker_id: int | None
    minute_taker: str
    pattern_id: int | None
    pattern: str
    check_in: str
    state: SessionState
    entry_code: str
    opened_at: datetime | None
    closed_at: datetime | None
    seats: tuple[Seat, ...]
    cases: tuple[Chosen, ...]
    takes_part: bool
    works: bool

    @property
    def is_open(self) -> bool:
        return self.state is SessionState.OPEN

    @property
    def is_over(self) -> bool:
        return self.state in (SessionState.CLOSED, SessionState.CANCELLED)

    @property
    def target_group(self) -> tuple[Seat, ...]:
        """The seats of the target group; always at least one, that may be empty."""
        return tuple(seat for seat in self.seats if seat.target_group)

    @property
    def others(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if not seat.target_group)

    @property
    def version(self) -> str:
        """Marks how the session is prepared, so that nobody overwrites a colleague unseen."""
        told = [(seat.person_id, seat.name, seat.target_group) for seat in self.seats]
        return version_of(
            self.format,
            self.question,
            self.held_on,
            self.place,
            self.facilitator_id,
            self.minute_taker_id,
            self.check_in,
            told,
        )

    def case(self, code: str) -> Chosen:
        """The case with this code in the session. Raises NotFound."""
        found = next((case for case in self.cases if case.code and case.code == code.upper()), None)
        if found is None:
            raise NotFound
        return found


async def session_of(viewer: Viewer, session_id: int) -> Session:
    """A session of the viewer's partnership. Raises NotFound."""
    row = await (
        LearningSession.select(
            LearningSession.id,
            LearningSession.format,
            LearningSession.question,
            LearningSession.held_on,
            LearningSession.place,
            LearningSession.facilitator,
            LearningSession.facilitator.name.as_alias("facilitator_name"),
            LearningSession.minute_taker,
            LearningSession.minute_taker.name.as_alias("minute_taker_name"),
            LearningSession.pattern,
            LearningSession.pattern.name.as_alias("pattern_name"),
            LearningSession.check_in,
            LearningSession.state,
            LearningSession.entry_code,
            LearningSession.opened_at,
            LearningSession.closed_at,
            LearningSession.author,
        )
        .where(LearningSession.partnership == viewer.partnership_id, LearningSession.id == session_id)
        .first()
    )
    if row is None:
        raise NotFound
    seats = await seats_of(session_id)
    here = {row["facilitator"], row["minute_taker"], *(seat.person_id for seat in seats)}
    takes_part = viewer.role in TAKES_PART and viewer.person_id in here
    state = SessionState(row["state"])
    return Session(
        id=row["id"],
        format=Format(row["format"]),
        question=row["question"],
        held_on=row["held_on"],
        place=row["place"],
        facilitator_id=row["facilitator"],
        facilitator=row["facilitator_name"],
        minute_taker_id=row["minute_taker"],
        minute_taker=row["minute_taker_name"] or "",
        pattern_id=row["pattern"],
        pattern=row["pattern_name"] or "",
        check_in=row["check_in"],
        state=state,
        entry_code=row["entry_code"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        seats=seats,
        cases=await _cases(viewer, session_id, in_the_room=takes_part and state is SessionState.OPEN),
        takes_part=takes_part,
        works=viewer.works_on_cases
        or takes_part
        or (viewer.role in TAKES_PART and row["author"] == viewer.person_id),
    )


async def session_to_work_in(viewer: Viewer, session_id: int) -> Session:
    """The session, for who may see and fill in what is its own. Raises NotFound."""
    session = await session_of(viewer, session_id)
    if not session.works:
        raise NotFound
    return session


async def seats_of(session_id: int) -> tuple[Seat, ...]:
    """Who takes part, the target group first; with its empty seat when nobody of it was asked yet."""
    rows = await (
        Participant.select(
            Participant.id,
            Participant.person,
            Participant.person.name.as_alias("person_name"),
            Participant.name,
            Participant.target_group,
            Participant.check_in,
        )
        .where(Participant.session == session_id)
        .order_by(Participant.id)
    )
    seats = [
        Seat(
            id=row["id"],
            person_id=row["person"],
            name=row["person_name"] or row["name"],
            target_group=bool(row["target_group"]),
            check_in=row["check_in"],
        )
        for row in rows
    ]
    return tuple(sorted(seats, key=lambda seat: not seat.target_group))


async def _cases(viewer: Viewer, session_id: int, *, in_the_room: bool) -> tuple[Chosen, ...]:
    rows = await (
        SessionCase.select(
            SessionCase.case.id.as_alias("case_id"),
            SessionCase.case.code.as_alias("code"),
            SessionCase.case.alias.as_alias("alias"),
            SessionCase.reason,
            SessionCase.shared,
        )
        .where(SessionCase.session == session_id)
        .order_by(SessionCase.place, SessionCase.id)
    )
    seen = await openable(viewer, [row["case_id"] for row in rows])
    lent = await lent_to(viewer, session_id) if in_the_room else set()
    cases = [
        Chosen(
            id=row["case_id"],
            number=number,
            code=row["code"],
            alias=row["alias"],
            reason=row["reason"],
            shared=bool(row["shared"]),
            seen=row["case_id"] in seen,
            lent=row["case_id"] in lent,
        )
        for number, row in enumerate(rows, start=1)
    ]
    return tuple(case if case.seen else _for_the_room(case, in_the_room) for case in cases)


def _for_the_room(case: Chosen, in_the_room: bool) -> Chosen:
    """By code only, and only while the session is open to who sits in it."""
    return replace(case, alias="") if in_the_room else replace(case, alias="", code="", reason="")
