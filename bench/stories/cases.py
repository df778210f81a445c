"""One case with everything on it."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from bench import words
from bench.stories.book import Book, days_between, morning_of, new_key, one_of
from bench.stories.life import LARGE, Life, Sizes, note
from bench.stories.measured import write_demands, write_line
from bench.stories.team import YEARS, Team
from bench.stories.work import write_contacts, write_lessons, write_reviews
from tracker.cases.rules.opening import code_of
from tracker.cases.rules.searching import searchable


def write_case(book: Book, dice: Random, team: Team, number: int, sizes: Sizes) -> None:
    large = sizes is LARGE
    start = team.since if large else team.since + timedelta(days=dice.randrange(365 * YEARS - 30))
    ended = not large and dice.random() < 0.3
    until = start + (book.today - start) * dice.uniform(0.3, 1) if ended else book.today
    state = dice.choice(("released", "released", "handed_over", "stopped")) if ended else "running"
    lead = team.practitioners[0] if large else dice.choice(team.practitioners)
    held = sorted(days_between(dice, start, until, 4 if large else dice.randint(0, 2)))
    met = sorted(days_between(dice, start, until, sizes.interactions))
    touched = datetime.combine(until, time(8), UTC) - timedelta(
        minutes=0 if large else dice.randrange(60 * 24 * 90)
    )
    alias = f"{dice.choice(words.ALIASES)} {number}" if dice.random() < 0.9 else ""
    code = code_of(team.prefix, number)
    place, purpose = one_of(dice, words.MUNICIPALITIES), one_of(dice, words.PURPOSES)
    case = book.add(
        "case_file",
        key=new_key(dice),
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
        opened_at=morning_of(start),
    )
    life = Life(case, team, lead, start, until, sizes)
    _write_who(book, dice, life)
    write_line(book, dice, life)
    demands = write_demands(book, dice, life)
    write_contacts(book, dice, life, met, demands)
    write_lessons(book, dice, life, demands)
    write_reviews(book, dice, life, held)
    if ended:
        _write_ending(book, dice, life, state)


def _write_who(book: Book, dice: Random, life: Life) -> None:
    for person in dict.fromkeys((life.lead, dice.choice(life.team.practitioners))):
        book.add("case_worker", case=life.case, person=person, since=life.start)
    everyone = dice.random() < 0.8
    for place, organisation in enumerate(life.team.organisations):
        if everyone or place < 3:
            book.add("shared_with", case=life.case, organisation=organisation, since=life.start)
    book.add(
        "sharing_agreement",
        case=life.case,
        informed_on=life.start,
        agreed="yes",
        how="op papier, samen gelezen",
        recorded_by=life.lead,
        recorded_at=morning_of(life.start),
    )


def _write_ending(book: Book, dice: Random, life: Life, kind: str) -> None:
    said = one_of(dice, words.INTERPRETATIONS)
    note(book, dice, life, life.until, "case_ending", kind=kind, ended_on=life.until, interpretation=said)
