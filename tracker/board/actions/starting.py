"""Starting an initiative once the team decided, the board has it on an agenda and others could answer."""

from tracker.board.queries.starting import gate_of
from tracker.database import writing
from tracker.learning.actions import initiatives
from tracker.partnership.rules.roles import Viewer


async def start(viewer: Viewer, initiative_id: int) -> None:
    """Start an initiative; what it waits for is gathered here and judged by its own rule (L10).

    Raises RuleBroken and NotFound.
    """
    async with writing():
        await initiatives.start(viewer, initiative_id, await gate_of(viewer, initiative_id))
