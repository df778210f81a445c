"""Value demands as forms: naming several at once, and the steps in their lives (C4)."""

from typing import Annotated, Final

from pydantic import Field

from tracker.cases.actions.demands import Named, Wanted
from tracker.cases.rules.kinds import DemandChangeKind
from tracker.web.forms import Day, Form, Key, Line, Plain, WhenEmpty, Words

Theme = Annotated[Line, Field(max_length=80)]

ROWS = 6
"""How many demands can be named on one page."""
ROWS_OPEN = 3
"""How many of those are in sight at once."""

IN_ADDRESS: Final = {
    "herwoording": DemandChangeKind.REWORDED,
    "afsluiting": DemandChangeKind.CLOSED,
    "buiten-de-bedoeling": DemandChangeKind.OUTSIDE,
    "heropening": DemandChangeKind.REOPENED,
}
"""What an address calls each step."""


class NewDemands(Form):
    """One or several demands, by row."""

    key: Key
    words: dict[int, Words] = {}
    theme: dict[int, Theme] = {}
    named_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]


class ChangeDemand(Form):
    """A step, and why."""

    version: Plain = ""
    words: Words = ""
    reason: Annotated[Words, WhenEmpty("Schrijf waarom. Wat er stond, blijft leesbaar.")]
    changed_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]


class CorrectDemand(Form):
    """What stands beside the words."""

    version: Plain = ""
    theme: Theme = ""
    named_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
    reason: Line = ""


def named(data: NewDemands) -> Named:
    return Named(dict(sorted(data.words.items())), data.named_on, data.theme)


def wanted(kind: DemandChangeKind, data: ChangeDemand) -> Wanted:
    words = data.words if kind is DemandChangeKind.REWORDED else ""
    return Wanted(kind, data.changed_on, data.reason, words)
