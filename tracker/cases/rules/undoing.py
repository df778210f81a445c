"""Taking back what one just logged (C16)."""

from datetime import datetime, timedelta

UNDO_WITHIN = timedelta(minutes=10)


def why_not_undo(
    *, author_id: int | None, person_id: int, written_at: datetime | None, now: datetime, used: bool = False
) -> str | None:
    """The first reason not to take this back, or None; after ten minutes it can still be corrected.

    `used` says that something else on the case meanwhile rests on it.
    """
    if author_id is None or author_id != person_id:
        return "Alleen wie dit noteerde, kan het ongedaan maken."
    if written_at is None or now - written_at > UNDO_WITHIN:
        return "Ongedaan maken kan tot tien minuten na het bewaren. Je kan dit nog wel verbeteren."
    if used:
        return "Intussen steunt er iets anders op. Ongedaan maken kan niet meer, verbeteren wel."
    return None
