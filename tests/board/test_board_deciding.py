"""Deciding in earnest: with the real acts, on the database, by several people at once (law 2)."""

import asyncio
from uuid import uuid4

import pytest

from tests.board.proposing import a_text, all_say, in_round, many_members, proposed, read_by, says
from tests.queries import counted
from tracker import clock
from tracker.board.actions.proposals import being_there, objections, rounds, stages
from tracker.board.actions.proposals.preparing import name_facilitator
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.rules.kinds import Answer, Circle, RoundState, Stage, Verdict
from tracker.board.tables.proposals import Absence, Objection, Round, Seat
from tracker.partnership.tables import Notice, RoleHeld, TrailEntry
from tracker.problems import NotFound, RuleBroken

ARGUMENT = "Het adres komt bij de verkeerde."
REASON = "Niemand betwist het."


async def refused(act) -> str:
    with pytest.raises(RuleBroken) as broken:
        await act
    return broken.value.reason


async def decide(cast, proposal_id, member=None, words=""):
    await rounds.decide(await (member or cast.kim).viewer(), proposal_id, rounds.Outcome(words))


async def objected(cast):
    """A round in which Ben objects and everyone spoke: the proposal and the objection."""
    proposal_id = await in_round(cast)
    await says(cast.ben, proposal_id, Answer.OBJECTION, ARGUMENT)
    await all_say(cast, proposal_id, but=(cast.ben,))
    [objection] = (await read_by(cast.an, proposal_id)).objections
    return proposal_id, objection.id


async def test_a_round_in_which_all_consent_is_closed_by_its_facilitator_and_all_are_told(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)

    await decide(cast, proposal_id, words="We beginnen met zes.")

    decided = await read_by(cast.an, proposal_id)
    assert (decided.stage, decided.outcome) == (Stage.DECIDED, "We beginnen met zes.")
    assert decided.review_on == decided.now.review_on
    told = await Notice.select(Notice.person, Notice.text).where(Notice.kind == "decision")
    assert {row["text"] for row in told} == {"Voorstel V1: besloten."}
    assert {row["person"] for row in told} == {m.person_id for m in (cast.an, cast.ben, cast.cor, cast.out)}


@pytest.mark.parametrize("member", ["an", "ben", "cor", "bea", "dirk", "pro"])
async def test_nobody_but_the_facilitator_closes_a_full_round(cast, member):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)

    reason = await refused(decide(cast, proposal_id, getattr(cast, member)))

    assert "sluit" in reason
    assert (await read_by(cast.an, proposal_id)).stage is Stage.ROUND


async def test_the_proposer_does_not_become_the_one_who_closes(cast):
    proposal_id = await in_round(cast)

    reason = await refused(name_facilitator(await cast.an.viewer(), proposal_id, cast.an.person_id))

    assert "begeleidt het gesprek niet" in reason


async def test_who_said_to_be_away_has_no_part_in_the_round_and_may_reopen_it_until_a_day(cast):
    proposal_id = await proposed(cast)
    await being_there.be_away(await cast.out.viewer(), proposal_id)
    await rounds.open_round(await cast.kim.viewer(), proposal_id, uuid4())
    await all_say(cast, proposal_id, but=(cast.out,))
    assert "er niet bij" in await refused(rounds.answer(await cast.out.viewer(), proposal_id, Answer.CONSENT))
    await decide(cast, proposal_id)

    key = uuid4()
    for _ in range(2):
        await being_there.argue(await cast.out.viewer(), proposal_id, key, ARGUMENT)

    now = await read_by(cast.an, proposal_id)
    assert (now.stage, now.now.number, now.rounds[0].state) == (Stage.OPINION, 2, RoundState.REOPENED)
    assert [(o.owner_name, o.from_absentee, o.is_open) for o in now.objections] == [("Out", True, True)]
    assert not await Absence.exists().where(Absence.person == cast.out.person_id)


