"""Organisations, by name."""

from tracker.partnership.rules.organisations import sort_name
from tracker.partnership.tables import Organisation


async def id_of(name: str) -> int | None:
    """The organisation that a name means, however it is spelled, or None."""
    row = await Organisation.select(Organisation.id).where(Organisation.sort_name == sort_name(name)).first()
    return row["id"] if row else None
