"""Improvement initiatives: their states, iterations, and what other partnerships answer (L10 to L13)."""

from enum import StrEnum


class InitiativeState(StrEnum):
    """The life of an initiative; abandoning it is a normal end, with what was learned."""

    DRAFT = "draft"
    READY = "ready"
    STARTED = "started"
    STABLE = "stable"
    SPREAD = "spread"
    ABANDONED = "abandoned"
    BACK_TO_CASE = "back_to_case"


INITIATIVE_STATE_NAMES = {
    InitiativeState.DRAFT: "in voorbereiding",
    InitiativeState.READY: "klaar om te beslissen",
    InitiativeState.STARTED: "loopt",
    InitiativeState.STABLE: "stabiel",
    InitiativeState.SPREAD: "verspreid",
    InitiativeState.ABANDONED: "gestopt, met wat we leerden",
    InitiativeState.BACK_TO_CASE: "terug naar de casus",
}


class Fidelity(StrEnum):
    """How worked-out the try of an iteration is (L11)."""

    ROUGH = "rough"
    PROTOTYPE = "prototype"
    TRIAL = "trial"
    WORKED_OUT = "worked_out"


FIDELITY_NAMES = {
    Fidelity.ROUGH: "ruwe schets",
    Fidelity.PROTOTYPE: "prototype",
    Fidelity.TRIAL: "proef",
    Fidelity.WORKED_OUT: "uitgewerkte praktijk",
}


class IterationOutcome(StrEnum):
    """How a PDSA cycle ends: adopt, adapt or abandon (L11)."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


ITERATION_OUTCOME_NAMES = {
    IterationOutcome.ADOPT: "overnemen",
    IterationOutcome.ADAPT: "aanpassen",
    IterationOutcome.ABANDON: "stoppen",
}


class OfferAnswer(StrEnum):
    """What another partnership says of an initiative that is offered to it (L13)."""

    ALSO_RELEVANT = "also_relevant"
    NOT_RELEVANT = "not_relevant"
    DID_ALREADY = "did_already"


OFFER_ANSWER_NAMES = {
    OfferAnswer.ALSO_RELEVANT: "ook relevant bij ons",
    OfferAnswer.NOT_RELEVANT: "niet relevant bij ons",
    OfferAnswer.DID_ALREADY: "deden we al",
}


class Adoption(StrEnum):
    """How one came from another partnership: tried along before it was stable, or taken over (L13)."""

    TRIED_ALONG = "tried_along"
    TAKEN_OVER = "taken_over"


ADOPTION_NAMES = {
    Adoption.TRIED_ALONG: "probeert mee",
    Adoption.TAKEN_OVER: "overgenomen",
}
