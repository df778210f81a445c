"""Whatever anyone tries, in whatever order: silence decides nothing, and an objection is its owner's (law 2).

The machine asks the real rules for each act and, when they let it through, does to its own record what the
act would do. A second record, that the rules never see, holds what may not be broken.
"""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from tests.examples import per_hundred
from tracker.board.rules import objections, proposals, rounds
from tracker.board.rules.circles import Actor
from tracker.board.rules.deciding import Deciding, ObjectionFacts, RoundFacts, SeatFacts
from tracker.board.rules.kinds import Answer, Circle, DecisionForm, RoundState, Stage, Verdict
from tracker.partnership.rules.roles import Role

DAY = date(2026, 11, 25)
NAMES = {1: "An", 2: "Ben", 3: "Cor", 4: "Dina", 5: "Els"}
ROLES = {1: Role.PRACTITIONER, 2: Role.PRACTITIONER, 3: Role.COORDINATOR, 4: Role.PRACTITIONER}
SAID, LIKELY = list(Answer), (1, 8, 3, 3)
COACH, STRANGER = Actor(9, Role.QUALITY_COACH), Actor(8, Role.BOARD_MEMBER)
ACTORS = [*(Actor(person, ROLES.get(person, Role.PRACTITIONER)) for person in NAMES), COACH, STRANGER]


