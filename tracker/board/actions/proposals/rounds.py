"""Opening a round, answering in it, ending it with or without a decision (B3, B4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from tracker import clock
from tracker.board.actions.meetings.filling import bring_to_board
from tracker.board.actions.proposals.alone import actor, become, end_round, proposal_alone, say
from tracker.board.actions.proposals.preparing import Text, add_version, text_of
from tracker.board.queries.circles import circle_today
from tracker.board.queries.proposals.answering import Answering, answering_for
from tracker.board.queries.proposals.one import Proposal
from tracker.board.rules import proposals, rounds
from tracker.board.rules.kinds import Answer, RoundState, Stage, Subject
from tracker.board.tables.proposals import Objection, Round, Seat
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.initiatives import note_decision
from tracker.partnership import trail
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken, must

ASKED = "jouw antwoord wordt gevraagd."
WITHOUT_YOU = "er loopt een ronde zonder jou, zoals je zei."


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a round is closed as decided; `arguments_until` counts only when somebody was absent."""

    words: str = ""
    arguments_until: date | None = None


async def open_round(viewer: Viewer, proposal_id: int, key: UUID) -> int:
    """Open a round over the latest version with the circle of today; returns its number.

    The same key again returns the same round. Raises RuleBroken and NotFound.
    """
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        made = await Round.select(Round.number).where(Round.key == key, Round.proposal == now.id).first()
        if made:
            return int(made["number"])
        return await _open(viewer, now, key)


async def answer(viewer: Viewer, proposal_id: int, said: Answer, argument: str = "") -> None:
    """Give or change the viewer's own answer. Raises RuleBroken and NotFound.

    Who agrees in a later round withdraws with it what they objected before; that holds when the round ends.
    """
    async with writing():
        asked = await _answering(viewer, proposal_id)
        must(rounds.why_not_answer(asked.deciding, actor(viewer), said, argument))
        await _keep(viewer, asked, viewer.person_id, said, argument, entered_by=None)
        await trail.record(viewer, "round answered", Subject.ROUND, asked.round_id)
        await _tell_when_full(viewer, asked, viewer.person_id)


async def enter_answer(
    viewer: Viewer, proposal_id: int, person: int, said: Answer, argument: str = ""
) -> None:
    """Write down what a member says aloud in the room; that member is told and may change it.

    Raises RuleBroken and NotFound.
    """
    async with writing():
        asked = await _answering(viewer, proposal_id)
        must(rounds.why_not_enter(asked.deciding, actor(viewer), person, said, argument))
        await _keep(viewer, asked, person, said, argument, entered_by=viewer.person_id)
        await trail.record(viewer, "round answer entered", Subject.ROUND, asked.round_id, person=person)
        what = "de gespreksleider noteerde je antwoord. Kijk het na."
        await say(viewer, proposal_id, asked.number, [person], NoticeKind.ROUND, what)
        await _tell_when_full(viewer, asked, person)


