"""Bringing in a proposal and changing it until a round opens (B1, B7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.board.actions.proposals.alone import actor, proposal_alone, say
from tracker.board.queries.circles import able_to_facilitate, representatives
from tracker.board.queries.proposals.one import Proposal
from tracker.board.rules import proposals as rules
from tracker.board.rules.kinds import Circle, DecisionForm, Stage, Subject
from tracker.board.tables.proposals import Invitation, ProposalVersion
from tracker.board.tables.proposals import Proposal as ProposalRow
from tracker.database import one_at_a_time, writing
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership import trail
from tracker.partnership.queries.partners import named_roles
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, NotFound, RuleBroken, must


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a version."""

    text: str
    who_does_what: str = ""
    expected: str = ""
    criteria: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What goes with a proposal through all its versions."""

    title: str
    driver: str = ""
    form: DecisionForm = DecisionForm.CONSENT
    form_reason: str = ""
    mandate: int | None = None
    facilitator: int | None = None
    remind_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewProposal:
    """A proposal as it comes in; about starting an initiative, or about what the team decided (B9)."""

    circle: Circle
    frame: Frame
    text: Text
    initiative: int | None = None
    team_decision: int | None = None


async def make_proposal(viewer: Viewer, key: UUID, new: NewProposal) -> int:
    """Bring in a proposal and return its id; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("proposals", viewer.partnership_id or 0)
        made = (
            await ProposalRow.select(ProposalRow.id)
            .where(ProposalRow.key == key, ProposalRow.partnership == viewer.partnership_id)
            .first()
        )
        if made:
            return int(made["id"])
        frame = new.frame
        starts = new.initiative is not None and new.circle is Circle.TEAM
        must(
            rules.why_not_make(
                new.circle,
                viewer.role,
                frame.form,
                starts_initiative=starts,
                form_reason=frame.form_reason,
            )
        )
        await _must_exist(viewer, new)
        await _must_fit(viewer, new.circle, viewer.person_id, frame)
        proposal = ProposalRow(
            key=key,
            partnership=viewer.partnership_id,
            number=await _next_number(viewer),
            circle=new.circle,
            initiative=new.initiative,
            decided_by_team=new.team_decision,
            proposer=viewer.person_id,
            stage=Stage.PICTURE,
            written_at=clock.now(),
            **_columns(frame),
        )
        await proposal.save()
        await add_version(viewer, proposal.id, 1, new.text, key=key)
        await trail.record(viewer, "proposal made", Subject.PROPOSAL, proposal.id, initiative=new.initiative)
        if frame.facilitator:
            await _ask_to_lead(viewer, proposal.id, proposal.number, frame.facilitator)
        return int(proposal.id)


