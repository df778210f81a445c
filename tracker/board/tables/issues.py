"""Issues that the team's mandate cannot solve, each step on their way, and who may read them."""

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

from tracker.database import DB
from tracker.learning.tables.evidence import Extract
from tracker.learning.tables.patterns import Condition, Pattern
from tracker.partnership.tables import Organisation, Partnership, Person


class Issue(Table, db=DB):
    """A kwestie: what the team or a board member lays before the board, and where it is now (B10)."""

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    number = Integer(help_text="Volgnummer in het partnerschap: K6")
    circle = Varchar(10, help_text="Vanwaar ze komt: team of bestuursraad")
    kind = Varchar(20)
    title = Varchar(120)
    situation = Text()
    why_not_team = Text(default="", help_text="Waarom het mandaat van het team niet volstaat")
    tried = Text(default="")
    pattern = ForeignKey(Pattern, null=True, default=None, on_delete=OnDelete.restrict)
    condition = ForeignKey(Condition, null=True, default=None, on_delete=OnDelete.restrict)
    extract = ForeignKey(Extract, null=True, default=None, on_delete=OnDelete.set_null)
    raised_by = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    raised_on = Date(default=None, null=True)
    state = Varchar(20)
    owner = ForeignKey(
        Person,
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        help_text="Bestuursraadslid dat ze opnam",
    )
    offered_to = ForeignKey(
        Person,
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        help_text="Bestuursraadslid aan wie gevraagd is om ze over te nemen",
    )
    organisation = ForeignKey(
        Organisation, null=True, default=None, on_delete=OnDelete.restrict, help_text="Waar ze ingebracht is"
    )
    resolution = Varchar(20, default="")
    look_again_on = Date(default=None, null=True)
    fed_back_on = Date(default=None, null=True, help_text="Laatste bericht aan wie ze inbracht")
    ended_on = Date(default=None, null=True)
    written_at = Timestamptz(null=True, default=None)


class IssueReader(Table, db=DB):
    """Somebody who may read a conflict beside the board; nobody else knows that it exists (B10)."""

    id: Serial
    issue = ForeignKey(Issue, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)


class IssueStep(Table, db=DB):
    """One step of an issue, onward or back to whoever raised it (B11)."""

    id: Serial
    key = UUID()
    issue = ForeignKey(Issue, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(20)
    happened_on = Date(default=None, null=True)
    text = Text(default="")
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    handed_to = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Rhythm(Table, db=DB):
    """After how many days what stands still is shown; of one partnership (B11)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.cascade)
    take_up_days = SmallInt(default=7, help_text="Niet opgenomen")
    silent_days = SmallInt(default=30, help_text="Geen terugkoppeling")