async def decide(viewer: Viewer, proposal_id: int, outcome: Outcome) -> None:
    """Close the round as decided. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rounds.why_not_decide(now.deciding, actor(viewer), outcome.words):
            raise RuleBroken(reason)
        going_on = now.deciding.open_round
        assert going_on is not None
        until = None
        if going_on.absent:
            until = outcome.arguments_until or viewer.today + timedelta(days=rounds.USUAL_ARGUMENT_DAYS)
            must(rounds.why_not_arguments_until(until, today=viewer.today))
        await end_round(viewer, now, RoundState.DECIDED, arguments_until=until)
        await become(
            now,
            Stage.DECIDED,
            decided_at=clock.now(),
            review_on=now.now.review_on,
            outcome=outcome.words.strip(),
        )
        if now.initiative_id is not None and now.starts_initiative:
            decided = {"better_process": now.now.text, "evaluation": now.now.criteria}
            await note_decision(viewer, now.initiative_id, viewer.today, decided)
            await bring_to_board(viewer)
        await _tell_of_decision(viewer, now, until)


async def end_without_decision(viewer: Viewer, proposal_id: int) -> None:
    """End the open round and go back to opinions. Raises RuleBroken and NotFound."""
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        if reason := rounds.why_not_end_round(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        await end_round(viewer, now, RoundState.NOT_DECIDED)
        await become(now, Stage.OPINION)


async def amend(
    viewer: Viewer, proposal_id: int, key: UUID, text: Text, why: str, *, and_open: UUID | None = None
) -> int:
    """Write a new version and return its number; an open round ends with it, without a decision.

    What still stands of objections is marked as met in it; their owners say whether it is. `and_open` is the
    key of the round that opens at once. The same key again returns the same number. Raises RuleBroken.
    """
    async with writing():
        now = await proposal_alone(viewer, proposal_id)
        made = next((each for each in now.versions if each.key == key), None)
        if made:
            return made.number
        if reason := proposals.why_not_amend(now.deciding, actor(viewer)):
            raise RuleBroken(reason)
        if text == text_of(now):
            raise RuleBroken("Er wijzigde niets aan het voorstel.", "text")
        if not why.strip():
            raise RuleBroken("Schrijf waarom deze versie er komt.", "reason")
        number = now.now.number + 1
        version = await add_version(viewer, now.id, number, text, key=key, reason=why.strip())
        reader = viewer.person_id
        known = [o for o in now.deciding.standing if now.deciding.lets_read_objection(o, reader)]
        met = [each.id for each in known]
        if met:
            await Objection.update({Objection.met_in: version}).where(Objection.id.is_in(met))
        await trail.record(viewer, "proposal amended", Subject.PROPOSAL, now.id, version=number)
        if now.deciding.open_round:
            await end_round(viewer, now, RoundState.NOT_DECIDED)
        if now.stage is not Stage.OPINION:
            await become(now, Stage.OPINION)
        if and_open:
            await _open(viewer, await proposal_alone(viewer, now.id), and_open)
        else:
            others = {*now.deciding.members, now.proposer_id}
            await say(viewer, now.id, now.number, others, NoticeKind.ROUND, "er is een nieuwe versie.")
        return number


async def _open(viewer: Viewer, now: Proposal, key: UUID) -> int:
    if reason := rounds.why_not_open_round(now.deciding, actor(viewer)):
        raise RuleBroken(reason)
    number = len(now.rounds) + 1
    row = Round(
        key=key,
        proposal=now.id,
        version=now.now.id,
        number=number,
        state=RoundState.OPEN,
        opened_at=clock.now(),
        opened_by=viewer.person_id,
    )
    await row.save()
    members = await circle_today(viewer, now.circle, now.deciding.invited)
    away = now.deciding.away
    await Seat.insert(
        *(
            Seat(
                round=row.id,
                person=member.person,
                organisation=member.organisation_id,
                role=member.role,
                place=place,
                present=member.person not in away,
            )
            for place, member in enumerate(members)
        )
    )
    await become(now, Stage.ROUND)
    await trail.record(viewer, "round opened", Subject.ROUND, row.id, round=number, version=now.now.number)
    present = {member.person for member in members} - away
    absent = {member.person for member in members} & away
    await say(viewer, now.id, now.number, present, NoticeKind.ROUND, ASKED)
    await say(viewer, now.id, now.number, absent, NoticeKind.ROUND, WITHOUT_YOU)
    return number


async def _answering(viewer: Viewer, proposal_id: int) -> Answering:
    await one_at_a_time("proposal", proposal_id)
    return await answering_for(viewer, proposal_id)


async def _keep(
    viewer: Viewer, asked: Answering, person: int, said: Answer, argument: str, *, entered_by: int | None
) -> None:
    argument = argument.strip() if said in (Answer.CONCERN, Answer.OBJECTION) else ""
    await Seat.update(
        {
            Seat.answer: said,
            Seat.argument: argument,
            Seat.answered_at: clock.now(),
            Seat.entered_by: entered_by,
        }
    ).where(Seat.round == asked.round_id, Seat.person == person)
    mine = asked.objections.get(person)
    if said is Answer.OBJECTION:
        if mine is None:
            await Objection(
                key=uuid4(), round=asked.round_id, owner=person, argument=argument, written_at=clock.now()
            ).save()
        elif mine.argument != argument or mine.withdrawn:
            await _argue_anew(mine.id, argument)
    elif mine is not None and not mine.withdrawn:
        if mine.verdict_proposed:
            await Objection.update({Objection.withdrawn_at: clock.now()}).where(Objection.id == mine.id)
        else:
            await Objection.delete().where(Objection.id == mine.id)


async def _argue_anew(objection_id: int, argument: str) -> None:
    """Another argument is tested anew."""
    await Objection.update(
        {
            Objection.argument: argument,
            Objection.withdrawn_at: None,
            Objection.verdict: "",
            Objection.verdict_reason: "",
            Objection.verdict_by: None,
            Objection.confirmed_by: None,
        }
    ).where(Objection.id == objection_id)


async def _tell_when_full(viewer: Viewer, asked: Answering, who: int) -> None:
    going_on = asked.deciding.open_round
    assert going_on is not None
    spoke_last = {seat.person for seat in going_on.silent} == {who}
    if spoke_last and asked.deciding.facilitator:
        leads = [asked.deciding.facilitator]
        await say(viewer, asked.proposal_id, asked.number, leads, NoticeKind.ROUND, "iedereen sprak.")


async def _tell_of_decision(viewer: Viewer, now: Proposal, until: date | None) -> None:
    going_on = now.deciding.open_round
    assert going_on is not None
    present = {seat.person for seat in going_on.present} | {now.proposer_id}
    await say(viewer, now.id, now.number, present, NoticeKind.DECISION, "besloten.")
    if until:
        absent = {seat.person for seat in going_on.absent}
        what = f"besloten. Tot {until.day}/{until.month}/{until.year} kan je nog een argument inbrengen."
        await say(viewer, now.id, now.number, absent - {now.proposer_id}, NoticeKind.DECISION, what)
