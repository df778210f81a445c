"""The contacts of a case sorted into weeks or months, and the silences between them.

Weeks are ISO weeks, from Monday. A silence is a time of full weeks without contact; an attempt, and talk
*about* the case, do not end it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise

from tracker.pictures.axis import next_month

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
WEEKS_SHOWN = 52


class Kind(StrEnum):
    """What a block stands for."""

    CONTACT = "contact"
    ATTEMPT = "attempt"
    ABOUT = "about"


@dataclass(frozen=True)
class Contact:
    """One interaction on one day."""

    on: date
    kind: Kind = Kind.CONTACT


@dataclass(frozen=True)
class Unit:
    """What one column holds, and from how many empty columns on we speak of silence."""

    one: str
    more: str
    silent_from: int


WEEKLY = Unit("week", "weken", 4)
MONTHLY = Unit("maand", "maanden", 1)


@dataclass(frozen=True)
class Column:
    """One week or month, from its first day up to the first day of the next."""

    begin: date
    end: date
    contacts: tuple[Contact, ...]

    @property
    def met(self) -> bool:
        return any(contact.kind is Kind.CONTACT for contact in self.contacts)


@dataclass(frozen=True)
class Silence:
    """Full weeks or months without contact, from `since` up to and including `until`."""

    count: int
    unit: Unit
    since: date
    until: date
    lasting: bool
    """Whether it goes on to the end of the picture."""
    untouched: bool
    """Whether there was no attempt and no talk about the case either."""

    @property
    def words(self) -> str:
        """'6 weken stil'."""
        counted = f"{self.count} {self.unit.one if self.count == 1 else self.unit.more}"
        return f"{counted} {'stil' if self.untouched else 'zonder contact'}"


@dataclass(frozen=True)
class Row:
    """One month of the table that says the same as the picture."""

    month: date
    contacts: int
    attempts: int
    about: int


@dataclass(frozen=True)
class Strip:
    """The columns that a picture shows, and the silences that fall in them."""

    columns: tuple[Column, ...]
    silences: tuple[Silence, ...]
    unit: Unit

    @property
    def contacts(self) -> list[Contact]:
        return [contact for column in self.columns for contact in column.contacts]


def by_week(contacts: Sequence[Contact], since: date, until: date) -> Strip:
    """The last twelve months, or less when the case began later.

    A silence that began before them counts whole.
    """
    begin = monday(since)
    count = (monday(until) - begin) // WEEK + 1
    columns = _columns(contacts, [begin + WEEK * i for i in range(count + 1)], until)
    shown = columns[-WEEKS_SHOWN:]
    found = [each for each in _silences(columns, WEEKLY, since, until) if each.until >= shown[0].begin]
    return Strip(shown, tuple(found), WEEKLY)


def by_month(contacts: Sequence[Contact], since: date, until: date) -> Strip:
    """The whole case."""
    edges = [since.replace(day=1)]
    while edges[-1] <= until:
        edges.append(next_month(edges[-1]))
    columns = _columns(contacts, edges, until)
    return Strip(columns, tuple(_silences(columns, MONTHLY, since, until)), MONTHLY)


def rows(strip: Strip) -> list[Row]:
    """The contacts of a strip per month, latest first; a month without any has its row too."""
    counts: dict[date, list[int]] = {}
    last_day = strip.columns[-1].end - DAY
    on = strip.columns[0].begin.replace(day=1)
    while on <= last_day:
        counts[on] = [0, 0, 0]
        on = next_month(on)
    for contact in strip.contacts:
        counts[contact.on.replace(day=1)][list(Kind).index(contact.kind)] += 1
    return [Row(month, *numbers) for month, numbers in reversed(counts.items())]


def monday(on: date) -> date:
    """The first day of the ISO week."""
    return on - DAY * on.weekday()


def _columns(contacts: Sequence[Contact], edges: Sequence[date], until: date) -> tuple[Column, ...]:
    """The contacts between two edges each; in a column the contacts come first, then attempts, then talk."""
    kinds = list(Kind)
    waiting = sorted(contacts, key=lambda contact: contact.on, reverse=True)
    columns = []
    for begin, end in pairwise(edges):
        held = []
        while waiting and waiting[-1].on < end:
            contact = waiting.pop()
            if begin <= contact.on <= until:
                held.append(contact)
        held.sort(key=lambda contact: kinds.index(contact.kind))
        columns.append(Column(begin, end, tuple(held)))
    return tuple(columns)


def _silences(columns: Sequence[Column], unit: Unit, since: date, until: date) -> list[Silence]:
    """A week or month in which the case began, or that is not over yet, is not a silent one."""
    found = []
    full = [column for column in columns if since <= column.begin and column.end - DAY <= until]
    for met, group in groupby(full, key=lambda column: column.met):
        run = list(group)
        if met or len(run) < unit.silent_from:
            continue
        lasting = run[-1] is full[-1] and not columns[-1].met
        untouched = not any(column.contacts for column in run)
        found.append(Silence(len(run), unit, run[0].begin, run[-1].end - DAY, lasting, untouched))
    return found
