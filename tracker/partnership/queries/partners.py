"""Who takes part: partners, municipalities, and the roles a partnership named itself (P1, P3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.partnership.rules.partners import PARTNER_KIND_NAMES, PartnerKind
from tracker.partnership.rules.roles import Viewer, is_current
from tracker.partnership.tables import NamedRole, NetworkContact, Partner, ServiceArea


@dataclass(frozen=True, slots=True)
class Part:
    """An organisation's part in the partnership."""

    id: int
    organisation_id: int
    organisation: str
    kind: PartnerKind
    since: date
    until: date | None
    added_value: str
    expertise: str
    engagement_signed_on: date | None
    legal_form: str
    enterprise_number: str
    quality_registration: str
    not_invoice_only: bool
    today: bool

    @property
    def kind_name(self) -> str:
        return PARTNER_KIND_NAMES[self.kind]


async def partners(viewer: Viewer) -> list[Part]:
    """Every part an organisation has or had, running ones first, then by kind and name."""
    rows = await Partner.select(
        Partner.id,
        Partner.organisation.as_alias("organisation_id"),
        Partner.organisation.name.as_alias("organisation"),
        Partner.kind,
        Partner.since,
        Partner.until,
        Partner.added_value,
        Partner.expertise,
        Partner.engagement_signed_on,
        Partner.legal_form,
        Partner.enterprise_number,
        Partner.quality_registration,
        Partner.not_invoice_only,
    ).where(Partner.partnership == viewer.partnership_id)
    parts = [
        Part(
            **{**row, "kind": PartnerKind(row["kind"])},
            today=is_current(row["since"], row["until"], viewer.today),
        )
        for row in rows
    ]
    order = list(PartnerKind)
    return sorted(parts, key=lambda p: (not p.today, order.index(p.kind), p.organisation.casefold()))


async def service_area(viewer: Viewer) -> list[dict[str, Any]]:
    """The municipalities, with the days from and until which they belong to the area."""
    return await (
        ServiceArea.select(ServiceArea.id, ServiceArea.municipality, ServiceArea.since, ServiceArea.until)
        .where(ServiceArea.partnership == viewer.partnership_id)
        .order_by(ServiceArea.municipality, ServiceArea.since)
    )


async def named_roles(viewer: Viewer) -> list[dict[str, Any]]:
    """The roles the partnership named itself and who holds them; without a person a role is vacant."""
    rows = await (
        NamedRole.select(
            NamedRole.id,
            NamedRole.title,
            NamedRole.person.as_alias("person_id"),
            NamedRole.person.name.as_alias("person_name"),
            NamedRole.since,
            NamedRole.until,
        )
        .where(NamedRole.partnership == viewer.partnership_id)
        .order_by(NamedRole.title, NamedRole.since)
    )
    return [row for row in rows if is_current(row["since"], row["until"], viewer.today)]


async def contacts_with(viewer: Viewer, partner_id: int) -> list[dict[str, Any]]:
    """Contacts with a network actor, latest first."""
    return await (
        NetworkContact.select(NetworkContact.id, NetworkContact.met_on, NetworkContact.note)
        .where(NetworkContact.partner == partner_id, NetworkContact.partnership == viewer.partnership_id)
        .order_by(NetworkContact.met_on, NetworkContact.id, ascending=False)
    )
