"""What was done, seen from the purpose."""

from piccolo.columns import UUID, Date, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables.case_files import CaseFile
from tracker.cases.tables.interactions import Interaction
from tracker.cases.tables.measures import Purpose, ValueDemand
from tracker.database import DB
from tracker.partnership.tables import Person, ValueStep


class Assessment(Table, db=DB):
    """What was done, seen from the purpose: value or waste, with the bases it rests on (C9)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    purpose = ForeignKey(Purpose, null=True, default=None, on_delete=OnDelete.set_null)
    happened_on = Date(default=None, null=True)
    until = Date(default=None, null=True, help_text="Einde van een wachttijd")
    what = Text()
    verdict = Varchar(20)
    waste_kind = Varchar(20, default="")
    value_step = ForeignKey(ValueStep, null=True, default=None, on_delete=OnDelete.restrict)
    team_view = Text(default="", help_text="Wat het team zag (observatie)")
    person_view = Text(default="", help_text="Wat de doelgroep er zelf van vindt")
    basis = Text(default="", help_text="Waarop dit steunt, zoals een werkmap het zei; niemands woorden")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class AssessmentInteraction(Table, db=DB):
    """An interaction that an assessment names."""

    id: Serial
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.cascade)
    interaction = ForeignKey(Interaction, null=False, on_delete=OnDelete.cascade)


class AssessmentDemand(Table, db=DB):
    """A value demand that an assessment names."""

    id: Serial
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.cascade)
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
