"""Multidisciplinary reviews, and the agreements made in them."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.cleaning.dates import as_typed, shown
from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.cleaning.vocabulary import AGREEMENT_STATES, PERSON_PARTS
from tracker.cases.exchange.fields import ALIAS, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.register import Target
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import AgreementState, PersonPart


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review: who sat there, whether the person did, and how each read the case."""

    case: str
    date: date
    disciplines: tuple[str, ...]
    person_part: PersonPart | None
    note: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Who does what by when."""

    case: str
    review_on: date | None
    what: str
    who: str
    due_on: date | None
    state: AgreementState


def read_review(row: RowReader) -> ReviewRow | None:
    """The review of a row."""
    case, day = row.case(), row.date(missing="datum_ontbreekt")
    disciplines = row.texts("disciplines")
    note = row.text("note")
    if case and day:
        row.around.register.add_review(case, day, Target(row.place, not row.failed))
    if case is None or day is None or row.failed:
        return None
    return ReviewRow(case.code, day, disciplines, row.word("person_part", PERSON_PARTS), note)


def read_agreement(row: RowReader) -> AgreementRow | None:
    """The agreement of a row."""
    case, what = row.case(), row.text("what")
    if not what:
        row.say(Level.ERROR, "afspraak_ontbreekt", "Niet ingevuld wat er afgesproken is", "what")
    review_on = row.date("review_on")
    review = row.around.register.review(case, review_on) if case and review_on else None
    if review:
        row.hang_on(review)
    elif case and review_on:
        reason = f"Casus {case.code} heeft geen overleg op {as_typed(review_on)}"
        row.say(Level.QUESTION, "overleg_onbekend", reason, "review_on")
    due_on = row.date("due_on", future=True)
    state = _state(row)
    if case is None or row.failed:
        return None
    return AgreementRow(case.code, review_on, what, row.text("who"), due_on, state)


def _state(row: RowReader) -> AgreementState:
    state = row.word("state", AGREEMENT_STATES)
    said = as_text(row.value("state"))
    if said and state is None:
        reason = f"Stand ‘{shown(said)}’ kennen we niet; wordt als open gelezen"
        row.say(Level.QUESTION, "stand_onduidelijk", reason, "state", "open")
    elif not said:
        row.say(Level.INFO, "stand_leeg", "Stand is leeg; wordt als open gelezen", "state")
    return state or AgreementState.OPEN


REVIEWS = Kind(
    "reviews",
    "Overleg",
    "overleg",
    "Overleg|Overleggen|Multidisciplinair overleg|MDO|Casusoverleg|Teamoverleg|Besprekingen",
    (
        CASE,
        ALIAS,
        DATE,
        Field(
            "disciplines",
            "Disciplines",
            Holds.LABEL,
            "aanwezige disciplines|aanwezig|aanwezigen|wie aanwezig|deelnemers|partners aanwezig",
            longest=120,
            required=True,
        ),
        Field(
            "person_part",
            "Klant erbij",
            Holds.WORD,
            "klant aanwezig|persoon aanwezig|cliënt erbij|met klant|klant gehoord",
            words=PERSON_PARTS,
        ),
        Field(
            "note",
            "Duidingen",
            Holds.TEXT,
            "duidingen per discipline|verslag|duiding|interpretaties|bespreking|samenvatting|nota",
        ),
    ),
    read_review,
    key=("case", "date"),
)
AGREEMENTS = Kind(
    "agreements",
    "Afspraken",
    "afspraak",
    "Afspraken|Afspraak|Acties|Actiepunten|Actielijst|To do|Taken",
    (
        CASE,
        ALIAS,
        Field("review_on", "Overleg van", Holds.DATE, "datum overleg|overleg|overlegdatum|gemaakt op|datum"),
        Field("what", "Wat", Holds.TEXT, "afspraak|actie|omschrijving|taak|actiepunt", required=True),
        Field("who", "Wie", Holds.LABEL, "door wie|verantwoordelijke|trekker|uitvoerder", longest=120),
        Field("due_on", "Tegen", Holds.DATE, "tegen wanneer|deadline|wanneer|uiterlijk|timing|termijn"),
        Field(
            "state",
            "Stand",
            Holds.WORD,
            "status|stand van zaken|gedaan|uitgevoerd|ok",
            words=AGREEMENT_STATES,
        ),
    ),
    read_agreement,
    key=("case", "review_on", "what"),
)
