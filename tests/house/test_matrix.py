"""The role matrix over every route: each role, in its own partnership and in another, signed in and not.

A role without a place in the matrix must not learn that a page exists (404, the same words as for a page that
does not exist); one that may look but not do gets 403; everyone else gets an answer of the page itself.
"""

import re
from uuid import uuid4

import pytest

from tracker import clock
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cli.examining import all_routes
from tracker.partnership.rules.matrix import MATRIX, Access, Need, access
from tracker.partnership.rules.roles import Role

ROUTES = [row for row in all_routes() if row["path"] != "/static"]
SIGNS_OUT = {"sign_out", "account.sign_out_everywhere", "capacities.choose"}
MEMBERS = ("an", "cor", "bea", "dirk", "kim", "pro", "ewa", "tom")
ANSWERS = {200, 204, 303, 400, 404, 409, 415, 422}


def address(path: str, slug: str, code: str) -> str:
    path = path.replace("{partnership:str}", slug).replace("{partnership}", slug)
    path = re.sub(r"\{code(:str)?\}", code, path)
    path = re.sub(r"\{subject(:str)?\}", "score", path)
    path = re.sub(r"\{kind(:str)?\}", "purpose", path)
    path = re.sub(r"\{part(:str)?\}", "bedoeling", path)
    return re.sub(r"\{[a-z_]+(:[a-z]+)?\}", "1", path)


async def a_case(cast) -> str:
    limited = Sharing(agreed=Agreed.YES, organisations=(cast.ocmw, cast.vdab))
    new = NewCase(
        key=uuid4(), kind=CaseKind.PERSON, started_on=clock.today(), alias="Geheim", sharing=limited
    )
    return await open_case(await cast.an.viewer(), new)


async def answer(seat, method, path):
    return await (seat.get(path) if method == "GET" else seat.post(path, {}))


@pytest.mark.parametrize("member", MEMBERS)
async def test_a_role_reaches_what_the_matrix_grants_and_nothing_else(web, cast, member):
    code, who = await a_case(cast), getattr(cast, member)
    role = (await who.viewer()).role
    seat = web.as_(who)
    unknown = (await seat.get("/bestaat-niet")).text

    for route in ROUTES:
        if route["name"] in SIGNS_OUT:
            continue
        page = await answer(seat, route["method"], address(route["path"], "durmeland", code))
        place = f"{member} {route['method']} {route['path']}"
        match access(role, Need(route["need"])):
            case Access.UNKNOWN:
                assert (page.status, page.text) == (404, unknown), place
            case Access.SEES:
                assert page.status == 403, place
            case Access.MAY:
                assert page.status in ANSWERS, f"{place}: {page.status}"


@pytest.mark.parametrize("member", MEMBERS[:6])
async def test_nothing_of_another_partnership_exists_for_anyone(web, cast, member):
    code, who = await a_case(cast), getattr(cast, member)
    seat = web.as_(who)
    unknown = (await seat.get("/bestaat-niet")).text

    for route in ROUTES:
        if "{partnership" in route["path"]:
            page = await answer(seat, route["method"], address(route["path"], "kustpolder", code))
            assert (page.status, page.text) == (404, unknown), f"{member} {route['path']}"


@pytest.mark.parametrize("member", ["out", "dot", "cas"])
async def test_a_stranger_to_a_case_finds_none_of_its_pages(web, cast, member):
    code, who = await a_case(cast), getattr(cast, member)
    seat = web.as_(who)
    unknown = (await seat.get("/bestaat-niet")).text

    for route in ROUTES:
        if "{code" in route["path"]:
            page = await answer(seat, route["method"], address(route["path"], "durmeland", code))
            assert (page.status, page.text) == (404, unknown), f"{member} {route['path']}"


async def test_without_signing_in_only_open_pages_answer(web, cast):
    code, seat = await a_case(cast), web.as_nobody()

    for route in ROUTES:
        page = await answer(seat, route["method"], address(route["path"], "durmeland", code))
        if route["need"] == Need.ANYONE:
            assert page.status in ANSWERS, route["path"]
        else:
            assert page.status in (303, 401), route["path"]
            assert "Geheim" not in page, route["path"]


async def test_every_page_of_a_case_answers_its_own_practitioner(web, cast):
    code = await a_case(cast)
    seat = web.as_(cast.an)
    pages = [row for row in ROUTES if row["method"] == "GET" and not row["path"].endswith(".json")]

    for route in pages:
        if "{code" in route["path"] and "_id" not in route["path"]:
            page = await answer(seat, "GET", address(route["path"], "durmeland", code))
            assert page.status in (200, 303), f"{route['path']}: {page.status}"


def test_the_matrix_gives_case_content_to_two_roles_only():
    reaching = {role for need in (Need.CASES, Need.WORKBOOK) for role in MATRIX[need]}

    assert reaching == {Role.PRACTITIONER, Role.COORDINATOR}
