"""Taking back what one just logged: the record goes, its words return to the form (C16)."""

from typing import Any, Final

from tracker import clock
from tracker.cases.actions.demands import step_back
from tracker.cases.actions.noting import case_alone
from tracker.cases.actions.searching import keep_findable
from tracker.cases.queries.seen import Case
from tracker.cases.queries.undoing import UNDOABLE, why_not
from tracker.cases.rules.kinds import CaseState, ContactOutcome, Subject
from tracker.cases.tables import (
    Agreement,
    CaseFile,
    Correction,
    Interaction,
    Purpose,
    Review,
    Validation,
)
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.actions.drafts import keep_draft
from tracker.partnership.queries.drafts import FieldValues
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken

# Made together with a record, in its own form, and taken back together with it.
GOES_ALONG: Final = {Subject.REVIEW: (Agreement, Agreement.review)}


async def undo(
    viewer: Viewer, code: str, subject: Subject, subject_id: int, *, form: str, typed: FieldValues
) -> None:
    """Delete a record within ten minutes of writing it and put `typed`, its words, back as draft of `form`.

    Raises RuleBroken (too late, not the writer, something rests on it) and NotFound.
    """
    async with writing():
        case = await case_alone(viewer, code)
        if reason := await why_not(viewer, case, subject, subject_id):
            raise RuleBroken(reason)
        if subject in GOES_ALONG:
            part, column = GOES_ALONG[subject]
            await part.delete().where(column == subject_id)
        await _forget_about(case, subject, subject_id)
        if subject is Subject.DEMAND_CHANGE:
            await step_back(case, subject_id)
        table: Any = UNDOABLE[subject].table
        await table.delete().where(table.id == subject_id)
        if subject is Subject.ENDING:
            await _runs_again(case)
        if subject is not Subject.CASE:
            await keep_up(case.id)
        await keep_draft(viewer.person_id, form, typed)
        await trail.record(viewer, "undone", subject, subject_id, case=case.id)


async def keep_up(case_id: int) -> None:
    """Set what the case file repeats of its records: purpose, last contact, last review, search, touched."""
    purpose = await (
        Purpose.select(Purpose.words)
        .where(Purpose.case == case_id)
        .order_by(Purpose.since, Purpose.id, ascending=False)
        .first()
    )
    contact = await (
        Interaction.select(Interaction.happened_on)
        .where(Interaction.case == case_id, Interaction.outcome == ContactOutcome.CONTACT)
        .order_by(Interaction.happened_on, ascending=False)
        .first()
    )
    review = await (
        Review.select(Review.held_on)
        .where(Review.case == case_id)
        .order_by(Review.held_on, ascending=False)
        .first()
    )
    await CaseFile.update(
        {
            CaseFile.purpose: purpose["words"] if purpose else "",
            CaseFile.last_contact_on: contact["happened_on"] if contact else None,
            CaseFile.last_review_on: review["held_on"] if review else None,
            CaseFile.touched_at: clock.now(),
        }
    ).where(CaseFile.id == case_id)
    await keep_findable(case_id)


async def _forget_about(case: Case, subject: Subject, subject_id: int) -> None:
    for table in (Validation, Correction):
        await table.delete().where(
            table.case == case.id, table.subject == subject, table.subject_id == subject_id
        )


async def _runs_again(case: Case) -> None:
    await CaseFile.update({CaseFile.state: CaseState.RUNNING, CaseFile.ended_on: None}).where(
        CaseFile.id == case.id
    )
