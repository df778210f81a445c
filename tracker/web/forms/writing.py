"""Values as someone would have typed them, to fill a form in before it is shown."""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum


def as_typed(name: str, value: object) -> dict[str, str | list[str]]:
    """The typed form of a value; a mapping becomes a group of fields `name-12`."""
    if isinstance(value, dict):
        return {f"{name}-{part}": _text(each) for part, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return {name: [_text(each) for each in value]}
    return {name: _text(value)}


def _text(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "ja"
        case StrEnum():
            return value.value
        case datetime():
            raise TypeError("A form asks for a day or a time of day, not for a moment.")
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return str(value).replace(".", ",")
        case _:
            return str(value)
