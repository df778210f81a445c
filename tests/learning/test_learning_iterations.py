"""Iterations: predicted before they are done, one at a time, ended with what was learned (L11)."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.learning import initiated
from tests.learning.grouped import a_case
from tests.learning.initiated import PLAN, SEEN, gate, seen_by
from tracker import clock
from tracker.learning.actions import initiatives, iterations, offers
from tracker.learning.actions.iterations import Ending, Seen
from tracker.learning.queries.former import former_of
from tracker.learning.queries.offers import responses_to
from tracker.learning.rules import iterations as rules
from tracker.learning.rules.iterations import ITERATION_NAMES, Cycle, IterationOutcome
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.offers import Adoption, OfferAnswer
from tracker.learning.tables.initiatives import Iteration, IterationCase
from tracker.partnership.tables import TrailEntry
from tracker.problems import Conflict, RuleBroken

TODAY = date(2026, 11, 25)
RUNNING = Cycle(1, TODAY - timedelta(days=9))
SAID = {"seen": "Vier.", "matched": "Half.", "learned": "Iets.", "follow_up": "Verder."}


def why_not_end(outcome=IterationOutcome.ADAPT, cycle=RUNNING, ended_on=TODAY, **otherwise):
    return rules.why_not_end(cycle, outcome, **(SAID | otherwise), ended_on=ended_on, today=TODAY)


def test_an_iteration_ends_with_what_was_seen_whether_it_held_what_was_learned_and_what_follows():
    assert why_not_end() is None
    for field in SAID:
        assert why_not_end(**{field: " "}).field == field
    assert why_not_end(None).field == "outcome"
    assert why_not_end(IterationOutcome.ABANDON, follow_up="") is None
    assert why_not_end(ended_on=TODAY + timedelta(days=1)).field == "ended_on"
    assert why_not_end(ended_on=TODAY - timedelta(days=10)).field == "ended_on"
    assert why_not_end(cycle=Cycle(1)) is not None
    assert why_not_end(cycle=replace(RUNNING, outcome=IterationOutcome.ADOPT)) is not None


def test_a_prediction_changes_only_before_the_doing():
    assert rules.why_not_reword(Cycle(1)) is None
    assert rules.why_not_reword(RUNNING) is not None


def test_a_second_iteration_waits_until_the_first_has_ended():
    assert rules.why_not_plan(runs=True, open_number=None) is None
    assert rules.why_not_plan(runs=True, open_number=1) is not None
    assert rules.why_not_plan(runs=False, open_number=None) is not None
    assert rules.why_not_begin(Cycle(2), runs=True, running=1) is not None


async def test_a_prediction_is_kept_with_its_day_and_what_it_said_before(cast):
    an, made = await cast.an.viewer(), await initiated.started(cast)
    await iterations.plan(an, made, uuid4(), PLAN)
    await iterations.reword(an, made, 1, replace(PLAN, prediction="Niemand meer opnieuw."))

    [iteration] = (await seen_by(cast.bea, made)).iterations
    assert (iteration.prediction, iteration.predicted_on) == ("Niemand meer opnieuw.", an.today)
    [former] = await former_of(an, Subject.ITERATION, iteration.id, ITERATION_NAMES)
    assert former.said == (("voorspelling", PLAN.prediction),)


async def test_once_begun_the_prediction_stays_as_it_was_written(cast):
    an, made = await cast.an.viewer(), await initiated.started(cast)
    await iterations.plan(an, made, uuid4(), PLAN)
    await iterations.begin(an, made, 1)

    with pytest.raises(RuleBroken) as refused:
        await iterations.reword(an, made, 1, replace(PLAN, prediction="Achteraf bekeken."))

    assert refused.value.field == "prediction"
    assert (await seen_by(cast.an, made)).iterations[0].prediction == PLAN.prediction


async def test_the_same_form_twice_plans_one_iteration(cast):
    an, made, key = await cast.an.viewer(), await initiated.started(cast), uuid4()

    assert [await iterations.plan(an, made, key, PLAN) for _ in range(2)] == [1, 1]
    assert await Iteration.count() == 1


async def test_an_iteration_belongs_to_what_runs(cast):
    an, made = await cast.an.viewer(), await initiated.offered(cast)

    with pytest.raises(RuleBroken):
        await iterations.plan(an, made, uuid4(), PLAN)


async def test_who_notes_over_somebody_elses_note_meets_it(cast):
    an, ben, made = await cast.an.viewer(), await cast.ben.viewer(), await initiated.started(cast)
    await iterations.plan(an, made, uuid4(), PLAN)
    await iterations.begin(an, made, 1)
    version = (await seen_by(cast.an, made)).iterations[0].noted
    await iterations.note(ben, made, 1, Seen(seen="Van Ben."), version=version)

    with pytest.raises(Conflict) as met:
        await iterations.note(an, made, 1, Seen(seen="Van An."), version=version)

    assert met.value.theirs["seen"] == "Van Ben."


async def test_a_case_that_the_writer_does_not_see_is_refused_and_one_not_seen_stays(cast):
    an, out, made = await cast.an.viewer(), await cast.out.viewer(), await initiated.started(cast)
    hidden = await a_case(cast, "Tabak")
    with pytest.raises(RuleBroken) as refused:
        await iterations.plan(out, made, uuid4(), replace(PLAN, cases=(hidden.code,)))
    await iterations.plan(an, made, uuid4(), replace(PLAN, cases=(hidden.code,)))
    await iterations.reword(out, made, 1, replace(PLAN, plan="Anders.", cases=()))

    assert refused.value.field == "cases"
    assert await IterationCase.count() == 1
    assert (await seen_by(cast.out, made)).iterations[0].cases == ()
    assert (await seen_by(cast.an, made)).iterations[0].cases == (hidden.code,)


async def outcomes(*acts) -> list[bool]:
    return [not isinstance(each, Exception) for each in await asyncio.gather(*acts, return_exceptions=True)]


async def test_two_people_at_once_have_one_outcome(cast):
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    made = await initiated.offered(cast)
    starts = await outcomes(*(initiatives.start(who, made, gate()) for who in (an, ben)))
    plans = await outcomes(*(iterations.plan(who, made, uuid4(), PLAN) for who in (an, ben)))
    begins = await outcomes(*(iterations.begin(who, made, 1) for who in (an, ben)))
    ending = Ending(IterationOutcome.ADOPT, clock.today(), "Verder.", SEEN)
    ends = await outcomes(*(iterations.end(who, made, 1, ending) for who in (an, ben)))
    stable = await outcomes(
        *(initiatives.call_stable(who, made, "Gezien.", "Eén keer was genoeg.") for who in (an, ben))
    )
    spreads = await outcomes(*(initiatives.spread(who, made, "Iedereen.") for who in (an, ben)))

    for each in (starts, plans, begins, ends, stable, spreads):
        assert sorted(each) == [False, True]
    for verb in ("initiative started", "iteration begun", "iteration ended", "initiative spread"):
        assert await TrailEntry.count().where(TrailEntry.verb == verb) == 1


async def test_two_answers_and_two_takers_of_one_partnership_at_once_leave_one(cast):
    dot, cas, made = await cast.dot.viewer(), await cast.cas.viewer(), await initiated.stable(cast)
    answered = await outcomes(
        *(offers.answer(who, made, OfferAnswer.ALSO_RELEVANT, who.name) for who in (dot, cas))
    )
    taken = await outcomes(*(offers.adopt(who, made, uuid4(), Adoption.TAKEN_OVER) for who in (dot, cas)))

    assert answered == [True, True]
    assert sorted(taken) == [False, True]
    [said] = await responses_to(made, cast.durmeland)
    assert said.remark in ("Dot", "Cas")