class Machine:
    """An brought it in, Cor facilitates; five sit in the circle, a coach and a board member try as well."""

    def __init__(self, chance):
        self.chance = chance
        self.now = Deciding(
            circle=Circle.TEAM,
            form=DecisionForm.CONSENT,
            stage=Stage.PICTURE,
            proposer=1,
            facilitator=3,
            members=dict(NAMES),
        )
        self.day = DAY
        self.decided: list[int] = []
        self.spoken: set[tuple[int, int]] = set()
        self.ended_by_owner: set[int] = set()

    def put(self, **changes):
        self.now = replace(self.now, **changes)

    def put_round(self, **changes):
        self.put(rounds=(*self.now.rounds[:-1], replace(self.now.latest, **changes)))

    def put_seat(self, person, **changes):
        seats = tuple(replace(s, **changes) if s.person == person else s for s in self.now.latest.seats)
        self.put_round(seats=seats)

    def put_objection(self, objection, **changes):
        changed = replace(objection, **changes)
        self.put(objections=tuple(changed if o.id == objection.id else o for o in self.now.objections))

    def end(self, state):
        """What the end of a round fixes: who agreed in it in person withdrew what they objected."""
        for each in self.now.objections:
            if self.now.agreed_later(each) and not each.withdrawn:
                assert (each.owner, self.now.latest.number) in self.spoken
                self.put_objection(each, withdrawn=True)
                self.ended_by_owner.add(each.id)
        self.put_round(state=state)

    def somebody_for(self, act):
        """Anybody; half of the time somebody who may well be let through, or rounds would never get full."""
        anyone = self.chance.choice(ACTORS)
        if self.chance.random() < 0.5:
            return anyone
        if act in (Machine.open_round, Machine.decide, Machine.enter):
            return ACTORS[2]
        silent = {seat.person for seat in self.now.open_round.silent} if self.now.open_round else set()
        if act is Machine.answer and silent:
            return self.chance.choice([each for each in ACTORS if each.person in silent])
        owners = {each.owner for each in self.now.standing}
        if act is Machine.withdraw and owners:
            return self.chance.choice([each for each in ACTORS if each.person in owners])
        return self.chance.choice(ACTORS[:5])

    def objection(self):
        return self.chance.choice(self.now.objections) if self.now.objections else None

    def open_round(self, who):
        if rounds.why_not_open_round(self.now, who):
            return
        seats = tuple(
            SeatFacts(person, name, present=person not in self.now.away)
            for person, name in self.now.members.items()
        )
        number = len(self.now.rounds) + 1
        opened = RoundFacts(number, number, self.now.version, RoundState.OPEN, seats)
        self.put(rounds=(*self.now.rounds, opened), stage=Stage.ROUND)

    def answer(self, who):
        said = self.chance.choices(SAID, LIKELY)[0]
        if rounds.why_not_answer(self.now, who, said, "omdat"):
            return
        self.spoken.add((who.person, self.now.latest.number))
        self.say(who.person, said, None)

    def enter(self, who):
        person, said = self.chance.choice(list(NAMES)), self.chance.choices(SAID, LIKELY)[0]
        if rounds.why_not_enter(self.now, who, person, said, "omdat"):
            return
        assert person != who.person
        self.say(person, said, who.person)

    def say(self, person, said, entered_by):
        before = self.now.latest.seat(person).answer
        self.put_seat(person, answer=said, entered_by=entered_by)
        mine = [o for o in self.now.objections if o.owner == person and o.round == self.now.latest.number]
        if said is Answer.OBJECTION and not mine:
            new = ObjectionFacts(len(self.now.objections) + 1, person, NAMES[person], self.now.latest.number)
            self.put(objections=(*self.now.objections, new))
        elif said is Answer.OBJECTION and before is not Answer.OBJECTION:
            self.put_objection(
                mine[0], withdrawn=False, verdict=Verdict.UNTESTED, verdict_by=None, confirmed_by=None
            )
        elif said is not Answer.OBJECTION and mine:
            assert entered_by is None or mine[0].withdrawn
            self.put_objection(mine[0], withdrawn=True)
            self.ended_by_owner.add(mine[0].id)

    def decide(self, who):
        if rounds.why_not_decide(self.now, who):
            return
        assert all(seat.answer is not Answer.SILENT for seat in self.now.latest.seats if seat.counts)
        for each in self.now.objections:
            ended = each.id in self.ended_by_owner or each.answered or self.now.agreed_later(each)
            found_none = each.confirmed_by is not None and each.verdict in (Verdict.CONCERN, Verdict.NEITHER)
            assert ended or found_none
        assert who.person not in (1, 8)
        self.decided.append(self.now.latest.version)
        self.end(RoundState.DECIDED)
        absent = self.now.latest.absent
        self.put_round(arguments_until=self.day + timedelta(days=7) if absent else None)
        self.put(stage=Stage.DECIDED)

    def end_without_decision(self, who):
        if not rounds.why_not_end_round(self.now, who):
            self.end(RoundState.NOT_DECIDED)
            self.put(stage=Stage.OPINION)

    def amend(self, who):
        if proposals.why_not_amend(self.now, who):
            return
        if self.now.open_round:
            self.end(RoundState.NOT_DECIDED)
        self.put(version=self.now.version + 1, stage=Stage.OPINION)

    def move(self, who):
        to = self.chance.choice(list(Stage))
        if proposals.why_not_move(self.now, who, to):
            return
        if self.now.open_round:
            self.end(RoundState.NOT_DECIDED)
        self.put(stage=to)

    def judge(self, who):
        objection, verdict = self.objection(), self.chance.choice(list(Verdict))
        if objection and not objections.why_not_judge(self.now, objection, who, verdict, "omdat"):
            assert who.person != objection.owner
            self.put_objection(objection, verdict=verdict, verdict_by=who.person, confirmed_by=None)

    def confirm(self, who):
        objection = self.objection()
        if objection and not objections.why_not_confirm(self.now, objection, who):
            assert who.person not in (objection.owner, objection.verdict_by)
            assert not {who.person, objection.verdict_by} <= {1, self.now.facilitator}
            self.put_objection(objection, confirmed_by=who.person)

    def withdraw(self, who):
        objection = self.objection()
        if objection and not objections.why_not_withdraw_objection(self.now, objection, who):
            assert who.person == objection.owner
            self.ended_by_owner.add(objection.id)
            self.put_objection(objection, withdrawn=True)

    def answer_for_circle(self, who):
        objection = self.objection()
        if objection and not objections.why_not_answer_for_circle(self.now, objection, who):
            assert objection.owner not in self.now.members
            self.put_objection(objection, answered=True)

    def be_away(self, who):
        if rounds.why_not_be_away(self.now, who):
            return
        self.put(away=self.now.away | {who.person})
        if self.now.open_round and self.now.open_round.seat(who.person):
            self.put_seat(who.person, stepped_out=True)

    def be_back(self, who):
        if not rounds.why_not_be_back(self.now, who):
            self.put(away=self.now.away - {who.person})

    def argue_later(self, who):
        self.day += timedelta(days=self.chance.randrange(3))
        if objections.why_not_argue(self.now, who, self.day):
            return
        assert not self.now.latest.seat(who.person).counts
        decided = self.now.latest.number
        kept = tuple(o for o in self.now.objections if (o.owner, o.round) != (who.person, decided))
        new = ObjectionFacts(
            100 + len(self.now.rounds), who.person, NAMES[who.person], decided, from_absentee=True
        )
        self.put_round(state=RoundState.REOPENED)
        self.put(
            objections=(*kept, new),
            away=self.now.away - {who.person},
            version=self.now.version + 1,
            stage=Stage.OPINION,
        )

    def role_ends(self, who):
        person = who.person
        if len(self.now.members) > 3 and person in self.now.members and person not in (1, 3):
            self.put(members={p: name for p, name in self.now.members.items() if p != person})

    def role_begins(self, who):
        person = self.chance.choice(list(NAMES))
        self.put(members={p: NAMES[p] for p in sorted({*self.now.members, person})})

    def withdraw_proposal(self, who):
        if proposals.why_not_withdraw(self.now, who) or len(self.now.rounds) < 6:
            return
        assert who.person == 1
        if self.now.open_round:
            self.end(RoundState.NOT_DECIDED)
        self.put(stage=Stage.WITHDRAWN)

    def holds(self):
        self.at_most_one_round_is_open_and_only_in_its_stage()
        self.a_version_has_one_outcome()
        self.nobody_but_the_owner_withdrew()
        self.what_is_said_stays_hidden_until_all_spoke()

    def at_most_one_round_is_open_and_only_in_its_stage(self):
        going_on = [each for each in self.now.rounds if each.is_open]
        assert len(going_on) == (self.now.stage is Stage.ROUND)

    def a_version_has_one_outcome(self):
        assert len(self.decided) == len(set(self.decided))

    def nobody_but_the_owner_withdrew(self):
        assert {each.id for each in self.now.objections if each.withdrawn} <= self.ended_by_owner

    def what_is_said_stays_hidden_until_all_spoke(self):
        going_on = self.now.open_round
        if going_on and going_on.silent:
            for seat in going_on.seats:
                for reader in NAMES:
                    assert going_on.lets_read(seat, reader) == (reader in (seat.person, seat.entered_by))


