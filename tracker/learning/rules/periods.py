"""The days a dashboard looks at: by default the last twelve months, this one included (L8)."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 12
MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Period:
    """From one day up to and with another."""

    first: date
    last: date

    @property
    def months(self) -> list[date]:
        """The first day of every month that has a day in it."""
        on, found = self.first.replace(day=1), []
        while on <= self.last:
            found.append(on)
            on = next_month(on)
        return found

    @property
    def quarters(self) -> list[date]:
        """The first day of every quarter that has a day in it."""
        return list(dict.fromkeys(quarter_of(month) for month in self.months))


def last_months(today: date, months: int = MONTHS) -> Period:
    """The last so many calendar months, the running one up to today."""
    before = today.year * 12 + today.month - months
    return Period(date(before // 12, before % 12 + 1, 1), today)


def year(number: int, today: date) -> Period:
    """A calendar year, as far as it is gone."""
    return Period(date(number, 1, 1), min(date(number, 12, 31), today))


def last_quarters(today: date) -> Period:
    """The last four quarters, the running one up to today."""
    return last_months(today, MONTHS - 3 + (today.month - 1) % 3 + 1)


def chosen(first: date | None, last: date | None, today: date, usual: Period | None = None) -> Period:
    """The period somebody asked for; the usual one, by default twelve months, where that cannot be one.

    Nothing was noted after today, and no partnership is older than a lifetime of work.
    """
    usual = usual or last_months(today)
    first, last = first or usual.first, min(last or today, today)
    if first > last or first < today - timedelta(days=366 * MOST_YEARS):
        return usual
    return Period(first, last)


def in_quarters(period: Period, today: date) -> Period:
    """The whole quarters in which the days of a period lie; the running one up to today."""
    ends = next_quarter(period.last) - timedelta(days=1)
    return Period(quarter_of(period.first), min(ends, today))


def next_quarter(on: date) -> date:
    """The first day of the quarter after the one of a day."""
    return next_month(next_month(next_month(quarter_of(on))))


def next_month(on: date) -> date:
    """The first day of the month after this one."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def quarter_of(on: date) -> date:
    """The first day of the quarter of a day."""
    return date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
