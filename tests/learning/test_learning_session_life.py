"""The life of a session: prepared, open, closed. What is closed stays as it is."""

import re
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.cases.life import tabak
from tests.learning.sessions import BASE, REASON, a_session, code_of, opened, prepared
from tracker.cli.examining import all_routes
from tracker.learning.actions.sessions.cards import add_card, group_cards
from tracker.learning.actions.sessions.choosing import choose_case
from tracker.learning.actions.sessions.closing import close_session, write_minutes
from tracker.learning.actions.sessions.filling_in import Stepping, add_step
from tracker.learning.actions.sessions.preparing import (
    cancel_session,
    change_session,
    open_session,
    prepare_session,
)
from tracker.learning.queries.sessions.minutes import first_minutes, minutes_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules import sessions as rules
from tracker.learning.rules.kinds import Format, SessionState, StepKind
from tracker.learning.rules.minutes import seal_of
from tracker.learning.tables import sessions as t
from tracker.problems import Conflict, RuleBroken

OVER = rules.OVER[SessionState.CLOSED]
TABLES = (t.LearningSession, t.Participant, t.SessionCase, t.SessionAnswer, t.JourneyStep, t.Card)


class Life(RuleBasedStateMachine):
    """A session to which anything is tried in any order; the rules say what happens."""

    def __init__(self):
        super().__init__()
        self.state, self.cases, self.minutes, self.frozen = SessionState.PREPARED, 0, "", None

    @rule()
    def chooses(self):
        if not rules.why_not_change(self.state):
            self.cases += 1

    @rule()
    def opens(self):
        if not rules.why_not_open(self.state, Format.JOURNEY, cases=self.cases):
            assert self.state is SessionState.PREPARED and self.cases
            self.state = SessionState.OPEN

    @rule(text=st.sampled_from(["", "  ", "We leerden.", "We leerden meer."]))
    def writes(self, text):
        if not rules.why_not_work(self.state):
            self.minutes = text

    @rule()
    def closes(self):
        if not rules.why_not_close(self.state, self.minutes):
            assert self.state is SessionState.OPEN
            self.state, self.frozen = SessionState.CLOSED, self.minutes

    @rule()
    def cancels(self):
        if not rules.why_not_cancel(self.state):
            assert self.state is SessionState.PREPARED
            self.state = SessionState.CANCELLED

    @invariant()
    def what_is_over_stays_as_it_is(self):
        if self.frozen is not None:
            assert (self.state, self.minutes) == (SessionState.CLOSED, self.frozen)
            assert self.minutes.strip()
        if self.state in rules.OVER:
            assert rules.why_not_change(self.state) and rules.why_not_work(self.state)


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=60, stateful_step_count=20, suppress_health_check=list(HealthCheck))


async def closed(cast, **rest):
    """A closed session in which everything was filled in: its id and its case."""
    session_id, [case] = await opened(cast, people=frozenset({cast.an.person_id}), **rest)
    an, cor = await cast.an.viewer(), await cast.cor.viewer()
    await add_step(an, session_id, case.code, uuid4(), Stepping("De school vraagt het weer", StepKind.WASTE))
    await add_card(an, await code_of(cast, session_id), uuid4(), "Weer dat blad.")
    await close_session(
        cor, session_id, f"We leerden van {case.code}.", version=await version(cor, session_id)
    )
    return session_id, case


async def version(viewer, session_id):
    return (await minutes_of(viewer, await session_of(viewer, session_id))).version


async def everything():
    return [await table.select().order_by(table.id) for table in TABLES]


async def test_a_session_opens_only_with_a_case_and_its_reason(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast)
    with pytest.raises(RuleBroken, match="minstens één casus"):
        await open_session(cor, session_id)
    case = await tabak(cast)
    with pytest.raises(RuleBroken) as refused:
        await choose_case(cor, session_id, case.code, "  ")
    assert refused.value.field == "reason"

    await choose_case(cor, session_id, case.code, REASON)
    await open_session(cor, session_id)

    assert (await session_of(cor, session_id)).state is SessionState.OPEN
    with pytest.raises(RuleBroken, match="al bezig"):
        await open_session(cor, session_id)
    with pytest.raises(RuleBroken, match="Sluit ze af"):
        await cancel_session(cor, session_id)


async def test_the_minutes_begin_with_everything_that_was_filled_in(cast):
    session_id, [case] = await opened(cast, people=frozenset({cast.an.person_id}))
    an, cor = await cast.an.viewer(), await cast.cor.viewer()
    step = Stepping("De school vraagt het weer", StepKind.WASTE, waited=6)
    await add_step(an, session_id, case.code, uuid4(), step)
    card = await add_card(an, await code_of(cast, session_id), uuid4(), "Weer dat blad.", quoted=True)
    await group_cards(cor, session_id, {card: "Opnieuw  vragen"}, {})

    text = await first_minutes(cor, await session_of(cor, session_id))

    assert f"- {case.code}: {REASON}" in text
    assert "Aanwezig: An. Doelgroep: lege stoel." in text
    assert "1. De school vraagt het weer (verspilling, 6 dagen gewacht)" in text
    assert "Kaarten over ‘Opnieuw vragen’:\n- ‘Weer dat blad.’" in text
    assert "Tabak" not in text


