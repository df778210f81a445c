"""Purposes, scores, value demands and star readings of one case."""

from random import Random

from bench import words
from bench.stories.book import Book, morning_of, one_of
from bench.stories.life import LARGE, Life, note
from tracker.cases.rules.kinds import DemandState, Fit, Perspective


def write_line(book: Book, dice: Random, life: Life) -> None:
    for day in [life.start, *life.days(dice, 1 if life.sizes is LARGE else 0)]:
        said = one_of(dice, words.PURPOSES)
        note(book, dice, life, day, "purpose", words=said, since=day, central=life.team.central)
    for day in life.days(dice, life.sizes.scores):
        said = one_of(dice, words.INTERPRETATIONS)
        score = note(
            book,
            dice,
            life,
            day,
            "progress_score",
            scored_on=day,
            score=dice.randint(1, 10),
            interpretation=said,
        )
        if dice.random() < 0.5:
            book.add(
                "validation",
                case=life.case,
                subject="score",
                subject_id=score,
                answer=dice.choice(("yes", "no", "not_possible")),
                validated_on=day,
                author=life.lead,
                written_at=morning_of(day),
            )


def write_demands(book: Book, dice: Random, life: Life) -> list[int]:
    """The numbers of the demands, each of which every reading holds."""
    demands = [
        note(
            book,
            dice,
            life,
            life.start,
            "value_demand",
            place=place,
            words=words.DEMANDS[place],
            state=DemandState.OPEN.value,
            named_on=life.start,
        )
        for place in range(life.sizes.demands)
    ]
    for day in life.days(dice, life.sizes.readings):
        seen_by = one_of(dice, tuple(Perspective)).value
        reading = note(
            book,
            dice,
            life,
            day,
            "star_reading",
            read_on=day,
            perspective=seen_by,
            note="Aan de keukentafel.",
        )
        for demand in demands:
            fit = one_of(dice, tuple(Fit)).value
            book.add("star_rating", reading=reading, demand=demand, stars=dice.randint(1, 5), fit=fit)
    return demands
