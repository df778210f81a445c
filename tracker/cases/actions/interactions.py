"""Noting that there was contact, an attempt, or talk about the case (C8)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former, overtaken
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import keep_up
from tracker.cases.queries.choices import demands_to_choose, organisations_to_choose
from tracker.cases.queries.interactions import Entry, entry_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.interactions import month_of, why_not_interaction
from tracker.cases.rules.kinds import ContactKind, ContactOutcome, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import Interaction, InteractionDemand, InteractionOrganisation
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.web.filters import letter


@dataclass(frozen=True, slots=True)
class Contact:
    """What was noted; `organisation` is whose contact it was, `others` took part as well."""

    kind: ContactKind
    outcome: ContactOutcome
    happened_on: date
    organisation: int | None = None
    others: frozenset[int] = frozenset()
    with_whom: str = ""
    minutes: int | None = None
    note: str = ""
    demands: frozenset[int] = frozenset()


async def note_interaction(viewer: Viewer, code: str, key: UUID, contact: Contact) -> int:
    """Keep an interaction and return its id; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Interaction, case, key):
            return noted
        await _must_fit(viewer, case, contact)
        row = Interaction(
            key=key,
            partnership=viewer.partnership_id,
            case=case.id,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(contact),
        )
        await row.save()
        await _name(row.id, contact)
        await keep_up(case.id)
        await trail.record(viewer, "noted", Subject.INTERACTION, row.id, case=case.id)
        return int(row.id)


async def correct_interaction(
    viewer: Viewer, code: str, interaction_id: int, contact: Contact, *, version: str, reason: str = ""
) -> None:
    """Complete or correct an interaction; what it said before is kept. Raises RuleBroken and Conflict."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await entry_of(case, interaction_id)
        await _must_fit(viewer, case, contact, now)
        was, wanted = _said(_as_noted(now)), _said(contact)
        changed = [name for name in wanted if wanted[name] != was[name]]
        if not changed:
            return
        subject, told = Subject.INTERACTION, {**was, **_in_words(now)}
        former = {name: told[name] for name in changed}
        if version != now.version:
            raise await overtaken(case, subject, now.id, former, version=now.version, author=now.author)
        await keep_former(viewer, case.id, subject, now.id, former, reason)
        await Interaction.update(_columns(contact)).where(Interaction.id == interaction_id)
        await InteractionOrganisation.delete().where(InteractionOrganisation.interaction == interaction_id)
        await InteractionDemand.delete().where(InteractionDemand.interaction == interaction_id)
        await _name(interaction_id, contact)
        await keep_up(case.id)
        await trail.record(viewer, "corrected", subject, now.id, case=case.id, fields=changed)


async def _must_fit(viewer: Viewer, case: Case, contact: Contact, now: Entry | None = None) -> None:
    must_run(case)
    known = await organisations_to_choose(viewer)
    chosen_before: set[int] = set()
    if now:
        chosen_before = {*now.others, *filter(None, [now.organisation_id])}
    must(
        why_not_interaction(
            happened_on=contact.happened_on,
            minutes=contact.minutes,
            organisations=contact.others | frozenset(filter(None, [contact.organisation])),
            known_organisations={*known, *chosen_before},
            demands=contact.demands,
            known_demands=await demands_to_choose(case, now.demands if now else ()),
            started_on=case.started_on,
            today=viewer.today,
        )
    )


def _columns(contact: Contact) -> dict[Any, Any]:
    return {
        "happened_on": contact.happened_on,
        "month": month_of(contact.happened_on),
        "kind": contact.kind,
        "outcome": contact.outcome,
        "organisation": contact.organisation,
        "with_whom": contact.with_whom,
        "minutes": contact.minutes,
        "note": contact.note,
    }


async def _name(interaction_id: int, contact: Contact) -> None:
    """Who else took part, and the value demands it answers."""
    for organisation in sorted(contact.others - {contact.organisation}):
        await InteractionOrganisation(interaction=interaction_id, organisation=organisation).save()
    for demand in sorted(contact.demands):
        await InteractionDemand(interaction=interaction_id, demand=demand).save()


def _as_noted(entry: Entry) -> Contact:
    return Contact(
        kind=entry.kind,
        outcome=entry.outcome,
        happened_on=entry.on,
        organisation=entry.organisation_id,
        others=frozenset(entry.others),
        with_whom=entry.with_whom,
        minutes=entry.minutes,
        note=entry.note,
        demands=frozenset(entry.demands),
    )


def _said(contact: Contact) -> dict[str, Any]:
    said = _columns(contact)
    del said["month"]
    return {
        **said,
        "others": sorted(contact.others - {contact.organisation}),
        "demands": sorted(contact.demands),
    }


def _in_words(entry: Entry) -> dict[str, Any]:
    """What names other records, in words that still say something when those are gone."""
    return {
        "organisation": entry.organisation,
        "others": list(entry.others.values()),
        "demands": [letter(place) for place in entry.places],
    }
