"""How intense the contact in a case is, over time and per organisation (C8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.overview.contacts import Contact
from tracker.cases.rules.kinds import ContactOutcome
from tracker.pictures import contacts as drawn
from tracker.pictures.weeks import Intensity, weeks

KINDS = {
    ContactOutcome.CONTACT: drawn.Kind.CONTACT,
    ContactOutcome.ATTEMPT: drawn.Kind.ATTEMPT,
    ContactOutcome.ABOUT: drawn.Kind.ABOUT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one organisation did in this case; for inside the case only, in the order of the alphabet."""

    organisation: str
    contacts: int
    attempts: int
    about: int
    last_on: date


def contact_weeks(contacts: Sequence[Contact], since: date, until: date) -> Intensity | None:
    """The contacts of the last twelve months per week; None without any interaction."""
    if not contacts:
        return None
    blocks = [drawn.Contact(on=each.on, kind=KINDS[each.outcome]) for each in contacts]
    return weeks(blocks, since=since, until=until)


def parts(contacts: Sequence[Contact]) -> list[Part]:
    """Who was there how often since the start of the case; an interaction counts for all who took part."""
    names = sorted({name for contact in contacts for name in contact.organisations}, key=str.casefold)
    return [_part(name, [contact for contact in contacts if name in contact.organisations]) for name in names]


def _part(name: str, contacts: Sequence[Contact]) -> Part:
    outcomes = [contact.outcome for contact in contacts]
    return Part(
        organisation=name,
        contacts=outcomes.count(ContactOutcome.CONTACT),
        attempts=outcomes.count(ContactOutcome.ATTEMPT),
        about=outcomes.count(ContactOutcome.ABOUT),
        last_on=max(contact.on for contact in contacts),
    )
