"""Progress scores, each with its interpretation."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.cleaning.numbers import read_score
from tracker.cases.exchange.cleaning.vocabulary import VALIDATED
from tracker.cases.exchange.fields import ALIAS, AUTHOR, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import Validated


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score from 1 to 10 with its interpretation; whether it was discussed may be unknown."""

    case: str
    date: date
    score: int
    interpretation: str
    author: str
    validated: Validated | None


def read(row: RowReader) -> ScoreRow | None:
    """The score of a row."""
    case, day = row.case(), row.date(missing="datum_ontbreekt")
    told = read_score(row.value("score"))
    score = row.noted(told, "score")
    interpretation = row.text("interpretation")
    if score is None and told.remark is None:
        reason = "Wel duiding, geen score" if interpretation else "Geen score en geen duiding"
        row.say(Level.ERROR, "score_leeg", reason, "score")
    elif not interpretation:
        row.say(Level.ERROR, "duiding_ontbreekt", "Score zonder duiding", "interpretation")
    if case is None or day is None or score is None or row.failed:
        return None
    validated = row.word("validated", VALIDATED)
    return ScoreRow(case.code, day, score, interpretation, row.text("author"), validated)


SCORES = Kind(
    "scores",
    "Scores",
    "score",
    "Scores|Score|Voortgang|Voortgangsscores|Progressie|Evolutie|Vooruitgang",
    (
        CASE,
        ALIAS,
        DATE,
        Field(
            "score",
            "Score",
            Holds.SCORE,
            "score 1-10|score op 10|voortgangsscore|cijfer|punt|voortgang|/10|op 10|schaal 1-10",
            required=True,
        ),
        Field(
            "interpretation",
            "Duiding",
            Holds.TEXT,
            "interpretatie|waarom deze score|toelichting|uitleg|motivatie|argumentatie|verklaring"
            "|wat maakt dat|waarom|waarom dit cijfer",
            required=True,
        ),
        AUTHOR,
        Field(
            "validated",
            "Besproken met klant",
            Holds.WORD,
            "met klant besproken|afgetoetst|gevalideerd|samen met klant|besproken|klant akkoord",
            words=VALIDATED,
        ),
    ),
    read,
    key=("case", "date"),
)
