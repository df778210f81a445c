"""Failure demands: what people said or did because we failed to do something, or did it wrong."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.cleaning.dates import shown
from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.cleaning.vocabulary import ARISING
from tracker.cases.exchange.fields import ALIAS, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import Arising


@dataclass(frozen=True, slots=True)
class FailureDemandRow:
    """A failure demand; `about` says that the day is approximate."""

    case: str
    date: date
    about: bool
    words: str
    came_in: str
    arising: Arising
    response: str
    organisations: tuple[str, ...]
    pattern: str


def read(row: RowReader) -> FailureDemandRow | None:
    """The failure demand of a row."""
    case, day, words = row.case(), row.date(missing="datum_ontbreekt"), row.text("words")
    if not words:
        row.say(Level.ERROR, "woorden_ontbreken", "Faalvraag zonder letterlijke woorden", "words")
    arising = _arising(row)
    if case is None or day is None or row.failed:
        return None
    return FailureDemandRow(
        case=case.code,
        date=day,
        about="date" in row.about,
        words=words,
        came_in=row.text("came_in"),
        arising=arising,
        response=row.text("response"),
        organisations=row.organisations("organisations"),
        pattern=row.text("pattern"),
    )


def _arising(row: RowReader) -> Arising:
    arising = row.word("arising", ARISING)
    said = as_text(row.value("arising"))
    if not said:
        reason = "Niet ingevuld of het om nalaten of contraproductief doen gaat"
        row.say(Level.QUESTION, "herkomst_leeg", reason, "arising")
    elif arising is None:
        reason = f"Is ‘{shown(said)}’ nalaten of contraproductief doen?"
        row.say(Level.QUESTION, "herkomst_onduidelijk", reason, "arising")
    return arising or Arising.UNKNOWN


FAILURE_DEMANDS = Kind(
    "failure_demands",
    "Faalvragen",
    "faalvraag",
    "Faalvragen|Faalvraag|Klachten|Signalen|Wat liep mis|Failure demand|Foutvragen",
    (
        CASE,
        ALIAS,
        DATE,
        Field(
            "words",
            "Letterlijk",
            Holds.TEXT,
            "letterlijke woorden|faalvraag|woorden|citaat|wat zei de klant|quote|uitspraak"
            "|in woorden van de klant"
            "|vraag letterlijk|signaal",
            required=True,
        ),
        Field(
            "came_in",
            "Waar binnengekomen",
            Holds.LABEL,
            "waar|kanaal|binnengekomen via|via|waar gehoord|plaats|hoe binnengekomen",
            longest=80,
        ),
        Field(
            "arising",
            "Nalaten of contraproductief",
            Holds.WORD,
            "nalaten contraproductief|nalaten / contraproductief|herkomst|soort faalvraag|aard"
            "|type faalvraag|oorsprong",
            words=ARISING,
        ),
        Field("response", "Respons", Holds.TEXT, "antwoord|reactie|wat deden we|actie|gevolg|opvolging"),
        Field(
            "organisations",
            "Organisatie",
            Holds.ORGANISATIONS,
            "organisaties|dienst|diensten|betrokken organisatie|bij wie|welke dienst|partner",
            longest=120,
        ),
        Field("pattern", "Patroon", Holds.LABEL, "patroon achteraf|type|thema|categorie|groep"),
    ),
    read,
    key=("case", "date", "words"),
    same=("case", "date", "words"),
    same_words="casus, dag en woorden als",
)
