"""A multidisciplinary review as a form: rows of voices and of agreements, as many as were needed (C10)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.cases.actions.agreements import NewAgreement
from tracker.cases.actions.reviews import NewVoice, Reviewing
from tracker.cases.forms.agreements import Who
from tracker.cases.queries.reviews import HeldReview
from tracker.cases.rules.kinds import PersonPart
from tracker.cases.rules.reviews import MOST_AGREEMENTS, MOST_VOICES
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, Posted, WhenEmpty, Words

VOICE, AGREEMENT = "voice", "agreement"
VOICE_FIELDS, AGREEMENT_FIELDS = ("discipline", "organisation", "reading"), ("what", "who", "due_on")
VOICES, AGREEMENTS = 4, 2

Discipline = Annotated[Line, Field(max_length=120)]


class ReviewFields(Form):
    """`discipline-1`, `organisation-1`, `reading-1` are one voice; `voices` is how many rows there were.

    `more` says which button asked for a row more.
    """

    held_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
    person_part: Annotated[PersonPart, WhenEmpty("Kies of de persoon erbij was.")]
    discipline: dict[int, Discipline] = {}
    organisation: dict[int, Id] = {}
    reading: dict[int, Words] = {}
    note: Words = ""
    voices: Plain = ""
    more: Plain = ""


class NewReview(ReviewFields):
    """With its agreements: `what-1`, `who-1`, `due_on-1` are one."""

    key: Key
    what: dict[int, Words] = {}
    who: dict[int, Who] = {}
    due_on: dict[int, Day] = {}
    agreements: Plain = ""


class CorrectReview(ReviewFields):
    version: Plain = ""
    why: Line = ""


def reviewing(data: ReviewFields) -> Reviewing:
    """What the form asks for, as the act takes it; empty rows are left out."""
    voices = {
        row: NewVoice(data.discipline.get(row, ""), data.organisation.get(row), data.reading.get(row, ""))
        for row in sorted({*data.discipline, *data.organisation, *data.reading})
    }
    agreements = {}
    if isinstance(data, NewReview):
        agreements = {
            row: NewAgreement(data.what.get(row, ""), data.who.get(row, ""), data.due_on.get(row))
            for row in sorted({*data.what, *data.who, *data.due_on})
        }
    return Reviewing(data.held_on, data.person_part, voices, data.note, agreements)


def as_held(now: HeldReview) -> dict[str, Any]:
    """A review in the fields of its form."""
    voices = dict(enumerate(now.voices, start=1))
    return {
        "held_on": now.held_on,
        "person_part": now.person_part,
        "note": now.note,
        "discipline": {row: voice.discipline for row, voice in voices.items()},
        "organisation": {row: voice.organisation_id for row, voice in voices.items()},
        "reading": {row: voice.reading for row, voice in voices.items()},
    }


def agreed_in(now: HeldReview) -> dict[str, Any]:
    """The agreements of a review in the fields of its form."""
    agreements = dict(enumerate(now.agreements, start=1))
    return {
        "what": {row: each.what for row, each in agreements.items()},
        "who": {row: each.who for row, each in agreements.items()},
        "due_on": {row: each.due_on for row, each in agreements.items()},
    }


def voices_in(form: Posted[Any]) -> int:
    """How many rows for voices to show."""
    return _rows(form, "voices", VOICE, VOICE_FIELDS, fewest=VOICES, most=MOST_VOICES)


def agreements_in(form: Posted[Any]) -> int:
    """How many rows for agreements to show."""
    return _rows(form, "agreements", AGREEMENT, AGREEMENT_FIELDS, fewest=AGREEMENTS, most=MOST_AGREEMENTS)


def _rows(
    form: Posted[Any], count: str, more: str, fields: tuple[str, ...], *, fewest: int, most: int
) -> int:
    """As many as stood there or were typed in, one more when asked, never fewer than usual."""
    stood = form.value(count)
    rows = [fewest, int(stood) if stood.isascii() and stood.isdigit() and len(stood) < 4 else 0]
    for key, value in form.values.items():
        name, _, row = key.rpartition("-")
        if value and name in fields and row.isascii() and row.isdigit() and len(row) < 4:
            rows.append(int(row))
    return min(max(rows) + (form.value("more") == more), most)
