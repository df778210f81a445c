"""The second half of the learning thread: from a pattern to what changed, here and elsewhere (L14)."""

from uuid import uuid4

import pytest

from tests.home.telling import (
    a_meeting,
    a_word,
    decided,
    offered,
    raised,
    stable,
    started,
    taken_up,
    thread_read_by,
)
from tests.learning.initiated import gate, tried
from tests.learning.words import AGAIN
from tests.queries import counted
from tracker.board.actions import issues
from tracker.board.actions.issues import Feedback
from tracker.board.rules.issues import Next
from tracker.board.rules.kinds import Circle, IssueKind, Resolution
from tracker.cases.tables import CaseFile
from tracker.home.queries.threads import onward
from tracker.learning.actions import initiatives, offers
from tracker.learning.queries.threads import Onward
from tracker.learning.rules.offers import Adoption


async def onward_for(member, pattern: int) -> Onward:
    return await onward(await member.viewer(), await thread_read_by(member, pattern))


async def test_a_pattern_about_which_nothing_was_done_yet_leads_nowhere(cast):
    _, pattern = await a_word(cast)

    assert await onward_for(cast.an, pattern) == Onward()


async def test_from_a_pattern_one_sees_the_initiative_the_decision_the_agenda_and_the_iterations(cast):
    _, pattern = await a_word(cast)
    made = await offered(cast, pattern)
    proposal = await decided(cast, made)
    await initiatives.start(await cast.an.viewer(), made, gate())
    meeting = await a_meeting(cast)

    seen = await onward_for(cast.an, pattern)

    assert [(knot.words, knot.where) for knot in seen.tried] == [("Eén map", {"initiative_id": made})]
    assert [(knot.route, knot.where) for knot in seen.decided] == [
        ("proposals.show", {"proposal_id": proposal}),
        ("meetings.show", {"meeting_id": meeting}),
    ]
    assert seen.decided[0].small.startswith("besloten op")
    assert (seen.iterations, seen.changed) == ((), ())


async def test_iterations_tell_what_they_taught_and_stable_is_what_changed(cast):
    _, pattern = await a_word(cast)
    made = await stable(cast, pattern)

    seen = await onward_for(cast.an, pattern)

    assert [knot.words for knot in seen.iterations] == ["Iteratie 1 met map", "Iteratie 2 met map"]
    assert all("De map is niet het punt." in knot.small for knot in seen.iterations)
    [changed] = seen.changed
    assert (changed.words, changed.where) == ("Eén map", {"initiative_id": made})
    assert changed.small.startswith("stabiel sinds")


async def test_an_adoption_elsewhere_is_part_of_what_changed(cast):
    _, pattern = await a_word(cast)
    made = await stable(cast, pattern)
    await offers.adopt(await cast.cas.viewer(), made, uuid4(), Adoption.TAKEN_OVER)

    seen = await onward_for(cast.an, pattern)

    assert [(knot.words, knot.small, knot.route) for knot in seen.changed[1:]] == [
        ("Kustpolder", "overgenomen", "exchange.show")
    ]


async def test_a_solved_issue_is_what_changed(cast):
    _, pattern = await a_word(cast)
    issue = await raised(cast, pattern=pattern)
    await taken_up(cast, issue)
    assert (await onward_for(cast.an, pattern)).changed == ()

    solved = Feedback("De regel is aangepast.", Next.SOLVED, Resolution.RULE_CHANGED)
    await issues.feed_back(await cast.bea.viewer(), issue, uuid4(), solved)

    seen = await onward_for(cast.an, pattern)
    assert [knot.small for knot in seen.tried] == ["Kwestie K1, opgelost"]
    assert seen.changed == seen.tried


async def test_a_conflict_is_on_the_thread_of_those_it_names_and_of_the_board_alone(cast):
    _, pattern = await a_word(cast)
    await raised(cast, kind=IssueKind.CONFLICT, pattern=pattern, readers=frozenset({cast.cor.person_id}))

    readers = {
        name: len((await onward_for(getattr(cast, name), pattern)).tried)
        for name in ("an", "cor", "bea", "ben", "dirk", "kim", "pro")
    }

    assert readers == {"an": 1, "cor": 1, "bea": 1, "ben": 0, "dirk": 0, "kim": 0, "pro": 0}


async def test_a_meeting_of_the_team_is_no_knot_for_the_representative(cast):
    _, pattern = await a_word(cast)
    made = await started(cast, pattern)
    await a_meeting(cast, Circle.TEAM, ticks=[f"initiatief-{made}"])

    seen = await onward_for(cast.dirk, pattern)

    assert "meetings.show" not in [knot.route for knot in seen.decided]


async def test_another_partnership_sees_nothing_of_a_thread(cast):
    _, pattern = await a_word(cast)
    await stable(cast, pattern)
    await raised(cast, pattern=pattern)
    own = await thread_read_by(cast.an, pattern)

    assert await onward(await cast.dot.viewer(), own) == Onward()


async def test_the_thread_asks_as_many_questions_for_much_as_for_little(cast):
    _, pattern = await a_word(cast)
    made = await started(cast, pattern)
    await tried(cast, made)
    thread = await thread_read_by(cast.an, pattern)
    viewer = await cast.an.viewer()
    with counted() as little:
        await onward(viewer, thread)
    for _ in range(3):
        await tried(cast, made)
        await raised(cast, pattern=pattern)

    with counted() as much:
        await onward(viewer, thread)

    assert len(much) == len(little) <= 6


async def test_the_page_of_a_failure_demand_goes_on_to_what_changed(web, cast):
    demand, pattern = await a_word(cast)
    made = await stable(cast, pattern)
    case = await CaseFile.select(CaseFile.code).first()

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case['code']}/faalvragen/{demand}")

    assert page.links()["Eén map"] == f"/p/durmeland/verbeteren/{made}"
    assert page.status == (await web.as_(cast.an).get(page.links()["Eén map"])).status == 200


@pytest.mark.parametrize("member", ["bea", "dirk", "kim", "pro"])
async def test_whoever_works_on_no_case_reads_no_word_along_the_thread(web, cast, member):
    _, pattern = await a_word(cast)
    made = await stable(cast, pattern)
    seat = web.as_(getattr(cast, member))

    pages = [
        await seat.get(path)
        for path in (f"/p/durmeland/patronen/{pattern}", f"/p/durmeland/verbeteren/{made}", "/")
    ]

    assert [page.status for page in pages] == [200, 200, 200]
    assert not [page for page in pages if AGAIN in page or "Tabak" in page or "DL-" in page]
