"""What a dashboard counts: a select of row, column, case and record for each figure.

`row_key` and `col_key` are what an address carries, so that the same select finds what is behind a cell.
A date is written as year-month-day by both databases, which is all that a month needs.
"""

from dataclasses import dataclass
from enum import StrEnum

from piccolo.querystring import QueryString

from tracker.cases.rules.kinds import CaseKind, ContactOutcome
from tracker.learning.rules.periods import Period, next_month
from tracker.partnership.rules.roles import Viewer

MONTH = "substr(CAST({} AS TEXT), 1, 7)"
QUARTER = """substr(CAST({0} AS TEXT), 1, 4) || 'K'
           || CAST((CAST(substr(CAST({0} AS TEXT), 6, 2) AS INTEGER) + 2) / 3 AS TEXT)"""
MONTH_NUMBER = "CAST(replace(substr(CAST({} AS TEXT), 1, 7), '-', '') AS INTEGER)"

FAILURE_DEMANDS = """
    SELECT COALESCE(o.pattern, 0) AS row_key, %s AS col_key, f."case" AS case_id, f.id AS record
      FROM case_file c
      JOIN failure_demand f ON f."case" = c.id
      LEFT JOIN occurrence o ON o.failure_demand = f.id
     WHERE c.partnership = {} AND f.heard_on >= {} AND f.heard_on <= {} AND f.became_demand IS NULL AND {}
"""

# A waste without a pattern keeps the first word that was given to it.
ASSESSMENTS = """
    SELECT a.verdict || '-' || COALESCE('p' || CAST(o.pattern AS TEXT), a.waste_kind) AS row_key,
           COALESCE(a.value_step, 0) AS col_key, a."case" AS case_id, a.id AS record
      FROM case_file c
      JOIN assessment a ON a."case" = c.id
      LEFT JOIN occurrence o ON o.assessment = a.id
     WHERE c.partnership = {} AND a.happened_on >= {} AND a.happened_on <= {} AND {}
"""

VERDICTS = """
    SELECT a.verdict AS row_key, COALESCE(a.value_step, 0) AS col_key, a."case" AS case_id, a.id AS record
      FROM case_file c
      JOIN assessment a ON a."case" = c.id
     WHERE c.partnership = {} AND a.happened_on >= {} AND a.happened_on <= {} AND {}
"""

# Of each value demand what was said of it last in the period.
FITS = """
    SELECT row_key, col_key, case_id, record FROM (
      SELECT COALESCE('p' || CAST(o.pattern AS TEXT), 't' || d.theme) AS row_key, r.fit AS col_key,
             d."case" AS case_id, d.id AS record,
             row_number() OVER (PARTITION BY d.id ORDER BY s.read_on DESC, s.id DESC) AS back
        FROM case_file c
        JOIN star_reading s ON s."case" = c.id
        JOIN star_rating r ON r.reading = s.id
        JOIN value_demand d ON d.id = r.demand
        LEFT JOIN occurrence o ON o.value_demand = d.id
       WHERE c.partnership = {} AND s.read_on >= {} AND s.read_on <= {} AND r.fit <> ''
         AND d.state <> 'reclassified' AND {}) said
     WHERE back = 1
"""

# Contacts of a case in a month, put in bands; cases that ran and were not met stand in the band of none.
BAND = "CASE WHEN met = 0 THEN 0 WHEN met = 1 THEN 1 WHEN met < 4 THEN 2 WHEN met < 8 THEN 4 ELSE 8 END"
RAN_FROM, RAN_UNTIL = MONTH_NUMBER.format("c.started_on"), MONTH_NUMBER.format("c.ended_on")
INTENSITY = f"""
    SELECT {BAND} AS row_key, month AS col_key, case_id, case_id AS record FROM (
      SELECT c.id AS case_id, m.month AS month, COALESCE(i.met, 0) AS met
        FROM ({{}}) m
        JOIN (SELECT c.id, {RAN_FROM} AS since, COALESCE({RAN_UNTIL}, 999999) AS until
                FROM case_file c WHERE c.partnership = {{}} AND {{}}) c
          ON c.since <= m.month AND c.until >= m.month
        LEFT JOIN (SELECT i."case", i.month, COUNT(*) AS met
                     FROM interaction i
                    WHERE i.partnership = {{}} AND i.happened_on >= {{}} AND i.happened_on < {{}}
                      AND i.outcome = {{}}
                    GROUP BY i."case", i.month) i
          ON i."case" = c.id AND i.month = m.month) met
"""

