"""What waits for a meeting of a circle, as a list to tick (B9, B12)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from tracker.board.queries.meetings.agreed import left_before
from tracker.board.queries.meetings.one import Meeting
from tracker.board.rules.kinds import (
    STAGE_NAMES,
    Circle,
    IssueKind,
    IssueState,
    MeetingState,
    Purpose,
    Stage,
)
from tracker.board.rules.meetings.agenda import (
    PURPOSE_IN_STAGE,
    REVIEWS_AHEAD_DAYS,
    Source,
    Waiting,
    told_of_silence,
)
from tracker.board.tables.issues import Issue
from tracker.board.tables.meetings import AgendaItem
from tracker.board.tables.proposals import Proposal
from tracker.learning.queries.initiatives import InitiativeLine, initiatives_of
from tracker.learning.rules.initiatives import OVER as OVER_INITIATIVE
from tracker.learning.rules.initiatives import InitiativeState
from tracker.learning.tables.evidence import Extract
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.rules.roles import Viewer

MOST_STORIES = 10
OWNED = (IssueState.TAKEN_UP, IssueState.ESCALATED, IssueState.PARKED)
ACTIONS_TITLE = "Afspraken van vorige keer"


async def waiting_for(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    """Everything that waits for this meeting and is not on its agenda yet, most pressing first."""
    found = [
        *await _initiatives(viewer, meeting),
        *await _issues(viewer, meeting),
        *await _proposals(viewer, meeting),
        *await _reviews(viewer, meeting),
        *await _stories(viewer, meeting),
        *await _actions(viewer, meeting),
    ]
    standing = {tick for item in meeting.items for tick in _standing(item)}
    return [each for each in found if each.tick not in standing]


async def decided_by_team(viewer: Viewer, circle: Circle) -> list[Waiting]:
    """The initiatives that the team decided and that stood on no agenda of the board yet (B9)."""
    if circle is not Circle.BOARD:
        return []
    placed = AgendaItem.select(AgendaItem.initiative).where(
        AgendaItem.initiative.is_not_null(),
        AgendaItem.meeting.circle == Circle.BOARD,
        AgendaItem.meeting.state != MeetingState.CANCELLED,
        AgendaItem.meeting.partnership == viewer.partnership_id,
    )
    rows = await (
        Initiative.select(Initiative.id, Initiative.number, Initiative.name, Initiative.decided_on)
        .where(
            Initiative.partnership == viewer.partnership_id,
            Initiative.decided_on <= viewer.today,
            Initiative.state.not_in([*OVER_INITIATIVE]),
            Initiative.id.not_in(placed),
        )
        .order_by(Initiative.decided_on, Initiative.id)
    )
    return [
        Waiting(
            source=Source.INITIATIVE,
            id=row["id"],
            title=f"I{row['number']} {row['name']}",
            why="het team besliste, ook hier consent?",
            purpose=Purpose.PICTURE,
            minutes=20,
        )
        for row in rows
    ]


async def _initiatives(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    """What the team just decided, then what runs: how it goes is worth a word in both circles."""
    decided = await decided_by_team(viewer, meeting.circle)
    known = {each.id for each in decided}
    running = [
        Waiting(Source.INITIATIVE, line.id, f"{line.code} {line.name}", _going(line), Purpose.PICTURE, 20)
        for line in await initiatives_of(viewer)
        if line.state in (InitiativeState.STARTED, InitiativeState.STABLE) and line.id not in known
    ]
    return [*decided, *running]


def _going(line: InitiativeLine) -> str:
    return f"{line.state_name}, {line.iterations}e iteratie" if line.iterations else line.state_name


async def _issues(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    states = (IssueState.NEW, *OWNED) if meeting.circle is Circle.BOARD else (IssueState.BACK,)
    rows = await (
        Issue.select(Issue.id, Issue.number, Issue.title, Issue.state, Issue.raised_on, Issue.fed_back_on)
        .where(
            Issue.partnership == viewer.partnership_id,
            Issue.kind != IssueKind.CONFLICT,
            Issue.state.is_in([*states]),
        )
        .order_by(Issue.raised_on, Issue.id)
    )
    told = [_issue(viewer, row) for row in rows]
    return sorted(told, key=lambda each: each.purpose is not Purpose.DECISION)


def _issue(viewer: Viewer, row: dict[str, Any]) -> Waiting:
    state, last = IssueState(row["state"]), row["fed_back_on"] or row["raised_on"] or viewer.today
    if state is IssueState.BACK:
        why = "terug van de bestuursraad, met reden"
    else:
        why = told_of_silence(last, viewer.today, take_up=state is IssueState.NEW)
    return Waiting(
        source=Source.ISSUE,
        id=row["id"],
        title=f"K{row['number']} {row['title']}",
        why=why,
        purpose=Purpose.DECISION if state is IssueState.NEW else Purpose.FEEDBACK,
        minutes=20 if state is IssueState.NEW else 5,
    )


async def _proposals(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    rows = await (
        Proposal.select(Proposal.id, Proposal.number, Proposal.title, Proposal.stage)
        .where(
            Proposal.partnership == viewer.partnership_id,
            Proposal.circle == meeting.circle,
            Proposal.stage.is_in([*PURPOSE_IN_STAGE]),
        )
        .order_by(Proposal.number)
    )
    return [
        Waiting(
            source=Source.PROPOSAL,
            id=row["id"],
            title=f"V{row['number']} {row['title']}",
            why=STAGE_NAMES[Stage(row["stage"])],
            purpose=PURPOSE_IN_STAGE[Stage(row["stage"])],
            minutes=20,
        )
        for row in rows
    ]


async def _reviews(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    rows = await (
        Proposal.select(Proposal.id, Proposal.number, Proposal.title, Proposal.review_on)
        .where(
            Proposal.partnership == viewer.partnership_id,
            Proposal.circle == meeting.circle,
            Proposal.stage == Stage.DECIDED,
            Proposal.review_on <= meeting.held_on + timedelta(days=REVIEWS_AHEAD_DAYS),
        )
        .order_by(Proposal.review_on, Proposal.id)
    )
    return [
        Waiting(
            source=Source.REVIEW,
            id=row["id"],
            title=f"V{row['number']} {row['title']}",
            why="evaluatie is al voorbij haar datum" if row["review_on"] < viewer.today else "komt terug",
            purpose=Purpose.REVIEW,
            minutes=15,
        )
        for row in rows
    ]


async def _stories(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    if meeting.circle is not Circle.BOARD:
        return []
    told = AgendaItem.select(AgendaItem.extract).where(
        AgendaItem.extract.is_not_null(),
        AgendaItem.meeting.partnership == viewer.partnership_id,
        AgendaItem.meeting.state != MeetingState.CANCELLED,
    )
    rows = await (
        Extract.select(Extract.id, Extract.title)
        .where(
            Extract.partnership == viewer.partnership_id,
            Extract.withdrawn_on.is_null(),
            Extract.id.not_in(told),
        )
        .order_by(Extract.released_on, Extract.id, ascending=False)
        .limit(MOST_STORIES)
    )
    return [
        Waiting(
            source=Source.EXTRACT,
            id=row["id"],
            title=row["title"],
            why="een verhaal dat het team vrijgaf",
            purpose=Purpose.INFORMATION,
            minutes=5,
        )
        for row in rows
    ]


async def _actions(viewer: Viewer, meeting: Meeting) -> list[Waiting]:
    left = await left_before(viewer, meeting)
    if not left or ACTIONS_TITLE in {item.title for item in meeting.items}:
        return []
    count = "1 afspraak staat" if len(left) == 1 else f"{len(left)} afspraken staan"
    return [Waiting(Source.ACTIONS, 0, ACTIONS_TITLE, f"{count} nog open", Purpose.FEEDBACK, 10)]


def _standing(item: Any) -> Iterable[str]:
    if item.initiative_id:
        yield f"{Source.INITIATIVE}-{item.initiative_id}"
    if item.issue_id:
        yield f"{Source.ISSUE}-{item.issue_id}"
    if item.proposal_id:
        yield f"{Source.REVIEW if item.purpose is Purpose.REVIEW else Source.PROPOSAL}-{item.proposal_id}"
    if item.extract_id:
        yield f"{Source.EXTRACT}-{item.extract_id}"


async def team_decision(viewer: Viewer, initiative_id: int) -> int | None:
    """The proposal by which the team decided this initiative, for a proposal of the board about it (B9)."""
    row = await (
        Proposal.select(Proposal.id)
        .where(
            Proposal.partnership == viewer.partnership_id,
            Proposal.circle == Circle.TEAM,
            Proposal.initiative == initiative_id,
            Proposal.stage == Stage.DECIDED,
        )
        .order_by(Proposal.id, ascending=False)
        .first()
    )
    return int(row["id"]) if row else None
