"""Purposes: the first of a case, and what it became."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.exchange.fields import ALIAS, AUTHOR, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """A version of the purpose of a case."""

    case: str
    date: date
    words: str
    reason: str
    author: str


def read(row: RowReader) -> PurposeRow | None:
    """The purpose of a row."""
    case, day, words = row.case(), row.date(missing="datum_ontbreekt"), row.text("words")
    if not words:
        row.say(Level.ERROR, "woorden_ontbreken", "Bedoeling zonder tekst", "words")
    if not case or not day or row.failed:
        return None
    return PurposeRow(case.code, day, words, row.text("reason"), row.text("author"))


PURPOSES = Kind(
    "purposes",
    "Bedoelingen",
    "bedoeling",
    "Bedoelingen|Bedoeling|Doel|Doelen|Doelstellingen|Purpose|Wensen",
    (
        CASE,
        ALIAS,
        DATE,
        Field(
            "words",
            "Bedoeling",
            Holds.TEXT,
            "bedoeling van de klant|bedoeling vanuit de klant|doel|doelstelling|wat wil de klant|purpose"
            "|wens",
            required=True,
        ),
        Field(
            "reason",
            "Waarom gewijzigd",
            Holds.TEXT,
            "reden wijziging|reden|waarom|waarom aangepast|aanleiding wijziging",
        ),
        AUTHOR,
    ),
    read,
    key=("case", "date"),
)
