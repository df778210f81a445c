"""Dates as people type them: day before month, two digits for a year of this century, written months."""

import re
from datetime import date, datetime, timedelta

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from tracker.cases.exchange.cleaning.texts import as_text, plain
from tracker.cases.exchange.messages import Cleaned, Level, Remark
from tracker.cases.exchange.sheets import Value

_MONTHS = (
    "januari january jan",
    "februari february feb febr",
    "maart march mrt maa mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "augustus august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"'?(\d{4}|\d{2})"
_CLOCK = r"(?:[ t,]+(?:om )?\d{1,2}[:u.h]\d{0,2}.*)?"
_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_ISO = re.compile(rf"(\d{{4}})[-/. ](\d{{1,2}})[-/. ](\d{{1,2}}){_CLOCK}")
_NUMBERS = re.compile(rf"{_WEEKDAY}(\d{{1,2}}) ?[-/. ] ?(\d{{1,2}}) ?[-/. ] ?{_YEAR}{_CLOCK}")
_WRITTEN = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:e|ste|de)?[-/. ]*({_MONTH})[-/., ]*{_YEAR}{_CLOCK}")
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")
_PART_OF_MONTH = re.compile(
    rf"(?:(begin|start|half|mid|midden|medio|eind|einde|laatste week)(?: van)? )?({_MONTH})[-/., ]*{_YEAR}"
)
_MONTH_NUMBER = re.compile(r"(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))")
_NO_YEAR = re.compile(rf"(\d{{1,2}}) ?[-/. ] ?(\d{{1,2}}|{_MONTH})")
_SOMEWHERE = re.compile(
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})(?!\d)|"
    rf"\d{{1,2}} (?:{_MONTH})\.? \d{{4}}"
)
_DAY_IN_MONTH = {"begin": 1, "start": 1, "half": 15, "mid": 15, "midden": 15, "medio": 15}

_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
"""Days since 1900 that a cell without date layout may hold: 1954 up to 2119."""


def read_date(value: Value, counts_from_1904: bool = False) -> Cleaned[date]:
    """The day a cell names; an approximate one comes with a question, an impossible one as an error."""
    if isinstance(value, datetime):
        return Cleaned(value.date())
    if isinstance(value, date):
        return Cleaned(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value, counts_from_1904)
    written = as_text(value)
    return _of_text(written) if written else Cleaned()


def as_typed(day: date) -> str:
    """The day as it stands in messages and suggestions."""
    return f"{day:%d/%m}/{day.year:04d}"


def _of_number(value: int | float, counts_from_1904: bool) -> Cleaned[date]:
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        day = from_excel(value, CALENDAR_MAC_1904 if counts_from_1904 else CALENDAR_WINDOWS_1900)
        return Cleaned(day.date()) if isinstance(day, datetime) else Cleaned()
    digits = f"{value:.0f}"
    if len(digits) == 8 and digits.isdecimal() and digits[:2] in ("19", "20"):
        return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), digits)
    return _unreadable(as_text(value))


def _of_text(written: str) -> Cleaned[date]:
    text = plain(written)
    if "?" in written:
        return _about(written, text)
    if text.isascii() and text.isdecimal() and len(text) in (5, 8):
        return _of_number(int(text), False)
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]), written)
    if match := _NUMBERS.fullmatch(text):
        return _day(_year(match[3]), int(match[2]), int(match[1]), written)
    if match := _WRITTEN.fullmatch(text):
        return _day(_year(match[3]), MONTHS[match[2]], int(match[1]), written)
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(_year(match[3]), MONTHS[match[1]], int(match[2]), written)
    return _about(written, text)


def _about(written: str, text: str) -> Cleaned[date]:
    """A part of a month, or a day among other words."""
    if match := _PART_OF_MONTH.fullmatch(text):
        return _guess(_year(match[3]), MONTHS[match[2]], match[1] or "begin", written)
    if match := _MONTH_NUMBER.fullmatch(text):
        year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _guess(int(year), int(month), "begin", written)
    if _NO_YEAR.fullmatch(text):
        return Cleaned(
            remark=Remark(
                Level.ERROR, "datum_zonder_jaar", f"Bij de datum ‘{shown(written)}’ staat geen jaar"
            )
        )
    found = _SOMEWHERE.findall(text)
    if len(found) == 1:
        day = _of_text(found[0]).value
        if day:
            return Cleaned(day, _question(written, day))
    return _unreadable(written)


def _guess(year: int, month: int, part: str, written: str) -> Cleaned[date]:
    try:
        if part in _DAY_IN_MONTH:
            day = date(year, month, _DAY_IN_MONTH[part])
        else:
            day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return _impossible(written)
    return Cleaned(day, _question(written, day)) if 1900 <= year <= 2100 else _unreadable(written)


def _question(written: str, day: date) -> Remark:
    return Remark(
        Level.QUESTION,
        "datum_onnauwkeurig",
        f"Datum ‘{shown(written)}’ is geen dag; kies een datum. Voorlopig {as_typed(day)}",
        as_typed(day),
    )


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int, written: str) -> Cleaned[date]:
    if not 1900 <= year <= 2100:
        return _unreadable(written)
    try:
        return Cleaned(date(year, month, day))
    except ValueError:
        return _impossible(written)


def _impossible(written: str) -> Cleaned[date]:
    return Cleaned(remark=Remark(Level.ERROR, "datum_bestaat_niet", f"Datum {shown(written)} bestaat niet"))


def _unreadable(written: str) -> Cleaned[date]:
    return Cleaned(
        remark=Remark(Level.ERROR, "datum_onleesbaar", f"We lezen geen datum in ‘{shown(written)}’")
    )


def shown(written: str) -> str:
    """What was typed, short enough for a message."""
    return written if len(written) <= 40 else written[:39] + "…"
