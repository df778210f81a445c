"""A progress score and the words it cannot do without (C3). It is never computed, least of all from stars."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.refusals import Refusal

LOWEST, HIGHEST = 1, 10
FEWEST_LETTERS = 3


def ask_why(score: int | None = None) -> str:
    """What to say when the interpretation of this score is missing."""
    return f"Schrijf in een paar woorden waarom{f' het een {score} is' if score else ''}."


def says_something(text: str) -> bool:
    """Whether there are words in it: a digit, a dot or a dash explains nothing."""
    return sum(sign.isalpha() for sign in text) >= FEWEST_LETTERS


def why_not_score(
    *, score: int, interpretation: str, scored_on: date, started_on: date, today: date
) -> Refusal | None:
    """The first reason not to keep this score, or None."""
    if not LOWEST <= score <= HIGHEST:
        return Refusal(f"Kies een cijfer van {LOWEST} tot {HIGHEST}.", "score")
    if not says_something(interpretation):
        return Refusal(ask_why(score), "interpretation")
    if reason := why_not_on(scored_on, started_on=started_on, today=today):
        return Refusal(reason, "scored_on")
    return None
