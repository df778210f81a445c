"""Two clicks, two devices, two colleagues at the same moment: each act still happens once."""

import asyncio
from uuid import uuid4

from tests.cases.life import a_person, tabak
from tracker import clock
from tracker.cases.actions.editing import set_workers
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.opening import open_case
from tracker.cases.actions.sharing import Answer, Wanted, note_answer, share
from tracker.cases.queries.basics import workers_of
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules.kinds import Agreed, CaseState
from tracker.cases.tables import CaseEnding, CaseFile, SharedWith
from tracker.partnership import trail
from tracker.problems import RuleBroken


async def five_times(act):
    return await asyncio.gather(*(act() for _ in range(5)), return_exceptions=True)


async def test_the_same_form_sent_at_once_opens_one_case(cast):
    an, new = await cast.an.viewer(), a_person()
    codes = await five_times(lambda: open_case(an, new))

    assert set(codes) == {"DL-0001"}
    assert await CaseFile.count() == 1


async def test_cases_opened_at_once_each_get_a_number_of_their_own(cast):
    an = await cast.an.viewer()
    codes = await five_times(lambda: open_case(an, a_person()))

    assert set(codes) == {f"DL-000{number}" for number in range(1, 6)}


async def test_a_case_ended_by_several_at_once_ends_once(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    today = clock.today()
    answers = await five_times(
        lambda: end_case(an, case.code, Ending(uuid4(), CaseState.RELEASED, today, "Het gaat."))
    )

    assert sum(isinstance(answer, RuleBroken) for answer in answers) == 4
    assert await CaseEnding.count() == 1


async def test_an_organisation_added_by_several_at_once_is_added_once(cast):
    case, an = await tabak(cast, shared_with=[cast.ocmw]), await cast.an.viewer()
    wanted = Wanted(frozenset({cast.ocmw, cast.vdab}), clock.today())
    answers = await five_times(lambda: share(an, case.code, wanted))

    assert answers == [None] * 5
    assert await SharedWith.count().where(SharedWith.organisation == cast.vdab) == 1


async def test_an_answer_sent_at_once_is_noted_once(cast):
    case, an = await tabak(cast, agreed=Agreed.NOT_YET), await cast.an.viewer()
    await five_times(lambda: note_answer(an, case.code, Answer(Agreed.YES, clock.today(), "mondeling")))

    assert len((await sharing_of(case)).earlier) == 1


async def test_a_follower_added_at_once_follows_once(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    await five_times(lambda: set_workers(an, case.code, frozenset({cast.ben.person_id}), clock.today()))

    assert len(await workers_of(case)) == 1
    assert await trail.verify(cast.durmeland) is None
