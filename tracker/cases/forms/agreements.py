"""An agreement as a form, and what became of it (C10)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.cases.actions.agreements import NewAgreement
from tracker.cases.queries.agreements import Agreed
from tracker.cases.rules.kinds import AgreementState
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

Who = Annotated[Line, Field(max_length=120)]


class AgreementFields(Form):
    what: Annotated[Words, WhenEmpty("Schrijf wat jullie afspraken.")]
    who: Annotated[Who, WhenEmpty("Schrijf wie dit doet.")]
    due_on: Day | None = None


class MakeAgreement(AgreementFields):
    key: Key
    review: Id | None = None


class CorrectAgreement(AgreementFields):
    version: Plain = ""
    why: Line = ""


class CloseAgreement(Form):
    state: Annotated[AgreementState, WhenEmpty("Kies wat ervan kwam.")]


def agreement_in(data: AgreementFields) -> NewAgreement:
    """What the form says, as the act takes it."""
    return NewAgreement(data.what, data.who, data.due_on)


def as_agreed(now: Agreed) -> dict[str, Any]:
    """An agreement in the fields of its form."""
    return {"what": now.what, "who": now.who, "due_on": now.due_on}
