"""What was agreed in reviews, and what of it is still open (C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.query import OrderByRaw

from tracker.cases.queries.listing import followed_by
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.rules.kinds import AgreementState, CaseState
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Agreement, CaseFile
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

MOST_OPEN = 20
EARLIEST_DUE = OrderByRaw("agreement.due_on IS NULL, agreement.due_on, agreement.id")


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what by when, in which review, and what became of it."""

    id: int
    review_id: int | None
    held_on: date | None
    what: str
    who: str
    due_on: date | None
    state: AgreementState
    closed_on: date | None
    author: str

    @property
    def open(self) -> bool:
        return self.state is AgreementState.OPEN

    @property
    def version(self) -> str:
        return version_of(self.what, self.who, self.due_on)


@dataclass(frozen=True, slots=True)
class OpenAgreement:
    """An open agreement as a start page shows it."""

    id: int
    code: str
    case_name: str
    what: str
    who: str
    due_on: date | None


async def agreement_of(case: Case, agreement_id: int) -> Agreed:
    """One agreement of the case. Raises NotFound."""
    found = await agreements_where((Agreement.case == case.id) & (Agreement.id == agreement_id))
    if not found:
        raise NotFound
    return found[0]


async def agreements_where(where: Any) -> list[Agreed]:
    """Agreements, earliest due first, those without a day last."""
    rows = await (
        Agreement.select(
            Agreement.id,
            Agreement.review.as_alias("review_id"),
            Agreement.review.held_on.as_alias("held_on"),
            Agreement.what,
            Agreement.who,
            Agreement.due_on,
            Agreement.state,
            Agreement.closed_on,
            Agreement.author.name.as_alias("author"),
        )
        .where(where)
        .order_by(EARLIEST_DUE)
    )
    return [
        Agreed(**{**row, "state": AgreementState(row["state"]), "author": row["author"] or ""})
        for row in rows
    ]


async def open_agreements(viewer: Viewer, *, mine: bool) -> list[OpenAgreement]:
    """Open agreements on running cases the viewer sees, earliest due first.

    `mine`: only of cases that the viewer leads or follows.
    """
    seen = CaseFile.select(CaseFile.id).where(visible_to(viewer), CaseFile.state == CaseState.RUNNING)
    if mine:
        seen = seen.where(followed_by(viewer))
    rows = await (
        Agreement.select(
            Agreement.id,
            Agreement.case.code.as_alias("code"),
            Agreement.case.alias.as_alias("alias"),
            Agreement.what,
            Agreement.who,
            Agreement.due_on,
        )
        .where(Agreement.state == AgreementState.OPEN, Agreement.case.is_in(seen))
        .order_by(EARLIEST_DUE)
        .limit(MOST_OPEN)
    )
    return [
        OpenAgreement(
            id=row["id"],
            code=row["code"],
            case_name=row["alias"] or row["code"],
            what=row["what"],
            who=row["who"],
            due_on=row["due_on"],
        )
        for row in rows
    ]
