"""Cases that fit no persona, and how their analysis ended (C13, L2)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.learning.queries.openable import ids_of_openable, openable
from tracker.learning.rules.kinds import Outcome
from tracker.learning.rules.small_counts import CaseCount, count_for, is_small
from tracker.learning.tables.personas import Misfit
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Unfit:
    """A case on the review list, and how its analysis ended once it did."""

    id: int
    case_id: int
    code: str
    alias: str
    purpose: str
    why: str
    noticed_on: date
    author: str
    outcome: Outcome | None
    outcome_why: str
    persona_id: int | None
    persona: str
    ended_on: date | None
    ended_by: str

    @property
    def waiting(self) -> bool:
        return self.ended_on is None


async def misfits(viewer: Viewer) -> list[Unfit]:
    """The review list as far as the viewer may open its cases: those that wait first, oldest first."""
    may_open = ids_of_openable(viewer)
    if may_open is None:
        return []
    found = await _misfits(Misfit.case.is_in(may_open))
    waiting = [each for each in found if each.waiting]
    ended = sorted((e for e in found if not e.waiting), key=lambda e: (e.ended_on, e.id), reverse=True)
    return [*waiting, *ended]


async def misfit_of(viewer: Viewer, misfit_id: int) -> Unfit:
    """One entry of the review list. Raises NotFound, also when its case is not for this viewer."""
    may_open = ids_of_openable(viewer)
    found = [] if may_open is None else await _misfits((Misfit.id == misfit_id) & Misfit.case.is_in(may_open))
    if not found:
        raise NotFound
    return found[0]


async def misfits_on(case: Case) -> list[Unfit]:
    """Every time this case was said to fit no persona, latest first."""
    return (await _misfits(Misfit.case == case.id))[::-1]


async def waiting_count(viewer: Viewer) -> CaseCount:
    """How many cases wait for their analysis, over the whole partnership."""
    rows = await Misfit.select(Misfit.case).where(
        Misfit.case.partnership == viewer.partnership_id, Misfit.ended_on.is_null()
    )
    cases = {row["case"] for row in rows}
    may_open = await openable(viewer, cases) if is_small(len(cases)) else {}
    codes = [each.code for each in may_open.values()]
    return count_for(len(cases), codes, opens_cases=viewer.works_on_cases)


async def _misfits(where: Any) -> list[Unfit]:
    rows = await (
        Misfit.select(
            Misfit.id,
            Misfit.case.as_alias("case_id"),
            Misfit.case.code.as_alias("code"),
            Misfit.case.alias.as_alias("alias"),
            Misfit.case.purpose.as_alias("purpose"),
            Misfit.why,
            Misfit.noticed_on,
            Misfit.author.name.as_alias("author"),
            Misfit.outcome,
            Misfit.outcome_why,
            Misfit.persona.as_alias("persona_id"),
            Misfit.persona.name.as_alias("persona"),
            Misfit.ended_on,
            Misfit.ended_by.name.as_alias("ended_by"),
        )
        .where(where)
        .order_by(Misfit.noticed_on, Misfit.id)
    )
    return [
        Unfit(
            **{
                **row,
                "author": row["author"] or "",
                "outcome": Outcome(row["outcome"]) if row["outcome"] else None,
                "persona": row["persona"] or "",
                "ended_by": row["ended_by"] or "",
            }
        )
        for row in rows
    ]
