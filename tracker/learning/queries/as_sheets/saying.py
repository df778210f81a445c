"""How the sheets say what is kept as a code."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tracker import clock
from tracker.learning.rules import kinds
from tracker.learning.rules.formats import FORMATS
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES
from tracker.learning.rules.iterations import FIDELITY_NAMES, ITERATION_OUTCOME_NAMES
from tracker.learning.rules.kinds import ResemblanceState
from tracker.learning.rules.offers import ADOPTION_NAMES, OFFER_ANSWER_NAMES

_YES_OR_NO = {True: "ja", False: "nee"}
QUESTIONS = {question.name: question.words for format in FORMATS.values() for question in format}
WORDS: Mapping[str, Mapping[Any, str]] = {
    "Soort patroon": kinds.PATTERN_KIND_NAMES,
    "Voorspelbaar of eenmalig": kinds.RECURRENCE_NAMES,
    "Soort oorzaak": kinds.CAUSE_KIND_NAMES,
    "Soort conditie": kinds.CONDITION_KIND_NAMES,
    "Wie dit kan veranderen": kinds.WHO_CAN_CHANGE_NAMES,
    "Stand van de persona": kinds.PERSONA_STATE_NAMES,
    "Stand van de gelijkenis": {
        ResemblanceState.PROPOSED: "voorstel",
        ResemblanceState.CONFIRMED: "bevestigd",
    },
    "Hoe het afliep": kinds.OUTCOME_NAMES,
    "Gekozen weg": kinds.WAY_NAMES,
    "Vorm": kinds.FORMAT_NAMES,
    "Stand van de sessie": kinds.SESSION_STATE_NAMES,
    "Soort stap": kinds.STEP_KIND_NAMES,
    "Waar het vandaan komt": kinds.SOURCE_NAMES,
    "Waarover": kinds.SUBJECT_NAMES,
    "Stand van het initiatief": INITIATIVE_STATE_NAMES,
    "Hoe uitgewerkt": FIDELITY_NAMES,
    "Afloop van de iteratie": ITERATION_OUTCOME_NAMES,
    "Hoe meegenomen": ADOPTION_NAMES,
    "Antwoord van een ander": OFFER_ANSWER_NAMES,
    "Letterlijk": _YES_OR_NO,
    "Gedeeld": _YES_OR_NO,
    "Zitje van de doelgroep": _YES_OR_NO,
    "Vraag van de vorm": QUESTIONS,
}
"""Headings whose cells are codes, with the words for them."""


def said(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its codes and moments in words."""
    return {heading: _said(heading, value) for heading, value in row.items()}


def _said(heading: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{clock.as_local(value):%d/%m/%Y %H:%M}"
    if heading == "Dag" and isinstance(value, str):
        # What is chosen from several columns comes as text from SQLite.
        return date.fromisoformat(value)
    if heading not in WORDS or value in (None, ""):
        return value
    return WORDS[heading].get(bool(value) if WORDS[heading] is _YES_OR_NO else value, value)
