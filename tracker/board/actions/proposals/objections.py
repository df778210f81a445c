"""Testing an objection with two, withdrawing one's own, answering it for who left (B5)."""

from tracker import clock
from tracker.board.actions.proposals.alone import OVERTAKEN, actor, proposal_alone, say
from tracker.board.queries.proposals.one import Proposal
from tracker.board.queries.proposals.rounds import ObjectionSeen
from tracker.board.rules import objections as rules
from tracker.board.rules.kinds import Subject, Verdict
from tracker.board.tables.proposals import Objection
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken, must


async def judge(viewer: Viewer, proposal_id: int, objection_id: int, verdict: Verdict, why: str) -> None:
    """Propose what the circle finds of an argument; it holds once another member confirms it.

    Raises RuleBroken and NotFound.
    """
    async with writing():
        now, objection = await _objection_alone(viewer, proposal_id, objection_id)
        must(rules.why_not_judge(now.deciding, objection.facts, actor(viewer), verdict, why))
        await Objection.update(
            {
                Objection.verdict: verdict,
                Objection.verdict_reason: why.strip(),
                Objection.verdict_by: viewer.person_id,
                Objection.confirmed_by: None,
            }
        ).where(Objection.id == objection.id)
        await trail.record(viewer, "objection judged", Subject.OBJECTION, objection.id, verdict=verdict)
        others = set(now.deciding.members) - {objection.owner}
        await say(viewer, now.id, now.number, others, NoticeKind.ROUND, "een toets wacht op bevestiging.")


async def confirm(viewer: Viewer, proposal_id: int, objection_id: int, verdict: Verdict) -> None:
    """Confirm the verdict as it stands on the screen of who confirms. Raises RuleBroken and NotFound."""
    async with writing():
        now, objection = await _objection_alone(viewer, proposal_id, objection_id)
        if reason := rules.why_not_confirm(now.deciding, objection.facts, actor(viewer)):
            raise RuleBroken(reason)
        if verdict is not objection.verdict:
            raise RuleBroken(OVERTAKEN)
        await Objection.update({Objection.confirmed_by: viewer.person_id}).where(Objection.id == objection.id)
        await trail.record(viewer, "objection verdict confirmed", Subject.OBJECTION, objection.id)
        await say(viewer, now.id, now.number, [objection.owner], NoticeKind.ROUND, "je bezwaar is getoetst.")


async def withdraw_objection(viewer: Viewer, proposal_id: int, objection_id: int) -> None:
    """Take one's own objection back. Raises RuleBroken and NotFound."""
    async with writing():
        now, objection = await _objection_alone(viewer, proposal_id, objection_id)
        if reason := rules.why_not_withdraw_objection(now.deciding, objection.facts, actor(viewer)):
            raise RuleBroken(reason)
        await Objection.update({Objection.withdrawn_at: clock.now()}).where(Objection.id == objection.id)
        await trail.record(viewer, "objection withdrawn", Subject.OBJECTION, objection.id)


async def answer_for_circle(viewer: Viewer, proposal_id: int, objection_id: int, text: str) -> None:
    """Write what the circle answers to an objection whose owner left it. Raises RuleBroken and NotFound."""
    async with writing():
        now, objection = await _objection_alone(viewer, proposal_id, objection_id)
        must(rules.why_not_answer_for_circle(now.deciding, objection.facts, actor(viewer), text))
        await Objection.update({Objection.answered_by_circle: text.strip()}).where(
            Objection.id == objection.id
        )
        await trail.record(viewer, "objection answered by circle", Subject.OBJECTION, objection.id)


async def _objection_alone(
    viewer: Viewer, proposal_id: int, objection_id: int
) -> tuple[Proposal, ObjectionSeen]:
    """An objection this viewer may know of, while nobody else changes the proposal. Raises NotFound."""
    now = await proposal_alone(viewer, proposal_id)
    found = next((each for each in now.objections if each.id == objection_id), None)
    if found is None:
        raise NotFound
    return now, found
