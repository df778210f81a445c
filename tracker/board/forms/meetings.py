"""Meetings as forms: their kinds, preparing them, their agenda, what came of it, the minutes (B12)."""

from datetime import time
from typing import Annotated, Any

from pydantic import Field

from tracker.board.actions.meetings.agreeing import Agreeing
from tracker.board.actions.meetings.preparing import Preparing
from tracker.board.queries.meetings.one import Item, Meeting
from tracker.board.rules.kinds import Circle, DecisionForm, Purpose
from tracker.board.rules.meetings.agenda import LONGEST_TITLE, Wanted
from tracker.board.rules.meetings.kinds import KindOfMeeting
from tracker.web.forms import (
    Chapter,
    Checked,
    Clock,
    Day,
    Form,
    Id,
    Key,
    Line,
    Plain,
    WhenEmpty,
    Whole,
    Words,
)

Short = Annotated[Line, Field(max_length=120)]
Title = Annotated[Line, Field(max_length=LONGEST_TITLE), WhenEmpty("Geef het punt een titel.")]


class KindFields(Form):
    name: Annotated[Short, WhenEmpty("Geef deze vergadering een naam.")]
    circle: Annotated[Circle, WhenEmpty("Kies de kring.")]
    rhythm: Short = ""
    composition: Words = ""
    way_of_working: Words = ""
    minutes_way: Words = ""
    decision_form: DecisionForm = DecisionForm.CONSENT


class NewKind(KindFields):
    key: Key


class ChangeKind(KindFields):
    retired: Checked = False
    version: Plain = ""


class MeetingFields(Form):
    kind: Annotated[Id, WhenEmpty("Kies een soort vergadering.")]
    held_on: Annotated[Day, WhenEmpty("Op welke dag?")]
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    place: Short = ""
    facilitator: Annotated[Id, WhenEmpty("Kies wie de gespreksleider is.")]
    invited: list[Id] = []


class NewMeeting(MeetingFields):
    key: Key


class ChangeMeeting(MeetingFields):
    version: Plain = ""


class TickWaiting(Form):
    waiting: list[Plain] = []


class ItemFields(Form):
    title: Title
    purpose: Annotated[Purpose, WhenEmpty("Kies waarvoor dit punt op de agenda staat.")]
    minutes: Whole = 10
    note: Words = ""
    decision_form: DecisionForm | None = None


class NewItem(ItemFields):
    key: Key


class ChangeItem(ItemFields):
    version: Plain = ""


class ConsentHere(Form):
    wanted: Plain = ""
    why: Words = ""


class Outcome(Form):
    outcome: Words = ""
    version: Plain = ""


class Agreement(Form):
    key: Key
    what: Annotated[Words, Field(max_length=600), WhenEmpty("Schrijf wat er gebeurt.")]
    person: Annotated[Id, WhenEmpty("Kies wie dit doet.")]
    due_on: Annotated[Day, WhenEmpty("Kies tegen wanneer.")]


class FeedbackText(Form):
    feedback: Annotated[Words, WhenEmpty("Schrijf wat je terugkoppelt, ook als er nog niets bewoog.")]


class AtTheTable(Form):
    present: list[Id] = []


class WriteMinutes(Form):
    """`freeze` says that the button was pressed that closes the meeting."""

    minutes: Chapter = ""
    version: Plain = ""
    freeze: Plain = ""


def kind_from(data: KindFields) -> KindOfMeeting:
    """What the form asks for, as the act takes it."""
    return KindOfMeeting(
        circle=data.circle,
        name=data.name,
        rhythm=data.rhythm,
        composition=data.composition,
        way_of_working=data.way_of_working,
        minutes_way=data.minutes_way,
        decision_form=data.decision_form,
    )


def preparing(data: MeetingFields) -> Preparing:
    """What the form asks for, as the act takes it."""
    return Preparing(
        kind=data.kind,
        held_on=data.held_on,
        facilitator=data.facilitator,
        starts_at=_hour(data.starts_at),
        ends_at=_hour(data.ends_at),
        place=data.place,
        invited=frozenset(data.invited),
    )


def as_prepared(meeting: Meeting) -> dict[str, Any]:
    """A meeting in the fields of its form."""
    return {
        "kind": meeting.kind_id,
        "held_on": meeting.held_on,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
        "facilitator": meeting.facilitator_id,
        "invited": [seat.person_id for seat in meeting.seats if seat.for_target_group],
        "version": meeting.version,
    }


def wanted(data: ItemFields) -> Wanted:
    """What the form asks for, as the act takes it."""
    return Wanted(
        title=data.title,
        purpose=data.purpose,
        minutes=data.minutes,
        note=data.note,
        decision_form=data.decision_form or "",
    )


def as_said(item: Item) -> dict[str, Any]:
    """A point in the fields of its form."""
    return {
        "title": item.title,
        "purpose": item.purpose,
        "minutes": item.minutes,
        "note": item.note,
        "decision_form": item.decision_form or "",
        "version": item.version,
    }


def agreeing(data: Agreement) -> Agreeing:
    """What the form asks for, as the act takes it."""
    return Agreeing(what=data.what, person=data.person, due_on=data.due_on)


def _hour(moment: time | None) -> str:
    return moment.strftime("%H:%M") if moment else ""
