"""Whether something on a case was checked with the target group (C11)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.rules.kinds import Subject, Validated


@dataclass(frozen=True, slots=True)
class Checked:
    """The last answer; nobody asked yet counts as 'not yet'."""

    answer: Validated
    on: date | None


NOT_ASKED = Checked(Validated.NO, None)


def last_validation(subject: Subject, row: str) -> str:
    """The join that gives `v`, the last validation of each row of this subject."""
    return (
        f'LEFT JOIN validation v ON v.id = (SELECT max(x.id) FROM validation x WHERE x."case" = {row}."case"'
        f" AND x.subject = '{subject}' AND x.subject_id = {row}.id)"
    )


def checked(row: dict[str, Any]) -> Checked:
    """From the columns `answer` and `validated_on`."""
    return Checked(Validated(row["answer"] or Validated.NO), row["validated_on"])
