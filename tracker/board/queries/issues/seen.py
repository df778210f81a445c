"""Issues as a viewer sees them; a conflict only for the board and whom it names (B10, B11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.board.queries.issues.board import Sitting, board_today, limits_of
from tracker.board.rules.issues import (
    RAISES,
    Duty,
    Facts,
    Limits,
    Still,
    Walked,
    duties,
    stands_still,
)
from tracker.board.rules.kinds import (
    ISSUE_KIND_NAMES,
    ISSUE_STATE_NAMES,
    RESOLUTION_NAMES,
    STEP_KIND_NAMES,
    Circle,
    IssueKind,
    IssueState,
    Resolution,
    StepKind,
)
from tracker.board.tables.issues import Issue as IssueRow
from tracker.board.tables.issues import IssueReader, IssueStep
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way of an issue; `number` is its place, from 1."""

    number: int
    kind: StepKind
    on: date
    text: str
    organisation_id: int | None
    organisation: str
    handed_to: str
    author_id: int | None
    author: str

    @property
    def kind_name(self) -> str:
        return STEP_KIND_NAMES[self.kind]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with its whole way. `owner_seat` is None once its owner left the board."""

    id: int
    number: int
    kind: IssueKind
    circle: Circle
    title: str
    situation: str
    why_not_team: str
    tried: str
    pattern_id: int | None
    pattern: str
    condition_id: int | None
    condition: str
    extract_id: int | None
    extract: str
    raised_by: int
    raised_by_name: str
    raised_on: date
    state: IssueState
    owner_id: int | None
    owner: str
    owner_seat: Sitting | None
    offered_to: int | None
    offered_to_name: str
    resolution: Resolution
    look_again_on: date | None
    ended_on: date | None
    steps: tuple[Step, ...]
    limits: Limits
    today: date

    @property
    def code(self) -> str:
        return f"K{self.number}"

    @property
    def kind_name(self) -> str:
        return ISSUE_KIND_NAMES[self.kind]

    @property
    def state_name(self) -> str:
        return ISSUE_STATE_NAMES[self.state]

    @property
    def resolution_name(self) -> str:
        return RESOLUTION_NAMES[self.resolution]

    @property
    def is_conflict(self) -> bool:
        return self.kind is IssueKind.CONFLICT

    @property
    def facts(self) -> Facts:
        return Facts(
            kind=self.kind,
            circle=self.circle,
            state=self.state,
            raised_by=self.raised_by,
            owner=self.owner_id,
            owner_on_board=self.owner_seat is not None,
            offered_to=self.offered_to,
            look_again_on=self.look_again_on,
            steps=tuple(Walked(step.kind, step.on, step.organisation_id) for step in self.steps),
        )

    @property
    def duties(self) -> tuple[Duty, ...]:
        return duties(self.facts)

    @property
    def still(self) -> Still | None:
        """How it stands still today, if it does."""
        return stands_still(self.facts, self.limits, self.today)

    @property
    def days_silent(self) -> int:
        """Days since whoever raised it last heard something."""
        return (self.today - self.facts.heard_on).days

    @property
    def days_waiting(self) -> int:
        """Days since it was (last) raised."""
        return (self.today - self.facts.asked_on).days

    @property
    def heard_on(self) -> date:
        return self.facts.heard_on

    @property
    def raised_again_on(self) -> date | None:
        """The day on which it was last raised again, if it was."""
        return next((s.on for s in reversed(self.steps) if s.kind is StepKind.RAISED_AGAIN), None)

    @property
    def organisations(self) -> tuple[str, ...]:
        """Where it is brought in now, by name."""
        names = {step.organisation_id: step.organisation for step in self.steps}
        return tuple(names[each] for each in self.facts.organisations)

    @property
    def last(self) -> Step:
        return self.steps[-1]

    def name_of(self, person: int | None) -> str:
        """Somebody with a duty in it, by name; the whole board without a person."""
        known = {self.raised_by: self.raised_by_name, self.offered_to: self.offered_to_name}
        if self.owner_id is not None:
            known[self.owner_id] = self.owner
        return known.get(person, "") if person is not None else "de bestuursraad"

    def organisation_of(self, duty: Duty) -> str:
        return next((s.organisation for s in self.steps if s.organisation_id == duty.organisation), "")


def visible_to(viewer: Viewer) -> Any:
    """The `where` that holds for an issue this viewer may read.

    A conflict is known to the board members and to whom it names, in a role that may raise issues.
    """
    own: Any = IssueRow.partnership == viewer.partnership_id
    if viewer.role is Role.BOARD_MEMBER:
        return own
    open_to_all: Any = IssueRow.kind != IssueKind.CONFLICT
    if viewer.role not in RAISES:
        return own & open_to_all
    named = WhereRaw(
        "EXISTS (SELECT 1 FROM issue_reader ir WHERE ir.issue = issue.id AND ir.person = {})",
        viewer.person_id,
    )
    return own & (open_to_all | named)


async def issue_for(viewer: Viewer, issue_id: int) -> Issue:
    """One issue. Raises NotFound for whoever may not know that it exists."""
    found = await issues_where(viewer, IssueRow.id == issue_id)
    if not found:
        raise NotFound
    return found[0]


async def issues_where(viewer: Viewer, *where: Any) -> list[Issue]:
    """The issues a viewer may read within this `where`, by number, each with its steps; four queries."""
    rows = await _select(viewer, *where)
    if not rows:
        return []
    steps = await _steps([row["id"] for row in rows])
    board, limits = await board_today(viewer), await limits_of(viewer)
    return [_issue(row, steps[row["id"]], board, limits, viewer.today) for row in rows]


async def readers_of(issue_id: int) -> list[tuple[int, str]]:
    """Who is named as reader of a conflict, by name."""
    rows = await (
        IssueReader.select(IssueReader.person, IssueReader.person.name.as_alias("person_name"))
        .where(IssueReader.issue == issue_id)
        .order_by(IssueReader.person.name)
    )
    return [(row["person"], row["person_name"]) for row in rows]


async def _select(viewer: Viewer, *where: Any) -> list[dict[str, Any]]:
    return await (
        IssueRow.select(
            IssueRow.id,
            IssueRow.number,
            IssueRow.kind,
            IssueRow.circle,
            IssueRow.title,
            IssueRow.situation,
            IssueRow.why_not_team,
            IssueRow.tried,
            IssueRow.pattern.as_alias("pattern_id"),
            IssueRow.pattern.name.as_alias("pattern_name"),
            IssueRow.condition.as_alias("condition_id"),
            IssueRow.condition.name.as_alias("condition_name"),
            IssueRow.extract.as_alias("extract_id"),
            IssueRow.extract.title.as_alias("extract_title"),
            IssueRow.extract.withdrawn_on.as_alias("extract_withdrawn_on"),
            IssueRow.raised_by,
            IssueRow.raised_by.name.as_alias("raised_by_name"),
            IssueRow.raised_on,
            IssueRow.state,
            IssueRow.owner.as_alias("owner_id"),
            IssueRow.owner.name.as_alias("owner_name"),
            IssueRow.offered_to,
            IssueRow.offered_to.name.as_alias("offered_to_name"),
            IssueRow.resolution,
            IssueRow.look_again_on,
            IssueRow.ended_on,
        )
        .where(visible_to(viewer), *where)
        .order_by(IssueRow.number)
    )


async def _steps(issues: list[int]) -> Mapping[int, tuple[Step, ...]]:
    rows = await (
        IssueStep.select(
            IssueStep.issue,
            IssueStep.kind,
            IssueStep.happened_on,
            IssueStep.text,
            IssueStep.organisation.as_alias("organisation_id"),
            IssueStep.organisation.name.as_alias("organisation_name"),
            IssueStep.handed_to.name.as_alias("handed_to_name"),
            IssueStep.author.as_alias("author_id"),
            IssueStep.author.name.as_alias("author_name"),
        )
        .where(IssueStep.issue.is_in(issues))
        .order_by(IssueStep.id)
    )
    found: dict[int, list[Step]] = {}
    for row in rows:
        way = found.setdefault(row["issue"], [])
        way.append(
            Step(
                number=len(way) + 1,
                kind=StepKind(row["kind"]),
                on=row["happened_on"],
                text=row["text"],
                organisation_id=row["organisation_id"],
                organisation=row["organisation_name"] or "",
                handed_to=row["handed_to_name"] or "",
                author_id=row["author_id"],
                author=row["author_name"] or "",
            )
        )
    return {issue: tuple(way) for issue, way in found.items()}


def _issue(
    row: dict[str, Any], steps: tuple[Step, ...], board: Mapping[int, Sitting], limits: Limits, today: date
) -> Issue:
    released = row["extract_withdrawn_on"] is None
    return Issue(
        id=row["id"],
        number=row["number"],
        kind=IssueKind(row["kind"]),
        circle=Circle(row["circle"]),
        title=row["title"],
        situation=row["situation"],
        why_not_team=row["why_not_team"],
        tried=row["tried"],
        pattern_id=row["pattern_id"],
        pattern=row["pattern_name"] or "",
        condition_id=row["condition_id"],
        condition=row["condition_name"] or "",
        extract_id=row["extract_id"] if released else None,
        extract=(row["extract_title"] or "") if released else "",
        raised_by=row["raised_by"],
        raised_by_name=row["raised_by_name"],
        raised_on=row["raised_on"],
        state=IssueState(row["state"]),
        owner_id=row["owner_id"],
        owner=row["owner_name"] or "",
        owner_seat=board.get(row["owner_id"]),
        offered_to=row["offered_to"],
        offered_to_name=row["offered_to_name"] or "",
        resolution=Resolution(row["resolution"]),
        look_again_on=row["look_again_on"],
        ended_on=row["ended_on"],
        steps=steps,
        limits=limits,
        today=today,
    )
