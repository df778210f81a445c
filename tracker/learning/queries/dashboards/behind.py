"""What is behind a cell, a bar or a point: the words and cases that this viewer may see (law 1, law 3)."""

from dataclasses import dataclass
from datetime import date

from piccolo.querystring import QueryString

from tracker.cases.rules.kinds import CASE_STATE_NAMES, CaseState
from tracker.cases.tables import CaseFile
from tracker.database import heavy_read
from tracker.learning.queries.dashboards.counting import Cell, Key, counted, seen_by
from tracker.learning.rules.lead_time import days_between
from tracker.partnership.rules.roles import Viewer

SIZE = 50
MOST_CASES = 200

AT = "SELECT h.row_key, h.col_key, h.case_id, h.record FROM ({}) h WHERE {} AND {}"

# The words of each kind of record, and the day they belong to.
WORDS = {
    "failure_demand": ("f.words", "f.heard_on", "JOIN failure_demand f ON f.id = h.record"),
    "assessment": ("a.what", "a.happened_on", "JOIN assessment a ON a.id = h.record"),
    "value_demand": ("d.words", "d.named_on", "JOIN value_demand d ON d.id = h.record"),
    "interaction": ("i.note", "i.happened_on", "JOIN interaction i ON i.id = h.record"),
}

SAID = """
    SELECT {words} AS words, {on} AS happened_on, case_file.code, case_file.alias
      FROM ({{}}) h
      JOIN case_file ON case_file.id = h.case_id
      {join}
     WHERE {{}}
     ORDER BY {on} DESC, h.record DESC
     LIMIT {{}} OFFSET {{}}
"""

# Somebody came back when a case was taken up again, or when a later score lies under an earlier one.
CASES = """
    SELECT case_file.code, case_file.alias, case_file.state, case_file.started_on, case_file.ended_on,
           COUNT(*) AS times,
           (EXISTS (SELECT 1 FROM case_ending e WHERE e."case" = case_file.id AND e.reopened_on IS NOT NULL)
            OR EXISTS (SELECT 1 FROM progress_score s JOIN progress_score t ON t."case" = s."case"
                        WHERE s."case" = case_file.id AND t.scored_on > s.scored_on AND t.score < s.score)
           ) AS came_back
      FROM ({}) h
      JOIN case_file ON case_file.id = h.case_id
     WHERE {}
     GROUP BY case_file.id
     ORDER BY times DESC, case_file.code
     LIMIT {}
"""

ONE_SAYING = """
    SELECT latest.row_key, f.words
      FROM (SELECT h.row_key, MAX(h.record) AS record
              FROM ({}) h
              JOIN case_file ON case_file.id = h.case_id
             WHERE {}
             GROUP BY h.row_key) latest
      JOIN failure_demand f ON f.id = latest.record
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One record behind a figure, in its own words."""

    words: str
    on: date | None
    code: str
    alias: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A case behind a figure, as a session would choose it."""

    code: str
    alias: str
    state: CaseState
    days: int
    times: int
    came_back: bool

    @property
    def state_name(self) -> str:
        return CASE_STATE_NAMES[self.state]

    @property
    def went_well(self) -> bool:
        return self.state is CaseState.RELEASED


def at(hits: QueryString, row: Key | None = None, column: Key | None = None) -> QueryString:
    """Only what stands in this row, this column, or where they cross."""
    return QueryString(AT, hits, _is("h.row_key", row), _is("h.col_key", column))


async def number_behind(viewer: Viewer, hits: QueryString) -> Cell:
    """How often and in how many cases, as the viewer may read it."""
    return (await counted(viewer, hits)).at()


async def said_behind(viewer: Viewer, hits: QueryString, record: str, page: int = 1) -> list[Said]:
    """The words behind a figure, latest first, 50 at a time; none for who opens no case."""
    if not viewer.works_on_cases:
        return []
    words, on, join = WORDS[record]
    sql = SAID.format(words=words, on=on, join=join)
    rows = await heavy_read(CaseFile.raw(sql, hits, seen_by(viewer), SIZE + 1, (page - 1) * SIZE))
    return [Said(row["words"], row["happened_on"], row["code"], row["alias"]) for row in rows]


async def cases_behind(viewer: Viewer, hits: QueryString) -> list[Behind]:
    """The cases behind a figure that this viewer may open, those with most first."""
    if not viewer.works_on_cases:
        return []
    rows = await heavy_read(CaseFile.raw(CASES, hits, seen_by(viewer), MOST_CASES))
    return [
        Behind(
            code=row["code"],
            alias=row["alias"],
            state=CaseState(row["state"]),
            days=days_between(row["started_on"], row["ended_on"] or viewer.today) if row["started_on"] else 0,
            times=row["times"],
            came_back=bool(row["came_back"]),
        )
        for row in rows
    ]


async def one_saying(viewer: Viewer, hits: QueryString) -> dict[Key, str]:
    """For each row the words that were noted last, of cases that this viewer may open."""
    if not viewer.works_on_cases:
        return {}
    rows = await heavy_read(CaseFile.raw(ONE_SAYING, hits, seen_by(viewer)))
    return {row["row_key"]: row["words"] for row in rows}


def _is(column: str, key: Key | None) -> QueryString:
    return QueryString("1 = 1") if key is None else QueryString(column + " = {}", key)
