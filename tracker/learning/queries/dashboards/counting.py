"""Counting in a table of rows and columns, with the codes behind small counts (law 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from piccolo.querystring import QueryString

from tracker.cases.queries.seen import visible_to
from tracker.cases.tables import CaseFile
from tracker.database import heavy_read
from tracker.learning.rules.small_counts import CaseCount, is_small
from tracker.partnership.rules.roles import Viewer

Key = str | int

# Rows without a column, columns without a row, and neither, are the totals: a case counts once in each.
COUNTED = """
    SELECT row_key, col_key, times, cases FROM (
      WITH h AS ({})
      SELECT row_key, col_key, COUNT(*) AS times, COUNT(DISTINCT case_id) AS cases
        FROM h GROUP BY row_key, col_key
      UNION ALL
      SELECT row_key, NULL, COUNT(*), COUNT(DISTINCT case_id) FROM h GROUP BY row_key
      UNION ALL
      SELECT NULL, col_key, COUNT(*), COUNT(DISTINCT case_id) FROM h GROUP BY col_key
      UNION ALL
      SELECT NULL, NULL, COUNT(*), COUNT(DISTINCT case_id) FROM h) counted
"""

CODES = """
    SELECT row_key, col_key, code FROM (
      WITH h AS ({}),
           seen AS (SELECT h.row_key, h.col_key, case_file.code
                      FROM h JOIN case_file ON case_file.id = h.case_id WHERE {}),
           few AS (SELECT row_key, col_key FROM h
                    GROUP BY row_key, col_key HAVING COUNT(DISTINCT case_id) < 5),
           few_rows AS (SELECT row_key FROM h GROUP BY row_key HAVING COUNT(DISTINCT case_id) < 5),
           few_columns AS (SELECT col_key FROM h GROUP BY col_key HAVING COUNT(DISTINCT case_id) < 5),
           few_in_all AS (SELECT COUNT(DISTINCT case_id) AS cases FROM h)
      SELECT DISTINCT s.row_key, s.col_key, s.code
        FROM seen s JOIN few f ON f.row_key = s.row_key AND f.col_key = s.col_key
      UNION ALL
      SELECT DISTINCT s.row_key, NULLIF(s.col_key, s.col_key), s.code
        FROM seen s JOIN few_rows f ON f.row_key = s.row_key
      UNION ALL
      SELECT DISTINCT NULLIF(s.row_key, s.row_key), s.col_key, s.code
        FROM seen s JOIN few_columns f ON f.col_key = s.col_key
      UNION ALL
      SELECT DISTINCT NULLIF(s.row_key, s.row_key), NULLIF(s.col_key, s.col_key), s.code
        FROM seen s JOIN few_in_all f ON f.cases < 5) coded
     ORDER BY code
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


NONE = Cell(0, CaseCount(0))


@dataclass(frozen=True, slots=True)
class Counted:
    """The cells of a table, and its totals; a cell that is not there is nought."""

    cells: Mapping[tuple[Key | None, Key | None], Cell]

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


async def counted(viewer: Viewer, hits: QueryString, *, codes_too: bool = True) -> Counted:
    """Count what a select of `row_key`, `col_key` (neither ever empty) and `case_id` finds.

    Small counts carry the codes of the cases that this viewer may open, unless nobody will read them.
    """
    found = await heavy_read(CaseFile.raw(COUNTED, hits))
    codes: dict[tuple[Key | None, Key | None], list[str]] = {}
    if codes_too and viewer.works_on_cases and any(is_small(row["cases"]) for row in found):
        for row in await heavy_read(CaseFile.raw(CODES, hits, visible_to(viewer).querystring)):
            codes.setdefault((row["row_key"], row["col_key"]), []).append(row["code"])
    return Counted(
        {
            (row["row_key"], row["col_key"]): Cell(row["times"], _count(row, codes))
            for row in found
            if row["times"]
        }
    )


def seen_by(viewer: Viewer) -> QueryString:
    """A condition on `case_file`: whether this viewer may open the case; never for who opens none."""
    if not viewer.works_on_cases:
        return QueryString("1 = 0")
    where: QueryString = visible_to(viewer).querystring
    return where


def _count(row: dict[str, Any], codes: Mapping[tuple[Key | None, Key | None], list[str]]) -> CaseCount:
    return CaseCount(row["cases"], tuple(codes.get((row["row_key"], row["col_key"]), ())))
