"""One meeting with its agenda and its table, for who may read it (B12)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.board.rules.kinds import (
    CIRCLE_NAMES,
    Attending,
    Circle,
    DecisionForm,
    IssueKind,
    MeetingState,
    Purpose,
)
from tracker.board.rules.meetings.agenda import answered
from tracker.board.rules.meetings.life import edits, reads
from tracker.board.rules.meetings.table import Seat, target_group_missing
from tracker.board.tables.meetings import AgendaItem, Attendance
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.learning.rules.recognising import without_codes
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.rules.versions import version_of
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Item:
    """A point of the agenda; for the board `decided_on` is when the team decided the initiative it is about.

    `said_before` is what an earlier meeting of the board answered on 'consent here too?'.
    """

    id: int
    place: int
    title: str
    purpose: Purpose
    minutes: int
    note: str
    proposal_id: int | None
    initiative_id: int | None
    issue_id: int | None
    extract_id: int | None
    code: str
    decided_on: date | None
    decision_form: DecisionForm | None
    consent_here: bool | None
    consent_here_why: str
    said_before: str
    outcome: str
    added_after: bool
    changed_after: bool

    @property
    def from_team(self) -> bool:
        return self.initiative_id is not None and self.decided_on is not None

    @property
    def answered(self) -> str:
        """What the board answered on 'consent here too?', now or before; empty when it did not yet."""
        if self.consent_here is None:
            return self.said_before
        return answered(self.consent_here, self.consent_here_why)

    @property
    def version(self) -> str:
        return version_of(self.title, self.purpose, self.minutes, self.note, self.decision_form)

    @property
    def outcome_version(self) -> str:
        return version_of(self.outcome)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its pages show it; `edits` and `mine` (the viewer's own seat) are about the viewer."""

    id: int
    kind_id: int
    kind: str
    circle: Circle
    form: DecisionForm
    held_on: date
    starts_at: str
    ends_at: str
    place: str
    facilitator_id: int | None
    facilitator: str
    state: MeetingState
    sent_at: datetime | None
    closed_at: datetime | None
    items: tuple[Item, ...]
    seats: tuple[Seat, ...]
    edits: bool
    mine: Seat | None

    @property
    def is_open(self) -> bool:
        return self.state is MeetingState.OPEN

    @property
    def is_over(self) -> bool:
        return self.state in (MeetingState.CLOSED, MeetingState.CANCELLED)

    @property
    def circle_name(self) -> str:
        return CIRCLE_NAMES[self.circle]

    @property
    def target_group_missing(self) -> bool:
        return target_group_missing(self.seats)

    @property
    def minutes(self) -> int:
        """How long the whole agenda takes, in minutes."""
        return sum(item.minutes for item in self.items)

    @property
    def issues(self) -> tuple[tuple[int, str], ...]:
        """The issues on the agenda with their codes."""
        return tuple((item.issue_id, item.code) for item in self.items if item.issue_id)

    @property
    def version(self) -> str:
        invited = sorted(seat.person_id for seat in self.seats if seat.for_target_group)
        return version_of(
            self.kind_id,
            self.held_on,
            self.starts_at,
            self.ends_at,
            self.place,
            self.facilitator_id,
            invited if self.circle is Circle.TEAM else None,
        )

    def item(self, item_id: int) -> Item:
        """The point with this id. Raises NotFound."""
        found = next((item for item in self.items if item.id == item_id), None)
        if found is None:
            raise NotFound
        return found


