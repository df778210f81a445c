"""Correcting what stands on a case, with what it said before (C16)."""

import json
from collections.abc import Mapping
from enum import StrEnum

from tracker import clock
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject
from tracker.cases.tables import Correction
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


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


async def overtaken(
    case: Case, subject: Subject, subject_id: int, theirs: Mapping[str, object], *, version: str, author: str
) -> Conflict:
    """What to raise when somebody else changed a record in the meantime.

    `theirs` holds what now stands in the fields that differ; its texts are shown, whatever the rest.
    """
    texts = {
        name: "; ".join(text) if isinstance(text, list) else text
        for name, text in theirs.items()
        if isinstance(text, list | str) and not isinstance(text, StrEnum) and text
    }
    corrections = await corrections_of(case, subject, subject_id)
    return Conflict({**texts, "version": version}, corrections[0].author if corrections else author or None)
