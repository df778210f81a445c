"""What the application does by itself every minute: seal reads into the chain, forget what is too old,
mail the digests of the day."""

import asyncio
import logging

from tracker.jobs.actions.uploads import sweep_uploads
from tracker.partnership import trail
from tracker.partnership.actions.drafts import sweep_drafts
from tracker.partnership.actions.notices import mail_digests
from tracker.partnership.tables import Partnership

log = logging.getLogger(__name__)
EVERY = 60


async def keep_house() -> None:
    """Do the round every minute until cancelled; one failing round does not end the next."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await one_round()
        except Exception as problem:
            log.error("Housekeeping failed: %s", type(problem).__name__)


async def one_round() -> None:
    """Seal the reads of every partnership forget old drafts and uploads, mail the digests."""
    for row in await Partnership.select(Partnership.id):
        await trail.seal_reads(row["id"])
    await trail.seal_reads(None)
    await sweep_drafts()
    await sweep_uploads()
    await mail_digests()
