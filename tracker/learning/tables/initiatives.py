"""Improvement initiatives, their iterations, and what other partnerships do with them."""

from typing import Any

from piccolo.columns import (
    UUID,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table

from tracker.cases.tables import CaseFile
from tracker.database import DB
from tracker.learning.tables.patterns import Cause, Pattern
from tracker.partnership.tables import Partnership, Person


class Initiative(Table, db=DB):
    """A change that the team tries against a cause, in small steps (L10).

    One that came from another partnership keeps its origin and how it came.
    """

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    number = Integer(help_text="Volgnummer in het partnerschap: I3")
    name = Varchar(120)
    state = Varchar(20)
    recurrence = Varchar(20, default="", help_text="Komt dit voorspelbaar terug?")
    recurrence_reason = Text(default="")
    why_it_works = Text(default="")
    better_process = Text(default="")
    requirements = Text(default="", help_text="Wat nodig is om te starten en te lopen")
    competences = Text(default="", help_text="Nieuwe competenties en waar ze vandaan komen")
    evaluation = Text(default="", help_text="Hoe we het beoordelen")
    small_group = Text(default="", help_text="Met welke kleine groep we beginnen")
    unfinished = Varchar(200, default="", help_text="Delen waaraan nog geschreven wordt")
    summary = Text(default="", help_text="Wat andere partnerschappen lezen, zonder casusgegevens")
    offered_at = Timestamptz(null=True, default=None)
    decided_on = Date(default=None, null=True)
    started_on = Date(default=None, null=True)
    stable_on = Date(default=None, null=True)
    stable_evidence = Text(default="")
    stable_reason = Text(default="", help_text="Waarom al na één iteratie")
    spread_on = Date(default=None, null=True)
    spread_to = Text(default="", help_text="Hoe het bij de hele doelgroep komt")
    ended_on = Date(default=None, null=True)
    ended_reason = Text(default="")
    origin: ForeignKey[Any] = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    adoption = Varchar(20, default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class InitiativePattern(Table, db=DB):
    """A pattern that an initiative works on."""

    id: Serial
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    pattern = ForeignKey(Pattern, null=False, on_delete=OnDelete.restrict)


class InitiativeCause(Table, db=DB):
    """A cause that an initiative works on."""

    id: Serial
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    cause = ForeignKey(Cause, null=False, on_delete=OnDelete.cascade)


class InitiativeCarrier(Table, db=DB):
    """Somebody of the team who carries an initiative."""

    id: Serial
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)


class Iteration(Table, db=DB):
    """One PDSA cycle: what was predicted before the doing, what was seen, what was learned (L11)."""

    id: Serial
    key = UUID()
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    number = SmallInt()
    title = Varchar(120, default="")
    fidelity = Varchar(20)
    led_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    with_whom = Text(help_text="Met welke kleine groep")
    plan = Text(default="", help_text="Wat we gaan doen")
    prediction = Text()
    predicted_on = Date(default=None, null=True)
    until = Date(default=None, null=True, help_text="Tot wanneer we proberen")
    started_on = Date(default=None, null=True)
    done = Text(default="", help_text="Wat we deden")
    seen = Text(default="", help_text="Wat we zagen")
    matched = Text(default="", help_text="Klopte de voorspelling?")
    learned = Text(default="")
    outcome = Varchar(20, default="")
    follow_up = Text(default="", help_text="Wat we nu doen")
    ended_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class IterationCase(Table, db=DB):
    """A case with which an iteration is tried."""

    id: Serial
    iteration = ForeignKey(Iteration, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)


class Observation(Table, db=DB):
    """Something noticed while an initiative runs or after it is stable; never words of a case."""

    id: Serial
    key = UUID()
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    seen_on = Date(default=None, null=True)
    text = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class OfferReply(Table, db=DB):
    """What another partnership answers to an offered initiative; one answer, which may change (L13)."""

    id: Serial
    initiative = ForeignKey(Initiative, null=False, on_delete=OnDelete.cascade)
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    answer = Varchar(20)
    remark = Text(default="")
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
