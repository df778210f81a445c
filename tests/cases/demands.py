"""Value demands and the steps in their lives, for the tests about them."""

from uuid import uuid4

from tracker import clock
from tracker.cases.actions.demands import Named, Wanted, add_demands, change_demand
from tracker.cases.queries.demands import demand_of

ADDRESS = "Eén adres. Eén naam. Eén telefoon."
READING = "Ik kan niet goed lezen. Nu weet ge het."


def new(code):
    return f"/p/durmeland/casussen/{code}/waardevragen/nieuw"


def page_of(code, demand_id, more=""):
    return f"/p/durmeland/casussen/{code}/waardevragen/{demand_id}{more}"


async def name(member, case, *words, on=None):
    named = Named(dict(enumerate(words, start=1)), on or clock.today(), {})
    return await add_demands(await member.viewer(), case.code, uuid4(), named)


async def change(member, case, demand_id, kind, *, on=None, reason="Hij zei het.", words="", version=None):
    version = version or (await demand_of(case, demand_id)).version
    wanted = Wanted(kind, on or clock.today(), reason, words)
    await change_demand(await member.viewer(), case.code, demand_id, wanted, version=version)
