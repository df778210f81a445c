"""A failure demand as a form: under a minute on a phone (C7)."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from tracker.cases.actions.failure_demands import FollowUp, Hearing
from tracker.cases.queries.failure_demands import Heard
from tracker.cases.rules.failure_demands import MOST_ORGANISATIONS
from tracker.cases.rules.kinds import Arising
from tracker.web.forms import Checked, Day, Form, Key, Line, Plain, Posted, WhenEmpty, Words

SAID: Final = "said"
SEEN: Final = "seen"
HOW = {SAID: "Het werd gezegd", SEEN: "We zagen het"}
OBSERVED = {False: HOW[SAID], True: HOW[SEEN]}
ROWS = 3

Place = Annotated[Line, Field(max_length=80)]
Name = Annotated[Line, Field(max_length=120)]


class FailureDemandFields(Form):
    """`organisation-1`, `organisation-2` .. are the organisations involved, by name."""

    words: Annotated[Words, WhenEmpty("Schrijf op wat er gezegd werd, of wat je zag.")]
    how: Literal["said", "seen"] = SAID
    arising: Arising = Arising.UNKNOWN
    response: Words = ""
    heard_on: Annotated[Day, WhenEmpty("Vul in wanneer het was.")]
    about: Checked = False
    came_in: Place = ""
    organisation: dict[int, Name] = {}


class NewFailureDemand(FailureDemandFields):
    key: Key


class CorrectFailureDemand(FailureDemandFields):
    version: Plain = ""
    why: Line = ""


class FollowUpFailureDemand(Form):
    """What changed because of it, and whether the person was told."""

    version: Plain = ""
    changed: Words = ""
    told_on: Day | None = None
    told_how: Words = ""


class CallItValue(Form):
    key: Key
    reason: Annotated[Words, WhenEmpty("Schrijf waarom je dit anders indeelt.")]


class CallItFailure(CallItValue):
    arising: Arising = Arising.UNKNOWN


def hearing(data: FailureDemandFields, now: Heard | None = None) -> Hearing:
    """What the form says, as the act takes it; what came of it stays as it is `now`."""
    names = [" ".join(data.organisation[row].split()) for row in sorted(data.organisation)]
    return Hearing(
        words=data.words,
        heard_on=data.heard_on,
        observed=data.how == SEEN,
        about=data.about,
        came_in=data.came_in,
        arising=data.arising,
        response=data.response,
        changed=now.changed if now else "",
        told_on=now.told_on if now else None,
        told_how=now.told_how if now else "",
        organisations=tuple(dict.fromkeys(names)),
    )


def came_of_it(data: FollowUpFailureDemand) -> FollowUp:
    return FollowUp(changed=data.changed, told_on=data.told_on, told_how=data.told_how)


def as_typed_in(heard: Heard) -> dict[str, Any]:
    """A failure demand in the fields of its form."""
    return {
        "words": heard.words,
        "how": SEEN if heard.observed else SAID,
        "arising": heard.arising,
        "heard_on": heard.heard_on,
        "about": heard.about,
        "came_in": heard.came_in,
        "response": heard.response,
        "organisation": dict(enumerate(heard.organisations, start=1)),
    }


def rows_in(form: Posted[Any]) -> range:
    """The rows for organisations: one more than were filled in, never fewer than usual."""
    filled = [
        int(name.rpartition("-")[2])
        for name, value in form.values.items()
        if value and name.startswith("organisation-")
    ]
    return range(1, min(max([ROWS, *(row + 1 for row in filled)]), MOST_ORGANISATIONS) + 1)
