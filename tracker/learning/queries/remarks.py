"""Remarks beside what is learned: of the target-group representative and of colleagues."""

from dataclasses import dataclass
from datetime import datetime

from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.patterns import Remark
from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer


@dataclass(frozen=True, slots=True)
class Remarked:
    """What somebody remarked, in which role, and when."""

    text: str
    author: str
    role: str
    written_at: datetime


async def remarks_on(viewer: Viewer, subject: Subject, subject_id: int) -> list[Remarked]:
    """Every remark about this, latest first."""
    rows = await (
        Remark.select(Remark.text, Remark.author.name.as_alias("author"), Remark.role, Remark.written_at)
        .where(
            Remark.partnership == viewer.partnership_id,
            Remark.subject == subject,
            Remark.subject_id == subject_id,
        )
        .order_by(Remark.id, ascending=False)
    )
    return [Remarked(**{**row, "role": ROLE_NAMES[Role(row["role"])] if row["role"] else ""}) for row in rows]
