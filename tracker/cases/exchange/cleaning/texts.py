"""Text as it was meant, and text as it is compared."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from tracker.cases.exchange.sheets import Missing, Value

_BLANKS = re.compile(r"[^\S\n]+")
_LIST = re.compile(r"\s*(?:[;,+|\n]|\s/\s|\s&\s)\s*|\s+en\s+", re.IGNORECASE)


def as_text(value: Value) -> str:
    """The value as somebody would type it, without spare blanks; empty when the cell says nothing."""
    if value is None or isinstance(value, Missing):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, datetime):
        at = "" if value.time() == time() else f" {value:%H:%M}"
        return f"{value.day}/{value.month}/{value.year}{at}"
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, time | timedelta):
        return str(value)
    return tidy(str(value))


def tidy(text: str) -> str:
    """Without blanks around it, and with single blanks inside; line ends stay."""
    lines = text.splitlines()
    if len(lines) == 1:
        return " ".join(text.split())
    lines = [_BLANKS.sub(" ", line).strip() for line in lines]
    return "\n".join(lines).strip()


def plain(text: str) -> str:
    """For comparing: no capitals, accents, punctuation at the ends or double blanks."""
    letters = text.casefold()
    if not letters.isascii():
        # Folding may leave what decomposes, and decomposing what folds.
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letters).casefold())
        letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(letters.split()).strip(" .,;:!?*-–_'\"’‘")


def split_list(text: str) -> list[str]:
    """The parts of an enumeration: `;` `,` `+` line ends, `en`, and ` / ` or ` & ` between blanks."""
    return [part for part in (tidy(part) for part in _LIST.split(text)) if part]
