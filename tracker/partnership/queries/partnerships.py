"""The partnership itself: what a route or a page needs to know of it."""

from datetime import date

from tracker.partnership.rules.partners import TEAM_KINDS, WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Organisation, Partner, Partnership, Wording


async def id_of(slug: str) -> int | None:
    """The partnership behind an address, or None."""
    if "\0" in slug:
        return None
    row = await Partnership.select(Partnership.id).where(Partnership.slug == slug[:60]).first()
    return row["id"] if row else None


async def team_organisations(viewer: Viewer, on: date) -> list[int]:
    """The organisations whose practitioners form the team on a day, in the order in which they joined."""
    rows = await (
        Partner.select(Partner.organisation)
        .where(
            Partner.partnership == viewer.partnership_id,
            Partner.kind.is_in(sorted(TEAM_KINDS)),
            Partner.since <= on,
            (Partner.until.is_null()) | (Partner.until > on),
        )
        .order_by(Partner.since, Partner.id)
    )
    return list(dict.fromkeys(row["organisation"] for row in rows))


async def team_names(viewer: Viewer, on: date) -> dict[int, str]:
    """The name of every team organisation on a day, in the order in which they joined."""
    team = await team_organisations(viewer, on)
    rows = await Organisation.select(Organisation.id, Organisation.name).where(
        Organisation.id.is_in(team or [0])
    )
    names = {row["id"]: row["name"] for row in rows}
    return {organisation: names[organisation] for organisation in team}


async def central_purpose_id(viewer: Viewer, on: date) -> int | None:
    """The version of the partnership's central purpose that held on a day, or None before the first."""
    row = await (
        Wording.select(Wording.id)
        .where(
            Wording.partnership == viewer.partnership_id,
            Wording.kind == WordingKind.PURPOSE,
            Wording.since <= on,
        )
        .order_by(Wording.since, Wording.id, ascending=False)
        .first()
    )
    return row["id"] if row else None


async def takes_part(partnership: int, organisation: int, on: date) -> bool:
    """Whether an organisation is part of a partnership on a day, in whatever quality."""
    return await Partner.exists().where(
        Partner.partnership == partnership,
        Partner.organisation == organisation,
        Partner.since <= on,
        (Partner.until.is_null()) | (Partner.until > on),
    )
