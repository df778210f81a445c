"""What was done, seen from the purpose: value or waste."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.cleaning.dates import shown
from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.cleaning.vocabulary import VERDICTS
from tracker.cases.exchange.fields import ALIAS, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import Verdict


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """An assessment; `basis` says what it rests on, such as ‘observatie’, and is nobody's own words."""

    case: str
    date: date
    value_step: str
    verdict: Verdict
    what: str
    basis: str


def read(row: RowReader) -> AssessmentRow | None:
    """The assessment of a row."""
    case, day, what = row.case(), row.date(missing="datum_ontbreekt"), row.text("what")
    verdict = row.word("verdict", VERDICTS)
    if not what:
        row.say(Level.ERROR, "woorden_ontbreken", "Niet ingevuld wat er gebeurd is", "what")
    if verdict is None:
        said = as_text(row.value("verdict"))
        reason = (
            f"Is ‘{shown(said)}’ waarde of verspilling?" if said else "Waarde of verspilling niet ingevuld"
        )
        row.say(Level.ERROR, "oordeel_ontbreekt", reason, "verdict")
    step = row.text("value_step")
    if not step:
        row.say(Level.QUESTION, "waardestap_leeg", "Geen waardestap ingevuld", "value_step")
    if case is None or day is None or verdict is None or row.failed:
        return None
    return AssessmentRow(case.code, day, step, verdict, what, row.text("basis"))


ASSESSMENTS = Kind(
    "assessments",
    "Waarde en verspilling",
    "duiding",
    "Verspilling|Waarde en verspilling|Waarde|Verspillingen|Duiding|Beoordelingen|Waardevol en verspilling",
    (
        CASE,
        ALIAS,
        DATE,
        Field("value_step", "Waardestap", Holds.LABEL, "stap|bij waardestap|waardestappen|fase", longest=120),
        Field(
            "verdict",
            "Waarde of verspilling",
            Holds.WORD,
            "waarde/verspilling|oordeel|w of v|waarde verspilling|beoordeling|soort",
            required=True,
            words=VERDICTS,
        ),
        Field(
            "what",
            "Wat is er gebeurd",
            Holds.TEXT,
            "wat gebeurde er|wat|omschrijving|beschrijving|actie|handeling|voorval",
            required=True,
        ),
        Field(
            "basis", "Waarop gebaseerd", Holds.LABEL, "basis|bron|gebaseerd op|hoe weten we dat|op basis van"
        ),
    ),
    read,
    key=("case", "date", "what"),
)
