"""'Zo werken wij': what a partnership may show everyone about itself; no cases and no people (L1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.partnership.queries.wordings import OwnWords, Step, steps_of, words_of
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Partnership
from tracker.problems import NotFound

SHOWN = (WordingKind.PURPOSE, WordingKind.URGENCY, WordingKind.PRINCIPLE)


@dataclass(frozen=True, slots=True)
class HowWeWork:
    """The purpose, principles and value steps of a partnership, and since when everyone may read them."""

    name: str
    slug: str
    open_since: date | None
    words: OwnWords
    steps: tuple[Step, ...]


async def how_we_work(viewer: Viewer) -> HowWeWork:
    """The page of the viewer's own partnership, open to everyone or not."""
    return await _page(Partnership.id == viewer.partnership_id)


async def open_page(slug: str) -> HowWeWork:
    """The page as everyone reads it. Raises NotFound while the partnership did not open it."""
    return await _page((Partnership.slug == slug) & Partnership.open_page_since.is_not_null())


async def _page(where: Any) -> HowWeWork:
    row = await (
        Partnership.select(Partnership.id, Partnership.name, Partnership.slug, Partnership.open_page_since)
        .where(where)
        .first()
    )
    if row is None:
        raise NotFound
    return HowWeWork(
        name=row["name"],
        slug=row["slug"],
        open_since=row["open_page_since"],
        words=await words_of(row["id"], *SHOWN),
        steps=tuple(await steps_of(row["id"])),
    )
