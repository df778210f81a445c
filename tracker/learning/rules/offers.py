"""What other partnerships do with an initiative that is offered to them (L13)."""

from enum import StrEnum

from tracker.learning.rules.initiatives import InitiativeState
from tracker.problems import Refusal


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

TRIED = (InitiativeState.READY, InitiativeState.STARTED)
PROVEN = (InitiativeState.STABLE, InitiativeState.SPREAD)


def why_not_answer(*, own: bool) -> Refusal | None:
    """Why this partnership cannot answer, or None."""
    if own:
        return Refusal("Dit is jullie eigen initiatief. Andere partnerschappen antwoorden.")
    return None


def why_not_adopt(
    wanted: Adoption, state: InitiativeState, *, own: bool, already: Adoption | None
) -> Refusal | None:
    """Why an initiative cannot be tried along or taken over here, or None.

    Before it is stable others try along with a prototype of their own; only from stable they take it over.
    `already`: how it came to this partnership before.
    """
    if own:
        return Refusal("Dit is jullie eigen initiatief.")
    if already is wanted or already is Adoption.TAKEN_OVER:
        return Refusal(f"Jullie partnerschap heeft dit al: {ADOPTION_NAMES[already]}.")
    if wanted is Adoption.TRIED_ALONG and state not in TRIED:
        stable = state in PROVEN
        return Refusal("Dit is al stabiel: je kan het overnemen." if stable else "Dit initiatief is gestopt.")
    if wanted is Adoption.TAKEN_OVER and state not in PROVEN:
        return Refusal("Overnemen kan pas als het stabiel is. Meeproberen kan wel.")
    return None
