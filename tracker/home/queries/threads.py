"""The second half of the learning thread: what was tried, decided and done about a pattern (L14)."""

from typing import Any

from tracker.board.rules.kinds import (
    CIRCLE_NAMES,
    ISSUE_STATE_NAMES,
    STAGE_NAMES,
    Circle,
    IssueState,
    MeetingState,
    Stage,
)
from tracker.board.tables.meetings import AgendaItem
from tracker.board.tables.proposals import Proposal
from tracker.learning.queries.threads import Knot, Onward, Thread
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES, InitiativeState
from tracker.learning.rules.iterations import ITERATION_OUTCOME_NAMES, IterationOutcome
from tracker.learning.rules.offers import ADOPTION_NAMES, Adoption
from tracker.learning.tables.initiatives import Initiative, Iteration
from tracker.partnership.rules.roles import Role, Viewer
from tracker.web.filters import date_long

# What was tried or asked about a pattern or its conditions, in one question. A conflict is known to the
# board and to those it names.
TRIED = """
    SELECT 'initiative' AS what, i.id, i.number, i.name AS words, i.state
      FROM initiative i JOIN initiative_pattern ip ON ip.initiative = i.id
     WHERE i.partnership = {} AND ip.pattern = {}
     UNION ALL
    SELECT 'issue', k.id, k.number, k.title, k.state
      FROM issue k
     WHERE k.partnership = {} AND (k.pattern = {} OR k.condition IN
           (SELECT cc.condition FROM cause_condition cc JOIN cause c ON c.id = cc.cause WHERE c.pattern = {}))
       AND (k.kind <> 'conflict' OR {} = 'board_member'
            OR EXISTS (SELECT 1 FROM issue_reader r WHERE r.issue = k.id AND r.person = {}))
     ORDER BY 1, 2
"""


async def onward(viewer: Viewer, thread: Thread) -> Onward:
    """What is known of a thread after its cause. Words of cases are never among it."""
    own, pattern = viewer.partnership_id, thread.pattern.id
    rows = await Initiative.raw(TRIED, own, pattern, own, pattern, pattern, viewer.role, viewer.person_id)
    tried = tuple(_tried(row) for row in rows)
    ids = [row["id"] for row in rows if row["what"] == "initiative"]
    solved = tuple(knot for knot, row in zip(tried, rows, strict=True) if row["state"] == IssueState.SOLVED)
    if not ids:
        return Onward(tried=tried, changed=solved)
    return Onward(
        tried=tried,
        decided=await _decided(viewer, ids),
        iterations=await _iterations(ids),
        changed=(*await _kept(ids), *await _elsewhere(ids), *solved),
    )


def _tried(row: dict[str, Any]) -> Knot:
    if row["what"] == "issue":
        small = f"Kwestie K{row['number']}, {ISSUE_STATE_NAMES[IssueState(row['state'])]}"
        return Knot(row["words"], small, "issues.show", {"issue_id": row["id"]})
    small = f"I{row['number']}, {INITIATIVE_STATE_NAMES[InitiativeState(row['state'])]}"
    return Knot(row["words"], small, "initiatives.show", {"initiative_id": row["id"]})


async def _decided(viewer: Viewer, initiatives: list[int]) -> tuple[Knot, ...]:
    proposals = await (
        Proposal.select(
            Proposal.id, Proposal.number, Proposal.title, Proposal.circle, Proposal.stage, Proposal.decided_at
        )
        .where(Proposal.partnership == viewer.partnership_id, Proposal.initiative.is_in(initiatives))
        .order_by(Proposal.id)
    )
    items = await (
        AgendaItem.select(AgendaItem.meeting, AgendaItem.meeting.held_on, AgendaItem.meeting.circle)
        .where(
            AgendaItem.initiative.is_in(initiatives),
            AgendaItem.meeting.partnership == viewer.partnership_id,
            AgendaItem.meeting.state != MeetingState.CANCELLED,
        )
        .order_by(AgendaItem.meeting.held_on)
    )
    # The target group's representative reads meetings of the team only when invited.
    team_too = viewer.role is not Role.REPRESENTATIVE
    on_tables = {row["meeting"]: row for row in items if team_too or row["meeting.circle"] == Circle.BOARD}
    return (
        *(
            Knot(
                f"V{row['number']}, {CIRCLE_NAMES[Circle(row['circle'])]}",
                f"besloten op {date_long(row['decided_at'])}"
                if row["stage"] == Stage.DECIDED
                else STAGE_NAMES[Stage(row["stage"])],
                "proposals.show",
                {"proposal_id": row["id"]},
            )
            for row in proposals
        ),
        *(
            Knot(
                f"Op de agenda van {_table(row['meeting.circle'])}",
                date_long(row["meeting.held_on"]) if row["meeting.held_on"] else "nog geen dag",
                "meetings.show",
                {"meeting_id": meeting},
            )
            for meeting, row in on_tables.items()
        ),
    )


def _table(circle: str) -> str:
    return "de bestuursraad" if circle == Circle.BOARD else "het team"


async def _iterations(initiatives: list[int]) -> tuple[Knot, ...]:
    rows = await (
        Iteration.select(
            Iteration.initiative, Iteration.number, Iteration.title, Iteration.outcome, Iteration.learned
        )
        .where(Iteration.initiative.is_in(initiatives))
        .order_by(Iteration.initiative, Iteration.number)
    )
    return tuple(
        Knot(
            " ".join(filter(None, [f"Iteratie {row['number']}", row["title"]])),
            f"{ITERATION_OUTCOME_NAMES[IterationOutcome(row['outcome'])]}: {row['learned']}"
            if row["outcome"]
            else "loopt nog",
            "iterations.show",
            {"initiative_id": row["initiative"], "number": row["number"]},
        )
        for row in rows
    )


async def _kept(initiatives: list[int]) -> tuple[Knot, ...]:
    """What stays: stable since a day, for the whole target group since another."""
    rows = await (
        Initiative.select(Initiative.id, Initiative.name, Initiative.stable_on, Initiative.spread_on)
        .where(Initiative.id.is_in(initiatives), Initiative.stable_on.is_not_null())
        .order_by(Initiative.stable_on)
    )
    return tuple(
        Knot(
            row["name"],
            f"stabiel sinds {date_long(row['stable_on'])}"
            + (f", voor iedereen sinds {date_long(row['spread_on'])}" if row["spread_on"] else ""),
            "initiatives.show",
            {"initiative_id": row["id"]},
        )
        for row in rows
    )


async def _elsewhere(initiatives: list[int]) -> tuple[Knot, ...]:
    rows = await (
        Initiative.select(Initiative.origin, Initiative.adoption, Initiative.partnership.name)
        .where(Initiative.origin.is_in(initiatives))
        .order_by(Initiative.id)
    )
    return tuple(
        Knot(
            row["partnership.name"],
            ADOPTION_NAMES[Adoption(row["adoption"])] if row["adoption"] else "",
            "exchange.show",
            {"initiative_id": row["origin"]},
        )
        for row in rows
    )
