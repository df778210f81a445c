"""Value or waste as a form (C9)."""

from typing import Annotated, Any

from tracker.cases.actions.assessments import Judging
from tracker.cases.queries.assessments import Judged
from tracker.cases.rules.kinds import Verdict, WasteKind
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words


class AssessmentFields(Form):
    what: Annotated[Words, WhenEmpty("Schrijf wat er gedaan werd, of waarop gewacht werd.")]
    verdict: Annotated[Verdict, WhenEmpty("Kies of het hielp.")]
    waste_kind: WasteKind | None = None
    value_step: Id | None = None
    happened_on: Annotated[Day, WhenEmpty("Vul in wanneer het was.")]
    until: Day | None = None
    team_view: Words = ""
    person_view: Words = ""
    demands: list[Id] = []
    interactions: list[Id] = []


class NewAssessment(AssessmentFields):
    key: Key


class CorrectAssessment(AssessmentFields):
    version: Plain = ""
    why: Line = ""


def judging(data: AssessmentFields) -> Judging:
    """What the form says, as the act takes it."""
    return Judging(
        what=data.what,
        verdict=data.verdict,
        happened_on=data.happened_on,
        until=data.until,
        waste_kind=data.waste_kind,
        value_step=data.value_step,
        team_view=data.team_view,
        person_view=data.person_view,
        interactions=frozenset(data.interactions),
        demands=frozenset(data.demands),
    )


def as_typed_in(judged: Judged) -> dict[str, Any]:
    """An assessment in the fields of its form."""
    return {
        "what": judged.what,
        "verdict": judged.verdict,
        "waste_kind": judged.waste_kind,
        "value_step": judged.value_step,
        "happened_on": judged.happened_on,
        "until": judged.until,
        "team_view": judged.team_view,
        "person_view": judged.person_view,
        "demands": sorted(judged.demands),
        "interactions": sorted(judged.interactions),
    }
