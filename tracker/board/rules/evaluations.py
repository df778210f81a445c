"""Looking at an agreement again before its review date (B8)."""

from datetime import date, timedelta

from tracker.board.rules.circles import FACILITATES, Actor
from tracker.board.rules.deciding import Deciding
from tracker.board.rules.kinds import EvaluationResult, Stage
from tracker.problems import Refusal

COMES_UP_BEFORE = timedelta(days=14)


def comes_up(review_on: date | None, today: date) -> bool:
    """Whether an agreement is to be looked at again: from two weeks before its review date."""
    return review_on is not None and today >= review_on - COMES_UP_BEFORE


def why_not_evaluate(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot write down how the circle looked at an agreement; None when they can."""
    if deciding.stage is not Stage.DECIDED:
        return "Er is geen lopende afspraak om te evalueren."
    if deciding.is_member(actor) or actor.role in FACILITATES[deciding.circle]:
        return None
    return "Alleen wie in de kring zit of begeleidt, schrijft de evaluatie op."


def why_not_result(
    result: EvaluationResult, *, reason: str, improve: str, next_on: date | None, today: date
) -> Refusal | None:
    """Why an evaluation cannot end like this; None when it can."""
    if result is EvaluationResult.KEEP and (next_on is None or next_on <= today):
        return Refusal("Kies wanneer jullie opnieuw kijken: een dag die nog komt.", "next_on")
    if result is EvaluationResult.CHANGE and not improve.strip():
        return Refusal("Schrijf wat beter kan. Dat is het begin van de nieuwe versie.", "improve")
    if result is EvaluationResult.END and not reason.strip():
        return Refusal("Schrijf waarom jullie stoppen.", "reason")
    return None