async def test_who_was_present_cannot_reopen(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)
    await decide(cast, proposal_id)

    reason = await refused(being_there.argue(await cast.ben.viewer(), proposal_id, uuid4(), ARGUMENT))

    assert "erbij" in reason


async def test_stepping_out_is_ones_own_act_and_leaves_an_objection_standing(cast):
    proposal_id = await in_round(cast)
    await says(cast.ben, proposal_id, Answer.OBJECTION, ARGUMENT)
    await being_there.be_away(await cast.ben.viewer(), proposal_id)
    await all_say(cast, proposal_id, but=(cast.ben,))

    reason = await refused(decide(cast, proposal_id))

    assert "bezwaar van Ben" in reason
    seats = {seat.name: seat.counts for seat in (await read_by(cast.an, proposal_id)).rounds[0].seats}
    assert seats == {"An": True, "Ben": False, "Cor": True, "Out": True}


async def test_an_objection_is_tested_by_two_and_then_counts_as_what_they_found(cast):
    proposal_id, objection = await objected(cast)
    an, cor, out = [await member.viewer() for member in (cast.an, cast.cor, cast.out)]
    await objections.judge(cor, proposal_id, objection, Verdict.CONCERN, REASON)
    assert "nog niet getoetst" in await refused(decide(cast, proposal_id))
    assert "Iemand anders" in await refused(objections.confirm(cor, proposal_id, objection, Verdict.CONCERN))
    with pytest.raises(RuleBroken):
        await objections.confirm(await cast.ben.viewer(), proposal_id, objection, Verdict.CONCERN)
    with pytest.raises(RuleBroken):
        await objections.confirm(out, proposal_id, objection, Verdict.VALID)

    await objections.confirm(an, proposal_id, objection, Verdict.CONCERN)
    await decide(cast, proposal_id)

    decided = await read_by(cast.an, proposal_id)
    assert decided.stage is Stage.DECIDED
    assert ARGUMENT in [concern.text for concern in decided.concerns]


async def test_facilitator_and_proposer_do_not_test_together(cast):
    proposal_id = await in_round(cast, cast.an, cast.cor)
    await says(cast.ben, proposal_id, Answer.OBJECTION, ARGUMENT)
    await all_say(cast, proposal_id, but=(cast.ben,))
    [objection] = (await read_by(cast.an, proposal_id)).objections
    await objections.judge(await cast.an.viewer(), proposal_id, objection.id, Verdict.NEITHER, REASON)

    reason = await refused(
        objections.confirm(await cast.cor.viewer(), proposal_id, objection.id, Verdict.NEITHER)
    )

    assert "niet met hun tweeën" in reason


async def test_an_amendment_alone_does_not_end_an_objection_and_its_owners_consent_does(cast):
    proposal_id, objection = await objected(cast)
    ben, cor = await cast.ben.viewer(), await cast.cor.viewer()
    await objections.judge(cor, proposal_id, objection, Verdict.VALID, REASON)
    await objections.confirm(await cast.out.viewer(), proposal_id, objection, Verdict.VALID)
    text = a_text(text="De trekker houdt één map bij. Adres staat er nooit in.")
    kim = await cast.kim.viewer()
    await rounds.amend(kim, proposal_id, uuid4(), text, "Amendement.", and_open=uuid4())
    await rounds.enter_answer(kim, proposal_id, cast.ben.person_id, Answer.CONSENT)
    await all_say(cast, proposal_id, but=(cast.ben,))

    now = await read_by(cast.an, proposal_id)
    assert (now.objections[0].met_in, now.objections[0].is_open) == (2, True)
    assert "Alleen Ben kan het intrekken" in await refused(decide(cast, proposal_id))
    await rounds.answer(ben, proposal_id, Answer.CONSENT)
    await decide(cast, proposal_id)

    decided = await read_by(cast.an, proposal_id)
    assert (decided.stage, decided.objections[0].withdrawn) == (Stage.DECIDED, True)


