"""Saying that a case fits no persona, and ending the analysis that follows (C13, L2)."""

from uuid import UUID

from tracker import clock
from tracker.cases.actions.noting import already_noted, case_alone
from tracker.cases.actions.touching import touch
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.misfits import misfit_of, misfits_on
from tracker.learning.queries.personas import persona_of
from tracker.learning.rules.kinds import Outcome, Subject
from tracker.learning.rules.resemblance import why_not_conclude, why_not_misfit
from tracker.learning.tables.personas import Misfit
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


async def say_fits_none(viewer: Viewer, code: str, key: UUID, why: str) -> int:
    """Put a case on the review list of the personas; the same key again returns the same id."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Misfit, case, key):
            return noted
        waiting = any(each.waiting for each in await misfits_on(case))
        must(why_not_misfit(why, waiting=waiting))
        row = Misfit(
            key=key,
            case=case.id,
            why=why,
            noticed_on=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await touch(case.id)
        await trail.record(viewer, "fits no persona", Subject.MISFIT, row.id, case=case.id)
    return int(row.id)


async def conclude(
    viewer: Viewer, misfit_id: int, outcome: Outcome, *, why: str, persona_id: int | None = None
) -> None:
    """End the analysis of a case that fits no persona. Raises RuleBroken, NotFound.

    `persona_id` is the persona that is adjusted, or the new one once it was described.
    """
    async with writing():
        await one_at_a_time("personas", viewer.partnership_id or 0)
        now = await misfit_of(viewer, misfit_id)
        persona = None if persona_id is None else await persona_of(viewer, persona_id)
        must(
            why_not_conclude(
                ended=not now.waiting,
                outcome=outcome,
                why=why,
                adjusted=persona.state if persona else None,
            )
        )
        await Misfit.update(
            {
                Misfit.outcome: outcome,
                Misfit.outcome_why: why.strip(),
                Misfit.persona: None if outcome is Outcome.LEAVE else persona_id,
                Misfit.ended_on: viewer.today,
                Misfit.ended_by: viewer.person_id,
            }
        ).where(Misfit.id == misfit_id)
        await trail.record(
            viewer, "persona analysis ended", Subject.MISFIT, misfit_id, case=now.case_id, outcome=outcome
        )
