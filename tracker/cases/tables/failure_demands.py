"""What would not have been asked had we done what was needed."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.cases.tables.case_files import CaseFile
from tracker.cases.tables.measures import ValueDemand
from tracker.database import DB
from tracker.partnership.tables import Organisation, Person


class FailureDemand(Table, db=DB):
    """Words or a signal that would not have been there had we done (right) what was needed (C7)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    words = Text()
    observed = Boolean(default=False, help_text="Een signaal dat we zagen, geen uitspraak")
    heard_on = Date(default=None, null=True)
    about = Boolean(default=False, help_text="De dag is bij benadering")
    came_in = Varchar(80, default="", help_text="Waar het binnenkwam")
    arising = Varchar(20)
    response = Text(default="")
    changed = Text(default="", help_text="Wat erdoor veranderde")
    told_on = Date(default=None, null=True, help_text="Wanneer dat aan de persoon verteld is")
    told_how = Text(default="")
    former_demand = ForeignKey(ValueDemand, null=True, default=None, on_delete=OnDelete.set_null)
    became_demand = ForeignKey(ValueDemand, null=True, default=None, on_delete=OnDelete.set_null)
    reclassified_on = Date(default=None, null=True)
    reclassified_reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class FailureDemandOrganisation(Table, db=DB):
    """An organisation involved in a failure demand, by name: it need not be a partner."""

    id: Serial
    failure_demand = ForeignKey(FailureDemand, null=False, on_delete=OnDelete.cascade)
    name = Varchar(120)
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
