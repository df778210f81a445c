"""A round as answering in it needs it, in three queries: forty people may do so in the same second."""

from dataclasses import dataclass

from tracker.board.queries.proposals.rounds import round_facts, seat_rows
from tracker.board.rules.circles import answers_as
from tracker.board.rules.deciding import Deciding
from tracker.board.rules.kinds import Circle, DecisionForm, RoundState, Stage
from tracker.board.tables.proposals import Invitation, Objection, Round
from tracker.board.tables.proposals import Proposal as ProposalRow
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Held:
    """An objection of the open round; `verdict_proposed`: others looked at it already."""

    id: int
    argument: str
    withdrawn: bool
    verdict_proposed: bool


@dataclass(frozen=True, slots=True)
class Answering:
    """The open round, for one who answers now; the circle in `deciding` holds that person alone."""

    proposal_id: int
    number: int
    round_id: int
    deciding: Deciding
    objections: dict[int, Held]


async def answering_for(viewer: Viewer, proposal_id: int) -> Answering:
    """The open round of a proposal, or one without a round. Raises NotFound."""
    row = await (
        ProposalRow.select(
            ProposalRow.number,
            ProposalRow.circle,
            ProposalRow.form,
            ProposalRow.stage,
            ProposalRow.proposer,
            ProposalRow.facilitator,
        )
        .where(ProposalRow.partnership == viewer.partnership_id, ProposalRow.id == proposal_id)
        .first()
    )
    if row is None:
        raise NotFound
    going_on = await (
        Round.select(
            Round.id,
            Round.number,
            Round.version.number.as_alias("version_number"),
            Round.state,
            Round.arguments_until,
        )
        .where(Round.proposal == proposal_id, Round.state == RoundState.OPEN)
        .first()
    )
    circle = Circle(row["circle"])
    invited = await _is_invited(viewer, proposal_id, circle)
    member = answers_as(circle, viewer.role, invited=invited)
    deciding = Deciding(
        circle=circle,
        form=DecisionForm(row["form"]),
        stage=Stage(row["stage"]),
        proposer=row["proposer"],
        facilitator=row["facilitator"],
        members={viewer.person_id: viewer.name} if member else {},
        invited=frozenset({viewer.person_id}) if invited else frozenset(),
        rounds=(round_facts(going_on, await seat_rows([going_on["id"]])),) if going_on else (),
    )
    return Answering(
        proposal_id=proposal_id,
        number=row["number"],
        round_id=going_on["id"] if going_on else 0,
        deciding=deciding,
        objections=await _objections(going_on["id"]) if going_on else {},
    )


async def _is_invited(viewer: Viewer, proposal_id: int, circle: Circle) -> bool:
    if circle is not Circle.TEAM or viewer.role is not Role.REPRESENTATIVE:
        return False
    return await Invitation.exists().where(
        Invitation.proposal == proposal_id, Invitation.person == viewer.person_id
    )


async def _objections(round_id: int) -> dict[int, Held]:
    rows = await Objection.select(
        Objection.id, Objection.owner, Objection.argument, Objection.withdrawn_at, Objection.verdict
    ).where(Objection.round == round_id)
    return {
        row["owner"]: Held(row["id"], row["argument"], row["withdrawn_at"] is not None, bool(row["verdict"]))
        for row in rows
    }
