"""Whatever people do with an initiative, in whatever order: nothing spreads before it is stable, nothing
starts without its gate, no prediction changes once its doing began, and every act stands in the trail.
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

from tests.examples import per_hundred
from tests.learning import initiated
from tests.learning.initiated import PLAN, SEEN, SUMMARY, TEXTS
from tracker import clock
from tracker.learning.actions import initiatives, iterations, offers
from tracker.learning.actions.iterations import Ending
from tracker.learning.queries.initiatives import initiative_for
from tracker.learning.rules import initiatives as rules
from tracker.learning.rules import iterations as cycles
from tracker.learning.rules.initiatives import OVER, PREPARING, Facts, Gate, InitiativeState, Part
from tracker.learning.rules.iterations import Cycle, IterationOutcome
from tracker.learning.rules.kinds import Recurrence
from tracker.partnership import trail
from tracker.partnership.tables import TrailEntry
from tracker.problems import RuleBroken

TODAY = date(2026, 11, 25)
TEXT = st.sampled_from(["Gezien.", "Geleerd.", "Zo gaat het.", " ", ""])
OUTCOME = st.sampled_from([IterationOutcome.ADOPT, *IterationOutcome, None])
SELDOM = st.integers(min_value=0, max_value=19)
OPEN = Gate(TODAY, by_consent=True, on_agenda=True, offered=True)
GATE = st.just(OPEN) | st.builds(
    Gate,
    decided_on=st.sampled_from([None, TODAY - timedelta(days=1), TODAY]),
    by_consent=st.booleans(),
    arguments_until=st.sampled_from([None, TODAY - timedelta(days=1), TODAY]),
    on_agenda=st.booleans(),
    offered=st.booleans(),
)


class RulesMachine(RuleBasedStateMachine):
    """The rules alone: `facts` change only where a rule lets them; `reached` holds every state that came."""

    reached: ClassVar[set[InitiativeState]] = set()

    def __init__(self):
        super().__init__()
        self.facts = Facts(InitiativeState.DRAFT, missing=tuple(Part))
        self.cycles: list[Cycle] = []
        self.predicted: dict[int, str] = {}
        self.began_with: dict[int, str] = {}
        self.went = [InitiativeState.DRAFT]
        self.gate = Gate()

    @initialize(whole=st.booleans(), far=st.sampled_from(["draft", "ready", "started", "started"]))
    def begin_one(self, whole, far):
        """Some begin with nothing, some a little further, by the same acts."""
        self.facts = replace(self.facts, missing=() if whole or far != "draft" else tuple(Part))
        if far != "draft":
            self.make_ready()
            self.offer("Kort.")
        if far == "started":
            self.start(OPEN)

    def become(self, state, **rest):
        self.facts = replace(self.facts, state=state, **rest)
        self.went.append(state)

    def at(self, number, cycle):
        self.cycles[number - 1] = cycle
        running = next((each.number for each in self.cycles if each.running), None)
        planned = next((each.number for each in self.cycles if each.planned), None)
        outcomes = tuple(each.outcome for each in self.cycles if each.outcome)
        self.facts = replace(self.facts, running=running, planned=planned, outcomes=outcomes)

    @rule(part=st.sampled_from(Part), partly=SELDOM, one_off=st.booleans())
    def write(self, part, partly, one_off):
        if rules.why_not_write(self.facts):
            return
        missing = {*self.facts.missing, part} if partly > 15 else set(self.facts.missing) - {part}
        self.facts = replace(self.facts, missing=tuple(missing), one_off=one_off, changed_on=TODAY)
        if missing and self.facts.state is InitiativeState.READY:
            self.become(InitiativeState.DRAFT)

    @rule()
    def write_all(self):
        if not rules.why_not_write(self.facts):
            self.facts = replace(self.facts, missing=(), changed_on=TODAY)

    @rule()
    def make_ready(self):
        if not rules.why_not_ready(self.facts):
            self.become(InitiativeState.READY)

    @rule(summary=TEXT)
    def offer(self, summary):
        if not rules.why_not_offer(self.facts, summary):
            self.facts = replace(self.facts, offered=True)

    @rule(gate=GATE)
    def start(self, gate):
        if not rules.why_not_start(self.facts, gate, TODAY):
            self.gate = gate
            self.become(InitiativeState.STARTED, decided_on=gate.decided_on)

    @rule(prediction=TEXT)
    def plan(self, prediction):
        runs = self.facts.state is InitiativeState.STARTED
        open_number = self.facts.running or self.facts.planned
        if cycles.why_not_plan(runs=runs, open_number=open_number):
            return
        if not cycles.why_not_predict(prediction, "Zes mensen."):
            self.cycles.append(Cycle(len(self.cycles) + 1))
            self.at(len(self.cycles), self.cycles[-1])
            self.predicted[len(self.cycles)] = prediction

    @rule(data=st.data(), words=st.text(min_size=1, max_size=5))
    def reword(self, data, words):
        if self.cycles:
            cycle = data.draw(st.sampled_from(self.cycles[-2:]))
            if not cycles.why_not_reword(cycle):
                self.predicted[cycle.number] = words

    @rule(data=st.data())
    def begin(self, data):
        if self.cycles:
            cycle = data.draw(st.sampled_from(self.cycles[-2:]))
            runs = self.facts.state is InitiativeState.STARTED
            if not cycles.why_not_begin(cycle, runs=runs, running=self.facts.running):
                self.at(cycle.number, replace(cycle, started_on=TODAY))
                self.began_with[cycle.number] = self.predicted[cycle.number]

    @rule(data=st.data(), outcome=OUTCOME, learned=TEXT, follow_up=TEXT)
    def end(self, data, outcome, learned, follow_up):
        if self.cycles:
            cycle = data.draw(st.sampled_from(self.cycles[-2:]))
            said = {"seen": "Gezien.", "matched": "Half.", "learned": learned, "follow_up": follow_up}
            if not cycles.why_not_end(cycle, outcome, **said, ended_on=TODAY, today=TODAY):
                self.at(cycle.number, replace(cycle, outcome=outcome))

    @rule(outcome=st.sampled_from([IterationOutcome.ADOPT, IterationOutcome.ADAPT]))
    def try_once(self, outcome):
        """A whole iteration, where the rules let one."""
        runs = self.facts.state is InitiativeState.STARTED
        if not cycles.why_not_plan(runs=runs, open_number=self.facts.running or self.facts.planned):
            number = len(self.cycles) + 1
            self.predicted[number] = self.began_with[number] = "Het lukt."
            self.cycles.append(Cycle(number))
            self.at(number, Cycle(number, TODAY, outcome))

    @rule(evidence=TEXT, reason=TEXT)
    def call_stable(self, evidence, reason):
        if not rules.why_not_stable(self.facts, evidence, reason):
            assert evidence.strip()
            assert len(self.facts.outcomes) > 1 or reason.strip()
            self.become(InitiativeState.STABLE)

    @rule(how=TEXT)
    def spread(self, how):
        if not rules.why_not_spread(self.facts, how):
            self.become(InitiativeState.SPREAD)

    @rule(learned=TEXT, sure=SELDOM)
    def abandon(self, learned, sure):
        if sure == 7 and not rules.why_not_abandon(self.facts, learned):
            self.become(InitiativeState.ABANDONED)

    @rule(reason=TEXT, sure=SELDOM)
    def back(self, reason, sure):
        if sure == 7 and not rules.why_not_back(self.facts, reason):
            self.become(InitiativeState.BACK_TO_CASE)

    @invariant()
    def nothing_spreads_before_it_is_stable(self):
        if InitiativeState.SPREAD in self.went:
            assert self.went.index(InitiativeState.STABLE) < self.went.index(InitiativeState.SPREAD)
        if InitiativeState.STABLE in self.went:
            assert self.facts.outcomes[-1] is IterationOutcome.ADOPT

    @invariant()
    def nothing_started_without_its_gate(self):
        if InitiativeState.STARTED in self.went:
            gate = self.gate
            assert gate.by_consent
            assert gate.on_agenda
            assert self.facts.offered
            assert gate.decided_on
            assert gate.arguments_until is None or gate.arguments_until < TODAY
            assert not self.facts.missing
        assert InitiativeState.STARTED in self.went or not self.cycles

    @invariant()
    def no_prediction_changed_after_its_start_and_one_ran_at_a_time(self):
        assert all(self.predicted[number] == words for number, words in self.began_with.items())
        assert sum(cycle.running for cycle in self.cycles) <= 1

    def teardown(self):
        RulesMachine.reached.update(self.went)

    @invariant()
    def what_is_over_stays_over(self):
        for index, state in enumerate(self.went):
            assert state not in OVER or index == len(self.went) - 1


@pytest.mark.hypothesis
def test_the_rules_hold_after_any_sequence_of_acts():
    rules_of_run = settings(
        max_examples=per_hundred(500),
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(RulesMachine, settings=rules_of_run)

    assert RulesMachine.reached == set(InitiativeState)


class ActsMachine(RuleBasedStateMachine):
    """One initiative in the database; An and Ben act on it, and Dot of elsewhere tries to."""

    def __init__(self, cast, loop):
        super().__init__()
        self.cast, self.loop = cast, loop
        self.acts, self.began_with, self.went, self.offered = 0, {}, [InitiativeState.DRAFT], False

    def do(self, act):
        async def now():
            return await act()

        return asyncio.run_coroutine_threadsafe(now(), self.loop).result(timeout=30)

    def succeeds(self, act):
        try:
            self.do(act)
        except RuleBroken:
            return False
        return True

    reached: ClassVar[set[InitiativeState]] = set()

    @initialize(whole=st.sampled_from(["ready", "written", "drafted", "started"]))
    def begin_one(self, whole):
        name = f"Map {uuid4()}"

        async def act():
            return await getattr(initiated, whole)(self.cast, name)

        self.made = self.do(act)
        now = self.now()
        self.offered = now.offered_at is not None
        if now.state is not self.went[-1]:
            self.went.append(now.state)

    async def an(self):
        return await self.cast.an.viewer()

    def now(self):
        async def act():
            return await initiative_for(await self.cast.ben.viewer(), self.made)

        return self.do(act)

    def tried(self, act):
        """An act that either leaves one entry in the trail, or changes nothing and leaves none."""

        async def counted():
            count = await TrailEntry.count()
            try:
                await act(await self.an())
            except RuleBroken:
                assert await TrailEntry.count() == count
                return False
            return await TrailEntry.count() > count

        done = self.do(counted)
        state = self.now().state
        if state is not self.went[-1]:
            self.went.append(state)
        return done

    @rule(part=st.sampled_from(sorted(TEXTS)), whole=st.booleans(), once=st.booleans())
    def write(self, part, whole, once):
        said = dict(TEXTS[part])
        if part is Part.RECURRENCE and once:
            said["recurrence"] = Recurrence.ONE_OFF
        self.tried(lambda an: initiatives.fill(an, self.made, part, said, finished=whole))

    @rule()
    def make_ready(self):
        self.tried(lambda an: initiatives.ready(an, self.made))

    @rule()
    def offer(self):
        self.offered |= self.tried(lambda an: offers.offer(an, self.made, SUMMARY))

    @rule(shut=st.sampled_from(["", "", "", "consent", "agenda", "decided"]))
    def start(self, shut):
        consent, agenda, decided = shut != "consent", shut != "agenda", shut != "decided"
        gate = Gate(clock.today() if decided else None, consent, None, agenda, offered=True)
        if self.tried(lambda an: initiatives.start(an, self.made, gate)):
            assert consent
            assert agenda
            assert decided
            assert self.offered

    @rule()
    def plan(self):
        self.tried(lambda an: iterations.plan(an, self.made, uuid4(), PLAN))

    @rule(words=st.sampled_from(["Anders.", "Nog anders.", ""]), number=st.integers(1, 3))
    def reword(self, words, number):
        if number <= len(self.now().iterations):
            wanted = replace(PLAN, prediction=words)
            self.tried(lambda an: iterations.reword(an, self.made, number, wanted))

    @rule(number=st.integers(1, 3))
    def begin(self, number):
        found = {each.number: each for each in self.now().iterations}
        if number in found and self.tried(lambda an: iterations.begin(an, self.made, number)):
            self.began_with[number] = found[number].prediction

    @rule(
        number=st.integers(1, 3),
        outcome=st.sampled_from([IterationOutcome.ADOPT, *IterationOutcome]),
        said=st.sampled_from([True, True, False]),
    )
    def end(self, number, outcome, said):
        if number <= len(self.now().iterations):
            seen = SEEN if said else replace(SEEN, learned="")
            ending = Ending(outcome, clock.today(), "Verder.", seen)
            self.tried(lambda an: iterations.end(an, self.made, number, ending))

    @rule(reason=st.booleans())
    def call_stable(self, reason):
        said = "De regel verdween." if reason else ""
        self.tried(lambda an: initiatives.call_stable(an, self.made, "Gezien.", said))

    @rule()
    def spread(self):
        self.tried(lambda an: initiatives.spread(an, self.made, "Iedereen."))

    @rule(sure=SELDOM, back=st.booleans())
    def stop(self, sure, back):
        act = initiatives.back_to_case if back else initiatives.abandon
        if sure == 7:
            self.tried(lambda an: act(an, self.made, "Geleerd."))

    @invariant()
    def it_went_the_way_of_the_rules(self):
        now = self.now()
        if InitiativeState.SPREAD in self.went:
            assert InitiativeState.STABLE in self.went
        if now.iterations or InitiativeState.STABLE in self.went:
            assert InitiativeState.STARTED in self.went
        assert all(state not in OVER for state in self.went[:-1])
        assert now.state in PREPARING or now.started_on or now.state in OVER
        found = {each.number: each.prediction for each in now.iterations}
        assert all(found[number] == words for number, words in self.began_with.items())

    def teardown(self):
        async def whole():
            return await trail.verify(self.cast.durmeland)

        ActsMachine.reached.update(self.went)
        assert self.do(whole) is None


@pytest.mark.hypothesis
async def test_the_database_holds_the_same_after_any_sequence_of_acts(cast):
    loop = asyncio.get_running_loop()
    rules_of_run = settings(
        max_examples=per_hundred(20),
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    await asyncio.to_thread(run_state_machine_as_test, lambda: ActsMachine(cast, loop), settings=rules_of_run)
