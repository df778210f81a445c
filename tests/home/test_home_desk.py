"""What lies on somebody's desk: in one question, of the own partnership, for the role they act in."""

from datetime import timedelta
from uuid import uuid4

from tests.board.proposing import in_round, proposed, says
from tests.home.telling import a_meeting, a_word, offered, raised, started, taken_up
from tests.learning.initiated import drafted, tried
from tests.learning.sessions import prepared
from tests.queries import counted
from tracker import clock
from tracker.board.actions.meetings.agreeing import Agreeing, agree
from tracker.board.rules.kinds import Circle, IssueKind, MeetingState
from tracker.board.tables.meetings import Meeting
from tracker.board.tables.proposals import Proposal
from tracker.home.queries.desk import Piece, desk_of
from tracker.learning.rules.kinds import SessionState
from tracker.learning.tables.initiatives import Initiative, Iteration
from tracker.learning.tables.sessions import LearningSession

NAMES = ("an", "cor", "bea", "dirk", "kim", "pro")


async def on_desk(cast, piece: Piece, *names: str) -> dict[str, list[str]]:
    """What of this piece lies on each of these desks, in words."""
    desks = {name: await desk_of(await getattr(cast, name).viewer()) for name in names or NAMES}
    return {name: [each.words for each in desk[piece]] for name, desk in desks.items() if desk[piece]}


async def test_an_empty_desk_takes_one_question(cast):
    for name in NAMES:
        viewer = await getattr(cast, name).viewer()
        with counted() as asked:
            desk = await desk_of(viewer)

        assert not any(desk.values())
        assert len(asked) == 1


async def test_an_open_round_lies_on_the_desk_of_those_it_waits_for_until_they_spoke(cast):
    made = await in_round(cast)
    assert set(await on_desk(cast, Piece.ANSWER)) == {"an", "cor"}

    await says(cast.an, made)

    assert set(await on_desk(cast, Piece.ANSWER)) == {"cor"}
    desk = await desk_of(await cast.cor.viewer())
    assert sorted(each.more for each in desk[Piece.ROUND]) == ["Ben", "Cor", "Out"]


async def test_whoever_facilitates_has_the_proposal_on_the_desk(cast):
    await proposed(cast)

    assert set(await on_desk(cast, Piece.LED)) == {"kim"}


async def test_an_agreement_comes_back_two_weeks_before_its_day_for_its_own_circle(cast):
    made = await proposed(cast)
    for days in (15, 14):
        due = clock.today() + timedelta(days=days)
        await Proposal.update({Proposal.stage: "decided", Proposal.review_on: due}).where(Proposal.id == made)
        if days == 15:
            assert await on_desk(cast, Piece.REVIEW) == {}

    assert set(await on_desk(cast, Piece.REVIEW)) == {"cor"}


async def test_what_was_agreed_in_a_meeting_lies_on_the_desk_of_whom_it_is_named_after(cast):
    meeting = await a_meeting(cast, days=0)
    await Meeting.update({Meeting.state: MeetingState.OPEN}).where(Meeting.id == meeting)
    agreeing = Agreeing("De vervoersregio schrijven", cast.bea.person_id, clock.today())
    await agree(await cast.cor.viewer(), meeting, uuid4(), agreeing)

    assert await on_desk(cast, Piece.ACTION) == {"bea": ["De vervoersregio schrijven"]}


async def test_a_meeting_of_the_team_is_not_for_the_representative_who_was_not_invited(cast):
    await a_meeting(cast, Circle.TEAM)

    assert set(await on_desk(cast, Piece.MEETING)) == {"an", "cor", "bea", "kim", "pro"}


async def test_ones_own_issue_stays_in_sight_with_when_one_last_heard_of_it(cast):
    made = await raised(cast)
    await taken_up(cast, made)

    desk = await desk_of(await cast.an.viewer())

    [issue] = desk[Piece.ISSUE]
    assert (issue.id, issue.more) == (made, "taken_up")
    assert await on_desk(cast, Piece.ISSUE, "dirk") == {}


async def test_a_conflict_is_on_no_desk_but_of_whom_it_names(cast):
    await raised(cast, by=cast.dirk, kind=IssueKind.CONFLICT, title="Twee diensten")

    assert await on_desk(cast, Piece.ISSUE) == {"dirk": ["Twee diensten"]}


async def test_the_coordination_sees_an_initiative_that_stands_still_and_an_iteration_past_its_day(cast):
    _, pattern = await a_word(cast)
    moving, still = await started(cast, pattern), await drafted(cast, "Stil")
    await Initiative.update({Initiative.written_at: clock.now() - timedelta(days=31)}).where(
        Initiative.id.is_in([moving, still])
    )
    await tried(cast, moving)
    await Iteration.update(
        {Iteration.ended_on: None, Iteration.until: clock.today() - timedelta(days=1)}
    ).where(Iteration.initiative == moving)

    assert await on_desk(cast, Piece.DRAFT) == {"cor": ["Stil"]}
    assert await on_desk(cast, Piece.ITERATION) == {"cor": ["Eén map"]}


async def test_what_another_partnership_offers_waits_for_an_answer_of_the_coordination(cast):
    _, pattern = await a_word(cast)
    await offered(cast, pattern)

    assert await on_desk(cast, Piece.OFFER, "cas", "dot", "cor") == {"cas": ["Eén map"]}


async def test_what_was_learned_is_read_by_all_who_read_no_case_latest_first(cast):
    _, pattern = await a_word(cast)
    made = await started(cast, pattern)
    await tried(cast, made)
    session = await prepared(cast)
    await LearningSession.update({LearningSession.state: SessionState.CLOSED}).where(
        LearningSession.id == session
    )

    assert set(await on_desk(cast, Piece.LEARNED)) == {"bea", "dirk", "kim", "pro"}
    assert set(await on_desk(cast, Piece.SESSION)) == {"bea", "dirk", "kim", "pro"}


async def test_nothing_of_another_partnership_lies_on_a_desk(cast):
    _, pattern = await a_word(cast)
    await started(cast, pattern)
    await in_round(cast)
    await raised(cast)
    await a_meeting(cast)

    desk = await desk_of(await cast.cas.viewer())

    assert [piece for piece, lying in desk.items() if lying] == [Piece.OFFER]
