"""When the limits of a chart may begin anew (L9)."""

from datetime import date


def why_not_reset(from_on: date, *, today: date, began_on: date, earlier: list[date]) -> str | None:
    """Why the limits cannot begin anew from this day, or None."""
    if from_on > today:
        return "Die dag moet nog komen."
    if from_on <= began_on:
        return "Voor die dag was er nog niets te meten: de grenzen beginnen daar al."
    if from_on in earlier:
        return "Vanaf die dag beginnen de grenzen al opnieuw."
    return None
