"""Personas as a workbook tells them, one per row."""

import re
from dataclasses import dataclass, replace

from tracker.cases.exchange.cleaning.texts import tidy
from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader

_SENTENCES = re.compile(r"[;\n]")
_NAMES = re.compile(r"[;,\n]")


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """A persona, the numbers of the cases laid beside it, and what it asks of the partners."""

    name: str
    context: str
    demands: tuple[str, ...]
    cases: tuple[str, ...]
    expertise: tuple[str, ...]


def read(row: RowReader) -> PersonaRow | None:
    """The persona of a row; a name that is no case of the file or of the tracker is asked about."""
    name = row.text("name")
    if not name:
        row.say(Level.ERROR, "persona_zonder_naam", "Persona zonder naam", "name")
        return None
    return PersonaRow(
        name=name,
        context=row.text("context"),
        demands=_parts(_SENTENCES, row.text("demands")),
        cases=_cases(row),
        expertise=_parts(_NAMES, row.text("expertise")),
    )


def _cases(row: RowReader) -> tuple[str, ...]:
    codes = []
    for said in _parts(_NAMES, row.text("cases")):
        case = row.around.register.find_case(said, "") or row.around.register.find_case("", said)
        if case is None:
            row.say(Level.QUESTION, "persona_casus_onbekend", f"Casus ‘{said}’ kennen we niet", "cases")
        else:
            codes.append(case.code)
    return tuple(dict.fromkeys(codes))


def _parts(between: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in map(tidy, between.split(text)) if part))


PERSONAS = Kind(
    "personas",
    "Persona’s",
    "persona",
    "Persona|Persona's|Personas|Profielen",
    (
        Field("name", "Persona", Holds.LABEL, "naam persona|profiel", required=True, longest=120),
        Field("context", "Context", Holds.TEXT, "situatie|beschrijving|omschrijving"),
        Field(
            "demands",
            "Patroon van waardevragen",
            Holds.TEXT,
            "waardevragen|wat deze mensen vragen|patroon waardevragen",
        ),
        Field("cases", "Casussen", Holds.TEXT, "casussen (schuilnaam)|welke casussen|schuilnamen"),
        Field(
            "expertise",
            "Wat we moeten kunnen",
            Holds.TEXT,
            "expertise|nodige expertise|capaciteit|competenties",
        ),
    ),
    read,
    key=("name",),
    same=("name",),
    same_words="persona als",
)

PERSONAS_OUT = replace(PERSONAS, fields=tuple(each for each in PERSONAS.fields if each.name != "cases"))
"""A persona as an export writes it: the cases name their personas, which no cell is too small for."""