async def edit_proposal(
    viewer: Viewer, proposal_id: int, frame: Frame, text: Text | None, *, version: str
) -> None:
    """Change a proposal outside a round, and its text as long as no round went over it (None: leave it).

    Raises RuleBroken, Conflict and NotFound.
    """
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rules.why_not_edit(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        must(rules.why_not_form(frame.form, frame.form_reason, starts_initiative=now.starts_initiative))
        await _must_fit(viewer, now.circle, now.proposer_id, frame)
        if version != now.mark:
            raise Conflict(theirs(now))
        await ProposalRow.update(_columns(frame)).where(ProposalRow.id == now.id)
        if text is not None and text != text_of(now):
            await _reword(now, text)
        await trail.record(viewer, "proposal edited", Subject.PROPOSAL, now.id)
        if frame.facilitator and frame.facilitator != now.facilitator_id:
            await _ask_to_lead(viewer, now.id, now.number, frame.facilitator)


async def name_facilitator(viewer: Viewer, proposal_id: int, person: int) -> None:
    """Say who facilitates, also while a round is open. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rules.why_not_name_facilitator(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        able = {each.person for each in await able_to_facilitate(viewer, now.circle)}
        must(rules.why_not_lead(now.deciding, person, able))
        if person == now.facilitator_id:
            return
        await ProposalRow.update({ProposalRow.facilitator: person}).where(ProposalRow.id == now.id)
        await trail.record(viewer, "proposal facilitator named", Subject.PROPOSAL, now.id, person=person)
        await _ask_to_lead(viewer, now.id, now.number, person)


async def invite(viewer: Viewer, proposal_id: int, person: int) -> None:
    """Ask the target group's representative into the team circle. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rules.why_not_invite(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        if person not in {each.person for each in await representatives(viewer)}:
            raise RuleBroken("Kies iemand uit de lijst.", "person")
        if person in now.deciding.invited:
            return
        await Invitation(proposal=now.id, person=person, invited_by=viewer.person_id).save()
        await trail.record(viewer, "proposal guest invited", Subject.PROPOSAL, now.id, person=person)
        what = "je wordt gevraagd om mee te beslissen."
        await say(viewer, now.id, now.number, [person], NoticeKind.ROUND, what)


async def add_version(
    viewer: Viewer, proposal_id: int, number: int, text: Text, *, key: UUID, reason: str = ""
) -> int:
    """Write a version down; called inside the act's own transaction."""
    row = ProposalVersion(
        key=key,
        proposal=proposal_id,
        number=number,
        text=text.text,
        who_does_what=text.who_does_what,
        expected=text.expected,
        criteria=text.criteria,
        review_on=text.review_on,
        reason=reason,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await row.save()
    return int(row.id)


def text_of(now: Proposal) -> Text:
    """The words of the latest version."""
    last = now.now
    return Text(last.text, last.who_does_what, last.expected, last.criteria, last.review_on)


def theirs(now: Proposal) -> dict[str, str]:
    """What stands there now, for whoever wrote at the same time."""
    return {
        "title": now.title,
        "driver": now.driver,
        "text": now.now.text,
        "who_does_what": now.now.who_does_what,
        "expected": now.now.expected,
        "criteria": now.now.criteria,
        "version": now.mark,
    }


async def _reword(now: Proposal, text: Text) -> None:
    if now.version_was_asked:
        raise RuleBroken("Over deze versie ging al een ronde. Schrijf een nieuwe versie.", "text")
    await ProposalVersion.update(
        {
            ProposalVersion.text: text.text,
            ProposalVersion.who_does_what: text.who_does_what,
            ProposalVersion.expected: text.expected,
            ProposalVersion.criteria: text.criteria,
            ProposalVersion.review_on: text.review_on,
        }
    ).where(ProposalVersion.id == now.now.id)


async def _must_exist(viewer: Viewer, new: NewProposal) -> None:
    """What the proposal is about belongs to the same partnership. Raises NotFound."""
    if new.initiative is not None and not await Initiative.exists().where(
        Initiative.id == new.initiative, Initiative.partnership == viewer.partnership_id
    ):
        raise NotFound
    if new.team_decision is not None and not await ProposalRow.exists().where(
        ProposalRow.id == new.team_decision,
        ProposalRow.partnership == viewer.partnership_id,
        ProposalRow.circle == Circle.TEAM,
        ProposalRow.stage == Stage.DECIDED,
    ):
        raise NotFound


async def _must_fit(viewer: Viewer, circle: Circle, proposer: int, frame: Frame) -> None:
    if not frame.title.strip():
        raise RuleBroken("Geef het voorstel een naam.", "title")
    if frame.facilitator is not None:
        if frame.facilitator == proposer:
            raise RuleBroken("Wie het voorstel indient, begeleidt het gesprek niet.", "facilitator")
        able = {each.person for each in await able_to_facilitate(viewer, circle)}
        if frame.facilitator not in able:
            raise RuleBroken("Kies iemand uit de lijst.", "facilitator")
    if frame.mandate is not None:
        held = {row["id"]: row["person_id"] for row in await named_roles(viewer)}
        if not held.get(frame.mandate):
            raise RuleBroken("Kies een rol die iemand vandaag vervult.", "mandate")
        if held[frame.mandate] == proposer:
            raise RuleBroken("Wie het voorstel indient, beslist er niet alleen over.", "mandate")


async def _next_number(viewer: Viewer) -> int:
    last = await (
        ProposalRow.select(ProposalRow.number)
        .where(ProposalRow.partnership == viewer.partnership_id)
        .order_by(ProposalRow.number, ascending=False)
        .first()
    )
    return (last["number"] if last else 0) + 1


async def _ask_to_lead(viewer: Viewer, proposal_id: int, number: int, person: int) -> None:
    await say(viewer, proposal_id, number, [person], NoticeKind.ROUND, "jij bent gespreksleider.")


def _columns(frame: Frame) -> dict[Any, Any]:
    return {
        "title": " ".join(frame.title.split()),
        "driver": frame.driver,
        "form": frame.form,
        "form_reason": frame.form_reason,
        "mandate": frame.mandate if frame.form is DecisionForm.MANDATE else None,
        "facilitator": frame.facilitator,
        "remind_on": frame.remind_on,
    }
