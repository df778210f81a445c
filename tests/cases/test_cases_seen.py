"""Who sees a case: the organisations its agreement names, and the coordination."""

from uuid import uuid4

import pytest

from tracker import clock
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.partnership import trail
from tracker.problems import NotFound


def a_person(**rest):
    return NewCase(
        key=uuid4(),
        kind=CaseKind.PERSON,
        started_on=clock.today(),
        alias="Tabak",
        purpose="Eén adres.",
        **rest,
    )


async def test_without_a_limit_every_team_organisation_sees_a_new_case(cast):
    code = await open_case(await cast.an.viewer(), a_person())

    for member in (cast.an, cast.ben, cast.out, cast.cor):
        assert (await case_for(await member.viewer(), code)).alias == "Tabak"


async def test_a_limited_case_does_not_exist_for_an_organisation_outside_its_agreement(cast):
    limited = Sharing(agreed=Agreed.YES, organisations=(cast.ocmw, cast.vdab))
    code = await open_case(await cast.an.viewer(), a_person(sharing=limited))

    assert (await case_for(await cast.ben.viewer(), code)).code == code
    with pytest.raises(NotFound):
        await case_for(await cast.out.viewer(), code)


async def test_no_other_role_and_no_other_partnership_finds_a_case(cast):
    code = await open_case(await cast.an.viewer(), a_person())

    for member in (cast.bea, cast.dirk, cast.kim, cast.pro, cast.ewa, cast.tom, cast.dot, cast.cas):
        with pytest.raises(NotFound):
            await case_for(await member.viewer(), code)


async def test_a_case_closed_to_the_coordination_is_not_found_by_it(cast):
    closed = Sharing(agreed=Agreed.YES, without_coordination=True)
    code = await open_case(await cast.an.viewer(), a_person(sharing=closed))

    with pytest.raises(NotFound):
        await case_for(await cast.cor.viewer(), code)


async def test_the_same_form_sent_twice_opens_one_case(cast):
    viewer, new = await cast.an.viewer(), a_person()

    assert await open_case(viewer, new) == await open_case(viewer, new) == "DL-0001"


async def test_opening_a_case_leaves_a_link_in_the_chain(cast):
    await open_case(await cast.an.viewer(), a_person())

    assert (await trail.head(cast.durmeland))[0] == 1
    assert await trail.verify(cast.durmeland) is None
