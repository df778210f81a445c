"""What the target group said about something on the case, and how it was asked (C11)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from piccolo.columns import Column

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject, Validated
from tracker.cases.tables import (
    Agreement,
    Assessment,
    FailureDemand,
    ProgressScore,
    Purpose,
    StarReading,
    Validation,
    ValueDemand,
)
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer; `handed_over` when the person gave it on the telephone itself."""

    answer: Validated
    on: date
    how: str
    handed_over: bool
    author: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, on which day. A star has no words of its own; its note may be empty."""

    words: str
    on: date
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a subject stands: the case it belongs to, its words and its day."""

    case: Column
    words: Column
    on: Column


PLACES: Final[dict[Subject, Place]] = {
    Subject.PURPOSE: Place(Purpose.case, Purpose.words, Purpose.since),
    Subject.VALUE_DEMAND: Place(ValueDemand.case, ValueDemand.words, ValueDemand.named_on),
    Subject.SCORE: Place(ProgressScore.case, ProgressScore.interpretation, ProgressScore.scored_on),
    Subject.STAR: Place(StarReading.case, StarReading.note, StarReading.read_on),
    Subject.ASSESSMENT: Place(Assessment.case, Assessment.what, Assessment.happened_on),
    Subject.FAILURE_DEMAND: Place(FailureDemand.case, FailureDemand.words, FailureDemand.heard_on),
    Subject.AGREEMENT: Place(Agreement.case, Agreement.what, Agreement.due_on),
}


async def answers_to(case: Case, subject: Subject, subject_id: int) -> list[Answered]:
    """Every answer about one thing on a case the viewer may see, latest first."""
    rows = await (
        Validation.select(*_ANSWER)
        .where(
            Validation.case == case.id,
            Validation.subject == subject,
            Validation.subject_id == subject_id,
        )
        .order_by(Validation.id, ascending=False)
    )
    return [_answered(row) for row in rows]


async def last_answers(case: Case, subject: Subject) -> dict[int, Answered]:
    """The answer that holds now for everything of one kind on the case, by id."""
    rows = await (
        Validation.select(*_ANSWER, Validation.subject_id)
        .where(Validation.case == case.id, Validation.subject == subject)
        .order_by(Validation.id)
    )
    return {row["subject_id"]: _answered(row) for row in rows}


async def words_of(case: Case, subject: Subject, subject_id: int) -> Written:
    """What the target group is asked about. Raises NotFound when it is not on this case."""
    place = PLACES.get(subject)
    if place is None:
        raise NotFound
    table: Any = place.words._meta.table
    score = [ProgressScore.score] if subject is Subject.SCORE else []
    row = await (
        table.select(place.words.as_alias("words"), place.on.as_alias("day"), *score)
        .where(place.case == case.id, table.id == subject_id)
        .first()
    )
    if row is None:
        raise NotFound
    return Written(row["words"], row["day"], row.get("score"))


_ANSWER: Final = (
    Validation.answer,
    Validation.validated_on,
    Validation.how,
    Validation.handed_over,
    Validation.author.name.as_alias("author_name"),
)


def _answered(row: dict[str, Any]) -> Answered:
    return Answered(
        answer=Validated(row["answer"]),
        on=row["validated_on"],
        how=row["how"],
        handed_over=bool(row["handed_over"]),
        author=row["author_name"] or "",
    )
