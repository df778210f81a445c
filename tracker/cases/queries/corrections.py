"""What records on a case said before somebody corrected them."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject
from tracker.cases.tables import Correction


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction: the former content by column, when it was changed, by whom and why."""

    former: dict[str, Any]
    corrected_at: datetime
    author: str
    reason: str


async def corrections_of(case: Case, subject: Subject, subject_id: int) -> list[Corrected]:
    """Every correction of one record, latest first."""
    rows = await (
        Correction.select(
            Correction.former,
            Correction.corrected_at,
            Correction.reason,
            Correction.author.name.as_alias("author_name"),
        )
        .where(
            Correction.case == case.id,
            Correction.subject == subject,
            Correction.subject_id == subject_id,
        )
        .order_by(Correction.corrected_at, Correction.id, ascending=False)
    )
    return [
        Corrected(
            former=json.loads(row["former"]),
            corrected_at=row["corrected_at"],
            author=row["author_name"] or "",
            reason=row["reason"],
        )
        for row in rows
    ]
