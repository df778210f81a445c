"""Improvement initiatives: their parts, their gate, and their life (L10, L12)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning import initiated
from tests.learning.initiated import TEXTS, gate, seen_by
from tests.learning.words import a_pattern
from tracker import clock
from tracker.learning.actions import initiatives
from tracker.learning.actions.initiatives import NewInitiative
from tracker.learning.queries.initiatives import (
    former_of_initiative,
    initiative_for,
    initiatives_of,
    initiatives_on_causes,
    initiatives_on_pattern,
    observations_of,
)
from tracker.learning.rules import initiatives as rules
from tracker.learning.rules.initiatives import Facts, Gate, InitiativeState, Part, Task, Written
from tracker.learning.rules.iterations import IterationOutcome
from tracker.learning.rules.kinds import PatternKind, Recurrence
from tracker.learning.tables.initiatives import Initiative as InitiativeRow
from tracker.partnership.tables import Notice, TrailEntry
from tracker.problems import Conflict, NotFound, RuleBroken

TODAY = date(2026, 11, 25)
OPEN = Gate(date(2026, 11, 20), by_consent=True, on_agenda=True, offered=True)
READY = Facts(InitiativeState.READY, offered=True)


def test_a_part_is_begun_while_something_of_it_is_missing_or_its_writer_says_so():
    written = Written(
        patterns=1, requirements="Een map.", evaluation="Vragen we.", unfinished=frozenset({Part.EVALUATION})
    )
    tasks = rules.tasks(written)

    assert tasks[Part.PATTERN] is Task.DONE
    assert tasks[Part.REQUIREMENTS] is Task.BEGUN
    assert tasks[Part.EVALUATION] is Task.BEGUN
    assert tasks[Part.WHY] is Task.NOT_BEGUN


def test_everything_in_order_lets_it_start():
    assert rules.why_not_start(READY, OPEN, TODAY) is None


@pytest.mark.parametrize(
    ("facts", "gate_", "said"),
    [
        ({"state": InitiativeState.DRAFT}, {}, "Alleen wat klaar is"),
        ({"missing": (Part.WHY,)}, {}, "Alleen wat klaar is"),
        ({}, {"decided_on": None}, "besliste hier nog niet"),
        ({}, {"by_consent": False}, "alleen na consent"),
        ({}, {"arguments_until": TODAY}, "nog een argument"),
        ({}, {"on_agenda": False}, "agenda"),
        ({}, {"offered": False}, "andere partnerschappen"),
        ({"offered": False}, {}, "andere partnerschappen"),
        ({"changed_on": date(2026, 11, 21)}, {}, "na het besluit"),
        ({"state": InitiativeState.STARTED}, {}, "Alleen wat klaar is"),
    ],
)
def test_whatever_is_missing_at_the_gate_keeps_it_from_starting(facts, gate_, said):
    refusal = rules.why_not_start(replace(READY, **facts), replace(OPEN, **gate_), TODAY)

    assert refusal is not None
    assert said in refusal.reason


def test_the_day_after_the_last_day_for_arguments_it_may_start():
    late = replace(OPEN, arguments_until=TODAY - timedelta(days=1))

    assert rules.why_not_start(READY, late, TODAY) is None


def test_stable_takes_evidence_and_after_one_iteration_a_reason():
    once = Facts(InitiativeState.STARTED, outcomes=(IterationOutcome.ADOPT,))
    twice = replace(once, outcomes=(IterationOutcome.ADAPT, IterationOutcome.ADOPT))

    assert rules.why_not_stable(twice, "Gezien.", "") is None
    assert rules.why_not_stable(twice, " ", "").field == "evidence"
    assert rules.why_not_stable(once, "Gezien.", "").field == "reason"
    assert rules.why_not_stable(once, "Gezien.", "De wet verandert.") is None
    assert rules.why_not_stable(replace(twice, running=3), "Gezien.", "") is not None
    assert rules.why_not_stable(replace(twice, outcomes=(IterationOutcome.ADAPT,)), "Ja.", "Ja.") is not None


async def test_an_initiative_begins_from_a_pattern_with_its_causes(cast):
    made = await initiated.drafted(cast)
    now = await seen_by(cast.an, made)

    assert (now.code, now.state) == ("I1", InitiativeState.DRAFT)
    assert [each.name for each in now.patterns] == ["Attest bij Eén map"]
    assert [each.explanation for each in now.causes] == ["Elke dienst bewaart apart en vraagt apart."]
    assert list(now.carriers.values()) == ["An"]
    assert [
        each.id for each in await initiatives_on_pattern(await cast.bea.viewer(), now.patterns[0].id)
    ] == [made]
    assert [each.id for each in await initiatives_on_causes(await cast.an.viewer(), [now.causes[0].id])] == [
        made
    ]


async def test_what_went_well_is_no_pattern_to_improve(cast):
    pattern = await a_pattern(cast, "Altijd met drie", kind=PatternKind.VALUE)

    with pytest.raises(RuleBroken):
        await initiatives.make(await cast.an.viewer(), uuid4(), NewInitiative("Map", pattern))


async def test_the_same_form_twice_makes_one_initiative(cast):
    an, key, pattern = await cast.an.viewer(), uuid4(), await a_pattern(cast)
    first = await initiatives.make(an, key, NewInitiative("Map", pattern))

    assert await initiatives.make(an, key, NewInitiative("Map", pattern)) == first
    assert await InitiativeRow.count() == 1


async def test_it_is_not_ready_before_every_part_stands(cast):
    an, made = await cast.an.viewer(), await initiated.drafted(cast)

    with pytest.raises(RuleBroken, match="Waarom zou dit werken"):
        await initiatives.ready(an, made)

    assert (await initiative_for(an, made)).state is InitiativeState.DRAFT


async def test_what_a_part_said_before_is_kept(cast):
    an, made = await cast.an.viewer(), await initiated.ready(cast)
    await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Anders."}, reason="Duidelijker.")

    [former] = await former_of_initiative(an, made)
    assert former.said == (("waarom dit zou werken", TEXTS[Part.WHY]["why_it_works"]),)
    assert former.reason == "Duidelijker."


async def test_a_ready_initiative_that_loses_a_part_is_in_preparation_again(cast):
    an, made = await cast.an.viewer(), await initiated.ready(cast)
    await initiatives.fill(an, made, Part.WHY, {"why_it_works": ""})

    assert (await initiative_for(an, made)).state is InitiativeState.DRAFT


async def test_what_changed_after_the_decision_keeps_it_from_starting(cast):
    made = await initiated.offered(cast)
    with clock.at(clock.now() + timedelta(days=2)):
        an = await cast.an.viewer()
        await initiatives.fill(an, made, Part.PROCESS, {"better_process": "Iets anders."})
        with pytest.raises(RuleBroken, match="na het besluit"):
            await initiatives.start(an, made, gate(decided_on=clock.today() - timedelta(days=1)))


async def test_once_decided_nothing_of_its_parts_changes(cast):
    an, made = await cast.an.viewer(), await initiated.ready(cast)
    await initiatives.note_decision(an, made, clock.today())

    with pytest.raises(RuleBroken, match="besliste"):
        await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Anders."})

    await initiatives.note_decision(an, made, None)
    await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Anders."})
    assert (await initiative_for(an, made)).why_it_works == "Anders."


async def test_two_people_writing_the_same_part_meet_each_others_words(cast):
    an, ben, made = await cast.an.viewer(), await cast.ben.viewer(), await initiated.written(cast)
    version = (await initiative_for(an, made)).version(Part.WHY)
    await initiatives.fill(ben, made, Part.WHY, {"why_it_works": "Van Ben."}, version=version)

    with pytest.raises(Conflict) as met:
        await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Van An."}, version=version)

    assert met.value.theirs["why_it_works"] == "Van Ben."


async def test_no_initiative_starts_without_its_gate(cast):
    an, made = await cast.an.viewer(), await initiated.offered(cast)

    for closed in ({"decided_on": None}, {"by_consent": False}, {"on_agenda": False}, {"offered": False}):
        with pytest.raises(RuleBroken):
            await initiatives.start(an, made, gate(**closed))

    assert (await initiative_for(an, made)).started_on is None


async def test_an_initiative_starts_once(cast):
    an, made = await cast.an.viewer(), await initiated.started(cast)

    with pytest.raises(RuleBroken):
        await initiatives.start(an, made, gate())

    assert await TrailEntry.count().where(TrailEntry.verb == "initiative started") == 1


async def test_only_what_is_stable_spreads(cast):
    an = await cast.an.viewer()
    for number, state in enumerate(("drafted", "ready", "started")):
        made = await getattr(initiated, state)(cast, f"Map {number}")
        with pytest.raises(RuleBroken, match="stabiel"):
            await initiatives.spread(an, made, "Iedereen.")
    made = await initiated.spread(cast)

    now = await initiative_for(an, made)
    assert (now.state, now.spread_to) == (InitiativeState.SPREAD, "Iedereen krijgt een map.")


async def test_stopping_is_a_normal_end_with_what_was_learned(cast):
    an, made = await cast.an.viewer(), await initiated.started(cast)
    with pytest.raises(RuleBroken) as refused:
        await initiatives.abandon(an, made, " ")
    await initiatives.abandon(an, made, "Het probleem zat elders.")

    assert refused.value.field == "learned"
    now = await initiative_for(an, made)
    assert (now.state, now.ended_reason) == (InitiativeState.ABANDONED, "Het probleem zat elders.")


async def test_a_one_off_goes_back_to_its_case_and_what_comes_back_does_not(cast):
    an, made = await cast.an.viewer(), await initiated.written(cast)
    with pytest.raises(RuleBroken, match="eenmalig"):
        await initiatives.back_to_case(an, made, "We bellen zelf.")
    once = {"recurrence": Recurrence.ONE_OFF, "recurrence_reason": "Eén keer gezien."}
    await initiatives.fill(an, made, Part.RECURRENCE, once)
    await initiatives.back_to_case(an, made, "We bellen zelf.")

    assert (await initiative_for(an, made)).state is InitiativeState.BACK_TO_CASE


async def test_what_is_seen_later_is_noted_once_it_is_stable(cast):
    an, running, made = (
        await cast.an.viewer(),
        await initiated.started(cast),
        await initiated.stable(cast, "B"),
    )
    with pytest.raises(RuleBroken):
        await initiatives.observe(an, running, uuid4(), "Te vroeg.", clock.today())
    key = uuid4()
    for _ in range(2):
        await initiatives.observe(an, made, key, "Een vervanger kende de map niet.", clock.today())

    assert [each.text for each in await observations_of(an, made)] == ["Een vervanger kende de map niet."]


async def test_carriers_hear_of_a_start_without_a_word_of_it(cast):
    made = await initiated.offered(cast)
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    await initiatives.rename(an, made, "Eén map", frozenset({an.person_id, ben.person_id}))
    await initiatives.start(an, made, gate())

    [told] = await Notice.select().where(Notice.person == ben.person_id)
    assert told["text"] == "Initiatief I1 is gestart"


async def test_another_partnership_knows_nothing_of_it(cast):
    made = await initiated.offered(cast)
    dot = await cast.dot.viewer()

    with pytest.raises(NotFound):
        await initiative_for(dot, made)
    with pytest.raises(NotFound):
        await initiatives.start(dot, made, gate())
    assert await initiatives_of(dot) == []


async def test_a_case_that_was_noted_gives_no_count_away(cast):
    await tabak(cast)
    made = await initiated.drafted(cast)

    [line] = (await seen_by(cast.bea, made)).patterns
    assert line.count.listed == ()
