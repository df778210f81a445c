"""What the address of a dashboard asks, in Dutch words that may be shared and kept (L8)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from tracker.cases.rules.kinds import CASE_KIND_NAMES
from tracker.learning.queries.dashboards.hits import Looking, What
from tracker.learning.rules.choosing import Choice
from tracker.learning.rules.periods import Period, chosen, in_quarters, last_months, last_quarters
from tracker.pictures import dutch


def looking_in(query: Mapping[str, str], today: date, *, opens_cases: bool = True) -> Looking:
    """The period and kind of case asked for; what cannot be read asks nothing.

    Whoever opens no case looks at whole quarters and at all kinds together: a day or a kind more would
    tell a small count (law 1).
    """
    if not opens_cases:
        usual = last_quarters(today)
        wide = chosen(_day(query.get("van")), _day(query.get("tot")), today, usual)
        return Looking(in_quarters(wide, today))
    period = chosen(_day(query.get("van")), _day(query.get("tot")), today)
    kind = next((kind for kind, name in CASE_KIND_NAMES.items() if name == query.get("soort")), None)
    return Looking(period, kind)


def as_query(looking: Looking, today: date, *, period: Period | None = None, **asked: Any) -> str:
    """The query string that asks this, with some of it asked otherwise; '' when nothing is asked.

    `kind` replaces the kind of case; everything else comes behind it as it is, unless empty.
    """
    kind = asked.pop("kind", looking.kind)
    looking = replace(looking, period=period or looking.period, kind=kind)
    usual = looking.period == last_months(today)
    told = {
        "van": "" if usual else looking.period.first.isoformat(),
        "tot": "" if usual or looking.period.last == today else looking.period.last.isoformat(),
        "soort": CASE_KIND_NAMES[looking.kind] if looking.kind else "",
        **asked,
    }
    said = urlencode({name: value for name, value in told.items() if value or value == 0})
    return f"?{said}" if said else ""


def what_in(query: Mapping[str, str]) -> What | None:
    """Which figure's cell is asked, or None."""
    return next((what for what in What if what.value == query.get("wat")), None)


def choice_in(query: Mapping[str, str]) -> Choice | None:
    """How to choose among the cases behind a figure, or None."""
    return next((choice for choice in Choice if choice.value == query.get("kies")), None)


def in_words(period: Period, today: date) -> str:
    """The period as a title says it: 'december 2025 tot november 2026', or with its days."""
    months = period.months
    ends = period.last == today or (period.last + timedelta(days=1)).day == 1
    if period.first.day != 1 or not ends:
        return f"{dutch.full(period.first)} tot {dutch.full(period.last)}"
    first, last = dutch.month_year(months[0]), dutch.month_year(months[-1])
    return first if first == last else f"{first} tot {last}"


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said and len(said) == 10 else None
    except ValueError:
        return None
