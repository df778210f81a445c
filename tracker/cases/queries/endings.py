"""How a case ended, and how it was taken up again (C12)."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import CASE_STATE_NAMES, CaseState
from tracker.cases.tables import CaseEnding


@dataclass(frozen=True, slots=True)
class Ended:
    """One ending; `reopened_on` when it turned out not to be the end."""

    id: int
    kind: CaseState
    ended_on: date
    interpretation: str
    handed_to: str
    keeps_contact: str
    author: str
    reopened_on: date | None
    reopened_reason: str
    reopened_by: str

    @property
    def kind_name(self) -> str:
        return CASE_STATE_NAMES[self.kind]


async def endings_of(case: Case) -> list[Ended]:
    """Every ending of a case the viewer may see, latest first."""
    rows = await (
        CaseEnding.select(
            CaseEnding.id,
            CaseEnding.kind,
            CaseEnding.ended_on,
            CaseEnding.interpretation,
            CaseEnding.handed_to,
            CaseEnding.keeps_contact,
            CaseEnding.author.name.as_alias("author_name"),
            CaseEnding.reopened_on,
            CaseEnding.reopened_reason,
            CaseEnding.reopened_by.name.as_alias("reopener"),
        )
        .where(CaseEnding.case == case.id)
        .order_by(CaseEnding.id, ascending=False)
    )
    return [
        Ended(
            id=row["id"],
            kind=CaseState(row["kind"]),
            ended_on=row["ended_on"],
            interpretation=row["interpretation"],
            handed_to=row["handed_to"],
            keeps_contact=row["keeps_contact"],
            author=row["author_name"] or "",
            reopened_on=row["reopened_on"],
            reopened_reason=row["reopened_reason"],
            reopened_by=row["reopener"] or "",
        )
        for row in rows
    ]
