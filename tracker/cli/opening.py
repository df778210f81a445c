"""Opening the database for a command that needs its tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tracker.database import close_database, open_database, pending_migrations
from tracker.problems import RuleBroken


@asynccontextmanager
async def opened() -> AsyncIterator[None]:
    """The database, open and up to date. Raises RuleBroken when `tracker migrate` comes first."""
    await open_database()
    try:
        if await pending_migrations():
            raise RuleBroken("De databank is nog niet op orde. Doe eerst: tracker migrate")
        yield
    finally:
        await close_database()
