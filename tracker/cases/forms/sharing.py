"""Sharing as forms: who sees the case, what the person said, and what the person takes back (C14)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tracker.cases.rules.kinds import Agreed
from tracker.web.forms import Checked, Day, Form, Id, Line, Plain, WhenEmpty, Words

ByWhom = Annotated[Line, Field(max_length=120)]


class WhoSees(Form):
    """The organisations that see the case from a day on."""

    version: Plain = ""
    organisations: list[Id] = []
    coordination: Checked = False
    from_day: Annotated[Day, WhenEmpty("Vul in vanaf wanneer.")]
    leaves_own: Checked = False


class NoteAnswer(Form):
    """What the person knows and said about sharing."""

    agreed: Annotated[Agreed, WhenEmpty("Kies wat de persoon zei.")]
    informed_on: Day | None = None
    how: Line = ""
    by_whom: ByWhom = ""
    limits: Words = ""


class Extent(StrEnum):
    """How much of the sharing the person takes back."""

    WHOLE = "whole"
    SOME = "some"


EXTENT_NAMES = {
    Extent.WHOLE: "Helemaal niet meer delen",
    Extent.SOME: "Niet meer met sommige organisaties",
}


class TakeBack(Form):
    """What the person no longer wants."""

    extent: Annotated[Extent, WhenEmpty("Kies wat de persoon wil.")]
    organisations: list[Id] = []
    coordination_too: Checked = False
    withdrawn_on: Annotated[Day, WhenEmpty("Vul in op welke dag de persoon het zei.")]
    how: Line = ""
    by_whom: ByWhom = ""
    leaves_own: Checked = False
