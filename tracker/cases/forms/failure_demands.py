"""A failure demand as a form: under a minute on a phone (C7)."""

from typing import Annotated, Any

from tracker.cases.actions.failure_demands import Hearing
from tracker.cases.queries.failure_demands import Heard
from tracker.cases.rules.failure_demands import MOST_ORGANISATIONS
from tracker.cases.rules.kinds import Arising
from tracker.web.forms import Day, Form, Key, Line, Plain, WhenEmpty, Words

SAID, SEEN = "said", "seen"
HOW = {SAID: "Het werd gezegd", SEEN: "We zagen het"}


class FailureDemandFields(Form):
    words: Annotated[Words, WhenEmpty("Schrijf op wat er gezegd werd, of wat je zag.")]
    how: Plain = SAID
    arising: Arising = Arising.UNKNOWN
    heard_on: Annotated[Day, WhenEmpty("Vul in wanneer het was.")]
    came_in: Line = ""
    response: Words = ""
    organisations: Line = ""
    changed: Words = ""
    told_on: Day | None = None


class NewFailureDemand(FailureDemandFields):
    key: Key


class CorrectFailureDemand(FailureDemandFields):
    version: Plain = ""
    why: Line = ""


class Reclassify(Form):
    reason: Annotated[Words, WhenEmpty("Schrijf waarom je dit anders indeelt.")]


def hearing(data: FailureDemandFields) -> Hearing:
    """What the form says, as the act takes it; organisations stand behind each other with commas."""
    names = [" ".join(name.split()) for name in data.organisations.replace(";", ",").split(",")]
    return Hearing(
        words=data.words,
        heard_on=data.heard_on,
        observed=data.how == SEEN,
        came_in=data.came_in,
        arising=data.arising,
        response=data.response,
        changed=data.changed,
        told_on=data.told_on,
        organisations=tuple(dict.fromkeys(name for name in names if name))[:MOST_ORGANISATIONS],
    )


def as_typed_in(heard: Heard) -> dict[str, Any]:
    """A failure demand in the fields of its form."""
    return {
        "words": heard.words,
        "how": SEEN if heard.observed else SAID,
        "arising": heard.arising,
        "heard_on": heard.heard_on,
        "came_in": heard.came_in,
        "response": heard.response,
        "organisations": ", ".join(heard.organisations),
        "changed": heard.changed,
        "told_on": heard.told_on,
    }
