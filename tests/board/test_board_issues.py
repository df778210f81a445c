"""Issues: their steps, who owes what, and who hears of it (B10, B11)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tracker import clock
from tracker.board.actions import issues as actions
from tracker.board.actions.issues import Feedback, NewIssue
from tracker.board.queries.issues import issue_for, issues_of, open_for_agenda, owed_by, waiting
from tracker.board.rules.issues import DutyKind, Next, Still
from tracker.board.rules.kinds import IssueKind, IssueState, Resolution, StepKind, Subject
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Notice, RoleHeld, TrailDetail, TrailEntry
from tracker.problems import NotFound, RuleBroken

NEW = NewIssue(
    IssueKind.RULES,
    "Herval wordt verwerkt als weigering",
    "Wie opgenomen is, verschijnt niet en wordt geschorst.",
    why_not_team="Een regel van buiten het partnerschap.",
    tried="Pauze in plaats van stop.",
)


async def raised(cast, new: NewIssue = NEW, *, by=None) -> int:
    return await actions.raise_issue(await (by or cast.an).viewer(), uuid4(), new)


async def taken_up(cast, new: NewIssue = NEW) -> int:
    made = await raised(cast, new)
    await actions.take_up(await cast.bea.viewer(), made, uuid4())
    return made


async def escalated(cast) -> int:
    made = await taken_up(cast)
    await actions.escalate(await cast.bea.viewer(), made, uuid4(), cast.vdab)
    return made


async def another_board_member(cast, member=None):
    """Cor also sits in the board, and acts so now."""
    member = member or cast.cor
    held = RoleHeld(
        person=member.person_id,
        partnership=cast.durmeland,
        organisation=cast.ocmw,
        role=Role.BOARD_MEMBER,
        since=date(2023, 1, 1),
    )
    await held.save()
    return replace(await member.viewer(), role=Role.BOARD_MEMBER)


async def told(member) -> list[str]:
    rows = await Notice.select(Notice.text).where(Notice.person == member.person_id).order_by(Notice.id)
    return [row["text"] for row in rows]


async def test_an_issue_gets_the_next_number_and_the_same_form_raises_it_once(cast):
    an, key = await cast.an.viewer(), uuid4()

    first = await actions.raise_issue(an, key, NEW)
    again = await actions.raise_issue(an, key, NEW)
    second = await raised(cast)

    assert first == again
    assert [(await issue_for(an, each)).code for each in (first, second)] == ["K1", "K2"]


async def test_the_team_says_why_its_mandate_is_not_enough(cast):
    with pytest.raises(RuleBroken) as refused:
        await raised(cast, replace(NEW, why_not_team=" "))

    assert refused.value.field == "why_not_team"


async def test_the_board_hears_that_an_issue_was_raised_by_code_only(cast):
    await raised(cast)

    assert await told(cast.bea) == ["Kwestie K1, stap 1: ingebracht"]
    assert await told(cast.an) == []


async def test_whoever_raised_it_hears_each_step(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    await actions.feed_back(bea, made, uuid4(), Feedback("Er bewoog niets."))
    await actions.feed_back(
        bea, made, uuid4(), Feedback("Het formulier is aangepast.", Next.SOLVED, Resolution.RULE_CHANGED)
    )

    assert await told(cast.an) == [
        "Kwestie K1, stap 2: opgenomen",
        "Kwestie K1, stap 3: ingebracht in een organisatie",
        "Kwestie K1, stap 4: teruggekoppeld",
        "Kwestie K1, stap 5: opgelost",
    ]


async def test_only_a_board_member_takes_up_and_only_once(cast):
    made = await raised(cast)
    with pytest.raises(RuleBroken):
        await actions.take_up(await cast.cor.viewer(), made, uuid4())
    other = await another_board_member(cast)
    await actions.take_up(await cast.bea.viewer(), made, uuid4())

    with pytest.raises(RuleBroken) as refused:
        await actions.take_up(other, made, uuid4())

    assert refused.value.reason == "Deze kwestie is al opgenomen."


async def test_who_escalates_stays_responsible_also_when_the_team_has_it_back(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    await actions.escalate(bea, made, uuid4(), cast.ocmw)

    await actions.feed_back(bea, made, uuid4(), Feedback("De regel ligt elders.", Next.SEND_BACK))

    issue = await issue_for(bea, made)
    kept = [(d.person, d.organisation) for d in issue.duties if d.kind is DutyKind.KEEP_RAISING]
    assert issue.state is IssueState.BACK
    assert kept == [(cast.bea.person_id, cast.vdab), (cast.bea.person_id, cast.ocmw)]
    assert [each.id for each in await owed_by(bea)] == [made]


async def test_a_solution_ends_every_duty_and_raising_again_asks_the_board_anew(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    await actions.feed_back(bea, made, uuid4(), Feedback("Klaar.", Next.SOLVED, Resolution.AGREEMENT))
    assert (await issue_for(bea, made)).duties == ()

    await actions.raise_again(await cast.an.viewer(), made, uuid4(), "Het formulier kent geen pauze.")

    issue = await issue_for(bea, made)
    assert (issue.state, issue.owner_id) == (IssueState.NEW, None)
    assert [d.kind for d in issue.duties] == [DutyKind.TAKE_UP, DutyKind.TELL_TEAM]


async def test_what_came_back_and_is_raised_again_stays_with_who_escalated(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    await actions.feed_back(bea, made, uuid4(), Feedback("Niet oplosbaar hier.", Next.SEND_BACK))

    await actions.raise_again(await cast.an.viewer(), made, uuid4(), "Het gebeurde weer.")

    issue = await issue_for(bea, made)
    assert (issue.state, issue.owner_id) == (IssueState.ESCALATED, cast.bea.person_id)


@pytest.mark.parametrize(
    ("feedback", "field"),
    [
        (Feedback("Klaar.", Next.SOLVED), "resolution"),
        (Feedback("Later.", Next.PARK), "look_again_on"),
        (Feedback("Later.", Next.PARK, look_again_on=date(2020, 1, 1)), "look_again_on"),
    ],
)
async def test_each_choice_after_feedback_asks_what_it_needs(cast, feedback, field):
    made = await taken_up(cast)

    with pytest.raises(RuleBroken) as refused:
        await actions.feed_back(await cast.bea.viewer(), made, uuid4(), feedback)

    assert refused.value.field == field


async def test_parked_keeps_its_owner_and_asks_again_on_its_day(cast):
    made, bea = await taken_up(cast), await cast.bea.viewer()
    on = bea.today + timedelta(days=90)
    await actions.feed_back(bea, made, uuid4(), Feedback("Na de zomer.", Next.PARK, look_again_on=on))

    resting = await issue_for(replace(bea, today=on - timedelta(days=1)), made)
    due = await issue_for(replace(bea, today=on), made)

    assert (resting.owner_id, resting.still) == (cast.bea.person_id, None)
    assert due.still is Still.LOOK_AGAIN


async def test_what_stands_still_is_shown_after_seven_and_thirty_days(cast):
    made, bea, an = await raised(cast), await cast.bea.viewer(), await cast.an.viewer()
    week, month = bea.today + timedelta(days=7), bea.today + timedelta(days=30)
    assert await waiting(replace(an, today=week - timedelta(days=1))) == []
    assert [each.still for each in await waiting(replace(an, today=week))] == [Still.NOT_TAKEN_UP]

    await actions.take_up(bea, made, uuid4())

    assert await waiting(replace(an, today=month - timedelta(days=1))) == []
    assert [each.still for each in await waiting(replace(an, today=month))] == [Still.SILENT]
    assert [each.days_silent for each in await waiting(replace(bea, today=month))] == [30]


async def test_another_board_member_becomes_owner_only_by_accepting(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    other = await another_board_member(cast)
    with pytest.raises(RuleBroken):
        await actions.take_over(other, made, uuid4())
    await actions.offer(bea, made, other.person_id)
    assert (await issue_for(bea, made)).owner_id == cast.bea.person_id

    await actions.take_over(other, made, uuid4())

    issue = await issue_for(bea, made)
    assert (issue.owner_id, issue.offered_to, issue.last.kind) == (
        other.person_id,
        None,
        StepKind.HANDED_OVER,
    )
    assert [d.person for d in issue.duties if d.kind is DutyKind.KEEP_RAISING] == [other.person_id]


async def test_an_offer_that_is_turned_down_leaves_the_owner(cast):
    made, bea = await escalated(cast), await cast.bea.viewer()
    other = await another_board_member(cast)
    await actions.offer(bea, made, other.person_id)

    await actions.decline(other, made)

    issue = await issue_for(bea, made)
    assert (issue.owner_id, issue.offered_to) == (cast.bea.person_id, None)


async def test_when_the_owner_left_the_board_another_member_may_take_over(cast):
    made = await escalated(cast)
    other = await another_board_member(cast)
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.id == cast.bea.role_held_id)
    assert (await issue_for(other, made)).still is Still.WITHOUT_OWNER

    await actions.take_over(other, made, uuid4())

    assert (await issue_for(other, made)).owner_id == other.person_id


async def test_whoever_raised_it_may_say_it_is_solved_only_while_nobody_owns_it(cast):
    free, owned, an = await raised(cast), await taken_up(cast), await cast.an.viewer()
    with pytest.raises(RuleBroken):
        await actions.withdraw(an, owned, uuid4(), "Het is opgelost.")

    await actions.withdraw(an, free, uuid4(), "Het is opgelost.")

    assert (await issue_for(an, free)).state is IssueState.SOLVED


async def test_a_conflict_exists_only_for_the_board_and_whom_it_names(cast):
    conflict = replace(NEW, kind=IssueKind.CONFLICT, why_not_team="", readers=frozenset({cast.ben.person_id}))
    made = await raised(cast, conflict)

    for member in (cast.an, cast.ben, cast.bea):
        assert (await issue_for(await member.viewer(), made)).is_conflict
    for member in (cast.out, cast.cor, cast.dirk, cast.kim, cast.pro):
        viewer = await member.viewer()
        with pytest.raises(NotFound):
            await issue_for(viewer, made)
        assert await issues_of(viewer) == []
        assert await told(member) == []
    assert await open_for_agenda(await cast.bea.viewer()) == []


async def test_a_conflict_names_no_one_of_elsewhere(cast):
    with pytest.raises(RuleBroken):
        await raised(cast, replace(NEW, kind=IssueKind.CONFLICT, readers=frozenset({cast.dot.person_id})))


async def test_nothing_of_an_issue_exists_in_another_partnership(cast):
    made, dot = await raised(cast), await cast.dot.viewer()

    with pytest.raises(NotFound):
        await issue_for(dot, made)
    with pytest.raises(NotFound):
        await actions.note(dot, made, uuid4(), "Ook bij ons.")


async def test_minutes_give_feedback_without_changing_who_is_responsible(cast):
    made, cor = await escalated(cast), await cast.cor.viewer()

    await actions.tell_from_meeting(cor, made, uuid4(), "VDAB bekijkt het formulier.", cor.today)

    issue = await issue_for(cor, made)
    assert (issue.state, issue.owner_id) == (IssueState.ESCALATED, cast.bea.person_id)
    assert "Kwestie K1, stap 4: teruggekoppeld" in await told(cast.an)


async def test_a_double_click_takes_a_step_once(cast):
    made, bea, key = await taken_up(cast), await cast.bea.viewer(), uuid4()

    for _ in range(2):
        await actions.feed_back(bea, made, key, Feedback("Er bewoog niets."))

    assert [step.kind for step in (await issue_for(bea, made)).steps].count(StepKind.FED_BACK) == 1


async def test_nothing_of_a_text_stands_in_the_trail(cast):
    made = await escalated(cast)

    await actions.feed_back(await cast.bea.viewer(), made, uuid4(), Feedback("Zeer eigen woorden."))

    entries = await TrailEntry.select(TrailEntry.verb).where(TrailEntry.subject == Subject.ISSUE)
    details = await TrailDetail.select(TrailDetail.details)
    assert [row["verb"] for row in entries] == [
        "issue raised",
        "issue taken up",
        "issue escalated",
        "issue fed_back",
    ]
    assert not any("eigen woorden" in row["details"] for row in details)