async def test_closing_freezes_the_minutes_under_a_seal(cast):
    session_id, case = await closed(cast)
    row = await t.LearningSession.select().first()

    assert row["state"] == SessionState.CLOSED
    assert row["minutes_hash"] == seal_of(f"We leerden van {case.code}.")
    assert row["closed_at"] is not None
    cor = await cast.cor.viewer()
    for act in (write_minutes, close_session):
        with pytest.raises(RuleBroken, match="afgesloten"):
            await act(cor, session_id, "Toch iets anders.", version="")


async def test_minutes_are_not_closed_over_what_somebody_else_just_wrote(cast):
    session_id, _ = await opened(cast)
    cor, an = await cast.cor.viewer(), await cast.an.viewer()
    read = await version(cor, session_id)
    await write_minutes(an, session_id, "Van An.", version=read)

    with pytest.raises(Conflict):
        await close_session(cor, session_id, "Van Cor.", version=read)

    assert (await session_of(cor, session_id)).is_open


async def test_no_route_changes_anything_of_a_closed_session(web, cast):
    session_id, case = await closed(cast)
    step, card = await t.JourneyStep.select().first(), await t.Card.select().first()
    code = (await t.LearningSession.select().first())["entry_code"]
    before = await everything()
    routes = [row for row in all_routes() if row["name"].startswith("sessions.") and row["method"] == "POST"]
    fields = {
        "key": str(uuid4()),
        "question": "Anders?",
        "format": "journey",
        "held_on": "2026-12-01",
        "check_in": "Hoi",
        "facilitator": cast.kim.person_id,
        "case": case.code,
        "reason": "Anders.",
        "shared": "ja",
        "text": "Anders.",
        "what": "Anders.",
        "kind": "value",
        "minutes": "Anders.",
        "words": "Anders.",
        "cards": card["id"],
        f"group-{card['id']}": "Anders",
        "people": cast.ben.person_id,
        **{f"said-{row['id']}": "Anders" for row in await t.Participant.select()},
    }
    place = {
        "partnership": "durmeland",
        "session_id": session_id,
        "code": case.code,
        "step_id": step["id"],
        "card_id": card["id"],
        "question": "seen",
        "entry_code": code,
    }
    paths = [
        re.sub(r"\{(\w+)(:\w+)?\}", lambda part: str(place[part[1]]), route["path"])
        for route in routes
        if route["name"] != "sessions.create"
    ]
    assert len(paths) > 14
    for path in paths:
        for more in ({}, {"freeze": "ja"}):
            for member in (cast.an, cast.cor):
                page = await web.as_(member).post(path, {**fields, **more})
                # The short address on the wall is gone altogether; everything else says why.
                assert page.status == (404 if path.startswith("/s/") else 422), f"{member.name} {path}"
                assert page.status == 404 or OVER in page, path
            assert (await web.as_(cast.kim).post(path, {**fields, **more})).status in (404, 422), path

    assert await everything() == before


async def test_the_one_who_types_while_the_session_closes_loses_no_word(web, cast):
    session_id, case = await closed(cast)

    page = await web.as_(cast.an).post(f"{BASE}/{session_id}/vragen/seen", {"text": "Lang nagedacht."})

    assert page.status == 422
    assert page.form(f"{BASE}/{session_id}/vragen/seen")["text"] == "Lang nagedacht."


async def test_the_same_form_sent_twice_makes_one_session(cast):
    cor, key = await cast.cor.viewer(), uuid4()

    made = {await prepare_session(cor, key, a_session(cast.kim)) for _ in range(2)}

    assert len(made) == 1 == await t.LearningSession.count()


async def test_only_who_may_facilitate_is_chosen_for_it(cast):
    cor = await cast.cor.viewer()
    for member in (cast.bea, cast.dirk, cast.pro, cast.dot):
        with pytest.raises(RuleBroken) as refused:
            await prepare_session(cor, uuid4(), a_session(member))
        assert refused.value.field == "facilitator"

    for member in (cast.an, cast.cor, cast.kim):
        await prepare_session(cor, uuid4(), a_session(member))


async def test_the_seat_of_the_target_group_is_there_and_stays_there(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast)
    empty = await session_of(cor, session_id)
    assert [seat.is_empty for seat in empty.target_group] == [True]

    taken = a_session(cast.kim, speaking=frozenset({cast.dirk.person_id}))
    await change_session(cor, session_id, taken, version=empty.version)
    sitting = await session_of(cor, session_id)
    assert [seat.name for seat in sitting.target_group] == ["Dirk"]

    await change_session(cor, session_id, a_session(cast.kim), version=sitting.version)
    assert [seat.is_empty for seat in (await session_of(cor, session_id)).target_group] == [True]


async def test_two_who_prepare_the_same_session_see_each_other(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast)
    read = (await session_of(cor, session_id)).version
    other = a_session(cast.kim, question="Een andere vraag?")
    await change_session(await cast.an.viewer(), session_id, other, version=read)

    with pytest.raises(Conflict) as met:
        await change_session(cor, session_id, a_session(cast.kim, place="Zaal 2"), version=read)

    assert met.value.theirs["question"] == "Een andere vraag?"


async def test_the_address_on_the_wall_says_kindly_that_a_session_is_closed_to_who_was_there(web, cast):
    session_id, _ = await closed(cast)
    there = f"/s/{await code_of(cast, session_id)}"

    page = await web.as_(cast.kim).get(there)

    assert page.status == 200
    assert "Deze sessie is afgesloten" in page
    assert f"{BASE}/{session_id}/verslag" in page.links().values()
    assert [(await web.as_(who).get(there)).status for who in (cast.out, cast.dot)] == [404, 404]
