"""Personas as forms (L2)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tracker.learning.rules.kinds import Outcome
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

Name = Annotated[Line, Field(max_length=120)]


class PersonaFields(Form):
    name: Annotated[Name, WhenEmpty("Geef de persona een naam.")]
    context: Annotated[Words, WhenEmpty("Schrijf in welke situatie deze mensen zitten.")]
    demands: Annotated[Words, WhenEmpty("Schrijf minstens één waardevraag, één per regel.")]


class NewPersona(PersonaFields):
    key: Key


class RewordPersona(PersonaFields):
    """`version` is the one that was read when writing began."""

    version: Plain = ""
    reason: Annotated[Words, WhenEmpty("Schrijf waarom de persona verandert.")]


class Retire(Form):
    reason: Annotated[Words, WhenEmpty("Schrijf waarom jullie deze persona niet meer gebruiken.")]


class ReviewSet(Form):
    key: Key
    held_on: Annotated[Day, WhenEmpty("Kies wanneer jullie ernaar keken.")]
    next_on: Annotated[Day, WhenEmpty("Kies wanneer jullie opnieuw kijken.")]
    note: Words = ""


class Compare(Form):
    key: Key
    persona: Annotated[Id, WhenEmpty("Kies een persona.")]
    alike: Words = ""
    different: Words = ""
    involve: Words = ""


class CorrectComparison(Form):
    version: str = ""
    alike: Words = ""
    different: Words = ""
    involve: Words = ""


class FitsNone(Form):
    key: Key
    why: Annotated[Words, WhenEmpty("Schrijf waarom geen enkele persona past.")]


class Conclude(Form):
    outcome: Annotated[Outcome, WhenEmpty("Kies hoe jullie analyse afloopt.")]
    persona: Id | None = None
    why: Annotated[Words, WhenEmpty("Schrijf waarom: wat leerden jullie uit deze casus?")]


class RemarkOn(Form):
    key: Key
    text: Annotated[Words, WhenEmpty("Schrijf je opmerking.")]


class PersonaAnswer(StrEnum):
    """What becomes of a proposed persona, and of the cases proposed beside it."""

    WITH_ALL_CASES = "all"
    ONLY_PERSONA = "persona"
    NO = "no"


class AnswerPersona(Form):
    answer: PersonaAnswer


class CaseAnswer(StrEnum):
    """Whether a proposed case is like the persona."""

    YES = "yes"
    NO = "no"


class AnswerCase(Form):
    answer: CaseAnswer
