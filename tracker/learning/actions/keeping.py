"""What a change leaves behind: what stood there before, and what the same form wrote already."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.patterns import FormerText
from tracker.partnership.rules.roles import Viewer


async def keep_former(
    viewer: Viewer, subject: Subject, subject_id: int, former: Mapping[str, object], reason: str = ""
) -> None:
    """Keep what something said before it is changed; called inside the act's own transaction.

    `former` holds the changed fields only, by name; never words of a case.
    """
    await FormerText.insert(
        FormerText(
            partnership=viewer.partnership_id,
            subject=subject,
            subject_id=subject_id,
            former=json.dumps(former, ensure_ascii=False, default=str),
            reason=reason.strip(),
            author=viewer.person_id,
            changed_at=clock.now(),
        )
    )


async def already_kept(viewer: Viewer, table: Any, key: UUID) -> int | None:
    """The id of what the same form wrote before in this partnership, or None."""
    row = await (
        table.select(table.id).where(table.key == key, table.partnership == viewer.partnership_id).first()
    )
    return int(row["id"]) if row else None
