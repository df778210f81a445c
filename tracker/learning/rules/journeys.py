"""A step on the way a customer really went (L4)."""

from datetime import date

from tracker.cases.rules.refusals import Refusal
from tracker.learning.rules.kinds import Format

MOST_STEPS = 40
LONGEST_WAIT = 3650


def why_not_step(
    format: Format, *, happened_on: date | None, waited: int, steps: int, today: date
) -> Refusal | None:
    """The first reason not to keep this step, or None."""
    if format is not Format.JOURNEY:
        return Refusal("Een reis hoort bij een klantreis. Kies die vorm bij de sessie.")
    if happened_on and happened_on > today:
        return Refusal("Deze dag ligt in de toekomst.", "happened_on")
    if not 0 <= waited <= LONGEST_WAIT:
        return Refusal(f"Schrijf een aantal dagen van 0 tot {LONGEST_WAIT}.", "waited")
    if steps >= MOST_STEPS:
        return Refusal("Deze reis is lang genoeg. Neem stappen samen.")
    return None
