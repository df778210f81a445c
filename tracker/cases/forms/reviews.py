"""A multidisciplinary review as a form: rows of voices and of agreements, as many as were needed (C10)."""

from typing import Annotated, Any

from tracker.cases.actions.reviews import NewAgreement, NewVoice, Reviewing
from tracker.cases.rules.kinds import AgreementState, PersonPart
from tracker.cases.rules.reviews import MOST_AGREEMENTS, MOST_VOICES
from tracker.web.forms import Checked, Day, Form, Id, Key, Line, Plain, Posted, WhenEmpty, Words

VOICES, AGREEMENTS = 3, 2
MORE = 2


class ReviewFields(Form):
    """`discipline-1`, `reading-1` .. are one voice; `what-1`, `who-1` .. one agreement."""

    held_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
    person_part: Annotated[PersonPart, WhenEmpty("Kies of de persoon erbij was.")]
    discipline: dict[int, Line] = {}
    organisation: dict[int, Id] = {}
    reading: dict[int, Words] = {}
    note: Words = ""


class NewReview(ReviewFields):
    key: Key
    what: dict[int, Words] = {}
    who: dict[int, Line] = {}
    due_on: dict[int, Day] = {}
    more: Checked = False


class CorrectReview(ReviewFields):
    version: Plain = ""
    reason: Line = ""
    more: Checked = False


class NewAgreementForm(Form):
    key: Key
    what: Annotated[Words, WhenEmpty("Schrijf wat jullie afspraken.")]
    who: Annotated[Line, WhenEmpty("Wie doet dit?")]
    due_on: Day | None = None


class CloseAgreement(Form):
    state: Annotated[AgreementState, WhenEmpty("Kies wat ervan kwam.")]


def reviewing(data: ReviewFields) -> Reviewing:
    """What the form asks for, as the act takes it; empty rows are left out."""
    voices = [
        NewVoice(data.discipline.get(place, ""), data.organisation.get(place), data.reading.get(place, ""))
        for place in range(1, MOST_VOICES + 1)
    ]
    agreements = (
        [
            NewAgreement(data.what.get(place, ""), data.who.get(place, ""), data.due_on.get(place))
            for place in range(1, MOST_AGREEMENTS + 1)
        ]
        if isinstance(data, NewReview)
        else []
    )
    return Reviewing(
        held_on=data.held_on,
        person_part=data.person_part,
        voices=tuple(v for v in voices if v.discipline or v.organisation or v.reading),
        note=data.note,
        agreements=tuple(a for a in agreements if a.what or a.who or a.due_on),
    )


def rows_of(form: Posted[Any], *names: str, fewest: int, most: int) -> int:
    """How many rows to show: those that were typed in, a few more when asked, never fewer than usual."""
    typed = [
        int(place)
        for name, _, place in (key.rpartition("-") for key, value in form.values.items() if value)
        if name in names and place.isdigit()
    ]
    more = MORE if form.value("more") else 0
    return min(max([fewest, *typed]) + more, most)
