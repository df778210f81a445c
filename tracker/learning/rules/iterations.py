"""Iterations as PDSA cycles: predicted before they are done, ended with what was learned (L11)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.problems import Refusal

ITERATION_NAMES = {
    "title": "titel",
    "fidelity": "hoe uitgewerkt",
    "with_whom": "met wie",
    "plan": "wat we gaan doen",
    "prediction": "voorspelling",
    "until": "tot wanneer",
    "led_by": "wie leidt",
    "cases": "casussen",
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


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where one iteration is: predicted, being tried, or ended."""

    number: int
    started_on: date | None = None
    outcome: IterationOutcome | None = None

    @property
    def planned(self) -> bool:
        return self.started_on is None and self.outcome is None

    @property
    def running(self) -> bool:
        return self.started_on is not None and self.outcome is None


def why_not_plan(*, runs: bool, open_number: int | None) -> Refusal | None:
    """Why no new iteration can be planned, or None. `open_number`: one that has not ended yet."""
    if not runs:
        return Refusal("Een iteratie hoort bij een initiatief dat loopt.")
    if open_number is not None:
        return Refusal(f"Iteratie {open_number} is nog niet afgesloten. Eén tegelijk.")
    return None


def why_not_predict(prediction: str, with_whom: str) -> Refusal | None:
    """The first reason not to keep what an iteration will try, or None: the prediction comes first."""
    if not with_whom.strip():
        return Refusal("Schrijf met welke kleine groep jullie dit proberen.", "with_whom")
    if not prediction.strip():
        return Refusal(
            "Schrijf eerst wat jullie voorspellen. Anders leer je niet van wat je ziet.", "prediction"
        )
    return None


def why_not_reword(cycle: Cycle) -> Refusal | None:
    """Why a prediction can no longer change, or None: once the doing began it stays as it was written."""
    if not cycle.planned:
        return Refusal("De voorspelling ligt vast sinds deze iteratie startte.", "prediction")
    return None


def why_not_begin(cycle: Cycle, *, runs: bool, running: int | None) -> Refusal | None:
    """Why an iteration cannot begin now, or None. `running`: the number of another that is being tried."""
    if not runs:
        return Refusal("Een iteratie hoort bij een initiatief dat loopt.")
    if running is not None and running != cycle.number:
        return Refusal(f"Iteratie {running} loopt nog. Eén tegelijk.")
    if not cycle.planned:
        return Refusal("Deze iteratie is al begonnen.")
    return None


def why_not_note(cycle: Cycle) -> Refusal | None:
    """Why nothing can be noted about the doing, or None while it is being tried."""
    if cycle.planned:
        return Refusal("Deze iteratie is nog niet begonnen.")
    if not cycle.running:
        return Refusal("Deze iteratie is afgesloten en wijzigt niet meer.")
    return None


def why_not_end(
    cycle: Cycle,
    outcome: IterationOutcome | None,
    *,
    seen: str,
    matched: str,
    learned: str,
    follow_up: str,
    ended_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to end an iteration like this, or None (L11)."""
    if refusal := why_not_note(cycle):
        return refusal
    for text, reason, field in (
        (seen, "Schrijf wat jullie zagen.", "seen"),
        (matched, "Schrijf of de voorspelling klopte.", "matched"),
        (learned, "Schrijf wat jullie leerden.", "learned"),
    ):
        if not text.strip():
            return Refusal(reason, field)
    if outcome is None:
        return Refusal("Kies wat jullie hiermee doen.", "outcome")
    if outcome is not IterationOutcome.ABANDON and not follow_up.strip():
        return Refusal("Schrijf wat jullie nu doen.", "follow_up")
    if ended_on > today:
        return Refusal("Kies vandaag of een dag die voorbij is.", "ended_on")
    if cycle.started_on and ended_on < cycle.started_on:
        return Refusal("Deze dag ligt voor de start van de iteratie.", "ended_on")
    return None
