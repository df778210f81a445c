"""What is done on one case: interactions, assessments, failure demands and reviews."""

from datetime import date, timedelta
from random import Random

from bench import words
from bench.stories.book import Book, morning_of, new_key, one_of
from bench.stories.learning import group
from bench.stories.life import Life, note
from tracker.cases.rules.kinds import AgreementState, Arising, ContactKind, ContactOutcome

# Interactions of all cases come in day after day, so those of one case lie far apart.
INTERACTIONS_A_DAY = 1 << 14


def write_contacts(book: Book, dice: Random, life: Life, days: list[date], demands: list[int]) -> None:
    for day in days:
        interaction = book.add_as(
            _number_on(book, (day - life.team.since).days),
            "interaction",
            key=new_key(dice),
            partnership=life.team.id,
            case=life.case,
            happened_on=day,
            month=day.year * 100 + day.month,
            kind=one_of(dice, tuple(ContactKind)).value,
            outcome=one_of(dice, tuple(ContactOutcome)).value,
            organisation=dice.choice(life.team.organisations),
            minutes=dice.choice((None, 15, 30, 45, 90)),
            note=one_of(dice, words.NOTES),
            author=life.lead,
            written_at=morning_of(day),
        )
        if dice.random() < 0.3:
            book.add("interaction_demand", interaction=interaction, demand=dice.choice(demands))
        if dice.random() < 0.1:
            also = dice.choice(life.team.organisations)
            book.add("interaction_organisation", interaction=interaction, organisation=also)


def _number_on(book: Book, since_start: int) -> int:
    book.numbers[f"interaction on {since_start}"] += 1
    return since_start * INTERACTIONS_A_DAY + book.numbers[f"interaction on {since_start}"]


def write_lessons(book: Book, dice: Random, life: Life, demands: list[int]) -> None:
    for day in life.days(dice, life.sizes.lessons):
        waste = dice.random() < 0.5
        assessment = note(
            book,
            dice,
            life,
            day,
            "assessment",
            happened_on=day,
            what=one_of(dice, words.DONE),
            verdict="waste" if waste else "value",
            waste_kind="waiting" if waste else "",
            value_step=dice.choice(life.team.steps),
            team_view=one_of(dice, words.INTERPRETATIONS),
        )
        book.add("assessment_demand", assessment=assessment, demand=dice.choice(demands))
        failure = note(
            book,
            dice,
            life,
            day,
            "failure_demand",
            words=one_of(dice, words.FAILURES),
            heard_on=day,
            came_in="aan de balie",
            arising=one_of(dice, tuple(Arising)).value,
        )
        book.add("failure_demand_organisation", failure_demand=failure, name="RVA")
        where = (book, dice, life.team.id, life.case, day)
        group(*where, life.team.patterns.failures, failure_demand=failure)
        if waste:
            group(*where, life.team.patterns.wastes, assessment=assessment)


def write_reviews(book: Book, dice: Random, life: Life, days: list[date]) -> None:
    for day in days:
        said = one_of(dice, words.INTERPRETATIONS)
        review = note(book, dice, life, day, "review", held_on=day, person_part="present", note=said)
        for organisation in life.team.organisations[:3]:
            book.add(
                "review_voice",
                review=review,
                discipline="",
                organisation=organisation,
                reading=one_of(dice, words.INTERPRETATIONS),
            )
        note(
            book,
            dice,
            life,
            day,
            "agreement",
            review=review,
            what=one_of(dice, words.DONE),
            who="Ben",
            due_on=day + timedelta(days=30),
            state=one_of(dice, tuple(AgreementState)).value,
        )
