"""The only source of time. Moments are stored in UTC; days and screens follow Brussels."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

_stopped_at: ContextVar[datetime | None] = ContextVar("stopped_at", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _stopped_at.get() or datetime.now(UTC)


def today() -> date:
    """The day it is now in Brussels."""
    return as_local(now()).date()


def as_local(moment: datetime) -> datetime:
    """The same moment on a Brussels clock."""
    return _aware(moment).astimezone(BRUSSELS)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand still at `moment`, for tests and the demo story only."""
    token = _stopped_at.set(_aware(moment).astimezone(UTC))
    try:
        yield
    finally:
        _stopped_at.reset(token)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone could be any of several moments.")
    return moment
