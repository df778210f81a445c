"""What can still be taken back, by whom (C16)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from piccolo.columns import Column, ForeignKey
from piccolo.table import Table

from tracker import clock
from tracker.cases.queries.seen import Case
from tracker.cases.rules.endings import why_not_log
from tracker.cases.rules.kinds import AgreementState, DemandChangeKind, Subject
from tracker.cases.rules.undoing import why_not_undo
from tracker.cases.tables import (
    Agreement,
    Assessment,
    AssessmentDemand,
    AssessmentInteraction,
    CaseEnding,
    CaseFile,
    DemandChange,
    FailureDemand,
    Interaction,
    InteractionDemand,
    ProgressScore,
    Purpose,
    Review,
    StarRating,
    StarReading,
    ValueDemand,
)
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Undoable:
    """Where a kind of record stands, who wrote it and when, and what else on a case can come to rest on it.

    Rows that are part of the record itself (the ratings of a reading) go with it and are not named here.
    `went_on` says whether something happened since that leans on it in another way.
    """

    table: type[Table]
    case: Column
    author: Column
    written_at: Column
    rests_on_it: tuple[ForeignKey[Any], ...] = ()
    went_on: Callable[[int], Awaitable[bool]] | None = None


async def _case_went_on(case_id: int) -> bool:
    """Whether anything happened on a case after its opening."""
    row = await CaseFile.select(CaseFile.touched_at, CaseFile.opened_at).where(CaseFile.id == case_id).first()
    return bool(row and row["touched_at"] != row["opened_at"])


async def _was_reopened(ending_id: int) -> bool:
    return await CaseEnding.exists().where(CaseEnding.id == ending_id, CaseEnding.reopened_on.is_not_null())


async def _demand_went_on(change_id: int) -> bool:
    """Whether something changed on the demand since: then it is not clear what it would go back to.

    A reclassification, and calling it back, is about the failure demand as well: never undone alone.
    """
    row = (
        await DemandChange.select(DemandChange.demand, DemandChange.kind)
        .where(DemandChange.id == change_id)
        .first()
    )
    if row is None or row["kind"] == DemandChangeKind.RECLASSIFIED:
        return True
    before = await (
        DemandChange.select(DemandChange.kind)
        .where(DemandChange.demand == row["demand"], DemandChange.id < change_id)
        .order_by(DemandChange.id, ascending=False)
        .first()
    )
    if before and before["kind"] == DemandChangeKind.RECLASSIFIED:
        return True
    return await DemandChange.exists().where(
        DemandChange.demand == row["demand"], DemandChange.id > change_id
    )


async def _failure_demand_went_on(failure_demand_id: int) -> bool:
    """Whether it was called the other kind (only calling it back undoes that), or something changed by it."""
    return await FailureDemand.exists().where(
        (FailureDemand.id == failure_demand_id)
        & (FailureDemand.reclassified_on.is_not_null() | (FailureDemand.changed != ""))
    )


async def _others_agreed(review_id: int) -> bool:
    """Whether somebody else added an agreement to a review, or one was followed up already."""
    review = await Review.select(Review.author).where(Review.id == review_id).first()
    return await Agreement.exists().where(
        (Agreement.review == review_id)
        & ((Agreement.author != (review or {}).get("author")) | (Agreement.state != AgreementState.OPEN))
    )


async def _followed_up(agreement_id: int) -> bool:
    return await Agreement.exists().where(
        Agreement.id == agreement_id, Agreement.state != AgreementState.OPEN
    )


UNDOABLE: Final[Mapping[Subject, Undoable]] = {
    Subject.CASE: Undoable(
        CaseFile, CaseFile.id, CaseFile.opened_by, CaseFile.opened_at, went_on=_case_went_on
    ),
    Subject.PURPOSE: Undoable(
        Purpose, Purpose.case, Purpose.author, Purpose.written_at, rests_on_it=(Assessment.purpose,)
    ),
    Subject.VALUE_DEMAND: Undoable(
        ValueDemand,
        ValueDemand.case,
        ValueDemand.author,
        ValueDemand.written_at,
        rests_on_it=(
            StarRating.demand,
            InteractionDemand.demand,
            AssessmentDemand.demand,
            DemandChange.demand,
            FailureDemand.former_demand,
            FailureDemand.became_demand,
        ),
    ),
    Subject.DEMAND_CHANGE: Undoable(
        DemandChange,
        DemandChange.demand.case,
        DemandChange.author,
        DemandChange.written_at,
        went_on=_demand_went_on,
    ),
    Subject.SCORE: Undoable(
        ProgressScore, ProgressScore.case, ProgressScore.author, ProgressScore.written_at
    ),
    Subject.STAR: Undoable(StarReading, StarReading.case, StarReading.author, StarReading.written_at),
    Subject.FAILURE_DEMAND: Undoable(
        FailureDemand,
        FailureDemand.case,
        FailureDemand.author,
        FailureDemand.written_at,
        went_on=_failure_demand_went_on,
    ),
    Subject.INTERACTION: Undoable(
        Interaction,
        Interaction.case,
        Interaction.author,
        Interaction.written_at,
        rests_on_it=(AssessmentInteraction.interaction,),
    ),
    Subject.ASSESSMENT: Undoable(Assessment, Assessment.case, Assessment.author, Assessment.written_at),
    Subject.REVIEW: Undoable(Review, Review.case, Review.author, Review.written_at, went_on=_others_agreed),
    Subject.AGREEMENT: Undoable(
        Agreement, Agreement.case, Agreement.author, Agreement.written_at, went_on=_followed_up
    ),
    Subject.ENDING: Undoable(
        CaseEnding, CaseEnding.case, CaseEnding.author, CaseEnding.written_at, went_on=_was_reopened
    ),
}


async def can_undo(viewer: Viewer, case: Case, subject: Subject, subject_id: int) -> bool:
    """Whether this viewer may still take this record back; False as well when it is not there."""
    try:
        return await why_not(viewer, case, subject, subject_id) is None
    except NotFound:
        return False


async def why_not(viewer: Viewer, case: Case, subject: Subject, subject_id: int) -> str | None:
    """The reason not to take this record of the case back, or None. Raises NotFound."""
    if subject is not Subject.ENDING and (ended := why_not_log(case.state)):
        return ended
    undoable = UNDOABLE[subject]
    row = await _written(undoable, case, subject_id)
    return why_not_undo(
        author_id=row["by"],
        person_id=viewer.person_id,
        written_at=row["at"],
        now=clock.now(),
        used=await _is_used(undoable, subject_id),
    )


async def _written(undoable: Undoable, case: Case, subject_id: int) -> dict[str, Any]:
    table: Any = undoable.table
    row = await (
        table.select(undoable.author.as_alias("by"), undoable.written_at.as_alias("at"))
        .where(undoable.case == case.id, table.id == subject_id)
        .first()
    )
    if row is None:
        raise NotFound
    return dict(row)


async def _is_used(undoable: Undoable, subject_id: int) -> bool:
    if undoable.went_on and await undoable.went_on(subject_id):
        return True
    return bool(undoable.rests_on_it) and await _is_named(undoable.rests_on_it, subject_id)


async def _is_named(columns: Sequence[ForeignKey[Any]], subject_id: int) -> bool:
    """Whether a row names this record in one of these columns; one question for all of them."""
    named = " OR ".join(
        f'EXISTS (SELECT 1 FROM "{column._meta.table._meta.tablename}" WHERE "{column._meta.name}" = {{}})'
        for column in columns
    )
    rows = await CaseFile.raw(f"SELECT ({named}) AS named", *[subject_id] * len(columns))
    return bool(rows[0]["named"])
