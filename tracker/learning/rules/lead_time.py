"""How long a case ran, and how many of its weeks saw contact (L8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Spent:
    """Days of weeks with contact, and the other days. Waiting is not waste by itself."""

    active: int
    waiting: int

    @property
    def days(self) -> int:
        return self.active + self.waiting


def days_between(started_on: date, until: date) -> int:
    """Days from the start to the end of a case, or to today."""
    return max((until - started_on).days, 0)


def spent(started_on: date, until: date, contacts: Iterable[date]) -> Spent:
    """Seven days for every week since the start in which there was contact; never more than there were."""
    days = days_between(started_on, until)
    weeks = {(on - started_on).days // 7 for on in contacts if started_on <= on <= until}
    active = min(7 * len(weeks), days)
    return Spent(active, days - active)
