"""Letting the limits of a chart begin anew, as a form (L9)."""

from typing import Annotated

from tracker.learning.rules.kinds import Chart
from tracker.web.forms import Day, Form, Key, WhenEmpty, Words

CHARTS_IN_ADDRESS = {Chart.LEAD_TIME: "doorlooptijd", Chart.FAILURE_DEMANDS: "faalvragen"}


class ResetLimits(Form):
    """From which day, and what changed then."""

    key: Key
    from_on: Annotated[Day, WhenEmpty("Vul in vanaf welke dag.")]
    reason: Annotated[Words, WhenEmpty("Schrijf in een paar woorden wat er toen veranderde.")]


def chart_in(name: str) -> Chart | None:
    """The chart that an address calls by this name, or None."""
    return next((chart for chart, said in CHARTS_IN_ADDRESS.items() if said == name), None)
