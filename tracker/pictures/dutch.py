"""Days and small numbers in Dutch words, as pictures say them aloud."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from babel.dates import format_date

_NUMBERS = (
    *("geen", "één", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)


def number(count: int) -> str:
    """Up to twelve in words, beyond that in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}"


def listed(parts: Sequence[str]) -> str:
    """'A, B en C'."""
    return " en ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def month_year(on: date) -> str:
    """'juni 2024'."""
    return _written(on.replace(day=1), "MMMM y")


def month(on: date) -> str:
    """'jun'."""
    return _written(on.replace(day=1), "MMM")


def day_month(on: date) -> str:
    """'10 februari'."""
    return _written(on, "d MMMM")


def full(on: date) -> str:
    """'10 februari 2026'."""
    return _written(on, "d MMMM y")


def short(on: date) -> str:
    """'10/02/2026', for tables and legends."""
    return _written(on, "d/MM/y")


@lru_cache(maxsize=4096)
def _written(on: date, pattern: str) -> str:
    return format_date(on, pattern, locale="nl_BE")
