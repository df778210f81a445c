"""Value demands, and the stars they were given."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.cleaning.dates import shown
from tracker.cases.exchange.cleaning.numbers import read_demand_number, read_star
from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.cleaning.vocabulary import DEMAND_STATES, PERSPECTIVES
from tracker.cases.exchange.fields import ALIAS, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.register import CaseRef, Target
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import DemandState, Perspective


@dataclass(frozen=True, slots=True)
class ValueDemandRow:
    """A value demand of a case, by its number there."""

    case: str
    number: int
    words: str
    theme: str
    state: DemandState
    reason: str


@dataclass(frozen=True, slots=True)
class StarRow:
    """One value demand read on one day."""

    case: str
    date: date
    demand: int
    stars: int
    perspective: Perspective
    note: str


def read_value_demand(row: RowReader) -> ValueDemandRow | None:
    """The value demand of a row; without a column for its number it gets the next one of its case."""
    case, words = row.case(), row.text("words")
    if not words:
        row.say(Level.ERROR, "woorden_ontbreken", "Waardevraag zonder tekst", "words")
    if case is None:
        return None
    register = row.around.register
    number = read_demand_number(row.value("number")) if row.has("number") else register.next_number(case)
    if number is None:
        number = register.next_number(case)
        reason = f"Geen nummer; wordt waardevraag {number}"
        row.say(Level.QUESTION, "nummer_leeg", reason, "number", str(number))
    former = register.add_demand(case, number, Target(row.place, not row.failed, words))
    if former and former.place:
        reason = f"Casus {case.code} heeft al een waardevraag {number}, op rij {former.place[1]}"
        row.say(Level.ERROR, "nummer_dubbel", reason, "number", str(register.next_number(case)))
    state = _state(row)
    if row.failed:
        return None
    return ValueDemandRow(case.code, number, words, row.text("theme"), state, row.text("reason"))


def _state(row: RowReader) -> DemandState:
    state = row.word("state", DEMAND_STATES)
    said = as_text(row.value("state"))
    if not said:
        row.say(Level.INFO, "stand_leeg", "Stand is leeg; wordt als open gelezen", "state")
    elif state is None:
        reason = f"Stand ‘{shown(said)}’ kennen we niet; wordt als open gelezen"
        row.say(Level.QUESTION, "stand_onduidelijk", reason, "state", "open")
    return state or DemandState.OPEN


def read_star_row(row: RowReader) -> StarRow | None:
    """The star of a row; no star is no record and no fault."""
    case, day = row.case(), row.date(missing="datum_ontbreekt")
    stars = row.noted(read_star(row.value("stars")), "stars")
    demand = _demand(row, case) if case else None
    if row.failed:
        return None
    if stars is None or case is None or day is None or demand is None:
        row.empty = True
        return None
    perspective = row.word_or_other("perspective", PERSPECTIVES, Perspective.TEAM)
    return StarRow(case.code, day, demand, stars, perspective, row.text("note"))


def _demand(row: RowReader, case: CaseRef) -> int | None:
    """The number of the value demand, by its number or else its words."""
    register = row.around.register
    number, words = read_demand_number(row.value("number")), row.text("words")
    if number is None and words:
        number = register.demand_in_words(case, words)
    target = register.demand(case, number) if number else None
    if target is None:
        said = str(number) if number else f"‘{shown(as_text(row.value('number')) or words)}’"
        reason = f"Casus {case.code} heeft geen waardevraag {said}"
        if not (number or words or row.value("number")):
            reason = "Niet ingevuld over welke waardevraag dit gaat"
        name = "number" if row.has("number") else "words"
        row.say(Level.ERROR, "waardevraag_onbekend", reason, name)
        return None
    row.hang_on(target)
    return number


_NUMBER = "wv|waardevraag nr|wv nr|volgnr|volgnummer|nr waardevraag|nummer waardevraag|letter|vraag nr"

VALUE_DEMANDS = Kind(
    "value_demands",
    "Waardevragen",
    "waardevraag",
    "Waardevragen|Waardevraag|WV|Vragen|Hulpvragen|Noden",
    (
        CASE,
        ALIAS,
        Field("number", "WV", Holds.NUMBER, _NUMBER),
        Field(
            "words",
            "Waardevraag",
            Holds.TEXT,
            "waardevraag in woorden van de klant|woorden van de klant|vraag|hulpvraag|omschrijving|nood"
            "|in eigen woorden",
            required=True,
        ),
        Field("theme", "Thema", Holds.LABEL, "domein|levensdomein|onderwerp|categorie", longest=80),
        Field(
            "state",
            "Stand",
            Holds.WORD,
            "status|toestand|open of gesloten|stand van zaken",
            words=DEMAND_STATES,
        ),
        Field("reason", "Reden", Holds.LABEL, "reden gesloten|reden stand|waarom gesloten|toelichting"),
    ),
    read_value_demand,
    key=("case", "number"),
)
STARS = Kind(
    "stars",
    "Sterren",
    "ster",
    "Sterren|Ster|Sterdiagram|Sterscores|Spinnenweb|Radar|Sterpunten",
    (
        CASE,
        ALIAS,
        DATE,
        Field("number", "WV", Holds.NUMBER, _NUMBER, required=True, unless="words"),
        Field("words", "Waardevraag", Holds.TEXT, "waardevraag kort|vraag|waardevraag woorden|omschrijving"),
        Field(
            "stars",
            "Ster",
            Holds.STAR,
            "ster 1-5|sterren|punten|score 1-5|sterscore|waarde 1-5|aantal sterren|cijfer",
            required=True,
        ),
        Field(
            "perspective",
            "Gezien door",
            Holds.WORD,
            "perspectief|wie scoorde|door wie|ingevuld met|blik van|standpunt",
            words=PERSPECTIVES,
        ),
        Field("note", "Opmerking", Holds.TEXT, "opmerkingen|nota|toelichting|commentaar"),
    ),
    read_star_row,
    key=("case", "date", "demand", "perspective"),
)
