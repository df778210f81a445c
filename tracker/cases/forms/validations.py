"""What the target group said about something that was written, as a form (C11)."""

from typing import Annotated, Final

from tracker.cases.rules.kinds import Subject, Validated
from tracker.web.forms import Day, Form, Line, WhenEmpty

DISCUSSED: Final = {
    Validated.YES: "Ja",
    Validated.CONTESTED: "Ja, en het klopt niet",
    Validated.NO: "Nog niet",
    Validated.NOT_POSSIBLE: "Niet mogelijk",
}

IN_ADDRESS: Final = {
    "bedoeling": Subject.PURPOSE,
    "waardevraag": Subject.VALUE_DEMAND,
    "score": Subject.SCORE,
    "ster": Subject.STAR,
    "duiding": Subject.ASSESSMENT,
}
"""What an address calls each of them."""


class Discuss(Form):
    """Whether it was talked over, how, and when."""

    discussed: Annotated[Validated, WhenEmpty("Kies of jullie het bespraken.")]
    how: Line = ""
    validated_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
