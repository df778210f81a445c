"""What something learned said before, and why that changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker import clock
from tracker.cases.rules.former import in_words
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.patterns import FormerText
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Former:
    """What one change replaced: the name of each field, and what it said."""

    said: tuple[tuple[str, str], ...]
    changed_on: date
    author: str
    reason: str


async def former_of(
    viewer: Viewer,
    subject: Subject,
    subject_id: int,
    labels: Mapping[str, str],
    names: Mapping[str, Mapping[Any, str]] | None = None,
) -> list[Former]:
    """What something said before each change, latest first.

    `labels` names the fields on the screen, `names` gives by field the words of its codes or ids.
    """
    known = names or {}
    rows = await (
        FormerText.select(
            FormerText.former,
            FormerText.reason,
            FormerText.changed_at,
            FormerText.author.name.as_alias("author_name"),
        )
        .where(
            FormerText.partnership == viewer.partnership_id,
            FormerText.subject == subject,
            FormerText.subject_id == subject_id,
        )
        .order_by(FormerText.changed_at, FormerText.id, ascending=False)
    )
    found = []
    for row in rows:
        former = json.loads(row["former"])
        found.append(
            Former(
                said=tuple(
                    (label, in_words(former[name], known.get(name, {})))
                    for name, label in labels.items()
                    if name in former
                ),
                changed_on=clock.as_local(row["changed_at"]).date(),
                author=row["author_name"] or "",
                reason=row["reason"],
            )
        )
    return found
