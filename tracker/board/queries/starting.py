"""What stands between an initiative and its start, gathered from decisions and agendas (L10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker import clock
from tracker.board.rules.kinds import Circle, DecisionForm, MeetingState, Stage
from tracker.board.tables.meetings import AgendaItem
from tracker.board.tables.proposals import Proposal
from tracker.learning.rules.initiatives import Gate
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class OnAgenda:
    """A meeting of the board that has an initiative on its agenda."""

    meeting: int
    held_on: date | None
    consent_here: bool | None


async def gate_of(viewer: Viewer, initiative_id: int) -> Gate:
    """The team's decision, the agenda of the board and the offer to other partnerships; three queries."""
    decided = await _decision(viewer, initiative_id)
    offered = await Initiative.exists().where(
        Initiative.id == initiative_id,
        Initiative.partnership == viewer.partnership_id,
        Initiative.offered_at.is_not_null(),
    )
    return Gate(
        decided_on=clock.as_local(decided["decided_at"]).date() if decided else None,
        by_consent=decided is not None and decided["form"] == DecisionForm.CONSENT,
        arguments_until=decided["arguments_until"] if decided else None,
        on_agenda=bool(await agendas_of(viewer, initiative_id)),
        offered=offered,
    )


async def agendas_of(viewer: Viewer, initiative_id: int) -> list[OnAgenda]:
    """The meetings of the board that have this initiative, or a proposal about it, on their agenda."""
    rows = await (
        AgendaItem.select(
            AgendaItem.meeting, AgendaItem.meeting.held_on.as_alias("held_on"), AgendaItem.consent_here
        )
        .where(
            AgendaItem.meeting.partnership == viewer.partnership_id,
            AgendaItem.meeting.circle == Circle.BOARD,
            AgendaItem.meeting.state != MeetingState.CANCELLED,
            (AgendaItem.initiative == initiative_id) | (AgendaItem.proposal.initiative == initiative_id),
        )
        .order_by(AgendaItem.meeting.held_on, AgendaItem.id)
    )
    found = {row["meeting"]: row for row in rows}
    return [
        OnAgenda(meeting, row["held_on"], None if row["consent_here"] is None else bool(row["consent_here"]))
        for meeting, row in found.items()
    ]


async def _decision(viewer: Viewer, initiative_id: int) -> dict[str, Any] | None:
    """The latest decision of the team about this initiative that stands."""
    rows: list[dict[str, Any]] = await Proposal.raw(
        """
        SELECT p.form, p.decided_at, r.arguments_until
          FROM proposal p JOIN round r ON r.proposal = p.id AND r.state = 'decided'
         WHERE p.partnership = {} AND p.initiative = {} AND p.circle = {} AND p.stage = {}
         ORDER BY p.decided_at DESC, r.number DESC LIMIT 1
        """,
        viewer.partnership_id,
        initiative_id,
        Circle.TEAM.value,
        Stage.DECIDED.value,
    )
    return rows[0] if rows else None
