"""Writing the partnership's own words."""

from typing import Annotated

from pydantic import Field

from tracker.web.forms import Checked, Day, Form, Line, Plain, WhenEmpty, Words


class Reword(Form):
    """A new version; `version` is the one that was read when writing began."""

    title: Annotated[Line, Field(max_length=120)] = ""
    text: Words = ""
    since: Annotated[Day, WhenEmpty("Kies sinds wanneer dit geldt.")]
    reason: Words = ""
    decided_on: Day | None = None
    decision: Line = ""
    version: Plain = ""


class ValueStep(Form):
    name: Annotated[Line, Field(max_length=120), WhenEmpty("Geef de waardestap een naam.")]
    meaning: Annotated[Words, WhenEmpty("Schrijf wat deze stap betekent.")]
    examples: Words = ""
    reason: Words = ""


class OpenPage(Form):
    """Whether everyone may read 'zo werken wij' from now on."""

    open: Checked = False


class Retire(Form):
    reason: Annotated[Words, WhenEmpty("Schrijf waarom jullie deze waardestap niet meer gebruiken.")]
