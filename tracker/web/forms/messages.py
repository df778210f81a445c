"""What a form says about a field, in Dutch: what to do now."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic_core import ErrorDetails

from tracker.web.filters import number

EMPTY: Final = "Vul dit in."
EMPTY_CHOICE: Final = "Maak een keuze."
EMPTY_DAY: Final = "Vul een datum in."
EMPTY_FILE: Final = "Kies een bestand."
EMPTY_LIST: Final = "Duid er minstens één aan."
TWICE: Final = "Dit veld kwam twee keer mee. Vul het één keer in."
NO_FILE_HERE: Final = "Hier hoort tekst, geen bestand."
STRANGE_SIGNS: Final = "In deze tekst staan onzichtbare tekens die we niet kunnen bewaren. Typ hem opnieuw."
UNREADABLE: Final = "Dit kunnen we niet lezen. Kijk het na."
TOO_MANY: Final = "Dit zijn er te veel in één keer."


def too_large(megabytes: int) -> str:
    return f"Dit bestand is te groot: neem er een van hoogstens {megabytes} MB."


_BY_TYPE: Final[Mapping[str, Callable[[dict[str, Any]], str]]] = {
    "refused": lambda context: str(context["message"]),
    "missing": lambda context: EMPTY,
    "enum": lambda context: "Maak een keuze uit de lijst.",
    "literal_error": lambda context: "Maak een keuze uit de lijst.",
    "string_too_long": lambda context: f"Maak dit korter: hoogstens {number(context['max_length'])} tekens.",
    "string_too_short": lambda context: f"Schrijf minstens {number(context['min_length'])} tekens.",
    "greater_than_equal": lambda context: f"Neem minstens {number(context['ge'])}.",
    "greater_than": lambda context: f"Neem meer dan {number(context['gt'])}.",
    "less_than_equal": lambda context: f"Neem hoogstens {number(context['le'])}.",
    "less_than": lambda context: f"Neem minder dan {number(context['lt'])}.",
    "too_short": lambda context: f"Duid er minstens {number(context['min_length'])} aan.",
    "too_long": lambda context: f"Duid er hoogstens {number(context['max_length'])} aan.",
    "value_error": lambda context: str(context["error"]),
}


def message_for(error: ErrorDetails) -> str:
    """The Dutch sentence for one of pydantic's errors."""
    say = _BY_TYPE.get(error["type"])
    return say(error.get("ctx", {})) if say else UNREADABLE
