"""Multidisciplinary reviews, and what is agreed there."""

from piccolo.columns import UUID, Date, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables.case_files import CaseFile
from tracker.database import DB
from tracker.partnership.tables import Organisation, Person


class Review(Table, db=DB):
    """A multidisciplinary review of the case (C10)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    held_on = Date(default=None, null=True)
    person_part = Varchar(20)
    note = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class ReviewVoice(Table, db=DB):
    """A discipline or organisation present at a review, and how it reads the case (C10)."""

    id: Serial
    review = ForeignKey(Review, null=False, on_delete=OnDelete.cascade)
    discipline = Varchar(120, default="")
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    reading = Text(default="")


class Agreement(Table, db=DB):
    """Who does what by when, agreed in a review (C10)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    review = ForeignKey(Review, null=True, default=None, on_delete=OnDelete.set_null)
    what = Text()
    who = Varchar(120, default="")
    due_on = Date(default=None, null=True)
    state = Varchar(20)
    closed_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
