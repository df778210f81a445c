"""A case, who follows it and who may see it."""

from piccolo.columns import (
    UUID,
    Boolean,
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

from tracker.database import DB
from tracker.partnership.tables import Organisation, Partnership, Person


class CaseFile(Table, db=DB):
    """A case: a person, group, organisation, neighbourhood or collaboration, known by code and alias (C1).

    `purpose`, `search`, `last_contact_on`, `last_review_on` and `touched_at` repeat what stands in the row
    itself or in the rows below, kept up by the acts themselves, so that a list of cases is one query.
    """

    id: Serial
    key = UUID(help_text="Sleutel van het formulier, tegen dubbel bewaren")
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    code = Varchar(20)
    source_code = Varchar(40, default="", help_text="Nummer in de vroegere lijst van het partnerschap")
    kind = Varchar(20)
    alias = Varchar(80, default="", help_text="Schuilnaam, nooit de echte naam")
    municipality = Varchar(80, default="")
    started_on = Date(default=None, null=True)
    reached = Varchar(20)
    reached_note = Varchar(200, default="")
    lead = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    lead_name = Varchar(120, default="", help_text="Naam van de trekker zonder account")
    participants = SmallInt(default=1, help_text="Aantal ESF+-deelnemers dat deze casus draagt")
    doubt = Boolean(default=False, help_text="Twijfel of dit de doelgroep is")
    doubt_review_on = Date(default=None, null=True)
    state = Varchar(20)
    ended_on = Date(default=None, null=True)
    purpose = Text(default="")
    search = Text(default="", help_text="Waarop de lijst zoekt, zonder hoofdletters en accenten")
    closed_to_coordination = Boolean(default=False)
    last_contact_on = Date(default=None, null=True)
    last_review_on = Date(default=None, null=True)
    touched_at = Timestamptz(null=True, default=None)
    opened_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    opened_at = Timestamptz(null=True, default=None)


class CaseWorker(Table, db=DB):
    """A practitioner who follows the case, from a day until a day."""

    id: Serial
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)


class SharingAgreement(Table, db=DB):
    """What the person knew and said about sharing; the latest holds, former ones stay (C14)."""

    id: Serial
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    informed_on = Date(default=None, null=True)
    agreed = Varchar(20)
    how = Varchar(200, default="")
    by_whom = Varchar(120, default="")
    limits = Text(default="")
    withdrawn_on = Date(default=None, null=True)
    recorded_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    recorded_at = Timestamptz(null=True, default=None)


class SharedWith(Table, db=DB):
    """An organisation that sees the case, from a day until a day (C14)."""

    id: Serial
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    organisation = ForeignKey(Organisation, null=False, on_delete=OnDelete.restrict)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)


class CaseEnding(Table, db=DB):
    """A release or another ending, and the reopening that may follow (C12)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(20)
    ended_on = Date(default=None, null=True)
    interpretation = Text()
    handed_to = Varchar(120, default="")
    keeps_contact = Varchar(200, default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
    reopened_on = Date(default=None, null=True)
    reopened_reason = Text(default="")
    reopened_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
