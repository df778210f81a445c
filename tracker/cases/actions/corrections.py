"""Correcting what stands on a case, with what it said before (C16)."""

import json
from collections.abc import Mapping

from tracker import clock
from tracker.cases.rules.kinds import Subject
from tracker.cases.tables import Correction
from tracker.partnership.rules.roles import Viewer


async def keep_former(
    viewer: Viewer,
    case_id: int,
    subject: Subject,
    subject_id: int,
    former: Mapping[str, object],
    reason: str = "",
) -> None:
    """Keep what a record said before it is changed; called inside the act's own transaction.

    `former` holds the changed fields only, by the name of their column.
    """
    await Correction.insert(
        Correction(
            case=case_id,
            subject=subject,
            subject_id=subject_id,
            former=json.dumps(former, ensure_ascii=False, default=str),
            reason=reason,
            author=viewer.person_id,
            corrected_at=clock.now(),
        )
    )
