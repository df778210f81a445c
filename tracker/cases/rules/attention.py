"""When a case asks to be looked at again (C1, C8, C10). Each answer is a question to people, never an act."""

from datetime import date, timedelta


def long_ago(weeks: int, today: date) -> date:
    """The latest day that lies `weeks` weeks or more back."""
    return today - timedelta(weeks=weeks)


def is_long_since(last: date | None, started_on: date, weeks: int, today: date) -> bool:
    """Whether the last review or contact (the start of the case, when there was none) is long ago."""
    return (last or started_on) <= long_ago(weeks, today)


def asks_about_doubt(doubt: bool, review_on: date | None, today: date) -> bool:
    """Whether it is time to look again if this is the target group."""
    return doubt and (review_on is None or review_on <= today)
