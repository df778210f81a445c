"""Everything one partnership holds, as rows: the same rows each time, whoever lies beside it.

A case is as full as in real work: most have a handful of everything, the first of each partnership has years
of it (40 scores, 12 star readings, 300 interactions).
"""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any

from argon2 import PasswordHasher

from bench import words
from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    ContactKind,
    ContactOutcome,
    DemandState,
    Fit,
    Perspective,
)
from tracker.cases.rules.opening import code_of
from tracker.cases.rules.searching import searchable

PASSWORD = "vier gewone losse woorden"
VDAB = "VDAB"
OWN_ORGANISATIONS = 5
PRACTITIONERS = 24
YEARS = 3
# Interactions of all cases come in day after day, so those of one case lie far apart.
INTERACTIONS_A_DAY = 1 << 14


@dataclass
class Book:
    """The rows of each table; their numbers go on from one partnership to the next."""

    today: date
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    known: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, /, **values: Any) -> int:
        """Add a row and return its number."""
        self.numbers[table] += 1
        return self.add_as(self.numbers[table], table, **values)

    def add_as(self, number: int, table: str, /, **values: Any) -> int:
        self.columns.setdefault(table, ("id", *values))
        self.rows.setdefault(table, []).append((number, *values.values()))
        return number

    def hand_over(self) -> dict[str, list[tuple[Any, ...]]]:
        """The rows so far, which are then forgotten."""
        rows, self.rows = self.rows, {}
        return rows


@dataclass(frozen=True)
class Sizes:
    """How much one case holds."""

    scores: int
    readings: int
    interactions: int
    demands: int = 3
    lessons: int = 1


LARGE = Sizes(scores=40, readings=12, interactions=300, demands=6, lessons=12)


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


def slug_of(number: int) -> str:
    return f"partnerschap-{number:02}"


def practitioner_of_vdab(number: int) -> str:
    """VDAB is in every partnership: whoever works there must not feel the others."""
    return f"vdab@{slug_of(number)}.be"


def coordinator_of(number: int) -> str:
    return f"coordinatie@{slug_of(number)}.be"


def large_case_of(number: int) -> str:
    return code_of(_prefix(number), 1)


def write_partnership(book: Book, number: int, cases: int) -> None:
    """A partnership with its people and its cases."""
    dice = Random(number)
    team = _team(book, number)
    for each in range(1, cases + 1):
        sizes = LARGE if each == 1 else _usual(dice)
        _case(book, dice, team, each, sizes)


def _usual(dice: Random) -> Sizes:
    return Sizes(scores=dice.randint(0, 10), readings=dice.randint(0, 2), interactions=dice.randint(0, 20))


def _team(book: Book, number: int) -> Team:
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
    return Team(partnership, _prefix(number), organisations, practitioners, steps, central, since=since)


def _organisation(book: Book, name: str) -> int:
    if name not in book.known:
        book.known[name] = book.add("organisation", name=name, sort_name=name.casefold())
    return book.known[name]


