"""An interaction as a form: three taps when that is all there is to say (C8)."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from tracker.cases.actions.interactions import Contact
from tracker.cases.forms.filters import named, number
from tracker.cases.queries.interactions import Entry, Narrowed
from tracker.cases.rules.kinds import (
    CONTACT_KIND_NAMES,
    CONTACT_OUTCOME_NAMES,
    ContactKind,
    ContactOutcome,
)
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Whole, Words
from tracker.web.forms.fields import LARGEST_ID

NOT_ON_THE_FIRST_SCREEN = ("happened_on", "minutes", "with_whom", "organisation", "others", "demands")


class ContactFields(Form):
    """What an interaction can tell."""

    kind: Annotated[ContactKind, WhenEmpty("Kies hoe er contact was.")]
    outcome: Annotated[ContactOutcome, WhenEmpty("Kies of het lukte.")]
    note: Words = ""
    happened_on: Annotated[Day, WhenEmpty("Vul in wanneer het was.")]
    minutes: Whole | None = None
    with_whom: Line = ""
    organisation: Id | None = None
    others: list[Id] = []
    demands: list[Id] = []


class NoteInteraction(ContactFields):
    """A new interaction."""

    key: Key


class CorrectInteraction(ContactFields):
    """An interaction that is completed or corrected."""

    version: Plain = ""
    reason: Line = ""


def contact_in(data: ContactFields) -> Contact:
    """What the form says, as the acts take it."""
    return Contact(
        kind=data.kind,
        outcome=data.outcome,
        happened_on=data.happened_on,
        organisation=data.organisation,
        others=frozenset(data.others) - {data.organisation or 0},
        with_whom=data.with_whom,
        minutes=data.minutes,
        note=data.note,
        demands=frozenset(data.demands),
    )


def as_noted(entry: Entry) -> dict[str, Any]:
    """An interaction in the fields of its form."""
    return {
        "kind": entry.kind,
        "outcome": entry.outcome,
        "note": entry.note,
        "happened_on": entry.on,
        "minutes": entry.minutes,
        "with_whom": entry.with_whom,
        "organisation": entry.organisation_id,
        "others": sorted(entry.others),
        "demands": sorted(entry.demands),
    }


def narrowed_in(query: Mapping[str, str]) -> Narrowed:
    """What the address of the list asks; a word it does not know asks nothing."""
    return Narrowed(
        kind=named(CONTACT_KIND_NAMES, query.get("soort")),
        outcome=named(CONTACT_OUTCOME_NAMES, query.get("uitkomst")),
        organisation=number(query.get("organisatie"), LARGEST_ID),
    )


def as_query(asked: Narrowed, *, page: int = 1) -> str:
    """The query string that asks this; '' when nothing is asked."""
    pairs = {
        "soort": CONTACT_KIND_NAMES[asked.kind] if asked.kind else "",
        "uitkomst": CONTACT_OUTCOME_NAMES[asked.outcome] if asked.outcome else "",
        "organisatie": asked.organisation or "",
        "bladzijde": page if page > 1 else "",
    }
    told = urlencode({name: value for name, value in pairs.items() if value})
    return f"?{told}" if told else ""
