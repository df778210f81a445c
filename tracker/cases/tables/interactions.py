"""Contacts about a case: with whom, and what they answered."""

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

from tracker.cases.tables.case_files import CaseFile
from tracker.cases.tables.measures import ValueDemand
from tracker.database import DB
from tracker.partnership.tables import Organisation, Partnership, Person


class Interaction(Table, db=DB):
    """A dated contact, attempt, or talk about the case (C8)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    happened_on = Date(default=None, null=True)
    month = Integer(help_text="Jaar en maand als getal, 202611")
    kind = Varchar(20)
    outcome = Varchar(20)
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    with_whom = Varchar(200, default="")
    minutes = SmallInt(null=True, default=None)
    note = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class InteractionOrganisation(Table, db=DB):
    """Another organisation that took part in an interaction."""

    id: Serial
    interaction = ForeignKey(Interaction, null=False, on_delete=OnDelete.cascade)
    organisation = ForeignKey(Organisation, null=False, on_delete=OnDelete.restrict)


class InteractionDemand(Table, db=DB):
    """A value demand that an interaction answers."""

    id: Serial
    interaction = ForeignKey(Interaction, null=False, on_delete=OnDelete.cascade)
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
