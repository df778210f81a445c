"""Interactions: dated contacts, and talk about a case."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tracker.cases.exchange.cleaning.numbers import read_demand_numbers, read_hours
from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.cleaning.vocabulary import CONTACT_KINDS
from tracker.cases.exchange.fields import ALIAS, CASE, DATE, Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.register import CaseRef
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import ContactKind, ContactOutcome

_THE_PERSON = (
    "klant",
    "client",
    "persoon",
    "gezin",
    "deelnemer",
    "groep",
    "burger",
    "bewoner",
    "zelf",
    "samen",
)


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """A contact; `hours` only where somebody noted a duration."""

    case: str
    date: date
    kind: ContactKind
    outcome: ContactOutcome
    organisations: tuple[str, ...]
    with_whom: str
    hours: Decimal | None
    note: str
    demands: tuple[int, ...]

    @property
    def minutes(self) -> int | None:
        """The duration in whole minutes."""
        if self.hours is None:
            return None
        return int((self.hours * 60).to_integral_value(ROUND_HALF_UP))


def read(row: RowReader) -> InteractionRow | None:
    """The interaction of a row."""
    case, day = row.case(), row.date(missing="datum_ontbreekt")
    column = row.plan.column_of("hours")
    # What the coordinator fills in is hours, as the question says.
    in_minutes = bool(column and column.in_minutes) and row.value("hours") == row.written("hours")
    hours = row.noted(read_hours(row.value("hours"), in_minutes), "hours")
    demands = _demands(row, case) if case else ()
    note = row.text("note")
    if case is None or day is None or row.failed:
        return None
    with_whom = row.text("with_whom")
    return InteractionRow(
        case=case.code,
        date=day,
        kind=row.word_or_other("kind", CONTACT_KINDS, ContactKind.OTHER),
        outcome=_outcome(with_whom),
        organisations=row.organisations("organisations"),
        with_whom=with_whom,
        hours=hours,
        note=note,
        demands=demands,
    )


def _outcome(with_whom: str) -> ContactOutcome:
    said = plain(with_whom)
    about = bool(said) and not any(word in said for word in _THE_PERSON)
    return ContactOutcome.ABOUT if about else ContactOutcome.CONTACT


def _demands(row: RowReader, case: CaseRef) -> tuple[int, ...]:
    """The value demands that this answers, as far as the case has them."""
    if row.value("demands") is None:
        return ()
    numbers = read_demand_numbers(row.value("demands"))
    known = {number: row.around.register.demand(case, number) for number in numbers or ()}
    if numbers is None or not all(known.values()):
        said = as_text(row.value("demands"))
        reason = f"Casus {case.code} heeft geen waardevraag {said}; de koppeling blijft weg"
        row.say(Level.QUESTION, "waardevraag_onbekend", reason, "demands")
    return tuple(number for number, target in known.items() if target)


INTERACTIONS = Kind(
    "interactions",
    "Interacties",
    "interactie",
    "Interacties|Interactie|Contacten|Contactmomenten|Logboek|Dagboek|Gesprekken|Registraties|Opvolging",
    (
        CASE,
        ALIAS,
        DATE,
        Field(
            "kind",
            "Soort",
            Holds.WORD,
            "soort contact|type contact|vorm|contactvorm|kanaal|type|aard contact|hoe|werkvorm",
            words=CONTACT_KINDS,
        ),
        Field(
            "organisations",
            "Organisatie",
            Holds.ORGANISATIONS,
            "organisaties|partner|partners|dienst|door organisatie|namens|uitvoerder",
            longest=120,
        ),
        Field(
            "with_whom",
            "Met wie",
            Holds.LABEL,
            "aanwezig|aanwezigen|gesprekspartner|wie|met|contactpersoon",
            longest=200,
        ),
        Field(
            "hours",
            "Duur",
            Holds.HOURS,
            "duur in uren|duur uren|uren|aantal uur|tijd|tijdsduur|minuten|duur in minuten|duur (min)"
            "|tijdsbesteding|hoe lang",
        ),
        Field(
            "note",
            "Notitie",
            Holds.TEXT,
            "nota|verslag|omschrijving|inhoud|wat|wat gebeurde er|toelichting|opmerking|beschrijving"
            "|korte inhoud",
        ),
        Field(
            "demands", "WV", Holds.NUMBER, "waardevraag|waardevragen|bij waardevraag|welke waardevraag|wv nr"
        ),
    ),
    read,
    key=("case", "date", "kind"),
)
