"""Remarking something beside what is learned."""

from uuid import UUID

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.keeping import already_kept
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.patterns import Remark
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


async def remark(viewer: Viewer, subject: Subject, subject_id: int, key: UUID, text: str) -> int:
    """Keep a remark about something the viewer was shown; the same key again returns the same id."""
    async with writing():
        await one_at_a_time("learning", viewer.partnership_id or 0)
        if already := await already_kept(viewer, Remark, key):
            return already
        row = Remark(
            key=key,
            partnership=viewer.partnership_id,
            subject=subject,
            subject_id=subject_id,
            text=text,
            author=viewer.person_id,
            role=viewer.role,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "remarked", subject, subject_id)
        return int(row.id)
