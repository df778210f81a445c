"""A proposal while nobody else changes it, and how it gets to its next stage: every act begins here."""

from collections.abc import Collection, Mapping
from typing import Any

from tracker import clock
from tracker.board.queries.proposals.one import Proposal, proposal_for
from tracker.board.rules.circles import Actor
from tracker.board.rules.kinds import RoundState, Stage, Subject
from tracker.board.rules.proposals import code_of
from tracker.board.tables.proposals import Objection, Round
from tracker.board.tables.proposals import Proposal as ProposalRow
from tracker.database import one_at_a_time
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken

OVERTAKEN = "Iemand was je net voor. Kijk hoe het voorstel er nu voor staat."


async def proposal_alone(viewer: Viewer, proposal_id: int) -> Proposal:
    """The proposal as it is, inside `writing`. Raises NotFound."""
    await one_at_a_time("proposal", proposal_id)
    return await proposal_for(viewer, proposal_id)


def actor(viewer: Viewer) -> Actor:
    """The viewer as the rules know them."""
    return Actor(viewer.person_id, viewer.role)


async def become(now: Proposal, stage: Stage, **rest: Any) -> None:
    """Bring a proposal to a stage, once. Raises RuleBroken when somebody else did meanwhile."""
    changed = await (
        ProposalRow.update({ProposalRow.stage: stage, **_columns(ProposalRow, rest)})
        .where(ProposalRow.id == now.id, ProposalRow.stage == now.stage)
        .returning(ProposalRow.id)
    )
    if not changed:
        raise RuleBroken(OVERTAKEN)


async def end_round(viewer: Viewer, now: Proposal, state: RoundState, **rest: Any) -> None:
    """Close the open round of a proposal, once; who agreed in it in person withdrew what they objected."""
    going_on = now.deciding.open_round
    assert going_on is not None
    ended = await (
        Round.update(
            {
                Round.state: state,
                Round.closed_at: clock.now(),
                Round.closed_by: viewer.person_id,
                **_columns(Round, rest),
            }
        )
        .where(Round.id == going_on.id, Round.state == RoundState.OPEN)
        .returning(Round.id)
    )
    if not ended:
        raise RuleBroken(OVERTAKEN)
    for objection in now.deciding.objections:
        if not objection.withdrawn and now.deciding.agreed_later(objection):
            await Objection.update({Objection.withdrawn_at: clock.now()}).where(Objection.id == objection.id)
            await trail.record(viewer, "objection withdrawn", Subject.OBJECTION, objection.id)
    verb = "round decided" if state is RoundState.DECIDED else "round ended"
    await trail.record(viewer, verb, Subject.ROUND, going_on.id, round=going_on.number)


async def say(
    viewer: Viewer, proposal_id: int, number: int, persons: Collection[int], kind: NoticeKind, what: str
) -> None:
    """Tell people one thing about a proposal, by its code; never the one who acts."""
    others = [person for person in persons if person != viewer.person_id]
    text = f"Voorstel {code_of(number)}: {what}"
    await tell(viewer.partnership_id or 0, others, kind, text, path_of(viewer, proposal_id))


def _columns(table: Any, values: Mapping[str, Any]) -> dict[Any, Any]:
    return {getattr(table, name): value for name, value in values.items()}


def path_of(viewer: Viewer, proposal_id: int) -> str:
    """Where a proposal is read."""
    return f"/p/{viewer.slug}/voorstellen/{proposal_id}"
