"""What the patterns of a partnership say on the page of one case, in one question (L14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from tracker import clock
from tracker.cases.queries.seen import Case
from tracker.learning.queries.words import Suggestion, suggestions_for
from tracker.learning.rules.kinds import PATTERN_KIND_NAMES, PatternKind
from tracker.learning.rules.small_counts import CaseCount
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer

JUST = timedelta(minutes=10)
"""How long after noting a failure demand its case shows to who noted it what it looks like."""


@dataclass(frozen=True, slots=True)
class Here:
    """A pattern of which words stand on a case: how often there, and in how many cases in all."""

    id: int
    name: str
    kind: PatternKind
    times: int
    count: CaseCount

    @property
    def kind_name(self) -> str:
        return PATTERN_KIND_NAMES[self.kind]


@dataclass(frozen=True, slots=True)
class Fresh:
    """A failure demand just noted that stands in no pattern yet, and what it looks like."""

    id: int
    words: str
    alike: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class OnCase:
    """Everything patterns have to say on a case."""

    here: tuple[Here, ...]
    fresh: tuple[Fresh, ...]


ON_CASE = """
    SELECT 'pattern' AS sort, p.id, p.kind, p.name AS words, h.times,
           (SELECT COUNT(DISTINCT o."case") FROM occurrence o WHERE o.pattern = p.id) AS cases
      FROM (SELECT pattern, COUNT(*) AS times FROM occurrence WHERE "case" = {} GROUP BY pattern) h
           JOIN pattern p ON p.id = h.pattern
    UNION ALL
    SELECT * FROM (
        SELECT 'fresh', f.id, '', f.words, 0, 0 FROM failure_demand f
         WHERE f."case" = {} AND f.became_demand IS NULL AND f.author = {} AND f.written_at >= {}
           AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.failure_demand = f.id)
         ORDER BY f.id DESC LIMIT 1) latest
"""


async def on_case(viewer: Viewer, case: Case) -> OnCase:
    """The patterns of a case, and what the viewer noted last, just now, with the patterns it looks like."""
    rows = await Occurrence.raw(ON_CASE, case.id, case.id, viewer.person_id, clock.now() - JUST)
    fresh = {row["id"]: row["words"] for row in rows if row["sort"] == "fresh"}
    alike = await suggestions_for(viewer, PatternKind.FAILURE_DEMAND, fresh)
    here = [
        Here(row["id"], row["words"], PatternKind(row["kind"]), row["times"], CaseCount(row["cases"]))
        for row in rows
        if row["sort"] == "pattern"
    ]
    order = list(PatternKind)
    return OnCase(
        here=tuple(sorted(here, key=lambda each: (order.index(each.kind), -each.times, each.name))),
        fresh=tuple(Fresh(word, words, tuple(alike.get(word, ()))) for word, words in fresh.items()),
    )


async def patterns_of_assessed(assessments: Collection[int]) -> dict[int, tuple[int, str]]:
    """Id and name of the pattern in which each of these assessments, of one case, stands."""
    rows = await Occurrence.select(
        Occurrence.assessment, Occurrence.pattern, Occurrence.pattern.name.as_alias("pattern_name")
    ).where(Occurrence.assessment.is_in([*assessments, 0]))
    return {row["assessment"]: (row["pattern"], row["pattern_name"]) for row in rows}
