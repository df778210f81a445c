"""The page of a case as its readers meet it."""

from tests.cases.big_case import big_case
from tests.queries import counted


async def test_the_page_of_a_big_case_asks_the_database_twelve_times_at_most(cast, web):
    case, an = await big_case(cast), web.as_(cast.an)

    with counted() as statements:
        page = await an.get(f"/p/durmeland/casussen/{case.code}")

    assert page.status == 200
    assert len(statements) <= 12, statements
