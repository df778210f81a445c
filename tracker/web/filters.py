"""Dutch dates, numbers and plurals (nl-BE) for templates; cheap enough for row loops."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from babel.dates import format_date
from babel.numbers import format_decimal

from tracker import clock

LOCALE: Final = "nl_BE"
DAYS_IN_YEAR: Final = 365.2425
DAYS_IN_MONTH: Final = DAYS_IN_YEAR / 12


def date_long(day: date) -> str:
    """6 mei 2024"""
    return _formatted(_local_day(day), "d MMMM y")


def date_short(day: date) -> str:
    """6/05/2024, for tables."""
    return _formatted(_local_day(day), "d/MM/y")


def date_in_year(day: date) -> str:
    """30 oktober; with the year when it is not this one."""
    day = _local_day(day)
    return _formatted(day, "d MMMM" if day.year == clock.today().year else "d MMMM y")


def date_day(day: date) -> str:
    """dinsdag 3 november"""
    return _formatted(_local_day(day), "EEEE d MMMM")


def month(day: date) -> str:
    """oktober 2026"""
    return _formatted(_local_day(day).replace(day=1), "MMMM y")


def time_of_day(moment: datetime) -> str:
    """14.05 uur, on a Brussels clock."""
    local = clock.as_local(moment)
    return f"{local.hour}.{local.minute:02} uur"


def number(value: int | float | Decimal) -> str:
    """12.345,6"""
    return _number(value)


def plural(count: int, one: str, many: str) -> str:
    """1 casus, 3 casussen; 'geen' for none."""
    return f"{number(count) if count else 'geen'} {one if count == 1 else many}"


def duration_days(days: int) -> str:
    """611 dagen"""
    return plural(days, "dag", "dagen") if days else "0 dagen"


def duration_long(days: int) -> str:
    """1 jaar en 8 maanden; under two months in days. A year is 365.2425 days, a month a twelfth of it."""
    if days < 2 * DAYS_IN_MONTH:
        return duration_days(days)
    years, months = divmod(round(days / DAYS_IN_MONTH), 12)
    parts = [f"{years} jaar" if years else "", plural(months, "maand", "maanden") if months else ""]
    return " en ".join(part for part in parts if part)


def minutes(count: int) -> str:
    """45 min, 1 u, 1 u 30"""
    hours, rest = divmod(count, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} u {rest:02}" if rest else f"{hours} u"


def letter(position: int) -> str:
    """0 is A; after Z comes AA."""
    before, place = divmod(position, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + place)


def sentence(words: str) -> str:
    """With a capital first, the rest as it is: what stands alone begins like a sentence."""
    return words[:1].upper() + words[1:]


def _local_day(day: date) -> date:
    return clock.as_local(day).date() if isinstance(day, datetime) else day


@lru_cache(maxsize=8192)
def _formatted(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=LOCALE)


@lru_cache(maxsize=8192)
def _number(value: int | float | Decimal) -> str:
    return format_decimal(value, locale=LOCALE)


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "date_long": date_long,
    "date_short": date_short,
    "date_in_year": date_in_year,
    "date_day": date_day,
    "month": month,
    "time_of_day": time_of_day,
    "number": number,
    "plural": plural,
    "duration_days": duration_days,
    "duration_long": duration_long,
    "minutes": minutes,
    "letter": letter,
    "sentence": sentence,
}
