"""Saying not to be there, always for oneself; and what who was absent may still bring in (B4)."""

from uuid import UUID, uuid4

from tracker import clock
from tracker.board.actions.proposals.alone import actor, become, proposal_alone, say
from tracker.board.actions.proposals.preparing import add_version, text_of
from tracker.board.rules import objections, rounds
from tracker.board.rules.kinds import RoundState, Stage, Subject
from tracker.board.tables.proposals import Absence, Objection, Round, Seat
from tracker.database import writing
from tracker.learning.actions.initiatives import note_decision
from tracker.partnership import trail
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken, must

REOPENED = "Heropend: iemand die er niet bij was, bracht een argument in."


async def be_away(viewer: Viewer, proposal_id: int) -> None:
    """Say not to be there for this proposal, or step out of its open round. Raises RuleBroken."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rounds.why_not_be_away(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        if viewer.person_id not in now.deciding.away:
            await Absence(proposal=now.id, person=viewer.person_id, said_at=clock.now()).save()
        going_on = now.deciding.open_round
        if going_on and going_on.seat(viewer.person_id):
            await Seat.update({Seat.stepped_out_at: clock.now()}).where(
                Seat.round == going_on.id, Seat.person == viewer.person_id
            )
        await trail.record(viewer, "said to be away", Subject.PROPOSAL, now.id)
        if going_on and now.facilitator_id:
            what = "iemand stapte uit de ronde."
            await say(viewer, now.id, now.number, [now.facilitator_id], NoticeKind.ROUND, what)


async def be_back(viewer: Viewer, proposal_id: int) -> None:
    """Take back that one is not there; from the next round on. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rounds.why_not_be_back(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        await Absence.delete().where(Absence.proposal == now.id, Absence.person == viewer.person_id)
        await trail.record(viewer, "said to be back", Subject.PROPOSAL, now.id)


async def argue(viewer: Viewer, proposal_id: int, key: UUID, argument: str) -> None:
    """Bring in an argument against a decision taken without oneself: it reopens the proposal.

    The same words come back as a new version, so that no version is decided twice. The same key again does
    nothing more. Raises RuleBroken and NotFound.
    """
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if await Objection.exists().where(Objection.key == key, Objection.round.proposal == now.id):
            return
        must(objections.why_not_argue(now.deciding, actor(viewer), viewer.today, argument))
        decided = now.deciding.latest
        assert decided is not None
        reopened = await (
            Round.update({Round.state: RoundState.REOPENED})
            .where(Round.id == decided.id, Round.state == RoundState.DECIDED)
            .returning(Round.id)
        )
        if not reopened:
            raise RuleBroken("Iemand was je net voor. Kijk hoe het voorstel er nu voor staat.")
        await Objection.delete().where(Objection.round == decided.id, Objection.owner == viewer.person_id)
        row = Objection(
            key=key,
            round=decided.id,
            owner=viewer.person_id,
            argument=argument.strip(),
            from_absentee=True,
            written_at=clock.now(),
        )
        await row.save()
        await Absence.delete().where(Absence.proposal == now.id, Absence.person == viewer.person_id)
        number = now.now.number + 1
        await add_version(viewer, now.id, number, text_of(now), key=uuid4(), reason=REOPENED)
        await become(now, Stage.OPINION, decided_at=None, review_on=None, outcome="")
        if now.initiative_id is not None and now.starts_initiative and now.initiative_is_ready:
            await note_decision(viewer, now.initiative_id, None)
        await trail.record(viewer, "proposal reopened", Subject.PROPOSAL, now.id, objection=row.id)
        everyone = {*now.deciding.members, now.proposer_id, now.facilitator_id or now.proposer_id}
        await say(viewer, now.id, now.number, everyone, NoticeKind.DECISION, "heropend door een argument.")
