"""One proposal, as far as this viewer may know it (B1 to B6)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.board.queries.circles import circle_today
from tracker.board.queries.proposals.rounds import (
    ObjectionSeen,
    RoundSeen,
    objection_facts,
    objection_rows,
    objections_seen,
    round_facts,
    round_rows,
    rounds_seen,
)
from tracker.board.rules.deciding import Deciding
from tracker.board.rules.kinds import Answer, Circle, DecisionForm, Stage, Verdict
from tracker.board.rules.proposals import NEED_NAMES, Need, code_of, needed, still_missing
from tracker.board.tables.proposals import Absence, Invitation, ProposalVersion
from tracker.board.tables.proposals import Proposal as ProposalRow
from tracker.learning.rules.initiatives import InitiativeState
from tracker.partnership.rules.roles import Viewer, is_current
from tracker.partnership.rules.versions import version_of
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the text and what goes with it."""

    id: int
    key: UUID
    number: int
    text: str
    who_does_what: str
    expected: str
    criteria: str
    review_on: date | None
    reason: str
    author: str
    written_at: datetime

    @property
    def criteria_lines(self) -> list[str]:
        return [line.strip() for line in self.criteria.splitlines() if line.strip()]

    @property
    def who_lines(self) -> list[str]:
        return [line.strip() for line in self.who_does_what.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern beside the evaluation criteria; it holds nothing up (B6)."""

    text: str
    name: str
    round: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with its versions and rounds. `deciding` is for rules alone: it knows what is hidden."""

    id: int
    number: int
    circle: Circle
    title: str
    driver: str
    form: DecisionForm
    form_reason: str
    mandate: str
    mandate_id: int | None
    initiative_id: int | None
    initiative: str
    initiative_is_ready: bool
    team_decision_id: int | None
    team_decision: str
    proposer_id: int
    proposer: str
    facilitator_id: int | None
    facilitator: str
    stage: Stage
    remind_on: date | None
    review_on: date | None
    decided_at: datetime | None
    outcome: str
    ended_reason: str
    versions: tuple[Version, ...]
    rounds: tuple[RoundSeen, ...]
    objections: tuple[ObjectionSeen, ...]
    missing: tuple[Need, ...]
    deciding: Deciding

    @property
    def code(self) -> str:
        return code_of(self.number)

    @property
    def starts_initiative(self) -> bool:
        """Whether the team decides here that an initiative may start."""
        return self.initiative_id is not None and self.circle is Circle.TEAM

    @property
    def mark(self) -> str:
        """Marks how the proposal stands, so that nobody overwrites a colleague unseen."""
        last = self.now
        return version_of(
            self.title,
            self.driver,
            self.form,
            self.facilitator_id,
            last.number,
            last.text,
            last.who_does_what,
            last.expected,
            last.criteria,
            last.review_on,
        )

    @property
    def now(self) -> Version:
        return self.versions[-1]

    @property
    def version_was_asked(self) -> bool:
        """Whether a round went over the latest version, so that its words stay as they are."""
        return any(each.version == self.now.number for each in self.rounds)

    @property
    def before(self) -> Version | None:
        """The version before, when its words differ from those of now."""
        former = [each for each in self.versions[:-1] if each.text != self.now.text]
        return former[-1] if former else None

    @property
    def latest(self) -> RoundSeen | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def open_round(self) -> RoundSeen | None:
        return self.latest if self.latest and self.latest.is_open else None

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """Each concern once, where it was last said."""
        said: dict[tuple[int, str], Concern] = {}
        for each in self.rounds:
            for seat in each.seats:
                if seat.answer is Answer.CONCERN:
                    said[seat.person, seat.argument] = Concern(seat.argument, seat.name, each.number)
        found = [
            Concern(each.argument, each.owner_name, each.round)
            for each in self.objections
            if each.is_tested and each.verdict is Verdict.CONCERN and not each.withdrawn
        ]
        return (*said.values(), *found)


async def proposal_for(viewer: Viewer, proposal_id: int) -> Proposal:
    """A proposal of the viewer's partnership, eight queries whatever its size. Raises NotFound."""
    row = await _row(viewer, proposal_id)
    versions = await _versions(proposal_id)
    rounds, seats = await round_rows(proposal_id)
    objections = await objection_rows(proposal_id)
    circle = Circle(row["circle"])
    invited = await invited_to(proposal_id)
    members = {member.person: member.name for member in await circle_today(viewer, circle, invited)}
    missing = _missing(viewer, row, versions[-1])
    deciding = Deciding(
        circle=circle,
        form=DecisionForm(row["form"]),
        stage=Stage(row["stage"]),
        proposer=row["proposer"],
        facilitator=row["facilitator"],
        members=members,
        version=versions[-1].number,
        invited=invited,
        away=await away_from(proposal_id),
        missing=tuple(NEED_NAMES[need] for need in missing),
        mandated=_mandated(viewer, row),
        rounds=tuple(round_facts(each, seats) for each in rounds),
        objections=tuple(objection_facts(each) for each in objections),
    )
    reader = viewer.person_id
    return Proposal(
        id=row["id"],
        number=row["number"],
        circle=circle,
        title=row["title"],
        driver=row["driver"],
        form=deciding.form,
        form_reason=row["form_reason"],
        mandate=row["mandate_title"] or "",
        mandate_id=row["mandate"],
        initiative_id=row["initiative"],
        initiative=f"I{row['initiative_number']} {row['initiative_name']}" if row["initiative"] else "",
        initiative_is_ready=row["initiative_state"] == InitiativeState.READY,
        team_decision_id=row["decided_by_team"],
        team_decision=f"V{row['team_number']}" if row["decided_by_team"] else "",
        proposer_id=row["proposer"],
        proposer=row["proposer_name"],
        facilitator_id=row["facilitator"],
        facilitator=row["facilitator_name"] or "",
        stage=deciding.stage,
        remind_on=row["remind_on"],
        review_on=row["review_on"],
        decided_at=row["decided_at"],
        outcome=row["outcome"],
        ended_reason=row["ended_reason"],
        versions=versions,
        rounds=rounds_seen(deciding, rounds, seats, reader),
        objections=objections_seen(deciding, objections, reader),
        missing=missing,
        deciding=deciding,
    )


async def invited_to(proposal_id: int) -> frozenset[int]:
    """Who was asked into the team circle for this proposal."""
    rows = await Invitation.select(Invitation.person).where(Invitation.proposal == proposal_id)
    return frozenset(row["person"] for row in rows)


async def away_from(proposal_id: int) -> frozenset[int]:
    """Who said themselves not to be there."""
    rows = await Absence.select(Absence.person).where(Absence.proposal == proposal_id)
    return frozenset(row["person"] for row in rows)


async def _row(viewer: Viewer, proposal_id: int) -> dict[str, Any]:
    row = await (
        ProposalRow.select(
            *ProposalRow.all_columns(),
            ProposalRow.proposer.name.as_alias("proposer_name"),
            ProposalRow.facilitator.name.as_alias("facilitator_name"),
            ProposalRow.mandate.title.as_alias("mandate_title"),
            ProposalRow.mandate.person.as_alias("mandate_person"),
            ProposalRow.mandate.since.as_alias("mandate_since"),
            ProposalRow.mandate.until.as_alias("mandate_until"),
            ProposalRow.initiative.number.as_alias("initiative_number"),
            ProposalRow.initiative.name.as_alias("initiative_name"),
            ProposalRow.initiative.state.as_alias("initiative_state"),
            ProposalRow.decided_by_team.number.as_alias("team_number"),
        )
        .where(ProposalRow.partnership == viewer.partnership_id, ProposalRow.id == proposal_id)
        .first()
    )
    if row is None:
        raise NotFound
    return row


async def _versions(proposal_id: int) -> tuple[Version, ...]:
    rows = await (
        ProposalVersion.select(
            ProposalVersion.id,
            ProposalVersion.key,
            ProposalVersion.number,
            ProposalVersion.text,
            ProposalVersion.who_does_what,
            ProposalVersion.expected,
            ProposalVersion.criteria,
            ProposalVersion.review_on,
            ProposalVersion.reason,
            ProposalVersion.author.name.as_alias("author"),
            ProposalVersion.written_at,
        )
        .where(ProposalVersion.proposal == proposal_id)
        .order_by(ProposalVersion.number)
    )
    return tuple(Version(**row) for row in rows)


def _mandated(viewer: Viewer, row: dict[str, Any]) -> int | None:
    """Who holds the role that decides, today."""
    if row["mandate_person"] is None:
        return None
    holds = is_current(row["mandate_since"], row["mandate_until"], viewer.today)
    return int(row["mandate_person"]) if holds else None


def _missing(viewer: Viewer, row: dict[str, Any], now: Version) -> tuple[Need, ...]:
    written = {
        Need.DRIVER: row["driver"],
        Need.TEXT: now.text,
        Need.WHO_DOES_WHAT: now.who_does_what,
        Need.EXPECTED: now.expected,
        Need.CRITERIA: now.criteria,
        Need.FACILITATOR: str(row["facilitator"] or ""),
        Need.FORM_REASON: row["form_reason"],
        Need.MANDATED: str(_mandated(viewer, row) or ""),
        Need.INITIATIVE: "ready" if row["initiative_state"] == InitiativeState.READY else "",
    }
    starts = row["initiative"] is not None and row["circle"] == Circle.TEAM
    asked = needed(DecisionForm(row["form"]), starts_initiative=starts)
    return still_missing(asked, written, now.review_on, viewer.today)
