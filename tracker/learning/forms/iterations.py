"""Iterations as forms: the plan before, what was seen, and how it ends (L11)."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from tracker.learning.actions.iterations import Ending, Plan, Seen
from tracker.learning.queries.iterations import Iteration
from tracker.learning.rules.initiatives import LONGEST_NAME
from tracker.learning.rules.iterations import Fidelity, IterationOutcome
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

TOLD = ("title", "with_whom", "plan", "prediction")
SEEN = ("done", "seen", "matched", "learned", "follow_up")


class PlanForm(Form):
    key: Key
    version: Plain = ""
    title: Annotated[Line, Field(max_length=LONGEST_NAME)] = ""
    fidelity: Annotated[Fidelity, WhenEmpty("Kies hoe uitgewerkt dit al is.")]
    with_whom: Annotated[Words, WhenEmpty("Schrijf met welke kleine groep jullie dit proberen.")]
    plan: Words = ""
    prediction: Annotated[Words, WhenEmpty("Schrijf eerst wat jullie voorspellen: daarvan leer je straks.")]
    until: Day | None = None
    led_by: Id | None = None
    cases: list[Plain] = []


class SeenForm(Form):
    version: Plain = ""
    done: Words = ""
    seen: Words = ""
    matched: Words = ""
    learned: Words = ""


class EndingForm(SeenForm):
    outcome: Annotated[IterationOutcome, WhenEmpty("Kies wat jullie hiermee doen.")]
    follow_up: Words = ""
    ended_on: Annotated[Day, WhenEmpty("Kies de dag waarop jullie afsloten.")]


def planned(data: PlanForm) -> Plan:
    return Plan(
        fidelity=data.fidelity,
        with_whom=data.with_whom,
        prediction=data.prediction,
        title=data.title,
        plan=data.plan,
        until=data.until,
        led_by=data.led_by,
        cases=tuple(data.cases),
    )


def seen(data: SeenForm) -> Seen:
    return Seen(data.done, data.seen, data.matched, data.learned)


def ending(data: EndingForm) -> Ending:
    return Ending(data.outcome, data.ended_on, data.follow_up, seen(data))


def plan_as_typed(iteration: Iteration) -> dict[str, Any]:
    """What an iteration will try, in the fields of its form."""
    return {
        "version": iteration.version,
        "title": iteration.title,
        "fidelity": iteration.fidelity,
        "with_whom": iteration.with_whom,
        "plan": iteration.plan,
        "prediction": iteration.prediction,
        "until": iteration.until,
        "led_by": iteration.led_by_id,
        "cases": [*iteration.cases],
    }


def seen_as_typed(iteration: Iteration, today: date | None = None) -> dict[str, Any]:
    """What was noted so far, in the fields of the form that ends it when a day is given."""
    noted = {name: getattr(iteration, name) for name in ("done", "seen", "matched", "learned")}
    return {**noted, "version": iteration.noted, **({"ended_on": today} if today else {})}
