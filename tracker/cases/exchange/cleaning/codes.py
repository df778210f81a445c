"""Case numbers: capitals, blanks, leading zeros and a missing dash make no other case."""

import re

from tracker.cases.exchange.cleaning.texts import as_text
from tracker.cases.exchange.sheets import Value

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_WORDS_BEFORE = {"CASUS", "CASUSNR", "CASUSNUMMER", "DOSSIER", "NR", "NUMMER", "CASE", "CLIENT", "KLANT"}
_TOTAL = re.compile(r"(?:sub|eind)?tota(?:al|len)\b|total\b|som\b|gemiddelde?\b", re.IGNORECASE)
_LONGEST = 24


def read_code(value: Value) -> str:
    """The number as it will be shown, `OM-012` for `om 012`; empty when the cell holds none."""
    text = as_text(value)
    if not text or len(text) > _LONGEST:
        return ""
    parts = _meaningful(text)
    return "-".join(parts) if parts else ""


def code_key(code: str) -> str:
    """What two spellings of the same number share."""
    return "-".join(part.lstrip("0") or "0" if part.isdecimal() else part for part in _meaningful(code))


def looks_like_code(value: Value) -> bool:
    """Whether this could be a number: short, with a digit, and no date or amount."""
    if isinstance(value, bool | float) or not isinstance(value, str | int):
        return False
    text = as_text(value)
    parts = _meaningful(text)
    letters = sum(not part.isdecimal() for part in parts)
    return (
        1 <= len(parts) <= 4
        and letters <= 2
        and any(part.isdecimal() for part in parts)
        and len(text) <= _LONGEST
    )


def is_total(text: str) -> bool:
    """Whether this stands before a row of totals."""
    return bool(_TOTAL.match(text.strip()))


def _meaningful(text: str) -> list[str]:
    parts = _PARTS.findall(text.upper())
    while len(parts) > 1 and parts[0] in _WORDS_BEFORE:
        parts = parts[1:]
    return parts
