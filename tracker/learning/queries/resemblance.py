"""Which cases lie beside which personas, as far as the viewer may open those cases (C13)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tracker import clock
from tracker.cases.queries.seen import Case
from tracker.cases.rules.undoing import UNDO_WITHIN
from tracker.cases.rules.versions import version_of
from tracker.learning.queries.openable import ids_of_openable, openable
from tracker.learning.rules.kinds import PersonaState, ResemblanceState, Subject
from tracker.learning.rules.small_counts import CaseCount, count_for, is_small
from tracker.learning.tables.personas import Resemblance
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what a case is like a persona and in what it is not."""

    id: int
    case_id: int
    code: str
    alias: str
    persona_id: int
    persona: str
    persona_state: PersonaState
    alike: str
    different: str
    involve: str
    state: ResemblanceState
    author: str
    fresh: bool = False
    """Whether the viewer laid it there just now, and can still take that back (C16)."""

    @property
    def proposed(self) -> bool:
        return self.state is ResemblanceState.PROPOSED

    @property
    def version(self) -> str:
        return version_of(self.alike, self.different, self.involve, self.state)


async def likenesses_of(viewer: Viewer, persona_id: int) -> list[Likeness]:
    """The cases beside a persona that the viewer may open, by code; none for a role without cases."""
    may_open = ids_of_openable(viewer)
    if may_open is None:
        return []
    return await _likenesses((Resemblance.persona == persona_id) & Resemblance.case.is_in(may_open))


async def likenesses_on(case: Case) -> list[Likeness]:
    """The personas beside a case that the viewer may open."""
    return await _likenesses(Resemblance.case == case.id)


async def likeness_on(case: Case, resemblance_id: int) -> Likeness:
    """One resemblance of the case. Raises NotFound."""
    found = await _likenesses((Resemblance.case == case.id) & (Resemblance.id == resemblance_id))
    if not found:
        raise NotFound
    return found[0]


@dataclass(frozen=True, slots=True)
class InSight:
    """What the page of a case shows of personas: those beside it, and the entry on the review list."""

    beside: tuple[Likeness, ...]
    misfit_id: int | None
    why_misfit: str


IN_SIGHT = """
    SELECT r.id, r.persona, p.name, p.state AS persona_state, r.alike, r."different", r.involve, r.state,
           a.name AS author, 0 AS fits_none,
           CASE WHEN r.author = {} AND r.written_at >= {} AND r.state = {} AND NOT EXISTS (
               SELECT 1 FROM correction k WHERE k.subject = {} AND k.subject_id = r.id)
           THEN 1 ELSE 0 END AS fresh
      FROM resemblance r JOIN persona p ON p.id = r.persona LEFT JOIN person a ON a.id = r.author
     WHERE r."case" = {}
    UNION ALL
    SELECT m.id, NULL, '', '', m.why, '', '', '', '', 1, 0
      FROM misfit m WHERE m."case" = {} AND m.ended_on IS NULL
     ORDER BY 3, 1
"""


async def in_sight(viewer: Viewer, case: Case) -> InSight:
    """The personas of a case for its page, in one question."""
    just = clock.now() - UNDO_WITHIN
    mine = (viewer.person_id, just, ResemblanceState.CONFIRMED, Subject.RESEMBLANCE)
    rows = await Resemblance.raw(IN_SIGHT, *mine, case.id, case.id)
    misfit = next((row for row in rows if row["fits_none"]), None)
    beside = tuple(
        Likeness(
            id=row["id"],
            case_id=case.id,
            code=case.code,
            alias=case.alias,
            persona_id=row["persona"],
            persona=row["name"],
            persona_state=PersonaState(row["persona_state"]),
            alike=row["alike"],
            different=row["different"],
            involve=row["involve"],
            state=ResemblanceState(row["state"]),
            author=row["author"] or "",
            fresh=bool(row["fresh"]),
        )
        for row in rows
        if not row["fits_none"]
    )
    return InSight(beside, misfit["id"] if misfit else None, misfit["alike"] if misfit else "")


async def cases_beside(viewer: Viewer) -> dict[int, CaseCount]:
    """How many cases lie beside each persona, counting only what somebody stands behind."""
    rows = await Resemblance.select(Resemblance.persona, Resemblance.case).where(
        Resemblance.persona.partnership == viewer.partnership_id,
        Resemblance.state == ResemblanceState.CONFIRMED,
    )
    beside: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        beside[row["persona"]].add(row["case"])
    return await counted(viewer, beside)


async def counted(viewer: Viewer, groups: dict[Any, set[int]]) -> dict[Any, CaseCount]:
    """The count of each group of cases, with the codes of small ones the viewer may open (law 1)."""
    small = {case for cases in groups.values() if is_small(len(cases)) for case in cases}
    may_open = await openable(viewer, small)
    return {
        group: count_for(
            len(cases),
            (each.code for each in may_open.values() if each.id in cases) if is_small(len(cases)) else (),
            opens_cases=viewer.works_on_cases,
        )
        for group, cases in groups.items()
    }


async def _likenesses(where: Any) -> list[Likeness]:
    rows = await (
        Resemblance.select(
            Resemblance.id,
            Resemblance.case.as_alias("case_id"),
            Resemblance.case.code.as_alias("code"),
            Resemblance.case.alias.as_alias("alias"),
            Resemblance.persona.as_alias("persona_id"),
            Resemblance.persona.name.as_alias("persona"),
            Resemblance.persona.state.as_alias("persona_state"),
            Resemblance.alike,
            Resemblance.different,
            Resemblance.involve,
            Resemblance.state,
            Resemblance.author.name.as_alias("author"),
        )
        .where(where)
        .order_by(Resemblance.case.code, Resemblance.persona.name)
    )
    return [
        Likeness(
            **{
                **row,
                "persona_state": PersonaState(row["persona_state"]),
                "state": ResemblanceState(row["state"]),
                "author": row["author"] or "",
            }
        )
        for row in rows
    ]
