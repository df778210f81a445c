"""Whatever people do with an issue, in whatever order: who escalated stays responsible until it is solved or
another member accepted, whoever raised it hears each step, every act stands in the trail, and a conflict is
read by nobody but the board and whom it names.
"""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.board.test_board_issues import NEW, another_board_member
from tests.examples import per_hundred
from tracker import clock
from tracker.board.actions import issues as actions
from tracker.board.actions.issues import Feedback
from tracker.board.queries.issues import issue_for, issues_of, open_for_agenda, owed_by, waiting
from tracker.board.rules import issues as rules
from tracker.board.rules.issues import OWNED, Actor, DutyKind, Facts, Limits, Next, Still, Walked
from tracker.board.rules.kinds import Circle, IssueKind, IssueState, Resolution, StepKind, Subject
from tracker.partnership import trail
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Notice, TrailEntry
from tracker.problems import NotFound, RuleBroken

TODAY = date(2026, 11, 25)
RAISER, FIRST, SECOND, THIRD = 1, 2, 3, 4
PEOPLE = (
    Actor(RAISER, Role.PRACTITIONER),
    Actor(5, Role.COORDINATOR),
    Actor(6, Role.QUALITY_COACH),
    Actor(FIRST, Role.BOARD_MEMBER),
    Actor(SECOND, Role.BOARD_MEMBER),
    Actor(THIRD, Role.BOARD_MEMBER),
)
WHO = st.sampled_from(PEOPLE)
MEMBER = st.sampled_from(PEOPLE[3:])
THEN = st.sampled_from([Next.GO_ON, *Next])
RESOLUTION = st.sampled_from(Resolution)
SOME_DAY = st.sampled_from([None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=9)])
ORGANISATION = st.sampled_from([11, 12, 13])
TAKING_PART = {11, 12}


