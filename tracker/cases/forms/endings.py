"""Letting go, other endings and taking up again, as forms (C12)."""

from typing import Annotated

from pydantic import Field

from tracker.cases.rules.kinds import CaseState
from tracker.web.forms import Day, Form, Key, Line, WhenEmpty, Words


class EndCase(Form):
    """How the case ends."""

    key: Key
    kind: Annotated[CaseState, WhenEmpty("Kies hoe de casus eindigt.")]
    ended_on: Annotated[Day, WhenEmpty("Vul in sinds wanneer.")]
    interpretation: Annotated[Words, WhenEmpty("Schrijf in een paar woorden hoe het nu is.")]
    keeps_contact: Line = ""
    handed_to: Annotated[Line, Field(max_length=120)] = ""


class ReopenCase(Form):
    """Why the case is taken up again."""

    reopened_on: Annotated[Day, WhenEmpty("Vul in vanaf wanneer.")]
    reason: Annotated[Words, WhenEmpty("Schrijf in een paar woorden waarom jullie weer beginnen.")]