async def meeting_of(viewer: Viewer, meeting_id: int) -> Meeting:
    """A meeting of the viewer's partnership that this role reads. Raises NotFound."""
    row = await (
        MeetingRow.select(
            MeetingRow.id,
            MeetingRow.kind.as_alias("kind_id"),
            MeetingRow.kind.name.as_alias("kind_name"),
            MeetingRow.kind.decision_form.as_alias("form"),
            MeetingRow.circle,
            MeetingRow.held_on,
            MeetingRow.starts_at,
            MeetingRow.ends_at,
            MeetingRow.place,
            MeetingRow.facilitator.as_alias("facilitator_id"),
            MeetingRow.facilitator.name.as_alias("facilitator_name"),
            MeetingRow.state,
            MeetingRow.dossier_sent_at,
            MeetingRow.closed_at,
        )
        .where(MeetingRow.partnership == viewer.partnership_id, MeetingRow.id == meeting_id)
        .first()
    )
    if row is None:
        raise NotFound
    seats, circle = await seats_of(meeting_id), Circle(row["circle"])
    mine = next((seat for seat in seats if seat.person_id == viewer.person_id), None)
    if not reads(circle, viewer.role, seated=mine is not None):
        raise NotFound
    return Meeting(
        id=row["id"],
        kind_id=row["kind_id"],
        kind=row["kind_name"],
        circle=circle,
        form=DecisionForm(row["form"]),
        held_on=row["held_on"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        place=row["place"],
        facilitator_id=row["facilitator_id"],
        facilitator=row["facilitator_name"] or "",
        state=MeetingState(row["state"]),
        sent_at=row["dossier_sent_at"],
        closed_at=row["closed_at"],
        items=await _items(viewer, meeting_id, row["dossier_sent_at"], circle),
        seats=seats,
        edits=edits(circle, viewer.role),
        mine=mine,
    )


async def seats_of(meeting_id: int) -> tuple[Seat, ...]:
    """Who sits at the table, the target group first."""
    rows = await (
        Attendance.select(
            Attendance.person.as_alias("person_id"),
            Attendance.person.name.as_alias("person_name"),
            Attendance.organisation.name.as_alias("organisation_name"),
            Attendance.role,
            Attendance.attending,
        )
        .where(Attendance.meeting == meeting_id)
        .order_by(Attendance.person.name, Attendance.id)
    )
    seats = [
        Seat(
            person_id=row["person_id"],
            name=row["person_name"],
            organisation=row["organisation_name"] or "",
            role=Role(row["role"]),
            attending=Attending(row["attending"]),
        )
        for row in rows
    ]
    return tuple(sorted(seats, key=lambda seat: not seat.for_target_group))


async def _items(
    viewer: Viewer, meeting_id: int, sent_at: datetime | None, circle: Circle
) -> tuple[Item, ...]:
    rows = await (
        AgendaItem.select(
            *(getattr(AgendaItem, name) for name in _OWN),
            AgendaItem.proposal.number.as_alias("proposal_number"),
            AgendaItem.initiative.number.as_alias("initiative_number"),
            AgendaItem.initiative.decided_on.as_alias("decided_on"),
            AgendaItem.issue.number.as_alias("issue_number"),
            AgendaItem.issue.kind.as_alias("issue_kind"),
        )
        .where(AgendaItem.meeting == meeting_id)
        .order_by(AgendaItem.place, AgendaItem.id)
    )
    if circle is not Circle.BOARD:
        rows = [{**row, "decided_on": None} for row in rows]
    before = await _said_before(meeting_id, [row["initiative"] for row in rows if row["initiative"]])
    return tuple(_item(viewer, row, number, sent_at, before) for number, row in enumerate(rows, start=1))


async def _said_before(meeting_id: int, initiatives: list[int]) -> dict[int, str]:
    """What other meetings answered on 'consent here too?', by initiative."""
    if not initiatives:
        return {}
    rows = await (
        AgendaItem.select(AgendaItem.initiative, AgendaItem.consent_here, AgendaItem.consent_here_why)
        .where(
            AgendaItem.initiative.is_in(initiatives),
            AgendaItem.consent_here.is_not_null(),
            AgendaItem.meeting != meeting_id,
        )
        .order_by(AgendaItem.id)
    )
    return {row["initiative"]: answered(bool(row["consent_here"]), row["consent_here_why"]) for row in rows}


_OWN = (
    "id",
    "title",
    "purpose",
    "minutes",
    "note",
    "proposal",
    "initiative",
    "issue",
    "extract",
    "decision_form",
    "consent_here",
    "consent_here_why",
    "outcome",
    "changed_at",
    "written_at",
)


def _item(
    viewer: Viewer, row: dict[str, Any], place: int, sent_at: datetime | None, before: dict[int, str]
) -> Item:
    # No code of a case passes here, whatever was typed elsewhere; a conflict is known to its circle only.
    closed_circle = row["issue_kind"] == IssueKind.CONFLICT
    added_after = sent_at is not None and row["written_at"] > sent_at
    return Item(
        id=row["id"],
        place=place,
        title="Besloten punt" if closed_circle else without_codes(row["title"], viewer.code_prefix, ()),
        purpose=Purpose(row["purpose"]),
        minutes=row["minutes"],
        note="" if closed_circle else without_codes(row["note"], viewer.code_prefix, ()),
        proposal_id=row["proposal"],
        initiative_id=row["initiative"],
        issue_id=None if closed_circle else row["issue"],
        extract_id=row["extract"],
        code="" if closed_circle else _code(row),
        decided_on=row["decided_on"],
        decision_form=DecisionForm(row["decision_form"]) if row["decision_form"] else None,
        consent_here=None if row["consent_here"] is None else bool(row["consent_here"]),
        consent_here_why=row["consent_here_why"],
        said_before=before.get(row["initiative"], ""),
        outcome="" if closed_circle else row["outcome"],
        added_after=added_after,
        changed_after=not added_after and bool(sent_at and row["changed_at"] and row["changed_at"] > sent_at),
    )


def _code(row: dict[str, Any]) -> str:
    for letter, name in (("K", "issue"), ("V", "proposal"), ("I", "initiative")):
        if row[name]:
            return f"{letter}{row[f'{name}_number']}"
    return ""
