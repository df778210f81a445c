"""The partnership itself: what a route or a page needs to know of it."""

from tracker.partnership.tables import Partnership


async def id_of(slug: str) -> int | None:
    """The partnership behind an address, or None."""
    if "\0" in slug:
        return None
    row = await Partnership.select(Partnership.id).where(Partnership.slug == slug[:60]).first()
    return row["id"] if row else None