async def test_that_an_owner_consents_now_stays_hidden_until_the_round_is_told(cast):
    proposal_id, objection = await objected(cast)
    await rounds.end_without_decision(await cast.kim.viewer(), proposal_id)
    await rounds.open_round(await cast.kim.viewer(), proposal_id, uuid4())

    await says(cast.ben, proposal_id)

    seen = [
        (await read_by(member, proposal_id)).objections[0].is_open for member in (cast.an, cast.kim, cast.ben)
    ]
    assert seen == [True, True, False]
    verbs = {row["verb"] for row in await TrailEntry.select(TrailEntry.verb)}
    assert "objection withdrawn" not in verbs


async def test_the_circle_answers_when_an_owner_left_and_never_facilitator_or_proposer_alone(cast):
    proposal_id, objection = await objected(cast)
    cor, an = await cast.cor.viewer(), await cast.an.viewer()
    assert "is er nog" in await refused(objections.answer_for_circle(cor, proposal_id, objection, REASON))
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.id == cast.ben.role_held_id)
    assert "Ben is weg" in await refused(decide_tested(cast, proposal_id, objection))
    assert "niet alleen" in await refused(objections.answer_for_circle(an, proposal_id, objection, REASON))

    await objections.answer_for_circle(cor, proposal_id, objection, REASON)
    await decide(cast, proposal_id)

    assert (await read_by(cast.an, proposal_id)).stage is Stage.DECIDED


async def decide_tested(cast, proposal_id, objection):
    await objections.judge(await cast.cor.viewer(), proposal_id, objection, Verdict.VALID, REASON)
    await objections.confirm(await cast.out.viewer(), proposal_id, objection, Verdict.VALID)
    await decide(cast, proposal_id)


async def test_who_left_in_silence_holds_the_round_and_a_new_one_takes_the_circle_of_that_day(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id, but=(cast.out,))
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.id == cast.out.role_held_id)
    assert "Out" in await refused(decide(cast, proposal_id))

    await rounds.end_without_decision(await cast.kim.viewer(), proposal_id)
    await rounds.open_round(await cast.kim.viewer(), proposal_id, uuid4())

    seats = [seat.name for seat in (await read_by(cast.an, proposal_id)).rounds[-1].seats]
    assert seats == ["An", "Ben", "Cor"]


async def test_what_the_facilitator_writes_down_is_told_and_its_member_may_change_it(cast):
    proposal_id = await in_round(cast)
    kim = await cast.kim.viewer()
    await rounds.enter_answer(kim, proposal_id, cast.ben.person_id, Answer.CONSENT)
    [told] = await Notice.select(Notice.text).where(Notice.text.like("%noteerde%"))
    await says(cast.ben, proposal_id, Answer.OBJECTION, ARGUMENT)

    reason = await refused(rounds.enter_answer(kim, proposal_id, cast.ben.person_id, Answer.CONSENT))

    assert told["text"].startswith("Voorstel V1: de gespreksleider noteerde")
    assert "Alleen Ben wijzigt dat" in reason


@pytest.mark.parametrize("member", ["kim", "pro", "bea", "dirk"])
async def test_who_is_not_in_the_circle_gives_no_answer(cast, member):
    proposal_id = await in_round(cast)

    with pytest.raises(RuleBroken):
        await says(getattr(cast, member), proposal_id)

    assert await Seat.count().where(Seat.answer != "") == 0


async def test_two_who_close_at_once_reach_one_outcome(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)

    ends = await asyncio.gather(*(decide(cast, proposal_id) for _ in range(3)), return_exceptions=True)

    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "RuleBroken", "RuleBroken"]
    assert await Round.count().where(Round.state == RoundState.DECIDED) == 1


