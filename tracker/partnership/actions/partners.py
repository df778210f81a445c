"""Partners, municipalities and own roles, each with effect from a day (P1, P3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.actions.founding import organisation_named
from tracker.partnership.rules import people as period_rules
from tracker.partnership.rules.partners import PartnerKind, why_not_add_partner
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import NamedRole, NetworkContact, Partner, RoleHeld, ServiceArea
from tracker.problems import NotFound, RuleBroken


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What the call asks of a partner, next to what it adds (P1)."""

    added_value: str = ""
    expertise: str = ""
    engagement_signed_on: date | None = None
    legal_form: str = ""
    enterprise_number: str = ""
    quality_registration: str = ""
    not_invoice_only: bool = False


async def admit_partner(
    viewer: Viewer, name: str, kind: PartnerKind, since: date, added_value: str = "", expertise: str = ""
) -> int:
    """Let an organisation take part from a day on; returns its part. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("partners", viewer.partnership_id or 0)
        organisation = await organisation_named(name)
        running = await Partner.exists().where(
            Partner.partnership == viewer.partnership_id,
            Partner.organisation == organisation,
            (Partner.until.is_null()) | (Partner.until > since),
        )
        if reason := why_not_add_partner(running=running):
            raise RuleBroken(reason, "name")
        part = Partner(
            partnership=viewer.partnership_id,
            organisation=organisation,
            kind=kind,
            since=since,
            added_value=added_value,
            expertise=expertise,
        )
        await part.save()
        await trail.record(viewer, "partner added", "partner", part.id, kind=kind, since=since)
    return int(part.id)


async def edit_partner(viewer: Viewer, partner_id: int, facts: PartnerFacts) -> None:
    """Note what a partner adds and brings. Raises NotFound."""
    async with writing():
        part = await _part(viewer, partner_id)
        part.added_value, part.expertise = facts.added_value, facts.expertise
        part.engagement_signed_on, part.legal_form = facts.engagement_signed_on, facts.legal_form
        part.enterprise_number, part.quality_registration = (
            facts.enterprise_number,
            facts.quality_registration,
        )
        part.not_invoice_only = facts.not_invoice_only
        await part.save()
        await trail.record(viewer, "partner edited", "partner", partner_id)


async def end_partner(viewer: Viewer, partner_id: int, until: date) -> int:
    """Let a partner leave from a day on: its people lose access that day, records stay.

    Returns how many roles of its people end with it. Raises NotFound, RuleBroken.
    """
    async with writing():
        part = await _part(viewer, partner_id)
        if reason := period_rules.why_not_end(part.since, until):
            raise RuleBroken(reason, "until")
        await Partner.update({Partner.until: until}).where(Partner.id == partner_id)
        ended = await (
            RoleHeld.update({RoleHeld.until: until})
            .where(
                RoleHeld.partnership == viewer.partnership_id,
                RoleHeld.organisation == part.organisation,
                RoleHeld.since <= until,
                (RoleHeld.until.is_null()) | (RoleHeld.until > until),
            )
            .returning(RoleHeld.id)
        )
        await trail.record(
            viewer, "partner ended", "partner", partner_id, until=until, roles=[row["id"] for row in ended]
        )
    return len(ended)


async def note_contact(viewer: Viewer, partner_id: int, key: UUID, met_on: date, note: str) -> None:
    """Note a contact with a network actor; the same form twice is one contact. Raises NotFound."""
    async with writing():
        await _part(viewer, partner_id)
        if await NetworkContact.exists().where(
            NetworkContact.key == key, NetworkContact.partnership == viewer.partnership_id
        ):
            return
        contact = NetworkContact(
            partnership=viewer.partnership_id, partner=partner_id, key=key, met_on=met_on, note=note
        )
        await contact.save()
        await trail.record(viewer, "contact noted", "network_contact", contact.id)


async def name_role(viewer: Viewer, title: str, person: int | None, since: date) -> None:
    """Give a role of the partnership's own to a person, or leave it vacant; the former holder's part ends."""
    async with writing():
        if person is not None and not await RoleHeld.exists().where(
            RoleHeld.person == person, RoleHeld.partnership == viewer.partnership_id
        ):
            raise RuleBroken("Kies iemand van dit partnerschap.", "person")
        await (
            NamedRole.update({NamedRole.until: since})
            .where(NamedRole.partnership == viewer.partnership_id, NamedRole.title == title.strip())
            .where(NamedRole.until.is_null(), NamedRole.since <= since)
        )
        role = NamedRole(partnership=viewer.partnership_id, title=title.strip(), person=person, since=since)
        await role.save()
        await trail.record(viewer, "role named", "named_role", role.id, person=person)


async def end_named_role(viewer: Viewer, role_id: int) -> None:
    """Stop using a role of the partnership's own from today. Raises NotFound."""
    async with writing():
        ended = await (
            NamedRole.update({NamedRole.until: viewer.today})
            .where(NamedRole.id == role_id, NamedRole.partnership == viewer.partnership_id)
            .where(NamedRole.until.is_null())
            .returning(NamedRole.id)
        )
        if not ended:
            raise NotFound
        await trail.record(viewer, "named role ended", "named_role", role_id)


async def add_municipality(viewer: Viewer, municipality: str, since: date) -> None:
    """Add a municipality to the area from a day on. Raises RuleBroken."""
    async with writing():
        if await ServiceArea.exists().where(
            ServiceArea.partnership == viewer.partnership_id,
            ServiceArea.municipality == municipality,
            ServiceArea.until.is_null(),
        ):
            raise RuleBroken(f"{municipality} hoort al bij het werkingsgebied.", "municipality")
        area = ServiceArea(partnership=viewer.partnership_id, municipality=municipality, since=since)
        await area.save()
        await trail.record(viewer, "municipality added", "service_area", area.id)


async def end_municipality(viewer: Viewer, area_id: int, until: date) -> None:
    """Let a municipality leave the area from a day on. Raises NotFound, RuleBroken."""
    async with writing():
        area = await ServiceArea.objects().get(
            (ServiceArea.id == area_id) & (ServiceArea.partnership == viewer.partnership_id)
        )
        if area is None:
            raise NotFound
        if reason := period_rules.why_not_end(area.since, until):
            raise RuleBroken(reason, "until")
        await ServiceArea.update({ServiceArea.until: until}).where(ServiceArea.id == area_id)
        await trail.record(viewer, "municipality ended", "service_area", area_id, until=until)


async def _part(viewer: Viewer, partner_id: int) -> Partner:
    part = await Partner.objects().get(
        (Partner.id == partner_id) & (Partner.partnership == viewer.partnership_id)
    )
    if part is None:
        raise NotFound
    return part
