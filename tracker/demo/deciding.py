"""Telling what circles decided, with the acts of who proposed, answered and facilitated."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.board.actions.proposals import objections, rounds, stages
from tracker.board.actions.proposals.evaluating import Evaluating, evaluate
from tracker.board.actions.proposals.preparing import Frame, NewProposal, Text, make_proposal
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.rules.kinds import Answer, Stage
from tracker.demo.stories.proposals import PROPOSALS, Asks, Proposes, Says, Words
from tracker.learning.queries.initiatives import initiatives_of
from tracker.learning.rules.initiatives import InitiativeState
from tracker.partnership.rules.roles import Viewer

TOLD_AT = time(8, 45)


async def tell_proposals(people: dict[str, Viewer], today: date) -> None:
    """Every proposal, oldest first."""
    teller = ProposalTeller(people, today)
    for told in PROPOSALS:
        await teller.tell(told)


class ProposalTeller:
    """Tells proposals; `people` are the people of the partnership by first name."""

    def __init__(self, people: dict[str, Viewer], today: date) -> None:
        self.people = people
        self.today = today

    async def tell(self, told: Proposes) -> None:
        with clock.at(self._moment(told.ago)):
            made = await self._made(told)
            await self._say(made, told, told.questions, told.ago)
            if told.opinions:
                await stages.move(self._on(told.proposer, told.ago), made, Stage.OPINION)
                await self._say(made, told, told.opinions, told.ago)
        for number, asks in enumerate(told.rounds):
            with clock.at(self._moment(asks.ago) + timedelta(minutes=30 * number)):
                await self._ask(made, told, asks)
        if told.evaluated:
            ago, seen, improve, result = told.evaluated
            with clock.at(self._moment(ago)):
                next_on = self.today + timedelta(days=9)
                found = Evaluating(seen, result, improve=improve, next_on=next_on)
                await evaluate(self._on(told.proposer, ago), made, uuid4(), found)
        if told.withdrawn:
            with clock.at(self._moment(told.ago - 2)):
                await stages.withdraw_proposal(self._on(told.proposer, told.ago - 2), made, told.withdrawn)

    async def _made(self, told: Proposes) -> int:
        viewer = self._on(told.proposer, told.ago)
        frame = Frame(
            title=told.title,
            driver=told.driver,
            facilitator=self.people[told.facilitator].person_id if told.facilitator else None,
            remind_on=self.today + timedelta(days=3) if told.rounds and told.rounds[-1].silent else None,
        )
        waiting = [line for line in await initiatives_of(viewer) if line.state is InitiativeState.READY]
        about = next((line.id for line in waiting if line.name == told.initiative), None)
        new = NewProposal(told.circle, frame, self._text(told.words, told.ago), initiative=about)
        return await make_proposal(viewer, uuid4(), new)

    async def _say(self, made: int, told: Proposes, said: tuple[Says, ...], ago: int) -> None:
        for each in said:
            reaction = await stages.react(self._on(each.who, ago), made, uuid4(), each.text)
            if each.reply:
                await stages.reply(self._on(told.proposer, ago), made, reaction, each.reply)

    async def _ask(self, made: int, told: Proposes, asks: Asks) -> None:
        assert told.facilitator is not None
        leads = self._on(told.facilitator, asks.ago)
        if (await proposal_for(leads, made)).stage is not Stage.ROUND:
            await rounds.open_round(leads, made, uuid4())
        going_on = (await proposal_for(leads, made)).open_round
        assert going_on is not None
        for seat in going_on.seats:
            if seat.name not in asks.silent:
                said, argument = asks.said.get(seat.name, (Answer.CONSENT, ""))
                await rounds.answer(self._on(seat.name, asks.ago), made, said, argument)
        for test in asks.tests:
            by, confirmed = self._on(test.by, asks.ago), self._on(test.confirmed, asks.ago)
            seen = (await proposal_for(by, made)).objections
            tested = next(each.id for each in seen if each.owner_name == test.owner)
            await objections.judge(by, made, tested, test.verdict, test.reason)
            await objections.confirm(confirmed, made, tested, test.verdict)
        if asks.amended:
            writes = self._on(asks.amended_by, asks.ago)
            await rounds.amend(writes, made, uuid4(), self._text(asks.amended, asks.ago), asks.why)
        elif asks.outcome is not None:
            await rounds.decide(leads, made, rounds.Outcome(asks.outcome))

    def _text(self, words: Words, ago: int) -> Text:
        review_on = self.today + timedelta(days=words.review_in - ago)
        return Text(words.text, words.who, words.expected, words.criteria, review_on)

    def _on(self, name: str, ago: int) -> Viewer:
        return replace(self.people[name], today=self.today - timedelta(days=ago))

    def _moment(self, ago: int) -> datetime:
        moment = datetime.combine(self.today - timedelta(days=ago), TOLD_AT, tzinfo=UTC)
        return moment if ago else min(moment, clock.now() - timedelta(hours=1))