async def test_an_amendment_while_somebody_closes_leaves_one_of_both(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)
    text, kim = a_text(text="Anders."), await cast.kim.viewer()

    ends = await asyncio.gather(
        rounds.amend(kim, proposal_id, uuid4(), text, "Omdat."),
        decide(cast, proposal_id),
        return_exceptions=True,
    )

    now = await read_by(cast.an, proposal_id)
    assert sum(isinstance(end, RuleBroken) for end in ends) == 1
    assert (now.stage, now.now.number) in {(Stage.OPINION, 2), (Stage.DECIDED, 1)}
    assert await Round.count().where(Round.state == RoundState.OPEN) == 0


async def test_an_answer_that_comes_late_changes_nothing(cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)
    await decide(cast, proposal_id)

    reason = await refused(says(cast.ben, proposal_id, Answer.OBJECTION, ARGUMENT))

    assert "loopt geen ronde" in reason
    assert not await Objection.exists()


async def test_forty_who_answer_in_the_same_second_are_all_kept_once(cast):
    members = await many_members(cast, 36)
    proposal_id = await in_round(cast)
    everyone = [*members, *[await m.viewer() for m in (cast.an, cast.ben, cast.cor, cast.out)]]

    ends = await asyncio.gather(
        *(rounds.answer(viewer, proposal_id, Answer.CONSENT) for viewer in everyone), return_exceptions=True
    )

    assert ends == [None] * 40
    assert await Seat.count().where(Seat.answer == "consent") == 40
    assert await TrailEntry.count().where(TrailEntry.verb == "round answered") == 40
    assert await Notice.count().where(Notice.text == "Voorstel V1: iedereen sprak.") == 1


async def test_a_page_of_a_round_asks_as_much_for_forty_as_for_four(cast):
    small = await in_round(cast)
    an = await cast.an.viewer()
    with counted() as few:
        await proposal_for(an, small)
    await many_members(cast, 36)
    big = await in_round(cast)

    with counted() as many:
        await proposal_for(an, big)

    assert len(many) == len(few) <= 8


async def test_another_partnership_finds_no_proposal_to_act_on(cast):
    proposal_id = await in_round(cast)
    dot = await cast.dot.viewer()

    for act in (
        rounds.answer(dot, proposal_id, Answer.CONSENT),
        stages.withdraw_proposal(dot, proposal_id, "Weg."),
        being_there.be_away(dot, proposal_id),
    ):
        with pytest.raises(NotFound):
            await act


@pytest.mark.parametrize("form", ["consensus", "majority"])
async def test_another_form_of_deciding_never_counts_who_is_silent(cast, form):
    proposal_id = await in_round(cast, form=form, form_reason="Dit is een praktische keuze.")
    await all_say(cast, proposal_id, but=(cast.out,))
    assert "Out" in await refused(decide(cast, proposal_id))
    await says(cast.out, proposal_id, Answer.OBJECTION, ARGUMENT)

    if form == "consensus":
        assert "iedereen instemt" in await refused(decide(cast, proposal_id))
    else:
        await decide(cast, proposal_id)

    assert (await read_by(cast.an, proposal_id)).stage is (
        Stage.ROUND if form == "consensus" else Stage.DECIDED
    )


async def test_the_board_decides_with_its_own_circle(cast):
    proposal_id = await in_round(cast, cast.cor, cast.kim, circle=Circle.BOARD)

    seats = [seat.name for seat in (await read_by(cast.bea, proposal_id)).rounds[0].seats]

    assert seats == ["Bea", "Dirk"]
    with pytest.raises(RuleBroken):
        await says(cast.cor, proposal_id)


async def test_every_act_stands_in_the_trail_and_tells_no_answer(cast):
    proposal_id, objection = await objected(cast)
    await rounds.end_without_decision(await cast.kim.viewer(), proposal_id)

    rows = await TrailEntry.select(TrailEntry.verb).order_by(TrailEntry.id)

    assert [row["verb"] for row in rows] == [
        "proposal made",
        "round opened",
        *["round answered"] * 4,
        "round ended",
    ]