class RulesMachine(RuleBasedStateMachine):
    """The rules alone: `facts` change only where a rule lets them."""

    reached: ClassVar[set[IssueState]] = set()

    def __init__(self):
        super().__init__()
        self.facts = Facts(
            IssueKind.RULES,
            Circle.TEAM,
            IssueState.NEW,
            RAISER,
            None,
            False,
            None,
            None,
            (Walked(StepKind.RAISED, TODAY),),
        )
        self.board = {FIRST, SECOND, THIRD}
        self.responsible: int | None = None
        self.escalated: list[int] = []

    def step(self, kind, organisation=None, **became):
        steps = (*self.facts.steps, Walked(kind, TODAY, organisation))
        self.facts = replace(self.facts, steps=steps, **became)
        self.facts = replace(self.facts, owner_on_board=self.facts.owner in self.board)
        self.reached.add(self.facts.state)

    def acting(self, actor):
        """Who left the board no longer acts in it."""
        gone = actor.role is Role.BOARD_MEMBER and actor.person not in self.board
        return replace(actor, role=Role.PROMOTOR) if gone else actor

    @rule(who=WHO)
    def take_up(self, who):
        who = self.acting(who)
        if not rules.why_not_take_up(self.facts, who):
            self.responsible = who.person
            self.step(StepKind.TAKEN_UP, state=IssueState.TAKEN_UP, owner=who.person)

    @rule(who=MEMBER, organisation=ORGANISATION)
    def escalate(self, who, organisation):
        if not rules.why_not_escalate(self.facts, self.acting(who), organisation, TAKING_PART):
            self.escalated.append(organisation)
            self.step(StepKind.ESCALATED, organisation, state=IssueState.ESCALATED, look_again_on=None)

    @rule(who=MEMBER, then=THEN, resolution=RESOLUTION, on=SOME_DAY)
    def feed_back(self, who, then, resolution, on):
        who = self.acting(who)
        if rules.why_not_feed_back(
            self.facts, who, then, resolution=resolution, look_again_on=on, today=TODAY
        ):
            return
        assert who.person == self.responsible
        if then is Next.SOLVED:
            self.responsible, self.escalated = None, []
        self.step(
            rules.STEP_OF[then],
            state=rules.state_after(self.facts, then),
            look_again_on=on if then is Next.PARK else None,
            offered_to=None if then is Next.SOLVED else self.facts.offered_to,
        )
        if self.facts.state is IssueState.BACK and not self.escalated:
            self.responsible = None

    @rule(who=WHO)
    def raise_again(self, who):
        if rules.why_not_raise_again(self.facts, self.acting(who)):
            return
        state = rules.state_when_raised_again(self.facts)
        if state is IssueState.NEW:
            self.responsible = None
            self.step(StepKind.RAISED_AGAIN, state=state, owner=None, offered_to=None, look_again_on=None)
        else:
            self.step(StepKind.RAISED_AGAIN, state=state, look_again_on=None)

    @rule(who=WHO)
    def withdraw(self, who):
        if not rules.why_not_withdraw(self.facts, self.acting(who)):
            assert self.responsible is None
            self.escalated = []
            self.step(StepKind.SOLVED, state=IssueState.SOLVED, owner=None)

    @rule(who=MEMBER, to=MEMBER)
    def offer(self, who, to):
        if not rules.why_not_offer(self.facts, self.acting(who), to.person, self.board):
            self.facts = replace(self.facts, offered_to=to.person)

    @rule(who=MEMBER)
    def take_over(self, who):
        who = self.acting(who)
        if not rules.why_not_take_over(self.facts, who):
            asked = self.facts.offered_to == who.person
            assert asked or self.facts.owner not in self.board
            self.responsible = who.person
            self.step(StepKind.HANDED_OVER, owner=who.person, offered_to=None)

    @rule(who=WHO)
    def decline(self, who):
        if not rules.why_not_decline(self.facts, self.acting(who)):
            self.facts = replace(self.facts, offered_to=None)

    @rule(who=MEMBER, often=st.integers(0, 9))
    def leave_or_come_back(self, who, often):
        if often < 2:
            self.board ^= {who.person}
            self.facts = replace(self.facts, owner_on_board=self.facts.owner in self.board)

    @invariant()
    def who_took_it_is_responsible_until_it_is_solved(self):
        facts = self.facts
        assert facts.has_owner == (self.responsible is not None)
        if self.responsible is not None:
            assert facts.owner == self.responsible
        assert set(facts.organisations) == set(self.escalated)
        if facts.state in OWNED:
            assert facts.has_owner

    @invariant()
    def duties_run_until_it_is_solved(self):
        owed = {(duty.kind, duty.person, duty.organisation) for duty in rules.duties(self.facts)}
        if self.facts.state is IssueState.SOLVED:
            assert not owed
            return
        assert (DutyKind.TELL_TEAM, RAISER, None) in owed
        assert ((DutyKind.TAKE_UP, None, None) in owed) == (self.facts.state is IssueState.NEW)
        if self.responsible is not None:
            who = self.responsible if self.responsible in self.board else None
            assert (DutyKind.FEED_BACK, who, None) in owed
            for organisation in self.escalated:
                assert (DutyKind.KEEP_RAISING, who, organisation) in owed

    @invariant()
    def nothing_owned_stays_silent_for_ever(self):
        later = TODAY + timedelta(days=400)
        still = rules.stands_still(self.facts, Limits(), later)
        assert (still is None) == (self.facts.state is not IssueState.NEW and self.responsible is None)
        if self.responsible is not None and self.responsible not in self.board:
            assert still is Still.WITHOUT_OWNER