# How often each is tried: what ends a round rarely, so that rounds get full.
TRIED = {
    Machine.open_round: 25,
    Machine.answer: 60,
    Machine.enter: 15,
    Machine.decide: 15,
    Machine.end_without_decision: 2,
    Machine.amend: 2,
    Machine.move: 1,
    Machine.judge: 25,
    Machine.confirm: 25,
    Machine.withdraw: 5,
    Machine.answer_for_circle: 8,
    Machine.be_away: 3,
    Machine.be_back: 2,
    Machine.argue_later: 10,
    Machine.role_ends: 2,
    Machine.role_begins: 2,
    Machine.withdraw_proposal: 1,
}


def walk(seed, steps, met):
    """So many acts by anybody, drawn from this seed; what was met is counted."""
    machine = Machine(random.Random(seed))
    for act in machine.chance.choices(list(TRIED), TRIED.values(), k=steps):
        act(machine, machine.somebody_for(act))
        machine.holds()
    met["decided"] += len(machine.decided)
    met["reopened"] += sum(each.state is RoundState.REOPENED for each in machine.now.rounds)
    met["not decided"] += sum(each.state is RoundState.NOT_DECIDED for each in machine.now.rounds)
    met["tested"] += sum(each.is_tested for each in machine.now.objections)
    met["withdrawn"] += sum(each.withdrawn for each in machine.now.objections)
    met["answered by the circle"] += sum(each.answered for each in machine.now.objections)


def test_no_sequence_of_acts_decides_over_silence_or_a_standing_objection():
    met = Counter()
    for seed in range(per_hundred(500)):
        walk(seed, 50, met)

    assert all(met[way] >= 5 for way in ("decided", "not decided", "tested", "withdrawn")), met


def test_longer_walks_also_reopen_decisions_and_answer_for_who_left():
    met = Counter()
    for seed in range(per_hundred(60)):
        walk(f"long {seed}", 400, met)

    assert all(met[way] >= 2 for way in ("decided", "reopened", "answered by the circle")), met
