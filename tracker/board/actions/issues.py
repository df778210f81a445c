"""Each step of an issue, there and back; whoever raised it hears of every one (B10, B11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.board.queries.issues.board import board_today, organisations_today, readers_to_choose
from tracker.board.queries.issues.seen import Issue, issue_for, readers_of
from tracker.board.rules import issues as rules
from tracker.board.rules.issues import Actor, Next
from tracker.board.rules.kinds import (
    STEP_KIND_NAMES,
    Circle,
    IssueKind,
    IssueState,
    Resolution,
    StepKind,
    Subject,
)
from tracker.board.tables.issues import Issue as IssueRow
from tracker.board.tables.issues import IssueReader, IssueStep
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.conditions import conditions_to_choose
from tracker.learning.queries.extracts import story_of
from tracker.learning.queries.patterns import to_choose
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken, must


@dataclass(frozen=True, slots=True)
class NewIssue:
    """What is laid before the board; `readers` counts for a conflict only."""

    kind: IssueKind
    title: str
    situation: str
    why_not_team: str = ""
    tried: str = ""
    pattern: int | None = None
    condition: int | None = None
    extract: int | None = None
    readers: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What whoever raised it gets to read, and what happens next."""

    text: str
    then: Next = Next.GO_ON
    resolution: Resolution = Resolution.NONE
    look_again_on: date | None = None


async def raise_issue(viewer: Viewer, key: UUID, new: NewIssue) -> int:
    """Lay an issue before the board and return its id; the same key again returns the same id.

    Raises RuleBroken.
    """
    async with writing():
        await one_at_a_time("issues", viewer.partnership_id or 0)
        if made := await _made(viewer, key):
            return made
        circle = rules.circle_of(viewer.role)
        must(
            rules.why_not_raise(
                circle, new.kind, title=new.title, why_not_team=new.why_not_team, role=viewer.role
            )
        )
        must(rules.why_not_readers(new.readers, await readers_to_choose(viewer)))
        await _must_hang_together(viewer, new)
        row = await _written(viewer, key, circle, new)
        if new.kind is IssueKind.CONFLICT:
            await IssueReader.insert(
                *(IssueReader(issue=row.id, person=each) for each in sorted({*new.readers, viewer.person_id}))
            )
        issue = await _walk(viewer, row.id, key, StepKind.RAISED, new.tried)
        await _tell(viewer, issue, await _board_and_readers(viewer, issue))
        await trail.record(viewer, "issue raised", Subject.ISSUE, row.id)
        return int(row.id)


async def take_up(viewer: Viewer, issue_id: int, key: UUID, text: str = "") -> None:
    """Become the board member who is responsible for an issue. Raises RuleBroken and NotFound."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_take_up(now.facts, _actor(viewer)))
        await _become(now, state=IssueState.TAKEN_UP, owner=viewer.person_id)
        await _step(viewer, now, key, StepKind.TAKEN_UP, text)
        await trail.record(viewer, "issue taken up", Subject.ISSUE, now.id)


async def escalate(viewer: Viewer, issue_id: int, key: UUID, organisation: int, text: str = "") -> None:
    """Bring an issue into an organisation; its owner stays responsible. Raises RuleBroken and NotFound."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(
            rules.why_not_escalate(now.facts, _actor(viewer), organisation, await organisations_today(viewer))
        )
        await _become(now, state=IssueState.ESCALATED, organisation=organisation, look_again_on=None)
        await _step(viewer, now, key, StepKind.ESCALATED, text, organisation=organisation)
        await trail.record(viewer, "issue escalated", Subject.ISSUE, now.id, organisation=organisation)


