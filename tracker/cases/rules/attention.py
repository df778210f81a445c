"""When a case asks to be looked at again (C1, C8, C10). Each answer is a question to people, never an act."""

from datetime import date, timedelta


def long_ago(weeks: int, today: date) -> date:
    """The latest day that lies `weeks` weeks or more back."""
    return today - timedelta(weeks=weeks)


def is_long_since(last: date | None, started_on: date, weeks: int, today: date) -> bool:
    """Whether the last review or contact (the start of the case, when there was none) is long ago."""
    return (last or started_on) <= long_ago(weeks, today)


def ask_about_doubt(doubt: bool, review_on: date | None, today: date) -> str | None:
    """Why to look again whether this is the target group, or None while that day is not there yet."""
    if not doubt or (review_on is not None and review_on > today):
        return None
    return "Is dit de doelgroep? Vandaag zouden we opnieuw kijken."
