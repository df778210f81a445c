"""The list of cases: whose, in what state, found by which words, read in three questions (C17)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from piccolo.columns.combination import WhereRaw
from piccolo.querystring import QueryString

from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.attention import long_ago
from tracker.cases.rules.kinds import ENDINGS, CaseKind, CaseState
from tracker.cases.rules.searching import asked_words, like
from tracker.cases.tables import CaseFile, ProgressScore
from tracker.partnership.rules.roles import Viewer

SIZE = 50
SPARKS = 24
"""How many scores a sparkline shows at most."""


class Stage(StrEnum):
    """Whether a case still runs, as the list asks it."""

    RUNNING = "running"
    RELEASED = "released"
    ENDED_OTHERWISE = "ended_otherwise"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the list; everything empty asks for all cases the viewer may see."""

    question: str = ""
    mine: bool = False
    stage: Stage | None = None
    long_not_reviewed: bool = False
    long_quiet: bool = False
    doubt: bool = False
    kind: CaseKind | None = None
    municipality: str = ""
    organisation: int | None = None
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as a list shows it, with its last interpretation and the scores of its sparkline."""

    id: int
    code: str
    alias: str
    state: CaseState
    purpose: str
    municipality: str
    lead: str
    mine: bool
    doubt: bool
    last_contact_on: date | None
    last_review_on: date | None
    scores: tuple[int, ...]
    interpretation: str

    @property
    def name(self) -> str:
        return self.alias or self.code

    @property
    def runs(self) -> bool:
        return self.state is CaseState.RUNNING


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and how many cases there are in all."""

    cases: tuple[Listed, ...]
    total: int
    page: int = 1

    @property
    def first(self) -> int:
        return (self.page - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.cases) - 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the list can be narrowed to for this viewer, and from when on the partnership speaks of 'long'."""

    municipalities: tuple[str, ...] = ()
    leads: Mapping[int, str] = field(default_factory=dict)
    organisations: Mapping[int, str] = field(default_factory=dict)
    review_after_weeks: int = 0
    quiet_after_weeks: int = 0


MINE = """(case_file.lead = {} OR EXISTS (SELECT 1 FROM case_worker w WHERE w."case" = case_file.id
         AND w.person = {} AND w.since <= {} AND (w.until IS NULL OR w.until > {})))"""

SHARED_TODAY = """EXISTS (SELECT 1 FROM shared_with s WHERE s."case" = case_file.id AND s.organisation = {}
         AND s.since <= {} AND (s.until IS NULL OR s.until > {}) LIMIT 1 OFFSET 0)"""

FOUND = "case_file.search LIKE {} ESCAPE '!'"
LAST_SEEN = "COALESCE(case_file.{}, case_file.started_on) <= {{}}"
RUNNING = CaseFile.state == CaseState.RUNNING
STATES: dict[Stage, list[CaseState]] = {
    Stage.RUNNING: [CaseState.RUNNING],
    Stage.RELEASED: [CaseState.RELEASED],
    Stage.ENDED_OTHERWISE: [state for state in ENDINGS if state is not CaseState.RELEASED],
}

CHOICES = """
    SELECT 'partnership' AS sort, ps.id, '' AS name, '' AS municipality,
           ps.review_after_weeks, ps.quiet_after_weeks
      FROM partnership ps WHERE ps.id = {}
    UNION ALL
    SELECT 'organisation', o.id, o.name, '', 0, 0
      FROM organisation o WHERE o.id IN (
           SELECT pa.organisation FROM partner pa WHERE pa.partnership = {} AND pa.since <= {}
              AND (pa.until IS NULL OR pa.until > {})
              AND EXISTS (SELECT 1 FROM shared_with s WHERE s.organisation = pa.organisation))
    UNION ALL
    SELECT DISTINCT 'case', p.id, p.name, case_file.municipality, 0, 0
      FROM case_file LEFT JOIN person p ON p.id = case_file.lead WHERE {}
     ORDER BY 3
"""

SCORES = """
    SELECT s."case", s.score, s.interpretation, s.back
      FROM (SELECT "case", score, interpretation,
                   row_number() OVER (PARTITION BY "case" ORDER BY scored_on DESC, id DESC) AS back
              FROM progress_score WHERE "case" IN ({cases})) s
     WHERE s.back <= {most}
     ORDER BY s."case", s.back DESC
