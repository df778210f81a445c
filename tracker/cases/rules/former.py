"""What a record said before a correction, in words for the screen (C16)."""

import re
from collections.abc import Mapping

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def in_words(value: object, names: Mapping[object, str]) -> str:
    """A kept value as a reader says it; `names` gives the words of codes and ids."""
    if isinstance(value, list):
        return ", ".join(in_words(each, names) for each in value) or "leeg"
    if value in names:
        return names[value]
    if value in (None, ""):
        return "leeg"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str) and (day := _DAY.fullmatch(value)):
        return f"{int(day[3])}/{day[2]}/{day[1]}"
    return str(value)
