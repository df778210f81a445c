"""The running cases that ask for attention: long not reviewed, long silent, or in doubt (C1, C8, C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.listing import RUNNING, followed_by
from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.attention import is_long_since
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Asking:
    """A running case, and why it asks for attention."""

    code: str
    name: str
    last_contact_on: date | None
    last_review_on: date | None
    quiet: bool
    not_reviewed: bool
    doubt: bool


async def asking(viewer: Viewer, *, mine: bool) -> list[Asking]:
    """The running cases the viewer sees that ask for attention, last used first; one query.

    `mine`: only those that the viewer leads or follows.
    """
    partnership: Any = CaseFile.partnership
    query = CaseFile.select(
        CaseFile.code,
        CaseFile.alias,
        CaseFile.started_on,
        CaseFile.last_contact_on,
        CaseFile.last_review_on,
        CaseFile.doubt,
        partnership.review_after_weeks.as_alias("review_after_weeks"),
        partnership.quiet_after_weeks.as_alias("quiet_after_weeks"),
    ).where(visible_to(viewer), RUNNING)
    if mine:
        query = query.where(followed_by(viewer))
    rows = await query.order_by(CaseFile.touched_at, CaseFile.id, ascending=False)
    found = [_asking(row, viewer.today) for row in rows]
    return [each for each in found if each.quiet or each.not_reviewed or each.doubt]


def _asking(row: dict[str, Any], today: date) -> Asking:
    begun = row["started_on"]
    return Asking(
        code=row["code"],
        name=row["alias"] or row["code"],
        last_contact_on=row["last_contact_on"],
        last_review_on=row["last_review_on"],
        quiet=is_long_since(row["last_contact_on"], begun, row["quiet_after_weeks"], today),
        not_reviewed=is_long_since(row["last_review_on"], begun, row["review_after_weeks"], today),
        doubt=bool(row["doubt"]),
    )
