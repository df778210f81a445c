"""Causes, system conditions and thinking as forms (L6, L7)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.learning.actions.causes import Naming
from tracker.learning.actions.conditions import NewCondition
from tracker.learning.queries.causes import Cause
from tracker.learning.queries.conditions import Condition
from tracker.learning.rules.kinds import CauseKind, ConditionKind, WhoCanChange
from tracker.learning.rules.patterns import LONGEST_NAME
from tracker.web.forms import Checked, Form, Id, Key, Line, Plain, WhenEmpty, Words

Name = Annotated[Line, Field(max_length=LONGEST_NAME)]


class CauseForm(Form):
    """A cause; what lies behind it is picked, or named new in the same form.

    `keep_names`: the text may name what looks like a colleague.
    """

    key: Key
    version: Plain = ""
    kind: Annotated[CauseKind, WhenEmpty("Kies wat voor oorzaak het is.")]
    explanation: Annotated[Words, WhenEmpty("Schrijf hoe het komt dat dit blijft terugkomen.")]
    keep_names: Checked = False
    conditions: list[Id] = []
    new_condition: Name = ""
    new_kind: ConditionKind = ConditionKind.OTHER
    new_who: WhoCanChange = WhoCanChange.TEAM
    organisation: Id | None = None
    thinking: list[Id] = []
    new_thinking: Name = ""
    reason: Line = ""


class RemoveCause(Form):
    reason: Annotated[Line, WhenEmpty("Schrijf waarom dit de oorzaak niet is.")]


class ConditionForm(Form):
    key: Key
    version: Plain = ""
    name: Annotated[Name, WhenEmpty("Geef deze systeemconditie een naam.")]
    kind: Annotated[ConditionKind, WhenEmpty("Kies wat voor systeemconditie het is.")]
    meaning: Words = ""
    who: Annotated[WhoCanChange, WhenEmpty("Kies wie dit kan veranderen.")]
    organisation: Id | None = None
    asked: Words = ""
    thinking: list[Id] = []
    reason: Line = ""


class ThinkingForm(Form):
    key: Key
    version: Plain = ""
    name: Annotated[Name, WhenEmpty("Geef deze denkwijze een naam.")]
    meaning: Words = ""
    reason: Line = ""


def naming(data: CauseForm) -> Naming:
    """What the form says, as the act takes it."""
    new = NewCondition(
        name=data.new_condition, kind=data.new_kind, who=data.new_who, organisation=data.organisation
    )
    return Naming(
        kind=data.kind,
        explanation=data.explanation,
        conditions=frozenset(data.conditions),
        thinking=frozenset(data.thinking),
        new_condition=new if data.new_condition else None,
        new_thinking=data.new_thinking,
        names_stay=data.keep_names,
    )


def condition(data: ConditionForm) -> NewCondition:
    """What the form says, as the act takes it."""
    return NewCondition(
        name=data.name,
        kind=data.kind,
        who=data.who,
        meaning=data.meaning,
        organisation=data.organisation,
        asked=data.asked,
        thinking=frozenset(data.thinking),
    )


def cause_as_typed(cause: Cause) -> dict[str, Any]:
    """A cause in the fields of its form."""
    return {
        "version": cause.version,
        "kind": cause.kind,
        "explanation": cause.explanation,
        "conditions": [each.id for each in cause.conditions],
        "thinking": [each.id for each in cause.thinking],
    }


def condition_as_typed(now: Condition) -> dict[str, Any]:
    """A system condition in the fields of its form."""
    return {
        "version": now.version,
        "name": now.name,
        "kind": now.kind,
        "meaning": now.meaning,
        "who": now.who,
        "organisation": now.organisation_id,
        "asked": now.asked,
        "thinking": [each.id for each in now.thinking],
    }