"""


async def choices_for(viewer: Viewer) -> Choices:
    """Municipalities and leads of the cases the viewer may see, and the organisations that share cases."""
    mine = viewer.partnership_id
    seen = visible_to(viewer).querystring
    rows = await CaseFile.raw(CHOICES, mine, mine, viewer.today, viewer.today, seen)
    by_sort: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_sort.setdefault(row["sort"], []).append(row)
    partnership, cases = by_sort["partnership"][0], by_sort.get("case", ())
    return Choices(
        municipalities=tuple(sorted({row["municipality"] for row in cases} - {""})),
        leads={row["id"]: row["name"] for row in cases if row["id"]},
        organisations={row["id"]: row["name"] for row in by_sort.get("organisation", ())},
        review_after_weeks=partnership["review_after_weeks"],
        quiet_after_weeks=partnership["quiet_after_weeks"],
    )


async def cases_for(
    viewer: Viewer, wanted: Wanted, choices: Choices, *, page: int = 1, size: int = SIZE
) -> Listing:
    """The wanted cases this viewer may see: my cases first, last used first."""
    where = (visible_to(viewer), *_narrowed(viewer, wanted, choices))
    rows = await (
        CaseFile.select(
            CaseFile.id,
            CaseFile.code,
            CaseFile.alias,
            CaseFile.state,
            CaseFile.purpose,
            CaseFile.municipality,
            CaseFile.doubt,
            CaseFile.last_contact_on,
            CaseFile.last_review_on,
            CaseFile.lead_name,
            CaseFile.lead.name.as_alias("lead_person"),
            QueryString(f"{MINE} AS mine", *_me(viewer)),
            # Counted apart: a window over all rows would carry every column of every case along.
            QueryString("({}) AS total", CaseFile.count().where(*where).querystrings[0]),
        )
        .where(*where)
        .order_by(QueryString("mine"), ascending=False)
        .order_by(QueryString("case_file.touched_at IS NULL"))
        .order_by(CaseFile.touched_at, CaseFile.id, ascending=False)
        .limit(size)
        .offset((page - 1) * size)
    )
    lines = await _lines([row["id"] for row in rows])
    cases = tuple(_listed(row, lines.get(row["id"], [])) for row in rows)
    return Listing(cases, rows[0]["total"] if rows else 0, page)


async def sees_any(viewer: Viewer) -> bool:
    """Whether there is a case this viewer may see."""
    return bool(await CaseFile.exists().where(visible_to(viewer)))


def _narrowed(viewer: Viewer, wanted: Wanted, choices: Choices) -> list[Any]:
    long_not_reviewed = long_ago(choices.review_after_weeks, viewer.today)
    long_quiet = long_ago(choices.quiet_after_weeks, viewer.today)
    shared = (wanted.organisation, viewer.today, viewer.today)
    asked: list[tuple[object, Any]] = [
        (wanted.mine, followed_by(viewer)),
        (wanted.stage, CaseFile.state.is_in(list(STATES[wanted.stage or Stage.RUNNING]))),
        (wanted.long_not_reviewed, RUNNING & WhereRaw(LAST_SEEN.format("last_review_on"), long_not_reviewed)),
        (wanted.long_quiet, RUNNING & WhereRaw(LAST_SEEN.format("last_contact_on"), long_quiet)),
        (wanted.doubt, CaseFile.doubt.eq(True)),
        (wanted.kind, CaseFile.kind == wanted.kind),
        (wanted.municipality, CaseFile.municipality == wanted.municipality),
        (wanted.organisation, WhereRaw(SHARED_TODAY, *shared)),
        (wanted.lead, CaseFile.lead == wanted.lead),
    ]
    found = [WhereRaw(FOUND, like(word)) for word in asked_words(wanted.question)]
    return [*found, *(where for is_asked, where in asked if is_asked)]


def followed_by(viewer: Viewer) -> Any:
    """The `where` for cases that this viewer leads or follows today."""
    return WhereRaw(MINE, *_me(viewer))


def _me(viewer: Viewer) -> tuple[int, int, date, date]:
    return viewer.person_id, viewer.person_id, viewer.today, viewer.today


async def _lines(cases: list[int]) -> dict[int, list[dict[str, Any]]]:
    """The last scores of each case, oldest first."""
    if not cases:
        return {}
    places = ", ".join(["{}"] * len(cases))
    rows = await ProgressScore.raw(SCORES.format(cases=places, most="{}"), *cases, SPARKS)
    lines: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        lines.setdefault(row["case"], []).append(row)
    return lines


def _listed(row: dict[str, Any], line: list[dict[str, Any]]) -> Listed:
    return Listed(
        id=row["id"],
        code=row["code"],
        alias=row["alias"],
        state=CaseState(row["state"]),
        purpose=row["purpose"],
        municipality=row["municipality"],
        lead=row["lead_person"] or row["lead_name"],
        mine=bool(row["mine"]),
        doubt=bool(row["doubt"]),
        last_contact_on=row["last_contact_on"],
        last_review_on=row["last_review_on"],
        scores=tuple(score["score"] for score in line),
        interpretation=line[-1]["interpretation"] if line else "",
    )