def test_the_rules_hold_whoever_acts_in_whatever_order():
    RulesMachine.reached = {IssueState.NEW}
    rules_of_run = settings(
        max_examples=per_hundred(500),
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(RulesMachine, settings=rules_of_run)

    assert RulesMachine.reached == set(IssueState)


class ActsMachine(RuleBasedStateMachine):
    """One issue in the database, of any kind; two board members and its raiser act on it, others try to."""

    def __init__(self, cast, greet, loop):
        super().__init__()
        self.cast, self.greet, self.loop = cast, greet, loop
        self.acts = 0

    def do(self, act):
        async def now():
            return await act()

        return asyncio.run_coroutine_threadsafe(now(), self.loop).result(timeout=30)

    @initialize(conflict=st.booleans())
    def raise_one(self, conflict):
        named = frozenset({self.cast.ben.person_id})
        new = replace(NEW, kind=IssueKind.CONFLICT, readers=named) if conflict else NEW

        async def act():
            viewer = await self.cast.an.viewer()
            return viewer, await actions.raise_issue(viewer, uuid4(), new)

        self.an, self.made = self.do(act)
        self.conflict = conflict
        self.acts = 1

    def tried(self, who, act):
        """An act that leaves one entry in the trail and tells the raiser, or changes nothing at all."""

        async def now():
            viewer = self.greet if who == "greet" else await getattr(self.cast, who).viewer()
            before = await issue_for(self.an, self.made)
            try:
                await act(viewer)
            except (RuleBroken, NotFound):
                assert await self.entries() == self.acts
                assert await issue_for(self.an, self.made) == before
                return
            after = await issue_for(self.an, self.made)
            self.acts = await self.entries()
            if len(after.steps) > len(before.steps) and viewer.person_id != self.an.person_id:
                assert await self.heard(after)
            if before.facts.has_owner and after.owner_id != before.owner_id:
                solved, again = IssueState.SOLVED, StepKind.RAISED_AGAIN
                handed = after.last.kind is StepKind.HANDED_OVER and after.owner_id == viewer.person_id
                assert handed or after.state is solved or after.last.kind is again

        self.do(now)

    async def entries(self):
        return await TrailEntry.count().where(
            TrailEntry.subject == Subject.ISSUE, TrailEntry.subject_id == self.made
        )

    async def heard(self, issue):
        return await Notice.exists().where(
            Notice.person == self.an.person_id,
            Notice.path == f"/p/durmeland/kwesties/{issue.id}",
            Notice.text.like(f"Kwestie {issue.code}, stap {issue.last.number}:%"),
        )

    @rule(who=st.sampled_from(["bea", "greet", "cor", "dot"]))
    def take_up(self, who):
        self.tried(who, lambda viewer: actions.take_up(viewer, self.made, uuid4()))

    @rule(who=st.sampled_from(["bea", "greet", "out"]), there=st.sampled_from(["vdab", "ocmw"]))
    def escalate(self, who, there):
        organisation = getattr(self.cast, there)
        self.tried(who, lambda viewer: actions.escalate(viewer, self.made, uuid4(), organisation))

    @rule(who=st.sampled_from(["bea", "greet", "an"]), then=THEN, said=st.booleans())
    def feed_back(self, who, then, said):
        on = clock.today() + timedelta(days=9) if said else None
        resolution = Resolution.AGREEMENT if said else Resolution.NONE
        feedback = Feedback("Dit bewoog.", then, resolution, on)
        self.tried(who, lambda viewer: actions.feed_back(viewer, self.made, uuid4(), feedback))

    @rule(who=st.sampled_from(["an", "ben", "bea", "out"]))
    def raise_again(self, who):
        self.tried(who, lambda viewer: actions.raise_again(viewer, self.made, uuid4(), "Weer."))

    @rule(who=st.sampled_from(["an", "bea", "dirk"]))
    def note(self, who):
        self.tried(who, lambda viewer: actions.note(viewer, self.made, uuid4(), "Intussen."))

    @rule(who=st.sampled_from(["an", "ben", "dot"]))
    def withdraw(self, who):
        self.tried(who, lambda viewer: actions.withdraw(viewer, self.made, uuid4(), "Het is goed."))

    @rule(who=st.sampled_from(["bea", "greet"]), to=st.sampled_from(["bea", "cor", "an"]))
    def offer(self, who, to):
        person = getattr(self.cast, to).person_id
        self.tried(who, lambda viewer: actions.offer(viewer, self.made, person))

    @rule(who=st.sampled_from(["bea", "greet", "cor"]))
    def take_over(self, who):
        self.tried(who, lambda viewer: actions.take_over(viewer, self.made, uuid4()))

    @rule(who=st.sampled_from(["bea", "greet", "kim"]))
    def decline(self, who):
        self.tried(who, lambda viewer: actions.decline(viewer, self.made))

    @invariant()
    def a_conflict_is_read_by_nobody_else(self):
        async def look():
            found = {issue.id for issue in await issues_of(await self.cast.out.viewer())}
            assert (self.made in found) is (not self.conflict)

        if self.acts:
            self.do(look)

    def teardown(self):
        self.do(self.nothing_leaked)

    async def nothing_leaked(self):
        strangers = (self.cast.out, self.cast.dirk, self.cast.kim, self.cast.pro)
        for member in strangers:
            viewer = await member.viewer()
            lists = [await each(viewer) for each in (issues_of, owed_by, waiting, open_for_agenda)]
            found = {issue.id for each in lists for issue in each}
            assert (self.made in found) is (not self.conflict)
        told = await Notice.count().where(
            Notice.person.is_in([member.person_id for member in strangers]),
            Notice.path == f"/p/durmeland/kwesties/{self.made}",
        )
        assert told == 0
        assert (await issue_for(await self.cast.ben.viewer(), self.made)).id == self.made
        assert await trail.verify(self.cast.durmeland) is None


@pytest.mark.hypothesis
async def test_the_database_holds_the_same_whoever_acts_in_whatever_order(cast):
    loop, greet = asyncio.get_running_loop(), await another_board_member(cast)
    rules_of_run = settings(
        max_examples=per_hundred(20),
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    await asyncio.to_thread(
        run_state_machine_as_test, lambda: ActsMachine(cast, greet, loop), settings=rules_of_run
    )
