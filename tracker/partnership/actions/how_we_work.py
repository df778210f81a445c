"""Opening the page 'zo werken wij' to everyone, and closing it (L1)."""

from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries.how_we_work import how_we_work
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.rules.wordings import why_not_open
from tracker.partnership.tables import Partnership
from tracker.problems import RuleBroken


async def open_to_everyone(viewer: Viewer) -> None:
    """From now on everyone may read it; opening it twice is opening it once. Raises RuleBroken."""
    async with writing():
        now = await how_we_work(viewer)
        if now.open_since:
            return
        purpose = now.words.current(WordingKind.PURPOSE) is not None
        if refusal := why_not_open(purpose=purpose, steps=len(now.steps)):
            raise RuleBroken(refusal)
        await Partnership.update({Partnership.open_page_since: viewer.today}).where(
            Partnership.id == viewer.partnership_id
        )
        await trail.record(viewer, "page opened", "partnership", viewer.partnership_id)


async def close(viewer: Viewer) -> None:
    """From now on nobody outside reads it."""
    async with writing():
        if (await how_we_work(viewer)).open_since is None:
            return
        await Partnership.update({Partnership.open_page_since: None}).where(
            Partnership.id == viewer.partnership_id
        )
        await trail.record(viewer, "page closed", "partnership", viewer.partnership_id)
