"""Patterns made after the words, and what lies behind them: causes, system conditions, thinking."""

from typing import Any

from piccolo.columns import UUID, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables import Assessment, CaseFile, FailureDemand, ValueDemand
from tracker.database import DB
from tracker.partnership.tables import Organisation, Partnership, Person


class Pattern(Table, db=DB):
    """What keeps coming back over cases, named after the words were heard (L5).

    A merged pattern stays and points at the one it went into, so that its history can be read.
    """

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(20)
    name = Varchar(120)
    meaning = Text(default="", help_text="Wat bij dit patroon hoort en wat niet")
    recurrence = Varchar(20, default="")
    recurrence_reason = Text(default="")
    made_on = Date(default=None, null=True)
    merged_into: ForeignKey[Any] = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    merged_reason = Text(default="")
    retired_on = Date(default=None, null=True)
    retired_reason = Text(default="")
    judged_otherwise = Integer(
        default=0, help_text="Hoeveel dingen eruit gingen omdat ze anders geduid werden"
    )
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Occurrence(Table, db=DB):
    """One word or deed on a case that belongs to a pattern; its own words never change by it (L5).

    Exactly one of the three references is filled; each record belongs to one pattern at most.
    """

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    pattern = ForeignKey(Pattern, null=False, on_delete=OnDelete.restrict)
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    failure_demand = ForeignKey(FailureDemand, null=True, default=None, on_delete=OnDelete.cascade)
    assessment = ForeignKey(Assessment, null=True, default=None, on_delete=OnDelete.cascade)
    value_demand = ForeignKey(ValueDemand, null=True, default=None, on_delete=OnDelete.cascade)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    grouped_at = Timestamptz(null=True, default=None)


class ProposedGrouping(Table, db=DB):
    """A pattern name that an imported workbook gave to a failure demand; counts only once confirmed."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    failure_demand = ForeignKey(FailureDemand, null=False, on_delete=OnDelete.cascade)
    name = Varchar(120)


class Cause(Table, db=DB):
    """Why a pattern keeps arising; names the system, never a colleague (L6)."""

    id: Serial
    key = UUID()
    pattern = ForeignKey(Pattern, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(20)
    explanation = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Condition(Table, db=DB):
    """A system condition: what in structures, rules or means makes it so, and who can change it (L6, L7)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(20)
    name = Varchar(120)
    meaning = Text(default="")
    who_can_change = Varchar(20)
    organisation = ForeignKey(
        Organisation,
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        help_text="De partnerorganisatie die dit kan veranderen",
    )
    asked = Text(default="", help_text="Wat we vragen aan wie dit kan veranderen")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Thinking(Table, db=DB):
    """A way of thinking that keeps things as they are (L6)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    name = Varchar(120)
    meaning = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class CauseCondition(Table, db=DB):
    """A system condition behind a cause."""

    id: Serial
    cause = ForeignKey(Cause, null=False, on_delete=OnDelete.cascade)
    condition = ForeignKey(Condition, null=False, on_delete=OnDelete.restrict)


class CauseThinking(Table, db=DB):
    """A way of thinking behind a cause."""

    id: Serial
    cause = ForeignKey(Cause, null=False, on_delete=OnDelete.cascade)
    thinking = ForeignKey(Thinking, null=False, on_delete=OnDelete.restrict)


class ConditionThinking(Table, db=DB):
    """A way of thinking that keeps a system condition in place."""

    id: Serial
    condition = ForeignKey(Condition, null=False, on_delete=OnDelete.cascade)
    thinking = ForeignKey(Thinking, null=False, on_delete=OnDelete.restrict)


class FormerText(Table, db=DB):
    """What a pattern, cause, condition, way of thinking or persona said before, and why that changed."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    subject = Varchar(20)
    subject_id = Integer()
    former = Text(default="{}", help_text="De vroegere inhoud")
    reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    changed_at = Timestamptz(null=True, default=None)


class Remark(Table, db=DB):
    """A remark of the target-group representative, or of a colleague, beside what is learned."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    subject = Varchar(20)
    subject_id = Integer()
    text = Text()
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    role = Varchar(30, default="", help_text="In welke rol iemand dit opmerkte")
    written_at = Timestamptz(null=True, default=None)
