"""Which select is behind a figure, and what a cell of it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from piccolo.querystring import QueryString

from tracker.cases.rules.kinds import (
    CONTACT_OUTCOME_NAMES,
    FIT_NAMES,
    VERDICT_NAMES,
    WASTE_KIND_NAMES,
    ContactOutcome,
    Fit,
    Verdict,
    WasteKind,
)
from tracker.learning.figures.intensity import BANDS
from tracker.learning.queries.dashboards import hits
from tracker.learning.queries.dashboards.counting import Key
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.queries.dashboards.names import Named
from tracker.partnership.rules.roles import Viewer
from tracker.pictures import dutch
from tracker.web.forms.fields import LARGEST_ID

Names = Mapping[int, Named]
NO_PATTERN = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A figure's select, the records whose words stand behind it, and whether its keys are numbers."""

    hits: Callable[[Viewer, Looking], QueryString]
    record: str = ""
    numbered_rows: bool = False
    numbered_columns: bool = False


SOURCES: Mapping[What, Source] = {
    What.FAILURE_DEMANDS: Source(hits.failure_demands, "failure_demand", numbered_rows=True),
    What.ASSESSMENTS: Source(hits.assessments, "assessment", numbered_columns=True),
    What.VERDICTS: Source(hits.verdicts, "assessment", numbered_columns=True),
    What.FITS: Source(hits.fits, "value_demand"),
    What.INTENSITY: Source(hits.intensity, numbered_rows=True, numbered_columns=True),
    What.OUTCOMES: Source(hits.outcomes, "interaction", numbered_columns=True),
    What.LEAD_TIME: Source(hits.lead_times, numbered_columns=True),
}


def key_in(said: str | None, *, numbered: bool) -> Key | None:
    """A row or column as an address says it; raises ValueError for what cannot be one."""
    if not said:
        return None
    if not numbered:
        if "\0" in said or len(said) > 100:
            raise ValueError(said)
        return said
    if not (said.isascii() and said.isdigit() and len(said) < 11 and int(said) <= LARGEST_ID):
        raise ValueError(said)
    return int(said)


def pattern_of(what: What, row: Key | None) -> int | None:
    """The pattern that a row stands for, if it does."""
    if what is What.FAILURE_DEMANDS:
        return int(row) if row else None
    said = str(row or "").rpartition("-")[2]
    if what in (What.ASSESSMENTS, What.FITS) and said.startswith("p") and said[1:].isdigit():
        return int(said[1:])
    return None


def row_name(what: What, row: Key | None, patterns: Names) -> str:
    """A row in words; '' for all of them. Raises KeyError or ValueError for one that does not exist."""
    if row is None:
        return ""
    pattern = pattern_of(what, row)
    if pattern is not None and pattern != NO_PATTERN:
        return patterns[pattern].name
    said = str(row)
    match what:
        case What.FAILURE_DEMANDS:
            return "nog zonder patroon"
        case What.ASSESSMENTS:
            verdict, _, kind = said.partition("-")
            first = VERDICT_NAMES[Verdict(verdict)]
            return f"{first}, {WASTE_KIND_NAMES[WasteKind(kind)] if kind else 'nog zonder patroon'}"
        case What.VERDICTS:
            return VERDICT_NAMES[Verdict(said)]
        case What.FITS:
            return said[1:] or "nog geen soort"
        case What.INTENSITY:
            return f"contact in een maand: {BANDS[int(row)]}"
        case What.OUTCOMES:
            return CONTACT_OUTCOME_NAMES[ContactOutcome(said)]
        case What.LEAD_TIME:
            return {"af": "afgesloten casussen", "loopt": "casussen die nog lopen"}[said]


def column_name(what: What, column: Key | None, steps: Mapping[int, str]) -> str:
    """A column in words; '' for all of them. Raises KeyError or ValueError for one that does not exist."""
    if column is None or what is What.LEAD_TIME:
        return ""
    match what:
        case What.ASSESSMENTS | What.VERDICTS:
            return steps[int(column)] if column else "nog geen stap"
        case What.FITS:
            return FIT_NAMES[Fit(str(column))]
        case What.INTENSITY | What.OUTCOMES:
            year, month = divmod(int(column), 100)
            return dutch.month_year(date(year, month, 1))
        case _:
            return _time(str(column))


def _time(column: str) -> str:
    """A month or a quarter, as failure demands are counted by either."""
    if "K" in column:
        year, quarter = column.split("K")
        return f"{int(year)} kwartaal {range(1, 5)[int(quarter) - 1]}"
    return dutch.month_year(date.fromisoformat(f"{column}-01"))
