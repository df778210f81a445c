"""Founding a partnership and letting organisations take part in it."""

from dataclasses import dataclass
from datetime import date

from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries import organisations
from tracker.partnership.rules import founding as rules
from tracker.partnership.rules.organisations import sort_name
from tracker.partnership.rules.partners import PartnerKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Organisation, Partner, Partnership, ServiceArea
from tracker.problems import RuleBroken


@dataclass(frozen=True, slots=True)
class NewPartner:
    """An organisation's part from a day on (P1)."""

    name: str
    kind: PartnerKind
    since: date
    added_value: str = ""
    expertise: str = ""


async def found_partnership(
    slug: str, name: str, code_prefix: str, since: date, municipalities: tuple[str, ...] = ()
) -> int:
    """Found a partnership (command line and demo only) and return its id. Raises RuleBroken."""
    async with writing():
        taken = await Partnership.exists().where(Partnership.slug == slug)
        if reason := rules.why_not_found(slug, name, code_prefix, taken=taken):
            raise RuleBroken(reason)
        partnership = Partnership(slug=slug, name=name, code_prefix=code_prefix, started_on=since)
        await partnership.save()
        for municipality in municipalities:
            await ServiceArea(partnership=partnership.id, municipality=municipality, since=since).save()
        await trail.record_by_system(partnership.id, "founded", "partnership", partnership.id, slug=slug)
    return partnership.id


async def organisation_named(name: str) -> int:
    """The organisation with this name, written down once however it is spelled; inside a transaction."""
    if known := await organisations.id_of(name):
        return known
    organisation = Organisation(name=" ".join(name.split()), sort_name=sort_name(name))
    await organisation.save()
    return int(organisation.id)


async def add_partner(viewer: Viewer | None, partnership: int, new: NewPartner) -> int:
    """Let an organisation take part; without a viewer it is the command line. Returns the organisation."""
    async with writing():
        organisation = await organisation_named(new.name)
        part = Partner(
            partnership=partnership,
            organisation=organisation,
            kind=new.kind,
            since=new.since,
            added_value=new.added_value,
            expertise=new.expertise,
        )
        await part.save()
        await trail.record_act(viewer, partnership, "partner added", "partner", part.id, kind=new.kind)
    return organisation
