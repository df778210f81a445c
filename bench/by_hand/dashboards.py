"""What each dashboard tells over the last twelve months, asked as somebody would by hand: counts of records
and of cases, and the codes behind the small ones."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from bench.by_hand.driver import ask, day
from tracker.learning.rules.periods import last_months
from tracker.partnership.rules.roles import Viewer

MONTH = "substr(CAST(f.heard_on AS TEXT), 1, 7)"
QUARTER = """substr(CAST(f.heard_on AS TEXT), 1, 4)
             || 'K' || CAST((CAST(substr(CAST(f.heard_on AS TEXT), 6, 2) AS INTEGER) + 2) / 3 AS TEXT)"""

HEARD = """
    FROM case_file c JOIN failure_demand f ON f."case" = c.id
    LEFT JOIN occurrence o ON o.failure_demand = f.id
   WHERE c.partnership = $1 AND f.heard_on >= $2 AND f.heard_on <= $3 AND f.became_demand IS NULL
"""
JUDGED = """
    FROM case_file c JOIN assessment a ON a."case" = c.id LEFT JOIN occurrence o ON o.assessment = a.id
   WHERE c.partnership = $1 AND a.happened_on >= $2 AND a.happened_on <= $3
"""
KIND = "a.verdict || '-' || COALESCE('p' || CAST(o.pattern AS TEXT), a.waste_kind)"
FIT = """
    FROM (SELECT COALESCE(o.pattern, 0) AS pattern, d.theme, r.fit, c.id, c.code,
                 row_number() OVER (PARTITION BY d.id ORDER BY s.read_on DESC, s.id DESC) AS back
            FROM case_file c JOIN star_reading s ON s."case" = c.id JOIN star_rating r ON r.reading = s.id
            JOIN value_demand d ON d.id = r.demand LEFT JOIN occurrence o ON o.value_demand = d.id
           WHERE c.partnership = $1 AND s.read_on >= $2 AND s.read_on <= $3 AND r.fit <> '') c
   WHERE back = 1
"""
MET = """
    FROM interaction i JOIN case_file c ON c.id = i."case"
   WHERE i.partnership = $1 AND i.happened_on >= $2 AND i.happened_on <= $3
"""


async def overview(viewer: Viewer) -> None:
    await _table("COALESCE(o.pattern, 0)", QUARTER, HEARD, viewer)
    await _sayings(viewer)
    await waste(viewer)


async def waste(viewer: Viewer) -> None:
    await _table(KIND, "COALESCE(a.value_step, 0)", JUDGED, viewer)
    await _table("a.verdict", "COALESCE(a.value_step, 0)", JUDGED, viewer)


async def failure_demands(viewer: Viewer) -> None:
    await _table("COALESCE(o.pattern, 0)", QUARTER, HEARD, viewer)
    await _sayings(viewer)
    since = viewer.today - timedelta(days=365 * 30)
    tally = f"SELECT COALESCE(o.pattern, 0), {MONTH}, COUNT(*) {HEARD} GROUP BY 1, 2"
    await ask(tally, viewer.partnership_id, since, viewer.today)
    monthly = f"SELECT {MONTH}, COUNT(*), COUNT(DISTINCT c.id) {HEARD} GROUP BY 1"
    await ask(monthly, viewer.partnership_id, since, viewer.today)


async def fit(viewer: Viewer) -> None:
    await _table("pattern", "fit", FIT, viewer)


async def lead_time(viewer: Viewer) -> tuple[int, int]:
    rows = await ask(
        """SELECT id, code, alias, started_on, ended_on FROM case_file
            WHERE partnership = $1 AND state IN ('released', 'handed_over', 'stopped')
            ORDER BY ended_on, id""",
        viewer.partnership_id,
    )
    ended = [(row[0], day(row[3]), day(row[4])) for row in rows]
    days = [(until - since).days for _, since, until in ended]
    middle = sum(days) / len(days)
    reach = 2.66 * sum(abs(b - a) for a, b in pairwise(days)) / (len(days) - 1)
    running = await ask(
        """SELECT id, code, alias, started_on FROM case_file WHERE partnership = $1 AND state = 'running'
            ORDER BY started_on LIMIT 60""",
        viewer.partnership_id,
    )
    beyond = sum((viewer.today - day(row[3])).days > middle + reach for row in running)
    shown = {case: (since, until) for case, since, until in ended[-150:]}
    met = await ask(
        f"""SELECT DISTINCT "case", happened_on FROM interaction
             WHERE outcome = 'contact' AND "case" IN ({", ".join(map(str, shown))})"""
    )
    weeks = {(case, (day(on) - shown[case][0]).days // 7) for case, on in met if day(on) <= shown[case][1]}
    return beyond, len(weeks)


async def intensity(viewer: Viewer) -> None:
    await _table("i.outcome", "i.month", MET, viewer)
    for first in last_months(viewer.today).months:
        number = first.year * 100 + first.month
        await ask(
            """SELECT met, COUNT(*), MIN(code) FROM (
                 SELECT c.id, c.code, (SELECT COUNT(*) FROM interaction i WHERE i."case" = c.id
                                          AND i.month = $3 AND i.outcome = 'contact') AS met
                   FROM case_file c
                  WHERE c.partnership = $1 AND c.started_on <= $2
                    AND (c.ended_on IS NULL OR c.ended_on >= $2)) cases
                GROUP BY met""",
            viewer.partnership_id,
            first,
            number,
        )


PAGES: dict[str, Callable[[Viewer], Awaitable[Any]]] = {
    "": overview,
    "/verspilling": waste,
    "/faalvragen": failure_demands,
    "/te-weinig-te-veel": fit,
    "/doorlooptijd": lead_time,
    "/intensiteit": intensity,
}


async def _table(row: str, column: str, what: str, viewer: Viewer) -> None:
    """Cells, the totals of rows, columns and everything, and the codes of the cells with few cases."""
    asked: tuple[Any, ...] = (viewer.partnership_id, *_period(viewer))
    counts = "COUNT(*), COUNT(DISTINCT c.id)"
    for grouped in (f"{row}, {column}", row, column):
        names = ", ".join(str(place + 1) for place in range(2 if grouped.startswith(f"{row},") else 1))
        await ask(f"SELECT {grouped}, {counts} {what} GROUP BY {names}", *asked)
    await ask(f"SELECT {counts} {what}", *asked)
    few = f"SELECT {row} AS r, {column} AS k {what} GROUP BY 1, 2 HAVING COUNT(DISTINCT c.id) < 5"
    cells = f"SELECT DISTINCT {row} AS r, {column} AS k, c.code {what}"
    await ask(f"SELECT h.* FROM ({cells}) h JOIN ({few}) s ON s.r = h.r AND s.k = h.k", *asked)


async def _sayings(viewer: Viewer) -> None:
    latest = f"SELECT COALESCE(o.pattern, 0) AS pattern, MAX(f.id) AS last {HEARD} GROUP BY 1"
    await ask(
        f"SELECT l.pattern, d.words FROM ({latest}) l JOIN failure_demand d ON d.id = l.last",
        viewer.partnership_id,
        *_period(viewer),
    )


def _period(viewer: Viewer) -> tuple[date, date]:
    period = last_months(viewer.today)
    return period.first, period.last
