"""The life of a meeting: prepared, open, closed. What is closed stays as it is."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.board.meetings import (
    BASE,
    UNWRITTEN,
    an_issue,
    decided_initiative,
    kind_for,
    opened,
    prepared,
    seen_by,
    with_item,
)
from tests.board.proposing import a_text, all_say
from tests.learning.initiated import ready
from tracker import clock
from tracker.board.actions.meetings.agenda import (
    add_item,
    change_item,
    move_item,
    note_outcome,
    remove_item,
    say_consent_here,
)
from tracker.board.actions.meetings.agreeing import Agreeing, agree, finish_action, write_feedback
from tracker.board.actions.meetings.attending import note_present, say_away
from tracker.board.actions.meetings.closing import close_meeting, write_minutes
from tracker.board.actions.meetings.filling import bring_to_board, put_on_agenda
from tracker.board.actions.meetings.preparing import Preparing, cancel_meeting, open_meeting, prepare_meeting
from tracker.board.actions.proposals import rounds
from tracker.board.actions.proposals.preparing import Frame, NewProposal, make_proposal
from tracker.board.queries.issues.seen import issue_for
from tracker.board.queries.meetings.agreed import my_actions
from tracker.board.queries.meetings.ahead import ahead, next_meeting
from tracker.board.queries.meetings.minutes import first_minutes, minutes_of
from tracker.board.queries.meetings.waiting import waiting_for
from tracker.board.rules.kinds import Attending, Circle, IssueKind, MeetingState, Purpose, StepKind
from tracker.board.rules.meetings import life
from tracker.board.rules.meetings.agenda import Wanted, moved
from tracker.board.tables import meetings as t
from tracker.database import writing
from tracker.learning.rules.minutes import seal_of
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Notice
from tracker.problems import Conflict, NotAllowed, NotFound, RuleBroken

FROZEN = (t.Meeting, t.AgendaItem, t.Attendance, t.MeetingFeedback)


class Life(RuleBasedStateMachine):
    """A meeting to which anything is tried in any order; the rules say what happens."""

    def __init__(self):
        super().__init__()
        self.state, self.items, self.minutes, self.frozen = MeetingState.PREPARED, 0, "", None
        self.issues, self.written = set(), set()

    @rule(issue=st.sampled_from([None, 1, 2]))
    def adds(self, issue):
        if not life.why_not_change(self.state):
            self.items += 1
            self.issues |= {issue} - {None}

    @rule()
    def opens(self):
        if not life.why_not_open(self.state, items=self.items):
            assert self.state is MeetingState.PREPARED and self.items
            self.state = MeetingState.OPEN

    @rule(issue=st.sampled_from([1, 2]))
    def feeds_back(self, issue):
        if not life.why_not_work(self.state):
            self.written.add(issue)

    @rule(text=st.sampled_from(["", "  ", "We spraken."]))
    def closes(self, text):
        owed = life.feedback_owed([(issue, f"K{issue}") for issue in sorted(self.issues)], self.written)
        if not life.why_not_close(self.state, text, owed):
            assert self.state is MeetingState.OPEN and self.issues <= self.written and text.strip()
            self.state, self.frozen = MeetingState.CLOSED, (self.items, text)

    @rule()
    def cancels(self):
        if not life.why_not_cancel(self.state):
            assert self.state is MeetingState.PREPARED
            self.state = MeetingState.CANCELLED

    @invariant()
    def what_is_over_stays_as_it_is(self):
        if self.frozen:
            assert self.state is MeetingState.CLOSED and self.frozen[0] == self.items
        if self.state in life.OVER:
            assert life.why_not_change(self.state) and life.why_not_work(self.state)


TestLife = Life.TestCase


@pytest.mark.parametrize(
    "role, team, board",
    [
        (Role.PRACTITIONER, True, False),
        (Role.COORDINATOR, True, True),
        (Role.BOARD_MEMBER, False, True),
        (Role.REPRESENTATIVE, False, False),
        (Role.QUALITY_COACH, False, False),
        (Role.PROMOTOR, False, False),
    ],
)
def test_each_circle_prepares_its_own_meetings_and_the_coordination_both(role, team, board):
    assert (life.edits(Circle.TEAM, role), life.edits(Circle.BOARD, role)) == (team, board)


@pytest.mark.parametrize(
    "item, up, order",
    [(2, True, [2, 1, 3]), (2, False, [1, 3, 2]), (1, True, [1, 2, 3]), (3, False, [1, 2, 3])],
)
def test_a_point_moves_one_place_and_stops_at_the_end(item, up, order):
    assert moved([1, 2, 3], item, up=up) == order


async def test_a_form_sent_twice_makes_one_meeting(cast):
    cor, key = await cast.cor.viewer(), uuid4()
    wanted = Preparing(await kind_for(cor, Circle.BOARD), clock.today(), cast.cor.person_id)

    made = [await prepare_meeting(cor, key, wanted) for _ in range(2)]

    assert made[0] == made[1]
    assert await t.Meeting.count() == 1


async def test_the_table_is_set_with_the_circle_of_that_day(cast):
    board, team = await prepared(cast), await prepared(cast, Circle.TEAM)

    at_board, at_team = [(await seen_by(cast.cor, each)).seats for each in (board, team)]

    assert {seat.name for seat in at_board} == {"Bea", "Dirk"}
    assert {seat.name for seat in at_team} == {"An", "Ben", "Out", "Cor"}


async def test_the_representative_reads_a_team_meeting_only_when_invited(cast):
    alone = await prepared(cast, Circle.TEAM)
    with_dirk = await prepared(cast, Circle.TEAM, invited=frozenset({cast.dirk.person_id}))

    with pytest.raises(NotFound):
        await seen_by(cast.dirk, alone)
    assert not (await seen_by(cast.dirk, with_dirk)).target_group_missing
    assert (await seen_by(cast.an, alone)).target_group_missing


async def test_only_the_person_says_to_be_away(cast):
    meeting_id = await opened(cast)
    await say_away(await cast.dirk.viewer(), meeting_id)

    await note_present(await cast.cor.viewer(), meeting_id, [cast.bea.person_id])

    now = await seen_by(cast.cor, meeting_id)
    assert {seat.name: seat.attending for seat in now.seats} == {
        "Dirk": Attending.AWAY,
        "Bea": Attending.PRESENT,
    }
    assert now.target_group_missing
    await note_present(await cast.cor.viewer(), meeting_id, [])
    assert {seat.name: seat.attending for seat in (await seen_by(cast.cor, meeting_id)).seats} == {
        "Dirk": Attending.AWAY,
        "Bea": Attending.UNKNOWN,
    }
    with pytest.raises(RuleBroken):
        await say_away(await cast.kim.viewer(), meeting_id)


async def test_what_the_team_decided_comes_on_the_next_board_agenda_by_itself(cast):
    first = await decided_initiative(cast)
    meeting_id = await prepared(cast)
    assert [(item.initiative_id, item.from_team) for item in (await seen_by(cast.bea, meeting_id)).items] == [
        (first, True)
    ]
    second = await decided_initiative(cast, "Eén nummer", number=4)

    async with writing():
        await bring_to_board(await cast.an.viewer())
        await bring_to_board(await cast.an.viewer())

    now = await seen_by(cast.bea, meeting_id)
    assert [item.initiative_id for item in now.items] == [first, second]
    with pytest.raises(RuleBroken):
        await remove_item(await cast.cor.viewer(), meeting_id, now.items[0].id)
    later = await prepared(cast)
    assert (await seen_by(cast.bea, later)).items == ()


async def test_the_board_says_with_a_reason_whether_it_consents_too(cast):
    await decided_initiative(cast)
    meeting_id = await prepared(cast)
    own = await with_item(cast, meeting_id)
    bea, item = await cast.bea.viewer(), (await seen_by(cast.bea, meeting_id)).items[0]
    for wanted, why, place in ((None, "x", item.id), (True, " ", item.id), (True, "x", own)):
        with pytest.raises(RuleBroken):
            await say_consent_here(bea, meeting_id, place, wanted=wanted, why=why)

    await say_consent_here(bea, meeting_id, item.id, wanted=True, why="Het raakt elke dienst.")

    assert (await seen_by(cast.an, meeting_id)).item(item.id).answered == "Ja. Het raakt elke dienst."
    assert "Ook hier consent? Ja. Het raakt elke dienst." in await first_minutes(
        bea, await seen_by(cast.bea, meeting_id)
    )


async def test_what_waits_is_ticked_once_and_a_conflict_never_waits(cast):
    issue = await an_issue(cast)
    await an_issue(cast, "Twee diensten", IssueKind.CONFLICT)
    meeting_id, cor = await prepared(cast), await cast.cor.viewer()
    waits = [each.tick for each in await waiting_for(cor, await seen_by(cast.cor, meeting_id))]
    assert waits == [f"kwestie-{issue}"]

    await put_on_agenda(cor, meeting_id, waits)
    await put_on_agenda(cor, meeting_id, waits)

    now = await seen_by(cast.cor, meeting_id)
    assert [(item.issue_id, item.purpose, item.code) for item in now.items] == [
        (issue, Purpose.DECISION, "K1")
    ]
    assert await waiting_for(cor, now) == []


async def test_the_minutes_close_only_with_a_word_for_whoever_raised_each_issue(cast):
    issue = await an_issue(cast)
    meeting_id, cor = await prepared(cast), await cast.cor.viewer()
    await put_on_agenda(cor, meeting_id, [f"kwestie-{issue}"])
    await open_meeting(cor, meeting_id)
    item = (await seen_by(cast.cor, meeting_id)).items[0]
    with pytest.raises(RuleBroken, match="Nog te schrijven: K1"):
        await close_meeting(cor, meeting_id, "We spraken.", version=UNWRITTEN)
    await write_feedback(cor, meeting_id, item.id, "Bea zoekt budget tot juni.")
    assert [step.kind for step in (await issue_for(await cast.an.viewer(), issue)).steps] == [StepKind.RAISED]

    await close_meeting(cor, meeting_id, "We spraken.", version=UNWRITTEN)

    heard = (await issue_for(await cast.an.viewer(), issue)).last
    assert (heard.kind, heard.text) == (StepKind.FED_BACK, "Bea zoekt budget tot juni.")


async def test_closed_minutes_and_everything_around_them_stay_as_they_are(cast):
    meeting_id, cor = await opened(cast), await cast.cor.viewer()
    item = (await seen_by(cast.cor, meeting_id)).items[0]
    wanted = Agreeing("De brief herhalen", cast.bea.person_id, clock.today() + timedelta(days=3))
    action = await agree(cor, meeting_id, uuid4(), wanted, item=item.id)
    text = await first_minutes(cor, await seen_by(cast.cor, meeting_id))
    await close_meeting(cor, meeting_id, text, version=UNWRITTEN)
    before = [await table.select().order_by(table.id) for table in FROZEN]
    said = Wanted("Iets anders", Purpose.INFORMATION)
    acts = [
        lambda: add_item(cor, meeting_id, uuid4(), said),
        lambda: change_item(cor, meeting_id, item.id, said, version=item.version),
        lambda: move_item(cor, meeting_id, item.id, up=False),
        lambda: remove_item(cor, meeting_id, item.id),
        lambda: note_outcome(cor, meeting_id, item.id, "Anders", version=item.outcome_version),
        lambda: note_present(cor, meeting_id, [cast.bea.person_id]),
        lambda: agree(cor, meeting_id, uuid4(), wanted),
        lambda: write_minutes(cor, meeting_id, "Anders", version=UNWRITTEN),
        lambda: close_meeting(cor, meeting_id, "Anders", version=UNWRITTEN),
        lambda: cancel_meeting(cor, meeting_id),
        lambda: open_meeting(cor, meeting_id),
        lambda: put_on_agenda(cor, meeting_id, ["afspraken-0"]),
    ]
    for act in [*acts, lambda: _away(cast, meeting_id)]:
        with pytest.raises(RuleBroken, match="afgesloten"):
            await act()

    await finish_action(await cast.bea.viewer(), action)

    assert [await table.select().order_by(table.id) for table in FROZEN] == before
    minutes = await minutes_of(await cast.kim.viewer(), await seen_by(cast.kim, meeting_id))
    assert (minutes.text, minutes.seal) == (text, seal_of(text))
    assert "De brief herhalen (Bea, tegen" in text


async def _away(cast, meeting_id):
    await say_away(await cast.bea.viewer(), meeting_id)


async def test_two_who_close_at_once_close_once(cast):
    meeting_id = await opened(cast)
    cor, bea = await cast.cor.viewer(), await cast.bea.viewer()

    ended = await asyncio.gather(
        close_meeting(cor, meeting_id, "Van Cor", version=UNWRITTEN),
        close_meeting(bea, meeting_id, "Van Bea", version=UNWRITTEN),
        return_exceptions=True,
    )

    refused = [each for each in ended if each is not None]
    assert len(refused) == 1 and isinstance(refused[0], RuleBroken | Conflict)
    row = await t.Meeting.select(t.Meeting.minutes, t.Meeting.minutes_hash).first()
    assert row["minutes"] == ("Van Bea" if ended[0] else "Van Cor")
    assert row["minutes_hash"] == seal_of(row["minutes"])
    told = await Notice.count().where(
        Notice.path == f"{BASE}/{meeting_id}/verslag", Notice.person == cast.dirk.person_id
    )
    assert told == 1


async def test_who_only_reads_a_meeting_changes_nothing_of_it(cast):
    meeting_id = await opened(cast)

    for member in (cast.an, cast.dirk, cast.kim, cast.pro):
        with pytest.raises(NotAllowed):
            await add_item(await member.viewer(), meeting_id, uuid4(), Wanted("Iets", Purpose.INFORMATION))
    with pytest.raises(NotFound):
        await add_item(await cast.cas.viewer(), meeting_id, uuid4(), Wanted("Iets", Purpose.INFORMATION))


async def test_an_agreement_has_somebody_and_a_day_and_reaches_them(cast):
    meeting_id, cor = await opened(cast), await cast.cor.viewer()
    for wanted in (
        Agreeing(" ", cast.bea.person_id, clock.today()),
        Agreeing("Bellen", None, clock.today()),
        Agreeing("Bellen", cast.dot.person_id, clock.today()),
        Agreeing("Bellen", cast.bea.person_id, None),
        Agreeing("Bellen", cast.bea.person_id, clock.today() - timedelta(days=1)),
    ):
        with pytest.raises(RuleBroken):
            await agree(cor, meeting_id, uuid4(), wanted)

    action = await agree(cor, meeting_id, uuid4(), Agreeing("Bellen", cast.bea.person_id, clock.today()))

    bea = await cast.bea.viewer()
    assert [each.id for each in await my_actions(bea)] == [action]
    assert await Notice.count().where(Notice.person == cast.bea.person_id, Notice.kind == "action") == 1
    with pytest.raises(NotAllowed):
        await finish_action(await cast.dirk.viewer(), action)
    await finish_action(bea, action)
    assert await my_actions(bea) == ()


async def test_the_next_meeting_is_that_of_ones_own_circle(cast):
    team, board = await prepared(cast, Circle.TEAM), await prepared(cast)

    assert (await next_meeting(await cast.an.viewer())).id == team
    assert (await next_meeting(await cast.bea.viewer())).id == board
    assert (await ahead(await cast.dirk.viewer())).meeting.id == board
    assert await next_meeting(await cast.cas.viewer()) is None


async def test_what_a_team_talks_about_again_is_not_asked_of_the_team(cast):
    initiative = await decided_initiative(cast)
    await Initiative.update({Initiative.state: "started"}).where(Initiative.id == initiative)
    meeting_id, cor = await prepared(cast, Circle.TEAM), await cast.cor.viewer()
    await put_on_agenda(cor, meeting_id, [f"initiatief-{initiative}"])

    item = (await seen_by(cast.cor, meeting_id)).items[0]

    assert (item.initiative_id, item.from_team) == (initiative, False)
    await remove_item(cor, meeting_id, item.id)
    assert (await seen_by(cast.cor, meeting_id)).items == ()


async def test_a_decision_of_the_team_lands_on_the_board_agenda_that_is_being_prepared(web, cast):
    initiative, meeting_id = await ready(cast), await prepared(cast)
    frame = Frame(title="Eén map", driver="Alles wordt opnieuw gevraagd.", facilitator=cast.kim.person_id)
    new = NewProposal(circle=Circle.TEAM, frame=frame, text=a_text(), initiative=initiative)
    proposal, kim = await make_proposal(await cast.an.viewer(), uuid4(), new), await cast.kim.viewer()
    await rounds.open_round(kim, proposal, uuid4())
    await all_say(cast, proposal)
    assert (await seen_by(cast.bea, meeting_id)).items == ()

    await rounds.decide(kim, proposal, rounds.Outcome("We beginnen met één map."))

    item = (await seen_by(cast.bea, meeting_id)).items[0]
    assert (item.initiative_id, item.from_team) == (initiative, True)
    bea = await cast.bea.viewer()
    await say_consent_here(bea, meeting_id, item.id, wanted=True, why="Het raakt elke dienst.")
    page = await web.as_(cast.bea).get(f"{BASE}/{meeting_id}/agenda/{item.id}")
    new = page.links()["Schrijf er een voorstel voor in de bestuursraad"]
    assert new == f"/p/durmeland/voorstellen/nieuw?kring=bestuursraad&teambesluit={proposal}"
    assert (await web.as_(cast.bea).get(new)).status == 200
