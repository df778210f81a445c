"""Scores, stars, durations and the numbers of value demands, with the habits people have in typing them."""

import re
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from math import floor

from tracker.cases.exchange.cleaning.dates import shown
from tracker.cases.exchange.cleaning.texts import as_text, plain, split_list
from tracker.cases.exchange.messages import Cleaned, Level, Remark
from tracker.cases.exchange.sheets import Value

NOT_DISCUSSED = {"", "x", "nvt", "n.v.t", "niet besproken", "geen zicht", "nog geen zicht", "weet niet"}

_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,20})?")
_WITH_WORDS = re.compile(r"[a-z ()!*:]*?(\d{1,4})[a-z ()!*:]*")
_STARS = re.compile(r"[★*]{1,10}[☆]{0,10}")
_WORDS = {
    word: number
    for number, word in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"), start=1
    )
}

_CLOCKED = re.compile(r"(\d{1,2}) ?[:uh] ?([0-5]\d)(?: ?m(?:in)?)?")
_UNITS = re.compile(
    r"(?:(\d{1,3}(?:[.,]\d{1,4})?) ?(?:u|uur|uren|uurtje|h|hr|hour|hours))?\.?(?: en)? ?"
    r"(?:(\d{1,4}) ?(?:m|min|minuut|minuten|minutes|'))?\.?"
)
_LOOSELY = {
    **dict.fromkeys(("halfuur", "half uur", "halfuurtje", "half uurtje", "een halfuur"), "0,5"),
    **dict.fromkeys(("kwartier", "een kwartier", "kwartiertje"), "0,25"),
    **dict.fromkeys(("drie kwartier", "driekwartier"), "0,75"),
    **dict.fromkeys(("uur", "uurtje", "een uur", "een uurtje"), "1"),
    "anderhalf uur": "1,5",
    "twee uur": "2",
}
_LONGEST_DAY = 24


def read_decimal(value: Value) -> Decimal | None:
    """A number, typed or not; a comma or a point both part the decimals."""
    text = as_text(value).replace(" ", "")
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def read_score(value: Value) -> Cleaned[int]:
    """A progress score, a whole number from 1 to 10; no value and no remark when the cell is empty."""
    return _points(value, 10, "score", "score_geen_geheel_getal")


def read_star(value: Value) -> Cleaned[int]:
    """A star, a whole number from 1 to 5; an empty cell or 'niet besproken' is no star, never 0."""
    drawn = _STARS.fullmatch(as_text(value))
    if drawn:
        value = drawn[0].count("★") + drawn[0].count("*")
    elif plain(as_text(value)) in NOT_DISCUSSED:
        return Cleaned()
    return _points(value, 5, "ster", "ster_onduidelijk")


def _points(value: Value, top: int, name: str, not_whole: str) -> Cleaned[int]:
    text = as_text(value)
    if not plain(text):
        return Cleaned()
    title = name.capitalize()
    if isinstance(value, date):
        return _of_date(value, top, name)
    if match := re.fullmatch(rf"(\d{{1,2}}) ?(?:/|op|van|of|uit) ?{top}", plain(text)):
        return _read_as(text, int(match[1]), top, name, "breuk")
    number = read_decimal(value)
    if number is None and plain(text) in _WORDS:
        number = Decimal(_WORDS[plain(text)])
    if number is None and (match := _WITH_WORDS.fullmatch(plain(text))):
        return _read_as(text, int(match[1]), top, name, "met_tekst")
    if number is None:
        reason = f"{title} '{shown(text)}' is geen geheel getal"
        return Cleaned(remark=Remark(Level.ERROR, f"{name}_onduidelijk", reason))
    if number != number.to_integral_value():
        low = floor(number)
        ask = f"; vraag {low} of {low + 1}" if 1 <= low < top else ""
        return Cleaned(remark=Remark(Level.ERROR, not_whole, f"{title} '{text}' is geen geheel getal{ask}"))
    return _in_scale(int(number), top, name)


