"""Looking at an agreement again: keep it, change it, or end it (B8)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from tracker import clock
from tracker.board.actions.proposals.alone import actor, become, proposal_alone, say
from tracker.board.actions.proposals.preparing import add_version, text_of
from tracker.board.rules.evaluations import why_not_evaluate, why_not_result
from tracker.board.rules.kinds import EvaluationResult, Stage, Subject
from tracker.board.tables.proposals import Evaluation
from tracker.board.tables.proposals import Proposal as ProposalRow
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken, must

SAID = {
    EvaluationResult.KEEP: "geëvalueerd, de afspraak blijft.",
    EvaluationResult.CHANGE: "geëvalueerd, de afspraak wordt aangepast.",
    EvaluationResult.END: "geëvalueerd, de afspraak stopt.",
}


@dataclass(frozen=True, slots=True)
class Evaluating:
    """What the circle saw and what it does with the agreement."""

    seen: str
    result: EvaluationResult
    helped: str = ""
    improve: str = ""
    reason: str = ""
    next_on: date | None = None


async def evaluate(viewer: Viewer, proposal_id: int, key: UUID, found: Evaluating) -> None:
    """Keep the evaluation. Kept: it comes back on the next date. Changed: a new version goes to opinions,
    the agreement holds until that is decided. Ended: it no longer holds.

    The same key again does nothing more. Raises RuleBroken and NotFound.
    """
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if await Evaluation.exists().where(Evaluation.key == key, Evaluation.proposal == now.id):
            return
        if reason := why_not_evaluate(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        must(
            why_not_result(
                found.result,
                reason=found.reason,
                improve=found.improve,
                next_on=found.next_on,
                today=viewer.today,
            )
        )
        keeps = found.result is EvaluationResult.KEEP
        row = Evaluation(
            key=key,
            proposal=now.id,
            held_on=viewer.today,
            seen=found.seen,
            helped=found.helped,
            improve=found.improve,
            result=found.result,
            reason=found.reason,
            next_on=found.next_on if keeps else None,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        if keeps:
            await ProposalRow.update({ProposalRow.review_on: found.next_on}).where(ProposalRow.id == now.id)
        elif found.result is EvaluationResult.CHANGE:
            reason = f"Na de evaluatie: {found.improve.strip()}"
            number = now.now.number + 1
            await add_version(viewer, now.id, number, text_of(now), key=uuid4(), reason=reason)
            await become(now, Stage.OPINION, review_on=None)
        else:
            await become(now, Stage.ENDED, ended_reason=found.reason.strip(), review_on=None)
        await trail.record(viewer, "agreement evaluated", Subject.EVALUATION, row.id, result=found.result)
        everyone = {*now.deciding.members, now.proposer_id}
        await say(viewer, now.id, now.number, everyone, NoticeKind.DECISION, SAID[found.result])
