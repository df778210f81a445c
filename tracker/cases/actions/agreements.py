"""Agreeing who does what by when, and saying what became of it (C10)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former, overtaken
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.agreements import Agreed, agreement_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.agreements import closing_day, why_not_agree
from tracker.cases.rules.kinds import AgreementState, Subject
from tracker.cases.rules.refusals import must
from tracker.cases.tables import Agreement
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """Who does what by when."""

    what: str
    who: str
    due_on: date | None = None


async def agree(
    viewer: Viewer, code: str, key: UUID, wanted: NewAgreement, review_id: int | None = None
) -> int:
    """Keep an agreement, made in a review or apart from one; the same key again returns the same id."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Agreement, case, key):
            return noted
        must_run(case)
        made_on = (await review_of(case, review_id)).held_on if review_id is not None else case.started_on
        must(why_not_agree(what=wanted.what, who=wanted.who, due_on=wanted.due_on, made_on=made_on))
        agreement = await keep_agreement(viewer, case, key, wanted, review_id)
        await touch(case.id)
        return agreement


async def keep_agreement(
    viewer: Viewer, case: Case, key: UUID, wanted: NewAgreement, review_id: int | None
) -> int:
    """Write down an agreement that may be made; called inside the act that makes it."""
    row = Agreement(
        key=key,
        case=case.id,
        review=review_id,
        what=wanted.what,
        who=wanted.who,
        due_on=wanted.due_on,
        state=AgreementState.OPEN,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await row.save()
    await trail.record(viewer, "agreed", Subject.AGREEMENT, row.id, case=case.id)
    return int(row.id)


async def correct_agreement(
    viewer: Viewer, code: str, agreement_id: int, wanted: NewAgreement, *, version: str, reason: str = ""
) -> None:
    """Word an agreement otherwise; what it said is kept. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await agreement_of(case, agreement_id)
        must_run(case)
        made_on = now.held_on or case.started_on
        must(why_not_agree(what=wanted.what, who=wanted.who, due_on=wanted.due_on, made_on=made_on))
        former = _differing(now, wanted)
        if not former:
            return
        subject = Subject.AGREEMENT
        if version != now.version:
            raise await overtaken(case, subject, now.id, former, version=now.version, author=now.author)
        await keep_former(viewer, case.id, subject, now.id, former, reason)
        await Agreement.update(
            {Agreement.what: wanted.what, Agreement.who: wanted.who, Agreement.due_on: wanted.due_on}
        ).where(Agreement.id == now.id)
        await touch(case.id)
        await trail.record(viewer, "corrected", subject, now.id, case=case.id, fields=list(former))


async def close_agreement(viewer: Viewer, code: str, agreement_id: int, state: AgreementState) -> None:
    """Say what became of an agreement, or open it again; saying the same twice is saying it once."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await agreement_of(case, agreement_id)
        must_run(case)
        if now.state is state:
            return
        if not now.open:
            await keep_former(viewer, case.id, Subject.AGREEMENT, now.id, {"state": now.state})
        await Agreement.update(
            {Agreement.state: state, Agreement.closed_on: closing_day(state, viewer.today)}
        ).where(Agreement.id == now.id)
        await touch(case.id)
        await trail.record(viewer, "followed up", Subject.AGREEMENT, now.id, case=case.id, state=state)


def _differing(now: Agreed, wanted: NewAgreement) -> dict[str, object]:
    """What stands now in the fields that were changed."""
    fields = ("what", "who", "due_on")
    return {name: getattr(now, name) for name in fields if getattr(now, name) != getattr(wanted, name)}
