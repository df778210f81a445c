"""Initiatives and what happens to them as forms (L10, L12)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.learning.queries.initiatives import Initiative
from tracker.learning.rules.initiatives import FIELDS_OF, LONGEST_NAME, LONGEST_SUMMARY, Part
from tracker.learning.rules.kinds import Recurrence
from tracker.web.forms import Checked, Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

Name = Annotated[
    Line, Field(max_length=LONGEST_NAME), WhenEmpty("Geef het initiatief een naam, in gewone woorden.")
]

# The parts by the words in their addresses.
PARTS = {
    "patroon": Part.PATTERN,
    "terugkeer": Part.RECURRENCE,
    "oorzaak": Part.CAUSE,
    "waarom": Part.WHY,
    "werkwijze": Part.PROCESS,
    "nodig": Part.REQUIREMENTS,
    "evaluatie": Part.EVALUATION,
    "kleine-groep": Part.SMALL_GROUP,
}

TEXTS = (
    "recurrence_reason",
    "why_it_works",
    "better_process",
    "requirements",
    "competences",
    "evaluation",
    "small_group",
    "reason",
)


class NewForm(Form):
    key: Key
    pattern: Annotated[Id, WhenEmpty("Kies van welk patroon je begint.")]
    name: Name
    carriers: list[Id] = []


class NameForm(Form):
    name: Name
    carriers: list[Id] = []


class PartForm(Form):
    """One part; only its own fields are in the page. `unfinished`: its writer goes on with it later."""

    version: Plain = ""
    patterns: list[Id] = []
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: Words = ""
    causes: list[Id] = []
    why_it_works: Words = ""
    better_process: Words = ""
    requirements: Words = ""
    competences: Words = ""
    evaluation: Words = ""
    small_group: Words = ""
    unfinished: Checked = False
    reason: Line = ""


class OfferForm(Form):
    summary: Annotated[
        Words, Field(max_length=LONGEST_SUMMARY), WhenEmpty("Schrijf wat andere partnerschappen lezen.")
    ]


class StableForm(Form):
    evidence: Annotated[Words, WhenEmpty("Schrijf waaraan jullie zien dat het standhoudt.")]
    reason: Words = ""


class SpreadForm(Form):
    how: Annotated[Words, WhenEmpty("Schrijf hoe dit bij de hele doelgroep komt.")]


class EndForm(Form):
    learned: Annotated[Words, WhenEmpty("Schrijf wat jullie hieruit leerden. Dat is de opbrengst.")]


class ObservationForm(Form):
    key: Key
    seen_on: Annotated[Day, WhenEmpty("Kies de dag waarop jullie dit zagen.")]
    text: Annotated[Words, WhenEmpty("Schrijf wat jullie zagen.")]


def written_in(data: PartForm, part: Part) -> dict[str, Any]:
    """The fields of this part, as the act takes them."""
    return {name: getattr(data, name) for name in FIELDS_OF[part]}


def part_as_typed(initiative: Initiative, part: Part) -> dict[str, Any]:
    """A part in the fields of its form."""
    return {
        **initiative.said(part),
        "version": initiative.version(part),
        "unfinished": part in initiative.unfinished,
    }
