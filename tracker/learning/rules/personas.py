"""Personas: a pattern of value demands in its context, to learn from, never a box for somebody (L2)."""

from datetime import date

from tracker.cases.rules.refusals import Refusal
from tracker.learning.rules.kinds import PersonaState

PERSONA_NAMES = {
    "name": "naam",
    "context": "de situatie",
    "demands": "wat deze mensen vragen",
}


def demand_lines(demands: str) -> tuple[str, ...]:
    """The value demands of a persona, which are written one per line."""
    return tuple(line.strip() for line in demands.splitlines() if line.strip())


def why_not_describe(name: str, demands: str, *, taken: bool) -> Refusal | None:
    """The first reason against this persona, or None. `taken`: another persona in use has this name."""
    if not name.strip():
        return Refusal("Geef de persona een naam.", "name")
    if taken:
        return Refusal("Er is al een persona met deze naam.", "name")
    if not demand_lines(demands):
        return Refusal(
            "Schrijf minstens één waardevraag: zonder is het een doelgroep, geen persona.", "demands"
        )
    return None


def why_not_reword(*, state: PersonaState, changed: bool, reason: str) -> Refusal | None:
    """The first reason against a new version, or None."""
    if state is PersonaState.RETIRED:
        return Refusal("Deze persona wordt niet meer gebruikt.")
    if not changed:
        return Refusal("Er is nog niets veranderd.")
    if not reason.strip():
        return Refusal("Schrijf waarom de persona verandert. Wat er stond, blijft leesbaar.", "reason")
    return None


def why_not_retire(*, state: PersonaState, reason: str) -> Refusal | None:
    """The first reason against no longer using a persona, or None."""
    if state is not PersonaState.IN_USE:
        return Refusal("Deze persona is niet in gebruik.")
    if not reason.strip():
        return Refusal("Schrijf waarom jullie deze persona niet meer gebruiken.", "reason")
    return None


def why_not_review(held_on: date, next_on: date, today: date) -> Refusal | None:
    """The first reason against this review of the set of personas, or None."""
    if held_on > today:
        return Refusal("Kies vandaag of een dag die voorbij is.", "held_on")
    if next_on <= held_on:
        return Refusal("De volgende keer komt na deze keer.", "next_on")
    return None


def is_core(cases: int, of_persona: int) -> bool:
    """Whether a value demand is at the core of a persona: at least half of its cases have it (L8)."""
    return cases > 0 and 2 * cases >= of_persona


def why_not_confirm(state: PersonaState) -> Refusal | None:
    """The reason against taking over a proposed persona, or None."""
    if state is not PersonaState.PROPOSED:
        return Refusal("Deze persona is geen voorstel meer.")
    return None


def why_not_decline(state: PersonaState, *, stood_behind: bool) -> Refusal | None:
    """The reason against not taking over a proposal, or None. `stood_behind`: a case lies beside it."""
    if refused := why_not_confirm(state):
        return refused
    if stood_behind:
        return Refusal("Iemand legde er al een casus naast. Bevestig de persona, of neem de casus weg.")
    return None


def question_about(persona: str | None, pattern: str | None) -> str:
    """A first question for a session about these cases; without a persona about those that fit none."""
    if persona is None:
        return "Welk patroon ontbreekt in onze persona’s?"
    if pattern is None:
        return f"Wat hebben de casussen bij ‘{persona}’ echt gemeen?"
    return f"Wat vraagt ‘{pattern}’ bij ‘{persona}’ van ons?"
