"""A multidisciplinary review: who was there, and how each reads the case (C10)."""

from collections.abc import Collection, Mapping
from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.interactions import NOT_IN_THE_LIST
from tracker.cases.rules.refusals import Refusal

MOST_VOICES = 20
MOST_AGREEMENTS = 20

REVIEW_NAMES = {
    "held_on": "datum",
    "person_part": "of de persoon erbij was",
    "voices": "lezingen",
    "note": "wat nog bovenkwam",
}


def why_not_review(
    *,
    held_on: date,
    voices: Mapping[int, tuple[str, int | None]],
    known_organisations: Collection[int],
    started_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to keep this review, or None.

    `voices` holds discipline and organisation by the row of the form in which they stand.
    """
    if reason := why_not_on(held_on, started_on=started_on, today=today):
        return Refusal(reason, "held_on")
    if not voices:
        return Refusal("Wie was erbij? Vul minstens één discipline of organisatie in.", "discipline-1")
    for row, (discipline, organisation) in voices.items():
        if not discipline.strip() and organisation is None:
            return Refusal("Van wie is deze lezing? Vul de discipline in.", f"discipline-{row}")
        if organisation is not None and organisation not in known_organisations:
            return Refusal(NOT_IN_THE_LIST, f"organisation-{row}")
    return None
