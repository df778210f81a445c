"""Improvement initiatives as a workbook tells them, one per row."""

from dataclasses import dataclass

from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative: what it works on and why, what it needs, and how far the workbook says it is."""

    name: str
    pattern: str
    cause: str
    why_it_works: str
    requirements: str
    evaluation: str
    small_group: str
    started: str
    state: str


def read(row: RowReader) -> InitiativeRow | None:
    """The initiative of a row."""
    name = row.text("name")
    if not name:
        row.say(Level.ERROR, "initiatief_zonder_naam", "Verbeterinitiatief zonder naam", "name")
        return None
    started = row.date("started", future=True) if row.has("started") else None
    return InitiativeRow(
        name=name,
        pattern=row.text("pattern"),
        cause=row.text("cause"),
        why_it_works=row.text("why_it_works"),
        requirements=row.text("requirements"),
        evaluation=row.text("evaluation"),
        small_group=row.text("small_group"),
        started=started.isoformat() if started else "",
        state=row.text("state"),
    )


INITIATIVES = Kind(
    "initiatives",
    "Verbeterinitiatieven",
    "verbeterinitiatief",
    "Verbeterinitiatieven|Verbeterinitiatief|Initiatieven|Verbeteracties",
    (
        Field(
            "name", "Naam", Holds.LABEL, "initiatief|verbeterinitiatief", required=True, longest=LONGEST_NAME
        ),
        Field("pattern", "Faalvraag / verspilling", Holds.LABEL, "faalvraag|verspilling|patroon"),
        Field("cause", "Oorzaak", Holds.TEXT, "oorzaken|waarom gebeurt dit"),
        Field("why_it_works", "Waarom dit zou werken", Holds.TEXT, "waarom zou dit werken|hypothese"),
        Field("requirements", "Nodig om te starten", Holds.TEXT, "wat is nodig|nodig"),
        Field("evaluation", "Hoe evalueren", Holds.TEXT, "evaluatie|hoe kijken we"),
        Field("small_group", "Eerste kleine groep", Holds.TEXT, "kleine groep|met wie"),
        Field("started", "Start", Holds.DATE, "startdatum|gestart op"),
        Field("state", "Stand", Holds.TEXT, "status|stand van zaken"),
    ),
    read,
    key=("name",),
    same=("name",),
    same_words="verbeterinitiatief als",
)