async def feed_back(viewer: Viewer, issue_id: int, key: UUID, feedback: Feedback) -> None:
    """Tell whoever raised it what happened, and go on, solve, park or send back. Raises RuleBroken."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(
            rules.why_not_feed_back(
                now.facts,
                _actor(viewer),
                feedback.then,
                resolution=feedback.resolution,
                look_again_on=feedback.look_again_on,
                today=viewer.today,
            )
        )
        solved, parked = feedback.then is Next.SOLVED, feedback.then is Next.PARK
        await _become(
            now,
            state=rules.state_after(now.facts, feedback.then),
            resolution=feedback.resolution if solved else Resolution.NONE,
            look_again_on=feedback.look_again_on if parked else None,
            ended_on=viewer.today if solved else None,
            **({"offered_to": None} if solved else {}),
        )
        await _step(viewer, now, key, rules.STEP_OF[feedback.then], feedback.text)
        await trail.record(viewer, f"issue {rules.STEP_OF[feedback.then]}", Subject.ISSUE, now.id)


async def tell_from_meeting(viewer: Viewer, issue_id: int, key: UUID, text: str, held_on: date) -> None:
    """Keep what a meeting gave as feedback, written by whoever keeps its minutes. Raises NotFound.

    It is feedback to whoever raised the issue; state and owner stay as they are.
    """
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        await _step(viewer, now, key, StepKind.FED_BACK, text, on=max(held_on, now.last.on))
        await trail.record(viewer, "issue fed back in meeting", Subject.ISSUE, now.id)


async def note(viewer: Viewer, issue_id: int, key: UUID, text: str) -> None:
    """Note what happened with an issue meanwhile. Raises RuleBroken and NotFound."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_note(now.facts, _actor(viewer)))
        inside = now.facts.organisations if viewer.person_id == now.owner_id else ()
        await _step(viewer, now, key, StepKind.NOTED, text, organisation=inside[-1] if inside else None)
        await trail.record(viewer, "issue noted", Subject.ISSUE, now.id)


async def withdraw(viewer: Viewer, issue_id: int, key: UUID, text: str) -> None:
    """Say, as whoever raised it, that it is solved while no board member owns it. Raises RuleBroken."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_withdraw(now.facts, _actor(viewer)))
        await _become(
            now, state=IssueState.SOLVED, resolution=Resolution.OTHER, ended_on=viewer.today, owner=None
        )
        await _step(viewer, now, key, StepKind.SOLVED, text)
        await trail.record(viewer, "issue withdrawn", Subject.ISSUE, now.id)


async def raise_again(viewer: Viewer, issue_id: int, key: UUID, reason: str) -> None:
    """Raise an issue again that was solved or came back, with the reason. Raises RuleBroken and NotFound."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_raise_again(now.facts, _actor(viewer)))
        state = rules.state_when_raised_again(now.facts)
        kept = {} if state in rules.OWNED else {"owner": None, "offered_to": None}
        await _become(now, state=state, resolution=Resolution.NONE, look_again_on=None, ended_on=None, **kept)
        await _step(viewer, now, key, StepKind.RAISED_AGAIN, reason)
        if state is IssueState.NEW:
            await _tell(viewer, await issue_for(viewer, now.id), await _board_and_readers(viewer, now))
        await trail.record(viewer, "issue raised again", Subject.ISSUE, now.id)


async def offer(viewer: Viewer, issue_id: int, to: int) -> None:
    """Ask another board member to take an issue over; until that one accepts, nothing changes."""
    async with writing():
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_offer(now.facts, _actor(viewer), to, await board_today(viewer)))
        if now.offered_to == to:
            return
        await _become(now, offered_to=to)
        text = f"Kwestie {now.code}: wil jij ze overnemen?"
        await tell(viewer.partnership_id or 0, {to}, NoticeKind.ISSUE, text, _path(viewer, now.id))
        await trail.record(viewer, "issue offered", Subject.ISSUE, now.id, to=to)


async def take_over(viewer: Viewer, issue_id: int, key: UUID, text: str = "") -> None:
    """Become the owner of an issue that was offered, or whose owner left the board. Raises RuleBroken."""
    async with writing():
        if await _walked(issue_id, key):
            return
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_take_over(now.facts, _actor(viewer)))
        await _become(now, owner=viewer.person_id, offered_to=None)
        await _step(viewer, now, key, StepKind.HANDED_OVER, text, handed_to=viewer.person_id)
        await trail.record(viewer, "issue handed over", Subject.ISSUE, now.id, former=now.owner_id)


async def decline(viewer: Viewer, issue_id: int) -> None:
    """Turn an offer down, or take it back; the owner stays. Raises RuleBroken and NotFound."""
    async with writing():
        now = await issue_alone(viewer, issue_id)
        must(rules.why_not_decline(now.facts, _actor(viewer)))
        await _become(now, offered_to=None)
        other = {now.owner_id, now.offered_to} - {viewer.person_id, None}
        text = f"Kwestie {now.code}: wordt niet overgenomen"
        await tell(
            viewer.partnership_id or 0,
            {each for each in other if each is not None},
            NoticeKind.ISSUE,
            text,
            _path(viewer, now.id),
        )
        await trail.record(viewer, "issue not taken over", Subject.ISSUE, now.id)


async def issue_alone(viewer: Viewer, issue_id: int) -> Issue:
    """The issue as it is, inside `writing`, while nobody else changes it. Raises NotFound."""
    await one_at_a_time("issue", (await issue_for(viewer, issue_id)).id)
    return await issue_for(viewer, issue_id)


