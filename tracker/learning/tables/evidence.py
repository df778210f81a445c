"""What comes from outside or goes out as a story, and the limits of a chart."""

from piccolo.columns import UUID, Date, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables import CaseFile
from tracker.database import DB
from tracker.learning.tables.patterns import Pattern
from tracker.partnership.tables import Partnership, Person


class Extract(Table, db=DB):
    """A story of a case, told without who it is, that the team released for the board and others."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    case = ForeignKey(CaseFile, null=True, default=None, on_delete=OnDelete.set_null)
    pattern = ForeignKey(Pattern, null=True, default=None, on_delete=OnDelete.set_null)
    title = Varchar(120)
    story = Text()
    released_on = Date(default=None, null=True)
    withdrawn_on = Date(default=None, null=True)
    withdrawn_reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class ExternalInput(Table, db=DB):
    """Input from outside; it reaches an initiative only through the analysis of cases (L15)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    source = Varchar(30)
    from_whom = Varchar(200, default="")
    received_on = Date(default=None, null=True)
    text = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class InputCase(Table, db=DB):
    """A case in which an external input was looked for, and what it showed there (L15)."""

    id: Serial
    key = UUID()
    input = ForeignKey(ExternalInput, null=False, on_delete=OnDelete.cascade)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    finding = Text()
    pattern = ForeignKey(Pattern, null=True, default=None, on_delete=OnDelete.set_null)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class LimitsReset(Table, db=DB):
    """A person's decision to compute the limits of a chart anew from a day on, and why (L9)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    chart = Varchar(20)
    from_on = Date(default=None, null=True)
    reason = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
