"""The purpose of a case as a form (C2)."""

from typing import Annotated

from tracker.cases.actions.purpose import Rewording
from tracker.cases.rules.kinds import Validated
from tracker.web.forms import Checked, Day, Form, Key, Line, Plain, WhenEmpty, Words


class Reword(Form):
    """New words, and how they came."""

    key: Key
    version: Plain = ""
    words: Annotated[Words, WhenEmpty("Schrijf de bedoeling op, zoals het gezegd werd.")]
    since: Annotated[Day, WhenEmpty("Vul in sinds wanneer.")]
    reason: Line = ""
    fit: Line = ""
    outside: Checked = False
    discussed: Validated = Validated.NO
    how: Line = ""


def rewording(data: Reword) -> Rewording:
    """What the form asks for, as the act takes it."""
    return Rewording(**data.model_dump(exclude={"key", "version"}))
