"""Organisations, by name."""

from collections.abc import Collection

from tracker.partnership.rules.organisations import sort_name
from tracker.partnership.tables import Organisation


async def id_of(name: str) -> int | None:
    """The organisation that a name means, however it is spelled, or None."""
    row = await Organisation.select(Organisation.id).where(Organisation.sort_name == sort_name(name)).first()
    return row["id"] if row else None


async def ids_of(names: Collection[str]) -> dict[str, int]:
    """The organisations that these names mean, however they are spelled; a name nobody has is left out."""
    meant = {name: sort_name(name) for name in names}
    rows = await Organisation.select(Organisation.id, Organisation.sort_name).where(
        Organisation.sort_name.is_in([*meant.values()] or [""])
    )
    known = {row["sort_name"]: row["id"] for row in rows}
    return {name: known[spelled] for name, spelled in meant.items() if spelled in known}
