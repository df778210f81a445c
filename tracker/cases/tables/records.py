"""What is kept about records of any kind: checked, corrected, brought in."""

from piccolo.columns import Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables.case_files import CaseFile
from tracker.database import DB
from tracker.partnership.tables import Partnership, Person


class Validation(Table, db=DB):
    """Whether and how something on the case was checked with the target group (C11)."""

    id: Serial
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    subject = Varchar(20)
    subject_id = Integer()
    answer = Varchar(20)
    how = Text(default="")
    validated_on = Date(default=None, null=True)
    handed_over = Boolean(default=False, help_text="De persoon gaf het antwoord zelf op de telefoon")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Correction(Table, db=DB):
    """What a record said before somebody corrected it; kept with the case, wiped with it (C16)."""

    id: Serial
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    subject = Varchar(20)
    subject_id = Integer()
    former = Text(default="{}", help_text="De vroegere inhoud")
    reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    corrected_at = Timestamptz(null=True, default=None)


class ImportedRow(Table, db=DB):
    """Remembers which row of a spreadsheet became which record, so that nothing is imported twice (C18)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(30)
    identity = Varchar(64, help_text="Naam van de inhoud van de rij")
    natural_key = Varchar(200, default="", help_text="Naam van wat blijft als de rest van de rij verandert")
    written = Varchar(64, default="", help_text="Naam van de rij zoals ze in het bestand stond")
    subject_id = Integer()
    imported_at = Timestamptz(null=True, default=None)
