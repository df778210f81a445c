"""Telling the issues of a partnership, with the acts of who raised them and of the board."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.board.actions import issues as acts
from tracker.board.actions.issues import Feedback, NewIssue
from tracker.board.rules.kinds import StepKind
from tracker.demo.stories.issues import ISSUES, Asks, Goes
from tracker.learning.queries.conditions import conditions_to_choose
from tracker.learning.queries.extracts import stories
from tracker.learning.queries.patterns import to_choose
from tracker.partnership.queries.organisations import id_of
from tracker.partnership.rules.roles import Viewer

MORNING = time(8, 45)


async def tell_issues(people: dict[str, Viewer], today: date) -> None:
    """Every issue with its steps, in the order in which they were raised."""
    teller = IssueTeller(people, today)
    for asked in ISSUES:
        await teller.tell(asked)


class IssueTeller:
    """Tells issues; `people` are the people of the partnership by first name."""

    def __init__(self, people: dict[str, Viewer], today: date) -> None:
        self.people = people
        self.today = today

    async def tell(self, asked: Asks) -> None:
        with clock.at(self._moment(asked.ago)):
            issue_id = await self._raised(asked)
        for goes in asked.steps:
            with clock.at(self._moment(goes.ago)):
                await self._goes(issue_id, goes)
        if asked.offered:
            ago, who, to = asked.offered
            with clock.at(self._moment(ago)):
                await acts.offer(self._on(who, ago), issue_id, self.people[to].person_id)

    async def _raised(self, asked: Asks) -> int:
        viewer = self._on(asked.who, asked.ago)
        told = (await stories(viewer)).rows
        new = NewIssue(
            asked.kind,
            asked.title,
            asked.situation,
            asked.why_not_team,
            asked.tried,
            _named(await to_choose(viewer), asked.pattern),
            _named(await conditions_to_choose(viewer), asked.condition),
            _named({story.id: story.title for story in told}, asked.story),
            frozenset(self.people[name].person_id for name in asked.readers),
        )
        return await acts.raise_issue(viewer, uuid4(), new)

    async def _goes(self, issue_id: int, goes: Goes) -> None:
        viewer, key = self._on(goes.who, goes.ago), uuid4()
        if goes.kind is StepKind.TAKEN_UP:
            await acts.take_up(viewer, issue_id, key, goes.text)
        elif goes.kind is StepKind.ESCALATED:
            await acts.escalate(viewer, issue_id, key, await id_of(goes.at) or 0, goes.text)
        elif goes.kind is StepKind.NOTED:
            await acts.note(viewer, issue_id, key, goes.text)
        elif goes.kind is StepKind.RAISED_AGAIN:
            await acts.raise_again(viewer, issue_id, key, goes.text)
        else:
            again = self.today + timedelta(days=goes.again_in) if goes.again_in else None
            feedback = Feedback(goes.text, goes.then, goes.resolution, again)
            await acts.feed_back(viewer, issue_id, key, feedback)

    def _on(self, name: str, ago: int) -> Viewer:
        return replace(self.people[name], today=self.today - timedelta(days=ago))

    def _moment(self, ago: int) -> datetime:
        return datetime.combine(self.today - timedelta(days=ago), MORNING, tzinfo=UTC)


def _named(choices: dict[int, str], name: str) -> int | None:
    return next((each for each, called in choices.items() if called == name), None) if name else None
