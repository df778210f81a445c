"""What every route of the application owes: a need, and a place in the read log when it is about a case."""

from tracker.app import create_app
from tracker.cli.examining import all_routes
from tracker.partnership.rules.matrix import MATRIX, WITHOUT_ROLE, Need
from tracker.partnership.rules.roles import Role


def test_every_need_that_asks_for_a_role_stands_in_the_matrix():
    assert set(Need) - WITHOUT_ROLE == set(MATRIX)


def test_every_route_declares_its_need():
    for row in all_routes():
        assert row["need"] in set(Need), f"{row['method']} {row['path']} declares no need"


def test_every_route_about_a_case_is_in_the_read_log():
    for route in create_app().routes:
        for handler in getattr(route, "route_handlers", []):
            if "{code:str}" in route.path and "OPTIONS" not in handler.http_methods:
                assert handler.opt.get("reads"), f"{route.path} reads a case and does not say so"


def test_nobody_but_practitioner_and_coordination_comes_near_a_case():
    assert set(MATRIX[Need.CASES]) == {Role.PRACTITIONER, Role.COORDINATOR}


async def test_an_unknown_address_is_not_found_with_the_same_headers_as_any_page(web, cast):
    page = await web.as_(cast.an).get("/bestaat-niet")

    assert page.status == 404
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
