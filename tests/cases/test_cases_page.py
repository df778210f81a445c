"""The page of a case as its readers meet it."""

from tests.cases.big_case import big_case
from tests.queries import counted


async def test_the_page_of_a_big_case_asks_the_database_twelve_times_at_most(cast, web):
    case, an = await big_case(cast), web.as_(cast.an)

    with counted() as statements:
        page = await an.get(f"/p/durmeland/casussen/{case.code}")

    assert page.status == 200
    assert len(statements) <= 12, statements


async def test_the_list_asks_the_database_five_times_at_most(cast, web):
    an = web.as_(cast.an)
    for _ in range(3):
        await big_case(cast, scores=5)

    with counted() as statements:
        page = await an.get("/p/durmeland/casussen?zoek=tabak")

    assert len(page.all("li", "case")) == 3
    assert len(statements) <= 5, statements
