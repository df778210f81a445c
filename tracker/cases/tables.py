"""Tables of a case. Text in them is confidential; only queries that start from a viewer may read it."""

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
from tracker.partnership.tables import Organisation, Partnership, Person, ValueStep, Wording


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


class Purpose(Table, db=DB):
    """A version of the purpose, from the target group's own perspective (C2)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    words = Text()
    since = Date(default=None, null=True)
    reason = Text(default="")
    fit = Text(default="", help_text="Hoe deze bedoeling in die van het partnerschap past")
    outside = Boolean(default=False, help_text="Valt buiten de bedoeling van het partnerschap")
    central = ForeignKey(Wording, null=True, default=None, on_delete=OnDelete.restrict)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    author_name = Varchar(120, default="")
    written_at = Timestamptz(null=True, default=None)


class ProgressScore(Table, db=DB):
    """A score from 1 (a long way to go) to 10 (can let go), never without its interpretation (C3)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    scored_on = Date(default=None, null=True)
    score = SmallInt()
    interpretation = Text()
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    author_name = Varchar(120, default="")
    written_at = Timestamptz(null=True, default=None)


class ValueDemand(Table, db=DB):
    """A need in the words of those concerned; its place gives the letter on the star (C4)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    place = SmallInt()
    words = Text()
    theme = Varchar(80, default="")
    state = Varchar(20)
    named_on = Date(default=None, null=True)
    ended_on = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class DemandChange(Table, db=DB):
    """A step in the life of a value demand: what it said before, and why it changed (C4)."""

    id: Serial
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(20)
    changed_on = Date(default=None, null=True)
    former_words = Text(default="")
    reason = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class StarReading(Table, db=DB):
    """The open value demands read at one moment from one perspective (C5)."""

    id: Serial
    key = UUID()
    case = ForeignKey(CaseFile, null=False, on_delete=OnDelete.cascade)
    read_on = Date(default=None, null=True)
    perspective = Varchar(20)
    note = Text(default="")
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    written_at = Timestamptz(null=True, default=None)


class StarRating(Table, db=DB):
    """One value demand in a reading: 1 to 5, or empty when it was not spoken about (C5)."""

    id: Serial
    reading = ForeignKey(StarReading, null=False, on_delete=OnDelete.cascade)
    demand = ForeignKey(ValueDemand, null=False, on_delete=OnDelete.cascade)
    stars = SmallInt(null=True, default=None)
    note = Text(default="")
    fit = Varchar(20, default="")
    disagreement = Text(default="")


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
