"""Letting go of a case, ending it otherwise, and taking it up again (C12)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.noting import already_noted, case_alone
from tracker.cases.rules.endings import why_not_end, why_not_reopen
from tracker.cases.rules.kinds import CaseState
from tracker.cases.rules.refusals import must
from tracker.cases.tables import CaseEnding, CaseFile
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ends, read one last time, and who stays in touch."""

    key: UUID
    kind: CaseState
    ended_on: date
    interpretation: str
    keeps_contact: str = ""
    handed_to: str = ""


async def end_case(viewer: Viewer, code: str, ending: Ending) -> int:
    """End a running case and return the id of its ending; the same key again returns the same id."""
    async with writing():
        case = await case_alone(viewer, code)
        if already := await already_noted(CaseEnding, case, ending.key):
            return already
        must(
            why_not_end(
                state=case.state,
                kind=ending.kind,
                ended_on=ending.ended_on,
                started_on=case.started_on,
                today=viewer.today,
                handed_to=ending.handed_to,
            )
        )
        row = CaseEnding(
            key=ending.key,
            case=case.id,
            kind=ending.kind,
            ended_on=ending.ended_on,
            interpretation=ending.interpretation,
            handed_to=ending.handed_to,
            keeps_contact=ending.keeps_contact,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await CaseFile.update(
            {
                CaseFile.state: ending.kind,
                CaseFile.ended_on: ending.ended_on,
                CaseFile.touched_at: clock.now(),
            }
        ).where(CaseFile.id == case.id)
        await trail.record(viewer, "ended", "case", case.id, case=case.id, kind=ending.kind)
        return int(row.id)


async def reopen_case(viewer: Viewer, code: str, reopened_on: date, reason: str) -> None:
    """Take up an ended case again; the ending stays readable, with why it was not the end."""
    async with writing():
        case = await case_alone(viewer, code)
        must(
            why_not_reopen(
                state=case.state, ended_on=case.ended_on, reopened_on=reopened_on, today=viewer.today
            )
        )
        last = await (
            CaseEnding.select(CaseEnding.id)
            .where(CaseEnding.case == case.id, CaseEnding.reopened_on.is_null())
            .order_by(CaseEnding.id, ascending=False)
            .first()
        )
        if last is not None:
            await CaseEnding.update(
                {
                    CaseEnding.reopened_on: reopened_on,
                    CaseEnding.reopened_reason: reason,
                    CaseEnding.reopened_by: viewer.person_id,
                }
            ).where(CaseEnding.id == last["id"])
        await CaseFile.update(
            {
                CaseFile.state: CaseState.RUNNING,
                CaseFile.ended_on: None,
                CaseFile.touched_at: clock.now(),
            }
        ).where(CaseFile.id == case.id)
        await trail.record(viewer, "reopened", "case", case.id, case=case.id)
