"""A multidisciplinary review and the agreements made in it (C10)."""

from collections.abc import Sequence
from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import AgreementState, PersonPart
from tracker.cases.rules.refusals import Refusal

MOST_VOICES = 20
MOST_AGREEMENTS = 20


def why_not_review(
    *, held_on: date, voices: Sequence[tuple[str, int | None, str]], started_on: date, today: date
) -> Refusal | None:
    """The first reason not to keep this review, or None. A voice: discipline, organisation, reading."""
    if reason := why_not_on(held_on, started_on=started_on, today=today):
        return Refusal(reason, "held_on")
    if not voices:
        return Refusal("Wie was erbij? Vul minstens één discipline of organisatie in.", "discipline-1")
    for place, (discipline, organisation, _) in enumerate(voices, start=1):
        if not discipline and organisation is None:
            return Refusal("Van wie is deze lezing? Vul de discipline in.", f"discipline-{place}")
    return None


def why_not_agree(*, what: str, who: str, due_on: date | None, made_on: date) -> Refusal | None:
    """The first reason not to keep this agreement, or None."""
    if not what:
        return Refusal("Schrijf wat jullie afspraken.", "what")
    if not who:
        return Refusal("Wie doet dit?", "who")
    if due_on and due_on < made_on:
        return Refusal("Deze dag ligt voor het overleg. Kies een latere dag.", "due_on")
    return None


def why_not_close(state: AgreementState, wanted: AgreementState) -> str | None:
    """The reason not to bring an agreement into this state, or None."""
    if state is wanted:
        return "Deze afspraak staat al zo genoteerd."
    return None


def asks_for_the_person(part: PersonPart) -> bool:
    """Whether the page should ask to hear the person: a review about somebody without that voice."""
    return part is PersonPart.ABSENT
