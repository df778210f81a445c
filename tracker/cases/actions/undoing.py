"""Taking back what one just logged: the record goes, its words return to the form (C16)."""

from typing import Any, Final

from tracker.cases.actions.demands import step_back
from tracker.cases.actions.noting import case_alone
from tracker.cases.actions.touching import keep_up
from tracker.cases.queries.seen import Case
from tracker.cases.queries.undoing import UNDOABLE, why_not
from tracker.cases.rules.kinds import CaseState, Subject
from tracker.cases.tables import Agreement, CaseFile, Correction, Validation
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

    What was waiting there already comes back after it.
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
        await keep_draft(viewer.person_id, form, typed, on_top=True)
        await trail.record(viewer, "undone", subject, subject_id, case=case.id)


async def _forget_about(case: Case, subject: Subject, subject_id: int) -> None:
    for table in (Validation, Correction):
        await table.delete().where(
            table.case == case.id, table.subject == subject, table.subject_id == subject_id
        )


async def _runs_again(case: Case) -> None:
    await CaseFile.update({CaseFile.state: CaseState.RUNNING, CaseFile.ended_on: None}).where(
        CaseFile.id == case.id
    )
