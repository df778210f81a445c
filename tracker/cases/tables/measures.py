"""What is measured along the way: the purpose, the progress towards it, and the stars of what matters."""

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

from tracker.cases.tables.case_files import CaseFile
from tracker.database import DB
from tracker.partnership.tables import Person, Wording


class Purpose(Table, db=DB):
    """A version of the purpose, from the target group's own perspective (C2)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    words = Text()
    since = Date(default=None, null=True)
    reason = Text(default="")
    fit = Text(default="", help_text="Hoe deze bedoeling in die van het partnerschap past")
    outside = Boolean(default=False, help_text="Valt buiten de bedoeling van het partnerschap")
    central = ForeignKey(Wording, null=True, default=None, on_delete=OnDelete.restrict)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    author_name = Varchar(120, default="")
    written_at = Timestamptz(null=True, default=None)


class ProgressScore(Table, db=DB):
    """A score from 1 (a long way to go) to 10 (can let go), never without its interpretation (C3)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    scored_on = Date(default=None, null=True)
    score = SmallInt()
    interpretation = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    author_name = Varchar(120, default="")
    written_at = Timestamptz(null=True, default=None)


class ValueDemand(Table, db=DB):
    """A need in the words of those concerned; its place gives the letter on the star (C4)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    place = SmallInt()
    words = Text()
    theme = Varchar(80, default="")
    state = Varchar(20)
    named_on = Date(default=None, null=True)
    ended_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class DemandChange(Table, db=DB):
    """A step in the life of a value demand: what it said before, and why it changed (C4)."""

    id: Serial
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(20)
    changed_on = Date(default=None, null=True)
    former_words = Text(default="")
    reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class StarReading(Table, db=DB):
    """The open value demands read at one moment from one perspective (C5)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    read_on = Date(default=None, null=True)
    perspective = Varchar(20)
    note = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class StarRating(Table, db=DB):
    """One value demand in a reading: 1 to 5, or empty when it was not spoken about (C5)."""

    id: Serial
    reading = ForeignKey(StarReading, null=False, on_delete=OnDelete.cascade)
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
    stars = SmallInt(null=True, default=None)
    note = Text(default="")
    fit = Varchar(20, default="")
    disagreement = Text(default="")
