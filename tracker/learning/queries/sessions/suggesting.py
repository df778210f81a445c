"""Cases to choose for a session: those that stand out, and those that are looked for (L4)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tracker.cases.queries.listing import Choices, Wanted, cases_for
from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.kinds import CaseState
from tracker.cases.tables import CaseFile, ProgressScore
from tracker.learning.rules.suggesting import Told, Why, suggestions
from tracker.partnership.rules.roles import Viewer

LOOKED_AT = 300
"""How many cases, those last worked on, are looked at for suggestions."""
FOUND = 12


@dataclass(frozen=True, slots=True)
class Choosable:
    """A case as it can be chosen, with its purpose in the person's own words."""

    id: int
    code: str
    alias: str
    purpose: str

    @property
    def name(self) -> str:
        return self.alias or self.code


async def suggested(viewer: Viewer, chosen: Collection[int]) -> dict[Why, tuple[Choosable, ...]]:
    """Cases the viewer sees that stand out, by what makes them so."""
    rows = await (
        CaseFile.select(
            CaseFile.id,
            CaseFile.code,
            CaseFile.alias,
            CaseFile.purpose,
            CaseFile.state,
            CaseFile.started_on,
            CaseFile.ended_on,
        )
        .where(visible_to(viewer))
        .order_by(CaseFile.touched_at, CaseFile.id, ascending=False)
        .limit(LOOKED_AT)
    )
    scores = await _scores(row["id"] for row in rows)
    told = [
        Told(
            id=row["id"],
            state=CaseState(row["state"]),
            started_on=row["started_on"],
            ended_on=row["ended_on"],
            scores=tuple(scores.get(row["id"], ())),
        )
        for row in rows
    ]
    named = {row["id"]: Choosable(row["id"], row["code"], row["alias"], row["purpose"]) for row in rows}
    found = suggestions(told, viewer.today, chosen=chosen)
    return {why: tuple(named[case] for case in cases) for why, cases in found.items()}


async def looked_for(viewer: Viewer, question: str, chosen: Collection[int]) -> tuple[Choosable, ...]:
    """The first cases that answer these words, as the list of cases finds them."""
    found = await cases_for(viewer, Wanted(question=question), Choices(), size=FOUND)
    return tuple(
        Choosable(case.id, case.code, case.alias, case.purpose)
        for case in found.cases
        if case.id not in chosen
    )


async def choosable(viewer: Viewer, codes: Iterable[str]) -> tuple[Choosable, ...]:
    """The cases behind these codes that the viewer sees, by code; none for a role without cases."""
    wanted = sorted({code.upper() for code in codes if code and len(code) <= 20 and "\0" not in code})
    if not wanted or not viewer.works_on_cases:
        return ()
    rows = await (
        CaseFile.select(CaseFile.id, CaseFile.code, CaseFile.alias, CaseFile.purpose)
        .where(visible_to(viewer), CaseFile.code.is_in(wanted[:50]))
        .order_by(CaseFile.code)
    )
    return tuple(Choosable(**row) for row in rows)


async def _scores(cases: Iterable[int]) -> dict[int, list[int]]:
    ids = list(cases)
    found: dict[int, list[int]] = {}
    if not ids:
        return found
    rows = await (
        ProgressScore.select(ProgressScore.case, ProgressScore.score)
        .where(ProgressScore.case.is_in(ids))
        .order_by(ProgressScore.scored_on, ProgressScore.id)
    )
    for row in rows:
        found.setdefault(row["case"], []).append(row["score"])
    return found
