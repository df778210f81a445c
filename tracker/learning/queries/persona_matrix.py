"""Which types of value demand come with which personas, counted in cases (L2, L8)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.cases.tables import CaseFile
from tracker.learning.queries.openable import Openable, ids_of_openable, openable
from tracker.learning.queries.personas import Portrait, personas
from tracker.learning.queries.resemblance import counted
from tracker.learning.rules.kinds import PatternKind, PersonaState, ResemblanceState
from tracker.learning.rules.personas import is_core
from tracker.learning.rules.small_counts import CaseCount
from tracker.learning.tables.patterns import Occurrence, Pattern
from tracker.learning.tables.personas import Misfit, Resemblance
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

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

    pattern_id: int
    name: str
    words: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns are the personas in use, and last the cases that fit none."""

    personas: tuple[Portrait, ...]
    beside: Mapping[int, CaseCount]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> tuple[int, ...]:
        return (*(persona.id for persona in self.personas), NOWHERE)


@dataclass(frozen=True, slots=True)
class Behind:
    """A case behind a cell, with what was asked there in somebody's own words."""

    case: Openable
    words: tuple[str, ...]


async def matrix(viewer: Viewer) -> Matrix:
    """The matrix of the whole partnership; codes and words only of cases the viewer may open."""
    shown = await personas(viewer, PersonaState.IN_USE)
    beside = await _cases_by_column(viewer)
    patterns = await _patterns(viewer)
    asked = await _cases_by_pattern(viewer)
    columns = [*(persona.id for persona in shown), NOWHERE]
    groups: dict[Any, set[int]] = {column: beside[column] for column in columns}
    for pattern in patterns:
        for column in columns:
            groups[pattern["id"], column] = asked[pattern["id"]] & beside[column]
    counts = await counted(viewer, groups)
    words = await _one_sentence_each(viewer, [pattern["id"] for pattern in patterns])
    rows = [
        Row(
            pattern_id=pattern["id"],
            name=pattern["name"],
            words=words.get(pattern["id"], ""),
            cells=tuple(
                Cell(
                    counts[pattern["id"], column],
                    core=is_core(len(groups[pattern["id"], column]), len(beside[column])),
                )
                for column in columns
            ),
        )
        for pattern in patterns
    ]
    rows.sort(key=lambda row: (-sum(cell.core for cell in row.cells), row.name.casefold()))
    return Matrix(tuple(shown), {column: counts[column] for column in columns}, tuple(rows))


async def behind(viewer: Viewer, column: int, pattern_id: int | None = None) -> list[Behind]:
    """The cases behind a column or a cell that the viewer may open, by code."""
    beside = (await _cases_by_column(viewer))[column]
    words: dict[int, list[str]] = defaultdict(list)
    if pattern_id is not None:
        for row in await _words(viewer, [pattern_id]):
            words[row["case"]].append(row["words"])
        beside = beside & set(words)
    may_open = await openable(viewer, beside)
    return [Behind(case, tuple(words[case.id])) for case in may_open.values()]


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


async def _patterns(viewer: Viewer) -> list[dict[str, Any]]:
    return await (
        Pattern.select(Pattern.id, Pattern.name)
        .where(
            Pattern.partnership == viewer.partnership_id,
            Pattern.kind == PatternKind.VALUE_DEMAND,
            Pattern.merged_into.is_null(),
        )
        .order_by(Pattern.name)
    )


async def _cases_by_pattern(viewer: Viewer) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row in await Occurrence.select(Occurrence.pattern, Occurrence.case).where(
        Occurrence.partnership == viewer.partnership_id, Occurrence.value_demand.is_not_null()
    ):
        found[row["pattern"]].add(row["case"])
    return found


async def _one_sentence_each(viewer: Viewer, patterns: list[int]) -> dict[int, str]:
    """The shortest thing that somebody said under each pattern."""
    first: dict[int, str] = {}
    for row in sorted(await _words(viewer, patterns), key=lambda row: (len(row["words"]), row["case"])):
        first.setdefault(row["pattern"], row["words"])
    return first


async def _words(viewer: Viewer, patterns: list[int]) -> list[dict[str, Any]]:
    may_open = ids_of_openable(viewer)
    if may_open is None or not patterns:
        return []
    return await Occurrence.select(
        Occurrence.pattern, Occurrence.case, Occurrence.value_demand.words.as_alias("words")
    ).where(
        Occurrence.partnership == viewer.partnership_id,
        Occurrence.pattern.is_in(patterns),
        Occurrence.value_demand.is_not_null(),
        Occurrence.case.is_in(may_open),
    )


async def demand_type(viewer: Viewer, pattern_id: int) -> str:
    """The name of a type of value demand. Raises NotFound."""
    found = next((each for each in await _patterns(viewer) if each["id"] == pattern_id), None)
    if found is None:
        raise NotFound
    return str(found["name"])


async def cases_in_all(viewer: Viewer) -> int:
    """How many cases the partnership has."""
    return int(await CaseFile.count().where(CaseFile.partnership == viewer.partnership_id))
