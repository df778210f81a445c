"""The kinds of field a form can have. Each turns what was typed into a value, or says in Dutch why not."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

LARGEST_ID: Final = 2_147_483_647
# Bytes of a whole form without a file. A route that takes a file asks for more (request_max_body_size).
LARGEST_FORM: Final = 1_000_000
LINE_LENGTH: Final = 200
# What a file is called that has no name: a file field in which nothing was chosen sends one.
NAMELESS: Final = "bestand"
WORDS_LENGTH: Final = 4000
CHAPTER_LENGTH: Final = 40_000

_DUTCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.uh](\d{2})(?: ?uur)?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
_AMOUNT = re.compile(r"(\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,(\d{1,2}))?|(\d{1,9})\.(\d{1,2})", re.ASCII)
_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")


class Form(BaseModel):
    """What a form holds once it is accepted. Fields the form does not know are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True)
class WhenEmpty:
    """What to say when this field stays empty: what to do now, such as 'Kies hoe er contact was.'"""

    message: str


@dataclass(frozen=True, slots=True)
class MayNameSomeone:
    """Free text, read for numbers and addresses that identify a person before it is kept (C15)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Taken exactly as typed: no spaces trimmed, never shown again."""


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest file a field takes."""

    megabytes: int

    @property
    def bytes(self) -> int:
        return self.megabytes * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent; `name` is what the sender called it, for the screen only."""

    name: str
    content: bytes = field(repr=False)


def _refused(message: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{message}", {"message": message})


def _one_line(text: str) -> str:
    if "\n" in text:
        raise _refused("Schrijf dit op één regel.")
    return text


def _day(text: object) -> object:
    if not isinstance(text, str):
        return text
    if match := _ISO_DAY.fullmatch(text):
        year, month, number = match.groups()
    elif match := _DUTCH_DAY.fullmatch(text):
        number, month, year = match.groups()
    else:
        raise _refused("Schrijf de datum als dag/maand/jaar, bijvoorbeeld 3/11/2026.")
    if not 1900 <= int(year) <= 2100:
        raise _refused("Kijk het jaartal na: het ligt tussen 1900 en 2100.")
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise _refused("Deze datum bestaat niet.") from None


def _clock(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = _CLOCK.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise _refused("Schrijf het uur als 14.05.")
    return time(int(match[1]), int(match[2]))


def _whole(text: object) -> object:
    if isinstance(text, str):
        if not _WHOLE.fullmatch(text):
            raise _refused("Schrijf een geheel getal, in cijfers.")
        return int(text)
    return text


def _known(text: object) -> object:
    if isinstance(text, str) and not (_WHOLE.fullmatch(text) and 1 <= int(text) <= LARGEST_ID):
        raise _refused("Maak een keuze uit de lijst.")
    return int(text) if isinstance(text, str) else text


def _score(text: object) -> object:
    if isinstance(text, str) and not _WHOLE.fullmatch(text):
        raise _refused("Kies een van de cijfers.")
    return int(text) if isinstance(text, str) else text


def _amount(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = _AMOUNT.fullmatch(text.removeprefix("€").strip().replace("\u00a0", "").replace(" ", ""))
    if not match:
        raise _refused("Schrijf een bedrag of aantal zoals 1.250,50.")
    whole, part = (match[1], match[2]) if match[1] else (match[3], match[4])
    return Decimal(f"{whole.replace('.', '')}.{part or 0}")


def _checked(text: object) -> object:
    return text.lower() in ("ja", "on", "yes", "true", "1") if isinstance(text, str) else text


def _key(text: object) -> object:
    if isinstance(text, str):
        try:
            return UUID(text)
        except ValueError:
            raise _refused("Dit formulier is niet meer geldig. Bewaar nog eens.") from None
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise _refused("Schrijf een e-mailadres zoals naam@gemeente.be.")
    return text


Line = Annotated[str, Field(max_length=LINE_LENGTH), AfterValidator(_one_line), MayNameSomeone()]
Words = Annotated[str, Field(max_length=WORDS_LENGTH), MayNameSomeone()]
Chapter = Annotated[str, Field(max_length=CHAPTER_LENGTH), MayNameSomeone()]
Plain = Annotated[str, Field(max_length=LINE_LENGTH), AfterValidator(_one_line)]
Email = Annotated[str, Field(max_length=LINE_LENGTH), AfterValidator(_email)]
Password = Annotated[str, Field(max_length=1000), Kept()]
Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]
Whole = Annotated[int, BeforeValidator(_whole), Field(ge=-LARGEST_ID, le=LARGEST_ID)]
Id = Annotated[int, BeforeValidator(_known)]
Score10 = Annotated[int, BeforeValidator(_score), Field(ge=1, le=10)]
Score5 = Annotated[int, BeforeValidator(_score), Field(ge=1, le=5)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Checked = Annotated[bool, BeforeValidator(_checked)]
Key = Annotated[UUID, BeforeValidator(_key)]