async def _must_hang_together(viewer: Viewer, new: NewIssue) -> None:
    if new.pattern is not None and new.pattern not in await to_choose(viewer):
        raise RuleBroken("Kies een patroon uit de lijst.", "pattern")
    if new.condition is not None and new.condition not in await conditions_to_choose(viewer):
        raise RuleBroken("Kies een systeemconditie uit de lijst.", "condition")
    if new.extract is not None:
        try:
            standing = (await story_of(viewer, new.extract)).withdrawn_on is None
        except NotFound:
            standing = False
        if not standing:
            raise RuleBroken("Kies een verhaal dat het team vrijgaf.", "extract")


async def _made(viewer: Viewer, key: UUID) -> int | None:
    row = await (
        IssueRow.select(IssueRow.id)
        .where(IssueRow.key == key, IssueRow.partnership == viewer.partnership_id)
        .first()
    )
    return int(row["id"]) if row else None


async def _walked(issue_id: int, key: UUID) -> bool:
    """Whether the same form took this step before."""
    return await IssueStep.exists().where(IssueStep.key == key, IssueStep.issue == issue_id)


async def next_number(viewer: Viewer) -> int:
    """The number after the highest of the partnership, inside the act that uses it."""
    last = await (
        IssueRow.select(IssueRow.number)
        .where(IssueRow.partnership == viewer.partnership_id)
        .order_by(IssueRow.number, ascending=False)
        .first()
    )
    return (last["number"] if last else 0) + 1


async def _written(viewer: Viewer, key: UUID, circle: Circle, new: NewIssue) -> IssueRow:
    row = IssueRow(
        key=key,
        partnership=viewer.partnership_id,
        number=await next_number(viewer),
        circle=circle,
        kind=new.kind,
        title=" ".join(new.title.split()),
        situation=new.situation.strip(),
        why_not_team=new.why_not_team.strip(),
        tried=new.tried.strip(),
        pattern=new.pattern,
        condition=new.condition,
        extract=new.extract,
        raised_by=viewer.person_id,
        raised_on=viewer.today,
        state=IssueState.NEW,
        written_at=clock.now(),
    )
    await row.save()
    return row


async def _become(now: Issue, **columns: Any) -> None:
    named: Mapping[Any, Any] = columns
    await IssueRow.update({**named}).where(IssueRow.id == now.id)


async def _step(
    viewer: Viewer,
    now: Issue,
    key: UUID,
    kind: StepKind,
    text: str,
    *,
    organisation: int | None = None,
    handed_to: int | None = None,
    on: date | None = None,
) -> None:
    """Keep the step, and tell whoever raised it and whoever owns it, but for the one who took it."""
    issue = await _walk(
        viewer, now.id, key, kind, text, organisation=organisation, handed_to=handed_to, on=on
    )
    if kind in rules.HEARD:
        await IssueRow.update({IssueRow.fed_back_on: issue.last.on}).where(IssueRow.id == now.id)
    told = {issue.raised_by, issue.owner_id, now.owner_id}
    await _tell(viewer, issue, {each for each in told if each is not None})


async def _walk(
    viewer: Viewer,
    issue_id: int,
    key: UUID,
    kind: StepKind,
    text: str,
    *,
    organisation: int | None = None,
    handed_to: int | None = None,
    on: date | None = None,
) -> Issue:
    step = IssueStep(
        key=key,
        issue=issue_id,
        kind=kind,
        happened_on=on or viewer.today,
        text=text.strip(),
        organisation=organisation,
        handed_to=handed_to,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await step.save()
    return await issue_for(viewer, issue_id)


async def _board_and_readers(viewer: Viewer, issue: Issue) -> set[int]:
    named = await readers_of(issue.id) if issue.is_conflict else []
    return {*(await board_today(viewer)), *(person for person, _ in named)}


async def _tell(viewer: Viewer, issue: Issue, persons: set[int]) -> None:
    text = f"Kwestie {issue.code}, stap {issue.last.number}: {STEP_KIND_NAMES[issue.last.kind]}"
    await tell(
        viewer.partnership_id or 0,
        persons - {viewer.person_id},
        NoticeKind.ISSUE,
        text,
        _path(viewer, issue.id),
    )


def _path(viewer: Viewer, issue_id: int) -> str:
    return f"/p/{viewer.slug}/kwesties/{issue_id}"


def _actor(viewer: Viewer) -> Actor:
    return Actor(viewer.person_id, viewer.role)
