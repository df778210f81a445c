"""Find what identifies a person in free text: INSZ-like numbers, phone numbers, e-mail addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from stdnum.be import bis, nn, vat

Kind = Literal["insz", "phone", "email"]

_SEPARATOR = r"[ \u00a0\u202f.\-–/]{0,2}"
# Birth date, serial number, check digits. Parted at those places only, so that dates and amounts stay out.
_INSZ = re.compile(
    rf"(?<!\d)(?<!\d[.,])\d\d{_SEPARATOR}\d\d{_SEPARATOR}\d\d{_SEPARATOR}\d{{3}}{_SEPARATOR}\d\d(?!\d)"
)
_EMAIL = re.compile(r"(?<![\w.%+\-])[\w.%+\-]{1,64}@(?:[\w\-]{1,63}\.){1,8}[^\W\d_]{2,24}(?!\w)")
_MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)32 ?(?:\(0\) ?)?|0)4\d\d(?:[ \u00a0\u202f.\-–/]?\d){6}(?!\d)")


@dataclass(frozen=True)
class Found:
    """A stretch of text, from `start` up to `end`; `label` is its Dutch name, without article."""

    kind: Kind
    label: str
    start: int
    end: int


def find_identifiers(text: str) -> tuple[Found, ...]:
    """Everything in `text` that looks like an identifier of a person, in reading order, without overlap."""
    found: list[Found] = []
    for candidate in (*_emails(text), *_insz_numbers(text), *_phone_numbers(text)):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in found):
            found.append(candidate)
    return tuple(sorted(found, key=lambda one: one.start))


def _emails(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        yield Found("email", "e-mailadres", match.start(), match.end())


def _insz_numbers(text: str) -> Iterator[Found]:
    for match in _INSZ.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if _passes_mod_97(digits):
            yield Found("insz", _insz_label(digits), match.start(), match.end())


def _passes_mod_97(digits: str) -> bool:
    """Whether the check digits fit, for births before 2000 or (with a 2 put before the number) since."""
    serial, check = digits[:9], int(digits[9:])
    return check in (97 - int(serial) % 97, 97 - int("2" + serial) % 97)


def _insz_label(digits: str) -> str:
    if nn.is_valid(digits):
        return "rijksregisternummer"
    if bis.is_valid(digits):
        return "bisnummer"
    return "nummer dat op een rijksregisternummer lijkt"


def _phone_numbers(text: str) -> Iterator[Found]:
    for match in phonenumbers.PhoneNumberMatcher(text, "BE"):
        yield Found("phone", "telefoonnummer", match.start, match.end)
    # The matcher passes over a number that touches a word or follows other digits, and over series of which
    # no number was given out yet. What is no mobile number may be one of an enterprise, never both.
    for mobile in _MOBILE.finditer(text):
        given_out = phonenumbers.is_valid_number(phonenumbers.parse(mobile.group(), "BE"))
        if given_out or not vat.is_valid(mobile.group()):
            yield Found("phone", "telefoonnummer", mobile.start(), mobile.end())
