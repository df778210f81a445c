"""What records on a case said before somebody corrected them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker import clock
from tracker.cases.queries.seen import Case
from tracker.cases.rules.former import in_words
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


@dataclass(frozen=True, slots=True)
class Former:
    """What a correction replaced: the name of each field, and what it said."""

    said: tuple[tuple[str, str], ...]
    changed_on: date
    author: str
    reason: str


async def former_of(
    case: Case,
    subject: Subject,
    subject_id: int,
    labels: Mapping[str, str],
    names: Mapping[str, Mapping[Any, str]] | None = None,
) -> list[Former]:
    """What a record said before each correction, latest first.

    `labels` names the fields on the screen, `names` gives by field the words of its codes or ids.
    """
    known = names or {}
    return [
        Former(
            said=tuple(
                (label, in_words(correction.former[field], known.get(field, {})))
                for field, label in labels.items()
                if field in correction.former
            ),
            changed_on=clock.as_local(correction.corrected_at).date(),
            author=correction.author,
            reason=correction.reason,
        )
        for correction in await corrections_of(case, subject, subject_id)
    ]
