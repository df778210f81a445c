"""Personas, the cases that resemble them, and the expertise they ask."""

from piccolo.columns import UUID, Date, ForeignKey, OnDelete, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables import CaseFile
from tracker.database import DB
from tracker.partnership.tables import Partner, Partnership, Person


class Persona(Table, db=DB):
    """A pattern of value demands in its context; never a segment with a service of its own (L2)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    name = Varchar(120)
    context = Text(default="")
    demands = Text(default="", help_text="Het patroon van waardevragen, één per regel")
    version = SmallInt(default=1)
    state = Varchar(20)
    since = Date(default=None, null=True)
    retired_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Resemblance(Table, db=DB):
    """In what a case is like a persona and in what it is not; a case may have none or several (C13)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    persona = ForeignKey(Persona, null=False, on_delete=OnDelete.cascade)
    alike = Text(default="", help_text="Gelijkaardig")
    different = Text(default="", help_text="Verschillend")
    involve = Text(default="", help_text="Wie betrekken we daarom")
    state = Varchar(20, help_text="Voorstel uit een werkmap, of bevestigd")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Misfit(Table, db=DB):
    """A case that fits no persona: on the review list until an analysis ends it (C13, L2)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    why = Text()
    noticed_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
    outcome = Varchar(20, default="")
    outcome_why = Text(default="")
    persona = ForeignKey(Persona, null=True, default=None, on_delete=OnDelete.set_null)
    ended_on = Date(default=None, null=True)
    ended_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)


class PersonaReview(Table, db=DB):
    """When the set of personas was looked at again, and when it will be next (L2)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    held_on = Date(default=None, null=True)
    next_on = Date(default=None, null=True)
    note = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Expertise(Table, db=DB):
    """A kind of expertise, named once so that what is asked and what is brought can meet (L3)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    name = Varchar(120)
    sort_name = Varchar(120, help_text="Naam zonder hoofdletters en dubbele spaties")


class ExpertiseAsked(Table, db=DB):
    """What expertise a persona asks, how much and how often (L3)."""

    id: Serial
    persona = ForeignKey(Persona, null=False, on_delete=OnDelete.cascade)
    expertise = ForeignKey(Expertise, null=False, on_delete=OnDelete.restrict)
    amount = Varchar(120, default="", help_text="Omvang")
    frequency = Varchar(120, default="", help_text="Hoe vaak")


class ExpertiseBrought(Table, db=DB):
    """What expertise a partner brings, and how much (L3)."""

    id: Serial
    partner = ForeignKey(Partner, null=False, on_delete=OnDelete.cascade)
    expertise = ForeignKey(Expertise, null=False, on_delete=OnDelete.restrict)
    amount = Varchar(120, default="", help_text="Omvang")


class CapacityChoice(Table, db=DB):
    """The way chosen to close a gap, or why an overlap is wanted (L3)."""

    id: Serial
    key = UUID()
    expertise = ForeignKey(Expertise, null=False, on_delete=OnDelete.cascade)
    way = Varchar(20, default="", help_text="Leeg: dit gaat over een overlap")
    reason = Text()
    chosen_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
