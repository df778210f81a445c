"""A learning session as forms: preparing, choosing, answering, journeys, minutes (L4)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.learning.actions.sessions.filling_in import Stepping
from tracker.learning.actions.sessions.preparing import Preparing
from tracker.learning.queries.sessions.one import Session
from tracker.learning.rules.kinds import Format, StepKind
from tracker.learning.rules.sessions import MOST_GUESTS
from tracker.web.forms import Chapter, Checked, Day, Form, Id, Key, Line, Plain, WhenEmpty, Whole, Words

Question = Annotated[Words, Field(max_length=300), WhenEmpty("Welke vraag willen jullie beantwoorden?")]
Place = Annotated[Line, Field(max_length=120)]
Reason = Annotated[Words, Field(max_length=600), WhenEmpty("Schrijf waarom jullie net deze casus kiezen.")]


class PreparationFields(Form):
    """`guests` and `speakers` are names of people without an account, with commas between them."""

    question: Question
    format: Annotated[Format, WhenEmpty("Kies hoe jullie werken.")]
    held_on: Annotated[Day, WhenEmpty("Op welke dag?")]
    place: Place = ""
    facilitator: Annotated[Id, WhenEmpty("Kies wie begeleidt.")]
    minute_taker: Id | None = None
    people: list[Id] = []
    guests: Line = ""
    speaking: list[Id] = []
    speakers: Line = ""
    check_in: Words = ""


class NewSession(PreparationFields):
    """With the cases that were picked on another page, and one reason for them."""

    key: Key
    pattern: Id | None = None
    cases: list[Plain] = []
    reason: Annotated[Words, Field(max_length=600)] = ""


class ChangeSession(PreparationFields):
    version: Plain = ""


class ChooseCase(Form):
    case: Plain = ""
    reason: Reason


class ShareCase(Form):
    shared: Checked = False


class AtTheStart(Form):
    """`said-12` is what the person on seat 12 said."""

    said: dict[int, Words] = {}


class AnswerQuestion(Form):
    text: Words = ""
    version: Plain = ""


class StepFields(Form):
    what: Annotated[Words, Field(max_length=600), WhenEmpty("Wat gebeurde er?")]
    kind: Annotated[StepKind, WhenEmpty("Kies wat deze stap was. ‘Weten we niet’ mag ook.")]
    happened_on: Day | None = None
    waited: Whole = 0
    value_step: Id | None = None


class NewStep(StepFields):
    key: Key


class ChangeStep(StepFields):
    pass


class WriteMinutes(Form):
    """`freeze` says that the button was pressed that closes the session."""

    minutes: Chapter = ""
    version: Plain = ""
    freeze: Plain = ""


def preparing(data: PreparationFields) -> Preparing:
    """What the form asks for, as the act takes it."""
    return Preparing(
        format=data.format,
        question=data.question,
        held_on=data.held_on,
        place=data.place,
        facilitator=data.facilitator,
        minute_taker=data.minute_taker,
        pattern=data.pattern if isinstance(data, NewSession) else None,
        check_in=data.check_in,
        people=frozenset(data.people),
        guests=_names(data.guests),
        speaking=frozenset(data.speaking),
        speakers=_names(data.speakers),
    )


def as_prepared(session: Session) -> dict[str, Any]:
    """A session in the fields of its form."""
    return {
        "question": session.question,
        "format": session.format,
        "held_on": session.held_on,
        "place": session.place,
        "facilitator": session.facilitator_id,
        "minute_taker": session.minute_taker_id,
        "check_in": session.check_in,
        "people": [seat.person_id for seat in session.others if seat.person_id],
        "guests": ", ".join(seat.name for seat in session.others if not seat.person_id),
        "speaking": [seat.person_id for seat in session.target_group if seat.person_id],
        "speakers": ", ".join(seat.name for seat in session.target_group if seat.name and not seat.person_id),
        "version": session.version,
    }


def stepping(data: StepFields) -> Stepping:
    """What the form asks for, as the act takes it."""
    return Stepping(
        what=data.what,
        kind=data.kind,
        happened_on=data.happened_on,
        waited=data.waited,
        value_step=data.value_step,
    )


def _names(typed: str) -> tuple[str, ...]:
    names = (" ".join(name.split())[:120] for name in typed.split(","))
    return tuple(dict.fromkeys(name for name in names if name))[:MOST_GUESTS]
