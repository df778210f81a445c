"""A case beside the personas: alike and different, or like none of them; never required (C13)."""

from tracker.cases.rules.refusals import Refusal
from tracker.learning.rules.kinds import Outcome, PersonaState


def why_not_compare(
    *, persona: PersonaState, alike: str, different: str, already: bool = False
) -> Refusal | None:
    """The first reason against laying a case beside a persona, or None."""
    if persona is PersonaState.RETIRED:
        return Refusal("Deze persona wordt niet meer gebruikt.", "persona")
    if already:
        return Refusal("Deze casus ligt al naast deze persona. Je kan aanvullen wat er staat.", "persona")
    if not alike.strip() and not different.strip():
        return Refusal("Schrijf wat gelijkaardig is of wat verschilt.", "alike")
    return None


def why_not_misfit(why: str, *, waiting: bool) -> Refusal | None:
    """The first reason against putting a case on the review list, or None. `waiting`: it stands there."""
    if waiting:
        return Refusal("Deze casus staat al op de lijst met bijstellingen.")
    if not why.strip():
        return Refusal("Schrijf waarom geen enkele persona past.", "why")
    return None


def why_not_conclude(
    *, ended: bool, outcome: Outcome, why: str, adjusted: PersonaState | None
) -> Refusal | None:
    """The first reason against ending an analysis, or None. `adjusted` is the state of the persona named."""
    if ended:
        return Refusal("Deze analyse is al afgerond.")
    if outcome is Outcome.ADJUST and adjusted is None:
        return Refusal("Kies welke persona jullie aanpassen.", "persona")
    if adjusted is PersonaState.RETIRED:
        return Refusal("Deze persona wordt niet meer gebruikt.", "persona")
    if not why.strip():
        return Refusal("Schrijf waarom: wat leerden jullie uit deze casus?", "why")
    return None


def why_not_stand_behind(*, persona: PersonaState, proposed: bool) -> Refusal | None:
    """The first reason against confirming what a workbook says about one case, or None."""
    if not proposed:
        return Refusal("Dit is geen voorstel meer.")
    if persona is PersonaState.PROPOSED:
        return Refusal("Bevestig eerst de persona zelf.")
    return None
