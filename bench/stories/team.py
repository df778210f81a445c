"""A partnership with its organisations and its people."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from argon2 import PasswordHasher

from bench import words
from bench.stories.book import Book, morning_of
from bench.stories.learning import Patterns, patterns_of
from tracker.cases.rules.opening import code_of

PASSWORD = "vier gewone losse woorden"
VDAB = "VDAB"
PRACTITIONERS = 24
YEARS = 3


@dataclass(frozen=True)
class Team:
    """A partnership as its cases see it."""

    id: int
    prefix: str
    organisations: list[int]
    practitioners: list[int]
    steps: list[int]
    central: int
    since: date
    patterns: Patterns


def slug_of(number: int) -> str:
    return f"partnerschap-{number:02}"


def practitioner_of_vdab(number: int) -> str:
    """VDAB is in every partnership: whoever works there must not feel the others."""
    return f"vdab@{slug_of(number)}.be"


def coordinator_of(number: int) -> str:
    return f"coordinatie@{slug_of(number)}.be"


def large_case_of(number: int) -> str:
    return code_of(_prefix(number), 1)


def team_of(book: Book, number: int) -> Team:
    since = book.today - timedelta(days=365 * YEARS)
    partnership = book.add(
        "partnership",
        slug=slug_of(number),
        name=f"Partnerschap {number:02}",
        code_prefix=_prefix(number),
        started_on=since,
    )
    own = [f"{name} {number:02}" for name in ("OCMW", "Welzijnshuis", "CAW", "Basiseducatie", "Wijkwerking")]
    organisations = [_organisation(book, name) for name in (VDAB, *own)]
    for place, organisation in enumerate(organisations):
        kind = ("core", "lead")[place] if place < 2 else "partner"
        book.add("partner", partnership=partnership, organisation=organisation, kind=kind, since=since)
    practitioners = [
        _person(
            book,
            practitioner_of_vdab(number) if place == 0 else f"p{place}@{slug_of(number)}.be",
            f"{words.FIRST_NAMES[place]} {number:02}",
            "practitioner",
            partnership,
            organisations[place % len(organisations)],
            since,
        )
        for place in range(PRACTITIONERS)
    ]
    _person(book, coordinator_of(number), "Cor", "coordinator", partnership, organisations[1], since)
    central = book.add(
        "wording", partnership=partnership, kind="purpose", text=words.PURPOSES[0], since=since
    )
    steps = [
        book.add("value_step", partnership=partnership, name=name, since=since)
        for name in ("Kennismaken", "Samen uitzoeken", "Doen wat nodig is", "Loslaten")
    ]
    patterns = patterns_of(book, partnership, since)
    return Team(partnership, _prefix(number), organisations, practitioners, steps, central, since, patterns)


def _organisation(book: Book, name: str) -> int:
    if name not in book.known:
        book.known[name] = book.add("organisation", name=name, sort_name=name.casefold())
    return book.known[name]


def _person(
    book: Book, email: str, name: str, role: str, partnership: int, organisation: int, since: date
) -> int:
    person = book.add(
        "person", name=name, email=email, password_hash=_password_hash(), created_at=morning_of(since)
    )
    book.add(
        "role_held",
        person=person,
        partnership=partnership,
        organisation=organisation,
        role=role,
        since=since,
    )
    return person


@cache
def _password_hash() -> str:
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1).hash(PASSWORD)


def _prefix(number: int) -> str:
    return "P" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number // 26] + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 26]
