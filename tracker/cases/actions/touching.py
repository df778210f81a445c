"""Moving a case up in the list of who works on it."""

from tracker import clock
from tracker.cases.tables import CaseFile


async def touch(case_id: int) -> None:
    """Note that something on the case changed now; called inside the act's own transaction."""
    await CaseFile.update({CaseFile.touched_at: clock.now()}).where(CaseFile.id == case_id)
