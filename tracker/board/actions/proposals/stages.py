"""Moving a proposal onward and back, reacting to it, withdrawing it, sending it back (B2)."""

from uuid import UUID

from tracker import clock
from tracker.board.actions.proposals.alone import actor, become, end_round, proposal_alone, say
from tracker.board.queries.proposals.one import Proposal
from tracker.board.rules import proposals as rules
from tracker.board.rules.kinds import RoundState, Stage, Subject
from tracker.board.tables.proposals import Reaction
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken, must


async def move(viewer: Viewer, proposal_id: int, to: Stage) -> None:
    """Go to picture or opinion, onward or back; an open round ends without a decision. Raises RuleBroken."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rules.why_not_move(now.deciding, actor(viewer), to):
            raise RuleBroken(reason)
        await _stop_round(viewer, now)
        await become(now, to)
        await trail.record(viewer, "proposal moved", Subject.PROPOSAL, now.id, to=to)


async def withdraw_proposal(viewer: Viewer, proposal_id: int, why: str) -> None:
    """Take a proposal back, with the reason; an open round ends without a decision. Raises RuleBroken."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        must(rules.why_not_withdraw(now.deciding, actor(viewer), why))
        await _end(viewer, now, Stage.WITHDRAWN, why)
        await trail.record(viewer, "proposal withdrawn", Subject.PROPOSAL, now.id)
        await _tell_circle(viewer, now, "ingetrokken.")


async def send_back(viewer: Viewer, proposal_id: int, why: str) -> None:
    """Send a proposal back to who brought it in, with the reason. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        must(rules.why_not_send_back(now.deciding, actor(viewer), why))
        await _end(viewer, now, Stage.SENT_BACK, why)
        await trail.record(viewer, "proposal sent back", Subject.PROPOSAL, now.id)
        await _tell_circle(viewer, now, "teruggestuurd, met de reden.")


async def react(viewer: Viewer, proposal_id: int, key: UUID, text: str) -> int:
    """Ask or say something about a proposal; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        made = (
            await Reaction.select(Reaction.id).where(Reaction.key == key, Reaction.proposal == now.id).first()
        )
        if made:
            return int(made["id"])
        if reason := rules.why_not_react(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        if not text.strip():
            raise RuleBroken("Schrijf wat je wil vragen of zeggen.", "text")
        row = Reaction(
            key=key,
            proposal=now.id,
            stage=now.stage,
            text=text.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "proposal reacted to", Subject.PROPOSAL, now.id, reaction=row.id)
        await say(
            viewer, now.id, now.number, [now.proposer_id], NoticeKind.ROUND, "er kwam een vraag of reactie."
        )
        return int(row.id)


async def reply(viewer: Viewer, proposal_id: int, reaction_id: int, text: str) -> None:
    """Answer a reaction, once more if need be. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        row = (
            await Reaction.select(Reaction.id, Reaction.author)
            .where(Reaction.id == reaction_id, Reaction.proposal == now.id)
            .first()
        )
        if row is None:
            raise NotFound
        if reason := rules.why_not_reply(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        if not text.strip():
            raise RuleBroken("Schrijf een antwoord.", "reply")
        await Reaction.update(
            {
                Reaction.reply: text.strip(),
                Reaction.replied_by: viewer.person_id,
                Reaction.replied_at: clock.now(),
            }
        ).where(Reaction.id == reaction_id)
        await trail.record(
            viewer, "proposal reaction answered", Subject.PROPOSAL, now.id, reaction=reaction_id
        )
        await say(viewer, now.id, now.number, [row["author"]], NoticeKind.ROUND, "je vraag is beantwoord.")


async def _end(viewer: Viewer, now: Proposal, stage: Stage, why: str) -> None:
    await _stop_round(viewer, now)
    await become(now, stage, ended_reason=why.strip())


async def _stop_round(viewer: Viewer, now: Proposal) -> None:
    if now.deciding.open_round:
        await end_round(viewer, now, RoundState.NOT_DECIDED)


async def _tell_circle(viewer: Viewer, now: Proposal, what: str) -> None:
    everyone = {*now.deciding.members, now.proposer_id}
    await say(viewer, now.id, now.number, everyone, NoticeKind.DECISION, what)
