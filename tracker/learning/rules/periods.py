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


def chosen(first: date | None, last: date | None, today: date) -> Period:
    """The period somebody asked for; the last twelve months where that cannot be one.

    Nothing was noted after today, and no partnership is older than a lifetime of work.
    """
    usual = last_months(today)
    first, last = first or usual.first, min(last or today, today)
    if first > last or first < today - timedelta(days=366 * MOST_YEARS):
        return usual
    return Period(first, last)


def next_month(on: date) -> date:
    """The first day of the month after this one."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def quarter_of(on: date) -> date:
    """The first day of the quarter of a day."""
    return date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
