"""The patterns of a partnership, with how many cases stand behind each (L5)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.sources import cases_seen
from tracker.learning.rules.kinds import PATTERN_KIND_PLURALS, RECURRENCE_NAMES, PatternKind, Recurrence
from tracker.learning.rules.patterns import why_not_use
from tracker.learning.rules.small_counts import CaseCount, coarse, count_for, is_small
from tracker.learning.tables.patterns import Occurrence
from tracker.learning.tables.patterns import Pattern as PatternRow
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class PatternLine:
    """A pattern as a list shows it; `count` says in how many cases, as this viewer may read it."""

    id: int
    name: str
    kind: PatternKind
    recurrence: Recurrence
    times: int
    count: CaseCount
    retired: bool

    @property
    def recurrence_name(self) -> str:
        return RECURRENCE_NAMES[self.recurrence]

    @property
    def kind_plural(self) -> str:
        return PATTERN_KIND_PLURALS[self.kind]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as its own page shows it."""

    id: int
    name: str
    kind: PatternKind
    meaning: str
    recurrence: Recurrence
    recurrence_reason: str
    made_on: date
    merged_into: int | None
    merged_into_name: str
    merged_reason: str
    retired_on: date | None
    retired_reason: str
    author: str
    times: int
    count: CaseCount
    judged_otherwise: int = 0
    """How many deeds left it because they were judged otherwise; for who works on cases."""

    @property
    def version(self) -> str:
        return version_of(self.name, self.meaning, self.recurrence, self.recurrence_reason)

    @property
    def why_not_use(self) -> str | None:
        """Why no word may be put in it, or None."""
        return why_not_use(merged=self.merged_into is not None, retired_on=self.retired_on)


COUNTED = """
    SELECT p.id, p.name, p.kind, p.recurrence, p.retired_on, p.meaning, p.recurrence_reason, p.made_on,
           p.merged_into, p.merged_reason, p.retired_reason, p.judged_otherwise,
           i.name AS merged_into_name, a.name AS author,
           COUNT(o.id) AS times, COUNT(DISTINCT o."case") AS cases
      FROM pattern p
           LEFT JOIN pattern i ON i.id = p.merged_into
           LEFT JOIN person a ON a.id = p.author
           LEFT JOIN occurrence o ON o.pattern = p.id
     WHERE p.partnership = {} AND %s
     GROUP BY p.id, i.name, a.name
     ORDER BY cases DESC, times DESC, p.name
"""


async def patterns_of(
    viewer: Viewer, kind: PatternKind | None = None, *, also_retired: bool = False
) -> list[PatternLine]:
    """The patterns of the viewer's partnership, seen in most cases first; merged ones are left out."""
    where = ["p.merged_into IS NULL", *([] if also_retired else ["p.retired_on IS NULL"])]
    values: list[Any] = []
    if kind is not None:
        where.append("p.kind = {}")
        values.append(kind)
    return await _lines(viewer, " AND ".join(where), *values)


async def patterns_with(viewer: Viewer, ids: Collection[int]) -> list[PatternLine]:
    """These patterns of the viewer's partnership, merged ones too."""
    if not ids:
        return []
    return await _lines(viewer, f"p.id IN ({', '.join(['{}'] * len(ids))})", *ids)


async def _lines(viewer: Viewer, where: str, *values: Any) -> list[PatternLine]:
    rows = await PatternRow.raw(COUNTED % where, viewer.partnership_id, *values)
    counts = await case_counts(viewer, {row["id"]: row["cases"] for row in rows})
    return [
        PatternLine(
            id=row["id"],
            name=row["name"],
            kind=PatternKind(row["kind"]),
            recurrence=Recurrence(row["recurrence"]),
            times=_times(viewer, row["times"]),
            count=counts[row["id"]],
            retired=row["retired_on"] is not None,
        )
        for row in rows
    ]


async def pattern_for(viewer: Viewer, pattern_id: int) -> Pattern:
    """One pattern of the viewer's partnership, a merged one too. Raises NotFound."""
    rows = await PatternRow.raw(COUNTED % "p.id = {}", viewer.partnership_id, pattern_id)
    if not rows:
        raise NotFound
    row = rows[0]
    counts = await case_counts(viewer, {row["id"]: row["cases"]})
    return Pattern(
        id=row["id"],
        name=row["name"],
        kind=PatternKind(row["kind"]),
        meaning=row["meaning"],
        recurrence=Recurrence(row["recurrence"]),
        recurrence_reason=row["recurrence_reason"],
        made_on=row["made_on"],
        merged_into=row["merged_into"],
        merged_into_name=row["merged_into_name"] or "",
        merged_reason=row["merged_reason"],
        retired_on=row["retired_on"],
        retired_reason=row["retired_reason"],
        author=row["author"] or "",
        times=_times(viewer, row["times"]),
        count=counts[row["id"]],
        judged_otherwise=row["judged_otherwise"] if viewer.works_on_cases else 0,
    )


async def names_in_use(viewer: Viewer, kind: PatternKind, but: Collection[int] = ()) -> list[str]:
    """The names of the patterns of this kind in which words may be put."""
    rows = await PatternRow.select(PatternRow.name).where(
        *_in_use(viewer, kind), PatternRow.id.not_in([*but, 0])
    )
    return [row["name"] for row in rows]


async def to_choose(
    viewer: Viewer, kind: PatternKind | None = None, but: Collection[int] = ()
) -> dict[int, str]:
    """The patterns (of this kind, when given) in which words may be put, by name."""
    rows = await (
        PatternRow.select(PatternRow.id, PatternRow.name)
        .where(*_in_use(viewer, kind), PatternRow.id.not_in([*but, 0]))
        .order_by(PatternRow.name)
    )
    return {row["id"]: row["name"] for row in rows}


async def case_counts(viewer: Viewer, cases: Mapping[int, int]) -> dict[int, CaseCount]:
    """The counts of these patterns as the viewer may read them: small ones with the codes of their cases."""
    codes = await codes_behind(viewer, [pattern for pattern, number in cases.items() if is_small(number)])
    return {
        pattern: count_for(number, codes.get(pattern, ()), opens_cases=viewer.works_on_cases)
        for pattern, number in cases.items()
    }


async def codes_behind(viewer: Viewer, patterns: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The codes of the cases behind each pattern that this viewer may open; none for who opens none."""
    if not patterns or not viewer.works_on_cases:
        return {}
    rows = await Occurrence.select(Occurrence.pattern, Occurrence.case.code.as_alias("code")).where(
        Occurrence.pattern.is_in([*patterns]), Occurrence.case.is_in(cases_seen(viewer))
    )
    return by_key((row["pattern"], row["code"]) for row in rows)


def by_key(pairs: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    """Codes by what they belong to, each once and in order."""
    found: dict[int, set[str]] = {}
    for key, code in pairs:
        found.setdefault(key, set()).add(code)
    return {key: tuple(sorted(codes)) for key, codes in found.items()}


def _times(viewer: Viewer, times: int) -> int:
    return times if viewer.works_on_cases else coarse(times)


def _in_use(viewer: Viewer, kind: PatternKind | None) -> tuple[Any, ...]:
    in_use = (
        PatternRow.partnership == viewer.partnership_id,
        PatternRow.merged_into.is_null(),
        PatternRow.retired_on.is_null(),
    )
    return (*in_use, PatternRow.kind == kind) if kind else in_use