def _person(
    book: Book, email: str, name: str, role: str, partnership: int, organisation: int, since: date
) -> int:
    person = book.add(
        "person", name=name, email=email, password_hash=_password_hash(), created_at=_moment(since)
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


def _case(book: Book, dice: Random, team: Team, number: int, sizes: Sizes) -> None:
    large = sizes is LARGE
    start = team.since if large else team.since + timedelta(days=dice.randrange(365 * YEARS - 30))
    ended = not large and dice.random() < 0.3
    until = start + (book.today - start) * dice.uniform(0.3, 1) if ended else book.today
    state = dice.choice(("released", "released", "handed_over", "stopped")) if ended else "running"
    lead = team.practitioners[0] if large else dice.choice(team.practitioners)
    alias = f"{dice.choice(words.ALIASES)} {number}" if dice.random() < 0.9 else ""
    code, place, purpose = (
        code_of(team.prefix, number),
        _any(dice, words.MUNICIPALITIES),
        _any(dice, words.PURPOSES),
    )
    held = sorted(_days(dice, start, until, 4 if large else dice.randint(0, 2)))
    met = sorted(_days(dice, start, until, sizes.interactions))
    touched = datetime.combine(until, time(8), UTC) - timedelta(
        minutes=0 if large else dice.randrange(60 * 24 * 90)
    )
    case = book.add(
        "case_file",
        key=_key(dice),
        partnership=team.id,
        number=number,
        code=code,
        kind="person" if dice.random() < 0.9 else "group",
        alias=alias,
        municipality=place,
        started_on=start,
        reached="local_authority",
        lead=lead,
        doubt=dice.random() < 0.05,
        state=state,
        ended_on=until if ended else None,
        purpose=purpose,
        search=searchable(alias, code, "", place, purpose),
        last_contact_on=met[-1] if met else None,
        last_review_on=held[-1] if held else None,
        touched_at=touched,
        opened_by=lead,
        opened_at=_moment(start),
    )
    _who(book, dice, team, case, lead, start)
    _line(book, dice, team, case, lead, start, until, sizes)
    demands = _demands(book, dice, case, lead, start, until, sizes)
    _contacts(book, dice, team, case, lead, met, demands)
    _lessons(book, dice, team, case, lead, start, until, sizes, demands)
    _reviews(book, dice, team, case, lead, held)
    if ended:
        book.add(
            "case_ending",
            key=_key(dice),
            case=case,
            kind=state,
            ended_on=until,
            interpretation=_any(dice, words.INTERPRETATIONS),
            author=lead,
            written_at=_moment(until),
        )


def _who(book: Book, dice: Random, team: Team, case: int, lead: int, start: date) -> None:
    for person in dict.fromkeys((lead, dice.choice(team.practitioners))):
        book.add("case_worker", case=case, person=person, since=start)
    everyone = dice.random() < 0.8
    for place, organisation in enumerate(team.organisations):
        if everyone or place < 3:
            book.add("shared_with", case=case, organisation=organisation, since=start)
    book.add(
        "sharing_agreement",
        case=case,
        informed_on=start,
        agreed="yes",
        how="op papier, samen gelezen",
        recorded_by=lead,
        recorded_at=_moment(start),
    )


def _line(
    book: Book, dice: Random, team: Team, case: int, lead: int, start: date, until: date, sizes: Sizes
) -> None:
    for since in [start, *sorted(_days(dice, start, until, 1 if sizes is LARGE else 0))]:
        book.add(
            "purpose",
            key=_key(dice),
            case=case,
            words=_any(dice, words.PURPOSES),
            since=since,
            central=team.central,
            author=lead,
            written_at=_moment(since),
        )
    for day in sorted(_days(dice, start, until, sizes.scores)):
        score = book.add(
            "progress_score",
            key=_key(dice),
            case=case,
            scored_on=day,
            score=dice.randint(1, 10),
            interpretation=_any(dice, words.INTERPRETATIONS),
            author=lead,
            written_at=_moment(day),
        )
        if dice.random() < 0.5:
            book.add(
                "validation",
                case=case,
                subject="score",
                subject_id=score,
                answer=dice.choice(("yes", "no", "not_possible")),
                validated_on=day,
                author=lead,
                written_at=_moment(day),
            )


def _demands(
    book: Book, dice: Random, case: int, lead: int, start: date, until: date, sizes: Sizes
) -> list[int]:
    demands = [
        book.add(
            "value_demand",
            key=_key(dice),
            case=case,
            place=place,
            words=words.DEMANDS[place],
            state=DemandState.OPEN.value,
            named_on=start,
            author=lead,
            written_at=_moment(start),
        )
        for place in range(sizes.demands)
    ]
    for day in sorted(_days(dice, start, until, sizes.readings)):
        reading = book.add(
            "star_reading",
            key=_key(dice),
            case=case,
            read_on=day,
            perspective=_any(dice, tuple(Perspective)).value,
            note="Aan de keukentafel.",
            author=lead,
            written_at=_moment(day),
        )
        for demand in demands:
            fit = _any(dice, tuple(Fit)).value
            book.add("star_rating", reading=reading, demand=demand, stars=dice.randint(1, 5), fit=fit)
    return demands


def _contacts(
    book: Book, dice: Random, team: Team, case: int, lead: int, days: list[date], demands: list[int]
) -> None:
    for day in days:
        since_start = (day - team.since).days
        book.numbers[f"interaction on {since_start}"] += 1
        interaction = book.add_as(
            since_start * INTERACTIONS_A_DAY + book.numbers[f"interaction on {since_start}"],
            "interaction",
            key=_key(dice),
            partnership=team.id,
            case=case,
            happened_on=day,
            month=day.year * 100 + day.month,
            kind=_any(dice, tuple(ContactKind)).value,
            outcome=_any(dice, tuple(ContactOutcome)).value,
            organisation=dice.choice(team.organisations),
            minutes=dice.choice((None, 15, 30, 45, 90)),
            note=_any(dice, words.NOTES),
            author=lead,
            written_at=_moment(day),
        )
        if dice.random() < 0.3:
            book.add("interaction_demand", interaction=interaction, demand=dice.choice(demands))
        if dice.random() < 0.1:
            book.add(
                "interaction_organisation",
                interaction=interaction,
                organisation=dice.choice(team.organisations),
            )


def _lessons(
    book: Book,
    dice: Random,
    team: Team,
    case: int,
    lead: int,
    start: date,
    until: date,
    sizes: Sizes,
    demands: list[int],
) -> None:
    for day in sorted(_days(dice, start, until, sizes.lessons)):
        waste = dice.random() < 0.5
        assessment = book.add(
            "assessment",
            key=_key(dice),
            case=case,
            happened_on=day,
            what=_any(dice, words.DONE),
            verdict="waste" if waste else "value",
            waste_kind="waiting" if waste else "",
            value_step=dice.choice(team.steps),
            team_view=_any(dice, words.INTERPRETATIONS),
            author=lead,
            written_at=_moment(day),
        )
        book.add("assessment_demand", assessment=assessment, demand=dice.choice(demands))
        failure = book.add(
            "failure_demand",
            key=_key(dice),
            case=case,
            words=_any(dice, words.FAILURES),
            heard_on=day,
            came_in="aan de balie",
            arising=_any(dice, tuple(Arising)).value,
            author=lead,
            written_at=_moment(day),
        )
        book.add("failure_demand_organisation", failure_demand=failure, name="RVA")


def _reviews(book: Book, dice: Random, team: Team, case: int, lead: int, days: list[date]) -> None:
    for day in days:
        review = book.add(
            "review",
            key=_key(dice),
            case=case,
            held_on=day,
            person_part="present",
            note=_any(dice, words.INTERPRETATIONS),
            author=lead,
            written_at=_moment(day),
        )
        for organisation in team.organisations[:3]:
            book.add(
                "review_voice",
                review=review,
                discipline="",
                organisation=organisation,
                reading=_any(dice, words.INTERPRETATIONS),
            )
        book.add(
            "agreement",
            key=_key(dice),
            case=case,
            review=review,
            what=_any(dice, words.DONE),
            who="Ben",
            due_on=day + timedelta(days=30),
            state=_any(dice, tuple(AgreementState)).value,
            author=lead,
            written_at=_moment(day),
        )


def _prefix(number: int) -> str:
    return "P" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number // 26] + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 26]


def _any(dice: Random, choices: tuple[Any, ...]) -> Any:
    return choices[int(dice.random() * len(choices))]


def _days(dice: Random, start: date, until: date, count: int) -> Iterator[date]:
    span = (until - start).days + 1
    return (start + timedelta(days=int(dice.random() * span)) for _ in range(count))


def _key(dice: Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


@cache
def _moment(day: date) -> datetime:
    return datetime.combine(day, time(8), UTC)
