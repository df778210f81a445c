"""A progress score as a form (C3)."""

from typing import Annotated, Any

from tracker.cases.actions.scores import Scoring
from tracker.cases.rules.kinds import Validated
from tracker.cases.rules.scores import ask_why
from tracker.web.forms import Day, Form, Key, Line, Plain, Posted, Score10, WhenEmpty, Words


class ScoreFields(Form):
    """How far it is, and why."""

    score: Annotated[Score10, WhenEmpty("Kies een cijfer van 1 tot 10.")]
    interpretation: Annotated[Words, WhenEmpty(ask_why())]
    scored_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
    discussed: Validated = Validated.NO
    how: Line = ""


class NewScore(ScoreFields):
    key: Key


class CorrectScore(ScoreFields):
    version: Plain = ""
    reason: Line = ""


def ask_for_words(form: Posted[Any]) -> None:
    """Name the figure when its interpretation is missing: 'waarom het een 5 is'."""
    if form.errors.get("interpretation") == ask_why() and not form.error("score"):
        form.errors["interpretation"] = ask_why(int(form.value("score")))


def scoring(data: ScoreFields) -> Scoring:
    """What the form asks for, as the act takes it."""
    return Scoring(
        score=data.score,
        interpretation=data.interpretation,
        scored_on=data.scored_on,
        discussed=data.discussed,
        how=data.how,
    )
