"""Which types of value demand come with which personas, counted in cases (L2, L8)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.cases.tables import CaseFile
from tracker.learning.queries.demand_types import DemandType, patterns_of_demands, themes_of_demands
from tracker.learning.queries.openable import Openable, openable
from tracker.learning.queries.personas import Portrait, personas
from tracker.learning.queries.resemblance import counted
from tracker.learning.rules.kinds import PersonaState, ResemblanceState
from tracker.learning.rules.personas import is_core
from tracker.learning.rules.small_counts import CaseCount, count_for
from tracker.learning.tables.personas import Misfit, Resemblance
from tracker.partnership.rules.roles import Viewer

NOWHERE = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """In how many cases of a persona a type of value demand was asked, and whether that is its core."""

    count: CaseCount
    core: bool

    @property
    def shade(self) -> str:
        """n0 to n3: not, sometimes, core. It says how common, never good or bad."""
        return "n0" if not self.count.cases else "n3" if self.core else "n1"


@dataclass(frozen=True, slots=True)
class Row:
    """A type of value demand, with one sentence of somebody when the viewer may read it."""

    type_id: int
    name: str
    words: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns are the personas in use, and last the cases that fit none."""

    personas: tuple[Portrait, ...]
    beside: Mapping[int, CaseCount]
    rows: tuple[Row, ...]
    by_theme: bool = False
    """Whether the rows are themes, for want of patterns."""

    @property
    def columns(self) -> tuple[int, ...]:
        return (*(persona.id for persona in self.personas), NOWHERE)


@dataclass(frozen=True, slots=True)
class Behind:
    """A case behind a cell, with what was asked there in somebody's own words."""

    case: Openable
    words: tuple[str, ...]


async def matrix(viewer: Viewer) -> Matrix:
    """The matrix of the whole partnership; codes and words only of cases the viewer may open.

    Until value demands are grouped into patterns, its rows are the themes noted beside them.
    """
    shown = await personas(viewer, PersonaState.IN_USE)
    beside = await _cases_by_column(viewer)
    patterns = await patterns_of_demands(viewer)
    types = patterns or await themes_of_demands(viewer)
    columns = [*(persona.id for persona in shown), NOWHERE]
    groups: dict[Any, set[int]] = {column: beside[column] for column in columns}
    for each in types:
        groups |= {(each.id, column): beside[column] & each.cases for column in columns}
    counts = await counted(viewer, groups)
    rows = [
        Row(
            type_id=each.id,
            name=each.name,
            words=each.sentence,
            cells=tuple(
                Cell(
                    counts[each.id, column],
                    core=counts[each.id, column].known
                    and is_core(counts[each.id, column].cases, counts[column].cases),
                )
                for column in columns
            ),
        )
        for each in types
    ]
    rows.sort(key=lambda row: (-sum(cell.core for cell in row.cells), row.name.casefold()))
    return Matrix(
        tuple(shown),
        {column: counts[column] for column in columns},
        tuple(rows),
        by_theme=bool(types) and not patterns,
    )


async def behind(viewer: Viewer, column: int, asked: DemandType | None = None) -> list[Behind]:
    """The cases behind a column, or a cell of it, that the viewer may open, by code."""
    beside = (await _cases_by_column(viewer))[column]
    words = asked.words if asked else {}
    may_open = await openable(viewer, beside & asked.cases if asked else beside)
    return [Behind(case, words.get(case.id, ())) for case in may_open.values()]


async def _cases_by_column(viewer: Viewer) -> defaultdict[int, set[int]]:
    """The cases beside each persona; under NOWHERE those said to fit none and that lie beside none."""
    columns: defaultdict[int, set[int]] = defaultdict(set)
    placed: set[int] = set()
    for row in await Resemblance.select(Resemblance.persona, Resemblance.case).where(
        Resemblance.persona.partnership == viewer.partnership_id,
        Resemblance.persona.state == PersonaState.IN_USE,
        Resemblance.state == ResemblanceState.CONFIRMED,
    ):
        columns[row["persona"]].add(row["case"])
        placed.add(row["case"])
    for row in await Misfit.select(Misfit.case).where(Misfit.case.partnership == viewer.partnership_id):
        columns[NOWHERE].add(row["case"])
    columns[NOWHERE] -= placed
    return columns


async def cases_in_all(viewer: Viewer) -> CaseCount:
    """How many cases the partnership has."""
    number = int(await CaseFile.count().where(CaseFile.partnership == viewer.partnership_id))
    return count_for(number, opens_cases=viewer.works_on_cases)
