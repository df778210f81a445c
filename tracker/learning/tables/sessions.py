"""Learning sessions: who, which cases and why, what was said, and the minutes that freeze."""

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

from tracker.cases.tables import CaseFile
from tracker.database import DB
from tracker.learning.tables.patterns import Pattern
from tracker.partnership.tables import Partnership, Person, ValueStep


class LearningSession(Table, db=DB):
    """A session in which people learn from cases: format, question, facilitator, minutes (L4)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    format = Varchar(20)
    question = Text()
    held_on = Date(default=None, null=True)
    place = Varchar(120, default="")
    facilitator = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    minute_taker = ForeignKey(
        Person, null=True, default=None, on_delete=OnDelete.restrict, help_text="Wie het verslag schrijft"
    )
    pattern = ForeignKey(
        Pattern,
        null=True,
        default=None,
        on_delete=OnDelete.set_null,
        help_text="Het patroon waar de vraag uit kwam",
    )
    check_in = Text(default="", help_text="Vraag voor het rondje bij het begin")
    state = Varchar(20)
    entry_code = Varchar(8, default="", help_text="Korte code waarmee telefoons kaarten toevoegen")
    opened_at = Timestamptz(null=True, default=None)
    minutes = Text(default="")
    closed_at = Timestamptz(null=True, default=None)
    minutes_hash = Varchar(64, default="", help_text="SHA-256 van het bevroren verslag")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Participant(Table, db=DB):
    """Somebody who takes part; a seat of the target group without a person is an empty seat (L4)."""

    id: Serial
    session = ForeignKey(LearningSession, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    name = Varchar(120, default="")
    target_group = Boolean(default=False)
    check_in = Text(default="", help_text="Wat iemand bij het begin zei")


class SessionCase(Table, db=DB):
    """A case chosen for a session and why; a shared one the coach may read while the session is open."""

    id: Serial
    session = ForeignKey(LearningSession, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    place = SmallInt()
    reason = Text()
    shared = Boolean(default=False)


class SessionAnswer(Table, db=DB):
    """What was filled in for one question of the format, for the session or for one of its cases."""

    id: Serial
    session = ForeignKey(LearningSession, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=True, default=None, on_delete=OnDelete.cascade)
    question = Varchar(40)
    text = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class JourneyStep(Table, db=DB):
    """A step on the way a customer really went: value, waste or failure demand, and the days waited (L4)."""

    id: Serial
    key = UUID()
    session = ForeignKey(LearningSession, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    happened_on = Date(default=None, null=True)
    what = Text()
    kind = Varchar(20)
    value_step = ForeignKey(ValueStep, null=True, default=None, on_delete=OnDelete.restrict)
    waited = SmallInt(default=0, help_text="Dagen wachten vóór deze stap")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Card(Table, db=DB):
    """A card that somebody laid on the table during a session, from a phone or the screen (L17)."""

    id: Serial
    key = UUID()
    session = ForeignKey(LearningSession, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=True, default=None, on_delete=OnDelete.cascade)
    words = Text()
    quoted = Boolean(default=False, help_text="Letterlijke woorden van de persoon")
    grouped_as = Varchar(120, default="")
    pattern = ForeignKey(Pattern, null=True, default=None, on_delete=OnDelete.set_null)
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)
