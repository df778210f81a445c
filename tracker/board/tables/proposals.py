"""Proposals, their versions and rounds, and what each member answered."""

from typing import Any

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
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.tables import NamedRole, Organisation, Partnership, Person


class Proposal(Table, db=DB):
    """Something a circle is asked to decide, from the driver to the outcome (B1, B2).

    A proposal about starting an initiative names it; one of the board about what the team decided names that
    proposal (B9).
    """

    id: Serial
    key = UUID()
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    number = Integer(help_text="Volgnummer in het partnerschap: V4")
    circle = Varchar(10)
    title = Varchar(120)
    driver = Text(help_text="Aanleiding")
    form = Varchar(20)
    form_reason = Text(default="", help_text="Waarom niet met consent")
    initiative = ForeignKey(Initiative, null=True, default=None, on_delete=OnDelete.restrict)
    decided_by_team: ForeignKey[Any] = ForeignKey(
        "self",
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        help_text="Voorstel dat het team besliste",
    )
    proposer = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    facilitator = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    mandate = ForeignKey(
        NamedRole,
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        help_text="Rol die beslist bij mandaat",
    )
    stage = Varchar(20)
    remind_on = Date(default=None, null=True, help_text="Herinnert, beslist nooit")
    step = SmallInt(default=1, help_text="Stap die op het scherm staat")
    review_on = Date(default=None, null=True, help_text="Wanneer de afspraak terugkomt")
    decided_at = Timestamptz(null=True, default=None)
    outcome = Text(default="", help_text="Wat beslist werd, in één zin")
    ended_reason = Text(default="")
    written_at = Timestamptz(null=True, default=None)


class ProposalVersion(Table, db=DB):
    """One version of a proposal's text; an amendment is a new one (B5)."""

    id: Serial
    key = UUID()
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    number = SmallInt()
    text = Text()
    who_does_what = Text(default="")
    expected = Text(default="", help_text="Wat we verwachten te zien, en wanneer")
    criteria = Text(default="", help_text="Waar we bij de evaluatie naar kijken, één per regel")
    review_on = Date(default=None, null=True)
    reason = Text(default="", help_text="Waarom deze versie er kwam")
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class Reaction(Table, db=DB):
    """A question or an opinion about a proposal, and the answer to it."""

    id: Serial
    key = UUID()
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    stage = Varchar(20)
    text = Text()
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
    reply = Text(default="")
    replied_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    replied_at = Timestamptz(null=True, default=None)


class Round(Table, db=DB):
    """A round over one version; who is present is fixed when it opens (B4)."""

    id: Serial
    key = UUID()
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    version = ForeignKey(ProposalVersion, null=False, on_delete=OnDelete.restrict)
    number = SmallInt()
    state = Varchar(20)
    opened_at = Timestamptz(null=True, default=None)
    opened_by = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    arguments_until = Date(
        default=None, null=True, help_text="Tot wanneer wie er niet bij was, kan heropenen"
    )
    closed_at = Timestamptz(null=True, default=None)
    closed_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)


class Seat(Table, db=DB):
    """A member of the circle in a round: one answer, empty until it is given (B3, law 2)."""

    id: Serial
    round = ForeignKey(Round, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    role = Varchar(30)
    place = SmallInt(help_text="Volgorde in de kring")
    present = Boolean(default=True)
    answer = Varchar(20, default="")
    argument = Text(default="")
    answered_at = Timestamptz(null=True, default=None)
    entered_by = ForeignKey(
        Person, null=True, default=None, on_delete=OnDelete.restrict, help_text="Wie het invulde"
    )
    stepped_out_at = Timestamptz(null=True, default=None, help_text="Wanneer het lid zei er niet bij te zijn")


class Invitation(Table, db=DB):
    """The target group's representative, asked into the team circle for one proposal."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    invited_by = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)


class Absence(Table, db=DB):
    """A member's own word not to be there for a proposal; nobody says it for another (B4)."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    said_at = Timestamptz(null=True, default=None)


class Objection(Table, db=DB):
    """An argument against a version: tested by the circle, withdrawn by its owner alone (B5)."""

    id: Serial
    key = UUID()
    round = ForeignKey(Round, null=False, on_delete=OnDelete.cascade)
    owner = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    argument = Text()
    from_absentee = Boolean(default=False)
    verdict = Varchar(20, default="")
    verdict_reason = Text(default="")
    verdict_by = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    confirmed_by = ForeignKey(
        Person, null=True, default=None, on_delete=OnDelete.restrict, help_text="Wie de toets mee bevestigde"
    )
    met_in = ForeignKey(
        ProposalVersion, null=True, default=None, on_delete=OnDelete.restrict, help_text="Verwerkt in versie"
    )
    withdrawn_at = Timestamptz(null=True, default=None)
    answered_by_circle = Text(default="", help_text="Antwoord van de kring als wie het inbracht, weg is")
    written_at = Timestamptz(null=True, default=None)


class Evaluation(Table, db=DB):
    """An agreement looked at again: expected beside seen, and what the circle does with it (B8)."""

    id: Serial
    key = UUID()
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    held_on = Date(default=None, null=True)
    seen = Text(help_text="Wat we zagen")
    helped = Text(default="", help_text="Heeft het geholpen?")
    improve = Text(default="", help_text="Wat kan beter?")
    result = Varchar(20)
    reason = Text(default="")
    next_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)
