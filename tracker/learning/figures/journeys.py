"""The journey of a case as a picture for the wall (L4, L17)."""

from collections.abc import Sequence

from markupsafe import Markup

from tracker.learning.queries.sessions.material import Step
from tracker.learning.rules.kinds import STEP_KIND_NAMES, StepKind
from tracker.pictures.journey import Mark, Stop, journey

MARKS = {
    StepKind.VALUE: Mark.FILLED,
    StepKind.WASTE: Mark.OPEN,
    StepKind.FAILURE_DEMAND: Mark.DIAMOND,
    StepKind.UNKNOWN: Mark.DASHED,
}


def journey_picture(steps: Sequence[Step], *, first: int = 1) -> Markup:
    """These steps, numbered from `first`; empty without steps."""
    return journey(
        [
            Stop(number, step.what, MARKS[step.kind], STEP_KIND_NAMES[step.kind], step.waited)
            for number, step in enumerate(steps, start=first)
        ]
    )
