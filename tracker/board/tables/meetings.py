"""Meetings of team and board: their kind, agenda, table, minutes and what was agreed."""

from piccolo.columns import (
    UUID,
    Boolean,
    Date,
    ForeignKey,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table

from tracker.board.tables.issues import Issue
from tracker.board.tables.proposals import Proposal
from tracker.database import DB
from tracker.learning.tables.evidence import Extract
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.tables import Organisation, Partnership, Person


class MeetingKind(Table, db=DB):
    """A kind of meeting with its rhythm and how it works (B12)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    circle = Varchar(10)
    name = Varchar(120)
    rhythm = Varchar(120, default="")
    composition = Text(default="", help_text="Samenstelling")
    way_of_working = Text(default="", help_text="Werkvorm")
    minutes_way = Text(default="", help_text="Hoe we verslag maken")
    decision_form = Varchar(20)
    retired_on = Date(default=None, null=True)


class Meeting(Table, db=DB):
    """A meeting, from its preparation to minutes that freeze (B12, B13)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    kind = ForeignKey(MeetingKind, null=False, on_delete=OnDelete.restrict)
    circle = Varchar(10)
    held_on = Date(default=None, null=True)
    starts_at = Varchar(5, default="", help_text="Uur: 14:00")
    ends_at = Varchar(5, default="")
    place = Varchar(120, default="")
    facilitator = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    state = Varchar(20)
    step = SmallInt(default=0, help_text="Punt dat op het scherm staat")
    dossier_sent_at = Timestamptz(null=True, default=None)
    dossier = Text(default="", help_text="Het dossier zoals het verstuurd werd, als JSON")
    minutes = Text(default="")
    closed_at = Timestamptz(null=True, default=None)
    minutes_hash = Varchar(64, default="", help_text="SHA-256 van het bevroren verslag")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class AgendaItem(Table, db=DB):
    """What a meeting talks about, and what came of it; it may be about one thing of the record (B12)."""

    id: Serial
    key = UUID()
    meeting = ForeignKey(Meeting, null=False, on_delete=OnDelete.cascade)
    place = SmallInt()
    title = Varchar(160)
    purpose = Varchar(20)
    minutes = SmallInt(default=10, help_text="Voorziene tijd in minuten")
    note = Text(default="", help_text="Wat we hierover vooraf willen zeggen")
    proposal = ForeignKey(Proposal, null=True, default=None, on_delete=OnDelete.restrict)
    initiative = ForeignKey(Initiative, null=True, default=None, on_delete=OnDelete.restrict)
    issue = ForeignKey(Issue, null=True, default=None, on_delete=OnDelete.restrict)
    extract = ForeignKey(Extract, null=True, default=None, on_delete=OnDelete.restrict)
    decision_form = Varchar(20, default="")
    consent_here = Boolean(null=True, default=None, help_text="Consent in de bestuursraad, ook hier?")
    consent_here_why = Text(default="")
    outcome = Text(default="", help_text="Wat eruit kwam")
    changed_at = Timestamptz(null=True, default=None, help_text="Wanneer titel, doel of nota anders werd")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Attendance(Table, db=DB):
    """A seat at the table of a meeting; the one of the target group is shown when it is empty (B12)."""

    id: Serial
    meeting = ForeignKey(Meeting, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    role = Varchar(30)
    attending = Varchar(10, default="")
    said_at = Timestamptz(null=True, default=None)


class ActionItem(Table, db=DB):
    """Who does what by when, agreed in a meeting (B12)."""

    id: Serial
    key = UUID()
    meeting = ForeignKey(Meeting, null=False, on_delete=OnDelete.cascade)
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.set_null)
    what = Text()
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    due_on = Date(default=None, null=True)
    done_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class MeetingFeedback(Table, db=DB):
    """What a board meeting has to say to whoever raised an issue; needed before its minutes close (B12)."""

    id: Serial
    meeting = ForeignKey(Meeting, null=False, on_delete=OnDelete.cascade)
    issue = ForeignKey(Issue, null=False, on_delete=OnDelete.cascade)
    text = Text()
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