def _of_date(value: date, top: int, name: str) -> Cleaned[int]:
    """Excel turns a typed `7/10` into the seventh of October."""
    typed = f"{value.day}/{value.month}"
    if value.month == top and value.day <= top:
        reason = f"Excel maakte van {name} '{typed}' een datum; we lezen {value.day}"
        return Cleaned(value.day, Remark(Level.QUESTION, f"{name}_als_datum", reason, str(value.day)))
    reason = f"Excel maakte van deze {name} een datum ({typed}); vul het cijfer in"
    return Cleaned(remark=Remark(Level.ERROR, f"{name}_onduidelijk", reason))


def _read_as(text: str, number: int, top: int, name: str, how: str) -> Cleaned[int]:
    inside = _in_scale(number, top, name)
    reason = f"{name.capitalize()} '{shown(text)}' wordt gelezen als {number}"
    return Cleaned(number, Remark(Level.INFO, f"{name}_{how}", reason)) if inside.value else inside


def _in_scale(number: int, top: int, name: str) -> Cleaned[int]:
    if 1 <= number <= top:
        return Cleaned(number)
    hint = "; bedoeld als 'niet gekend'?" if number == 0 else ""
    reason = f"{name.capitalize()} {number} ligt buiten 1–{top}{hint}"
    return Cleaned(remark=Remark(Level.ERROR, f"{name}_buiten_schaal", reason))


def read_hours(value: Value, in_minutes: bool = False) -> Cleaned[Decimal]:
    """A duration in hours; `in_minutes` says what a bare number means. Words come with a question."""
    text = plain(as_text(value))
    if not text or text in NOT_DISCUSSED:
        return Cleaned()
    hours = _hours(value, text, in_minutes)
    if hours is None:
        reason = f"Duur '{shown(as_text(value))}' is geen getal"
        return Cleaned(remark=Remark(Level.QUESTION, "duur_geen_getal", reason, _LOOSELY.get(text, "")))
    if not 0 <= hours <= _LONGEST_DAY:
        reason = f"Duur '{shown(as_text(value))}' kan niet op één dag"
        return Cleaned(remark=Remark(Level.QUESTION, "duur_onwaarschijnlijk", reason))
    return Cleaned(hours)


def _hours(value: Value, text: str, in_minutes: bool) -> Decimal | None:
    if isinstance(value, timedelta):
        return Decimal(value // timedelta(minutes=1)) / 60
    if isinstance(value, time):
        return Decimal(value.hour * 60 + value.minute) / 60
    number = read_decimal(value)
    if number is not None:
        return number / 60 if in_minutes else number
    if match := _CLOCKED.fullmatch(text):
        return Decimal(int(match[1]) * 60 + int(match[2])) / 60
    match = _UNITS.fullmatch(text)
    if match and (match[1] or match[2]):
        return Decimal((match[1] or "0").replace(",", ".")) + Decimal(match[2] or 0) / 60
    return None


def read_demand_number(value: Value) -> int | None:
    """The number of a value demand: `2`, `WV2`, `wv 2`, or its letter on the star."""
    text = plain(as_text(value))
    if match := re.fullmatch(r"(?:wv|waardevraag|vraag|nr)?[ .:]*(\d{1,3})", text):
        return int(match[1])
    if match := re.fullmatch(r"(?:wv|waardevraag|vraag)?[ .:]*([a-h])", text):
        return ord(match[1]) - 96
    return None


def read_demand_numbers(value: Value) -> tuple[int, ...] | None:
    """Several such numbers in one cell; None when a part is none of them."""
    number = read_decimal(value)
    # What looks like 1,2 is an enumeration here, never a fraction.
    parts = split_list(as_text(value)) if number is None or number != int(number) else [str(int(number))]
    numbers = [read_demand_number(part) for part in parts]
    return None if None in numbers else tuple(sorted({one for one in numbers if one}))
