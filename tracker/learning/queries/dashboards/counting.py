"""Counting in a table of rows and columns, with the codes behind small counts (law 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from piccolo.querystring import QueryString

from tracker.cases.queries.seen import visible_to
from tracker.cases.tables import CaseFile
from tracker.database import heavy_read
from tracker.learning.rules.small_counts import FEWEST, CaseCount, coarse, count_for, is_small
from tracker.partnership.rules.roles import Viewer

Key = str | int
Place = tuple[Key | None, Key | None]

# Each case once in a cell. Rows without a column, columns without a row, and neither, are the totals.
COUNTED = """
    SELECT row_key, col_key, times, cases FROM (
      WITH h AS (SELECT row_key, col_key, case_id, COUNT(*) AS times FROM ({}) hits
                  GROUP BY row_key, col_key, case_id)
      SELECT row_key, col_key, SUM(times) AS times, COUNT(*) AS cases FROM h GROUP BY row_key, col_key
      UNION ALL
      SELECT row_key, NULL, SUM(times), COUNT(DISTINCT case_id) FROM h GROUP BY row_key
      UNION ALL
      SELECT NULL, col_key, SUM(times), COUNT(DISTINCT case_id) FROM h GROUP BY col_key
      UNION ALL
      SELECT NULL, NULL, SUM(times), COUNT(DISTINCT case_id) FROM h) counted
     WHERE times > 0
"""

# A total of few cases is made of cells of few cases, so their codes are enough.
CODES = """
    SELECT row_key, col_key, code FROM (
      WITH h AS (SELECT DISTINCT row_key, col_key, case_id FROM ({}) hits),
           few AS (SELECT row_key, col_key FROM h GROUP BY row_key, col_key HAVING COUNT(*) < {})
      SELECT h.row_key, h.col_key, case_file.code
        FROM few
        JOIN h ON h.row_key = few.row_key AND h.col_key = few.col_key
        JOIN case_file ON case_file.id = h.case_id
       WHERE {}) coded
     ORDER BY code
"""

TALLIED = """
    SELECT row_key, col_key, COUNT(*) AS times FROM ({}) h GROUP BY row_key, col_key
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """How often something was noted, and in how many cases."""

    times: int
    count: CaseCount

    @property
    def told(self) -> int | None:
        """How often, for who may read the number of cases; None while that is hidden."""
        return self.times if self.count.known else None

    @property
    def said(self) -> str:
        """The same as a table says it: 12, '10+' where it is rounded, '–' where it is hidden."""
        return f"{self.times}{'+' if self.count.rounded else ''}" if self.count.known else "–"


NONE = Cell(0, CaseCount(0))


@dataclass(frozen=True, slots=True)
class Counted:
    """The cells of a table, and its totals; a cell that is not there is nought."""

    cells: Mapping[Place, Cell]

    def at(self, row: Key | None = None, column: Key | None = None) -> Cell:
        """A cell; the total of a row or a column without the other, of everything without both."""
        return self.cells.get((row, column), NONE)

    @property
    def rows(self) -> list[Key]:
        """The rows that hold something, those with most first."""
        there = [row for row, column in self.cells if row is not None and column is None]
        return sorted(there, key=lambda row: (-self.at(row).times, str(row)))

    @property
    def columns(self) -> list[Key]:
        """The columns that hold something, in order."""
        return sorted((column for row, column in self.cells if row is None and column is not None), key=str)


async def counted(viewer: Viewer, hits: QueryString) -> Counted:
    """Count what a select of `row_key`, `col_key` (neither ever empty) and `case_id` finds.

    Small counts carry the codes of the cases that this viewer may open.
    """
    found = await heavy_read(CaseFile.raw(COUNTED, hits))
    codes: dict[Place, set[str]] = {}
    if viewer.works_on_cases and any(is_small(row["cases"]) for row in found):
        coded = CaseFile.raw(CODES, hits, FEWEST, visible_to(viewer).querystring)
        for row in await heavy_read(coded):
            for place in product((row["row_key"], None), (row["col_key"], None)):
                codes.setdefault(place, set()).add(row["code"])
    return Counted({_place(row): _cell(viewer, row, codes) for row in found})


async def tallied(hits: QueryString) -> dict[Place, int]:
    """How often each cell was noted, and nothing more: for finding changes, never to be shown as it is."""
    return {_place(row): row["times"] for row in await heavy_read(CaseFile.raw(TALLIED, hits))}


def seen_by(viewer: Viewer) -> QueryString:
    """A condition on `case_file`: whether this viewer may open the case; never for who opens none."""
    if not viewer.works_on_cases:
        return QueryString("1 = 0")
    where: QueryString = visible_to(viewer).querystring
    return where


def _place(row: dict[str, Any]) -> Place:
    return row["row_key"], row["col_key"]


def _cell(viewer: Viewer, row: dict[str, Any], codes: Mapping[Place, set[str]]) -> Cell:
    opens, small = viewer.works_on_cases, is_small(row["cases"])
    listed = sorted(codes.get(_place(row), ())) if small else ()
    count = count_for(row["cases"], listed, opens_cases=opens)
    if opens:
        return Cell(int(row["times"]), count)
    return Cell(1 if small else coarse(int(row["times"])), count)