LEAD_TIMES = """
    SELECT CASE WHEN c.ended_on IS NULL THEN 'loopt' ELSE 'af' END AS row_key, 0 AS col_key,
           c.id AS case_id, c.id AS record
      FROM case_file c
     WHERE c.partnership = {} AND c.started_on IS NOT NULL AND c.state <> 'not_target_group'
       AND (c.ended_on IS NULL OR (c.ended_on >= {} AND c.ended_on <= {})) AND {}
"""

OUTCOMES = """
    SELECT i.outcome AS row_key, i.month AS col_key, i."case" AS case_id, i.id AS record
      FROM interaction i
     WHERE i.partnership = {} AND i.happened_on >= {} AND i.happened_on <= {} AND {}
"""


class What(StrEnum):
    """What is counted, as an address calls it."""

    FAILURE_DEMANDS = "faalvragen"
    ASSESSMENTS = "wat-hielp"
    VERDICTS = "waarde-en-verspilling"
    FITS = "gepast"
    INTENSITY = "contact"
    OUTCOMES = "interacties"
    LEAD_TIME = "doorlooptijd"


@dataclass(frozen=True, slots=True)
class Looking:
    """What a dashboard looks at: a period, and one kind of case or all."""

    period: Period
    kind: CaseKind | None = None


def failure_demands(viewer: Viewer, looking: Looking, *, by: str = MONTH) -> QueryString:
    """By pattern (0 for words without one), per month or per quarter."""
    return _asked(FAILURE_DEMANDS % by.format("f.heard_on"), viewer, looking)


def assessments(viewer: Viewer, looking: Looking) -> QueryString:
    """By verdict with pattern or first word, per value step (0 for none)."""
    return _asked(ASSESSMENTS, viewer, looking)


def verdicts(viewer: Viewer, looking: Looking) -> QueryString:
    """By verdict alone, per value step."""
    return _asked(VERDICTS, viewer, looking)


def fits(viewer: Viewer, looking: Looking) -> QueryString:
    """Value demands by their type, and whether what was done was too little, fitting or too much."""
    return _asked(FITS, viewer, looking)


def intensity(viewer: Viewer, looking: Looking) -> QueryString:
    """Cases by how often they were met in each month."""
    months = looking.period.months
    rows = " UNION ALL ".join(["SELECT CAST({} AS INTEGER) AS month"] * len(months))
    numbers = [month.year * 100 + month.month for month in months]
    return QueryString(
        INTENSITY,
        QueryString(rows, *numbers),
        viewer.partnership_id,
        _of_kind(looking),
        viewer.partnership_id,
        months[0],
        next_month(months[-1]),
        ContactOutcome.CONTACT.value,
    )


def lead_times(viewer: Viewer, looking: Looking) -> QueryString:
    """Cases that ended in the period, and those that still run."""
    return _asked(LEAD_TIMES, viewer, looking)


def in_one_row(hits: QueryString) -> QueryString:
    """The same, with all rows as one."""
    return QueryString("SELECT 0 AS row_key, h.col_key, h.case_id, h.record FROM ({}) h", hits)


def of_row(hits: QueryString, row: str | int) -> QueryString:
    """Only one row of it."""
    return QueryString(
        "SELECT h.row_key, h.col_key, h.case_id, h.record FROM ({}) h WHERE h.row_key = {}", hits, row
    )


def outcomes(viewer: Viewer, looking: Looking) -> QueryString:
    """Interactions by contact, attempt or talk about the case, per month."""
    period, of_kind = looking.period, QueryString("1 = 1")
    if looking.kind:
        of_kind = QueryString(
            'i."case" IN (SELECT c.id FROM case_file c WHERE c.partnership = {} AND c.kind = {})',
            viewer.partnership_id,
            looking.kind.value,
        )
    return QueryString(OUTCOMES, viewer.partnership_id, period.first, period.last, of_kind)


def _asked(sql: str, viewer: Viewer, looking: Looking) -> QueryString:
    period = looking.period
    return QueryString(sql, viewer.partnership_id, period.first, period.last, _of_kind(looking))


def _of_kind(looking: Looking) -> QueryString:
    return QueryString("c.kind = {}", looking.kind.value) if looking.kind else QueryString("1 = 1")
