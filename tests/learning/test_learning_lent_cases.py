"""A coach reads a case only while a team shares it into an open session in which the coach is."""

from uuid import uuid4

import pytest

from tests.learning.sessions import BASE, REASON, code_of, opened, prepared
from tracker import clock
from tracker.cases.actions.sharing import Withdrawal, withdraw
from tracker.cases.queries.lent import case_lent
from tracker.learning.actions.sessions.choosing import choose_case, share_case
from tracker.learning.actions.sessions.closing import close_session
from tracker.learning.queries.sessions.lending import on_loan
from tracker.learning.queries.sessions.minutes import minutes_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.tables.sessions import Participant, SessionCase
from tracker.partnership.tables import ReadEntry, RoleHeld
from tracker.problems import NotFound

PURPOSE = "Eén adres. Eén naam. Eén telefoon."


def inside(session_id, case):
    return f"{BASE}/{session_id}/casussen/{case.code}"


async def end(cast, session_id):
    cor = await cast.cor.viewer()
    session = await session_of(cor, session_id)
    await close_session(cor, session_id, "Klaar.", version=(await minutes_of(cor, session)).version)


async def test_the_coach_who_facilitates_reads_a_shared_case_and_it_is_logged(web, cast):
    session_id, [case] = await opened(cast)

    page = await web.as_(cast.kim).get(inside(session_id, case))

    assert page.status == 200
    assert PURPOSE in page and REASON in page
    assert "Tabak" not in page.response.text
    read = await ReadEntry.select().where(ReadEntry.person == cast.kim.person_id, ReadEntry.case == case.id)
    assert [(row["what"], row["refused"]) for row in read] == [("sessions.case", False)]


async def test_a_coach_who_only_takes_part_reads_it_too(web, cast):
    session_id, [case] = await opened(cast, cast.cor, people=frozenset({cast.kim.person_id}))

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 200


async def test_a_coach_who_is_not_in_the_session_finds_nothing(web, cast):
    session_id, [case] = await opened(cast, cast.cor)

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404
    assert case.code not in (await web.as_(cast.kim).get(f"{BASE}/{session_id}")).response.text


async def test_a_case_that_is_not_shared_stays_closed(web, cast):
    session_id, [case] = await opened(cast, shared=False)
    page = await web.as_(cast.kim).get(f"{BASE}/{session_id}")

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404
    assert inside(session_id, case) not in page.links().values()


async def test_before_the_session_begins_nothing_is_lent(web, cast):
    session_id, [case] = await opened(cast)
    waiting = await prepared(cast)
    an = await cast.an.viewer()
    await choose_case(an, waiting, case.code, REASON)
    await share_case(an, waiting, case.code, shared=True)

    assert (await web.as_(cast.kim).get(inside(waiting, case))).status == 404
    assert case.code not in (await web.as_(cast.kim).get(f"{BASE}/{waiting}")).response.text


async def test_the_moment_sharing_stops_the_case_is_gone(web, cast):
    session_id, [case] = await opened(cast)
    await share_case(await cast.an.viewer(), session_id, case.code, shared=False)

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404


async def test_the_moment_the_session_closes_the_case_is_gone(web, cast):
    session_id, [case] = await opened(cast)
    await end(cast, session_id)

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404
    for rest in ("", "/verslag", "/kaarten", "/projectie/3"):
        page = await web.as_(cast.kim).get(f"{BASE}/{session_id}{rest}")
        assert case.code not in page.response.text and PURPOSE not in page, rest


async def test_the_moment_the_person_no_longer_wants_sharing_the_case_is_gone(web, cast):
    session_id, [case] = await opened(cast)
    an = await cast.an.viewer()
    await withdraw(an, case.code, Withdrawal(withdrawn_on=an.today, whole=True))

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404
    assert (
        inside(session_id, case) not in (await web.as_(cast.kim).get(f"{BASE}/{session_id}")).links().values()
    )
    again = await web.as_(cast.an).post(f"{inside(session_id, case)}/deel", {"shared": "ja"})
    assert again.status == 422
    assert "Dat geldt ook voor de coach." in again


async def test_on_the_day_the_coach_ends_the_case_is_gone(web, cast):
    session_id, [case] = await opened(cast)
    ends = {RoleHeld.until: clock.today()}
    await RoleHeld.update(ends).where(RoleHeld.id == cast.kim.role_held_id)

    assert (await web.as_(cast.kim).get(inside(session_id, case))).status == 404


async def test_lending_never_opens_the_pages_of_the_case_itself(web, cast):
    session_id, [case] = await opened(cast)
    kim = web.as_(cast.kim)

    for rest in ("", "/tijdlijn", "/scores/nieuw", "/ster"):
        assert (await kim.get(f"/p/durmeland/casussen/{case.code}{rest}")).status == 404
    assert (await kim.get(f"{BASE}/{session_id}/casussen")).status == 404
    assert (await kim.post(f"{inside(session_id, case)}/deel", {})).status == 404


async def test_only_who_sees_the_case_shares_it(web, cast):
    session_id, [case] = await opened(cast, shared=False)
    assert (await web.as_(cast.out).post(f"{inside(session_id, case)}/deel", {"shared": "ja"})).status == 404
    assert not (await SessionCase.select(SessionCase.shared).first())["shared"]

    assert (await web.as_(cast.an).post(f"{inside(session_id, case)}/deel", {"shared": "ja"})).status == 303
    assert (await SessionCase.select(SessionCase.shared).first())["shared"]


async def test_a_practitioner_outside_the_agreement_sees_codes_on_the_wall_and_no_case(web, cast):
    session_id, [case] = await opened(cast, people=frozenset({cast.out.person_id}))
    out = web.as_(cast.out)

    assert case.code in await out.get(f"{BASE}/{session_id}/projectie/3")
    assert (await out.get(inside(session_id, case))).status == 404
    assert PURPOSE not in await out.get(f"{BASE}/{session_id}")
    assert "Tabak" not in (await out.get(f"{BASE}/{session_id}")).response.text


async def test_a_loan_is_for_a_coach_only(cast):
    session_id, [case] = await opened(cast, people=frozenset({cast.out.person_id}))
    await Participant(session=session_id, person=cast.dirk.person_id, target_group=True).save()

    for member in (cast.out, cast.dirk):
        viewer = await member.viewer()
        with pytest.raises(NotFound):
            await case_lent(viewer, case.code, on_loan(viewer, session_id))
    kim = await cast.kim.viewer()
    assert (await case_lent(kim, case.code, on_loan(kim, session_id))).id == case.id


async def test_another_partnership_finds_nothing_of_a_session(web, cast):
    session_id, _ = await opened(cast)
    code = await code_of(cast, session_id)

    for member in (cast.dot, cast.cas):
        seat = web.as_(member)
        assert (await seat.get(f"/s/{code}")).status == 404
        card = {"key": str(uuid4()), "words": "Van buiten."}
        assert (await seat.post(f"/s/{code}", card)).status == 404
        for rest in ("", "/kaarten", "/verslag", "/projectie/1", "/kaarten/nu"):
            assert (await seat.get(f"/p/kustpolder/leersessies/{session_id}{rest}")).status == 404
