"""axe finds nothing on any page: light and dark, on a phone and on a screen, with the demo stories told."""

import pytest
import pytest_asyncio

from tests.browser.site import visit, wrong_with
from tests.browser.stage import SITE
from tests.conftest import empty_database
from tracker.board.rules.kinds import MeetingState
from tracker.board.tables.meetings import AgendaItem, Meeting
from tracker.cases.tables import (
    Agreement,
    Assessment,
    CaseFile,
    DemandChange,
    FailureDemand,
    Interaction,
    ProgressScore,
    Review,
    StarReading,
    ValueDemand,
)
from tracker.cli.examining import all_routes
from tracker.demo.whole import tell_all
from tracker.learning.rules.kinds import SessionState
from tracker.learning.tables.sessions import LearningSession
from tracker.partnership.access import COOKIE
from tracker.partnership.actions.signing_in import start
from tracker.partnership.rules.matrix import Access, Need, access
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Partner, Person, RoleHeld, ValueStep

WHO = {
    "marieke": Role.COORDINATOR,
    "bea": Role.BOARD_MEMBER,
    "ewa": Role.PROGRAMME_MANAGER,
    "tom": Role.ADMINISTRATOR,
}
WALKS = [*(("marieke", part) for part in range(4)), ("bea", 0), ("ewa", 0), ("tom", 0)]
"""Who goes where; the coordination, which may open most, goes in four parts."""
# Not a page of its own: a file, or what a script fetches.
NO_PAGE = (".json", ".pdf", ".xlsx", "/static")
ROWS = {
    "interaction_id": Interaction,
    "score_id": ProgressScore,
    "review_id": Review,
    "agreement_id": Agreement,
    "assessment_id": Assessment,
    "reading_id": StarReading,
    "change_id": DemandChange,
}
"""What stands for a number in an address, on the case of Tabak."""


@pytest_asyncio.fixture(loop_scope="session")
async def database(told, tmp_path):
    """A copy of the told demo for each walk."""
    async with empty_database(told, tmp_path) as opened:
        if told is None:
            await tell_all()
        yield opened


async def test_axe_finds_nothing_on_the_start_of_a_practitioner(page, web):
    person = await Person.select(Person.id).where(Person.email == "sofie@leerspoor.test").first()
    token = await start(person["id"], device="test")
    await page.context.add_cookies([{"name": COOKIE, "value": token, "url": SITE, "secure": True}])
    await visit(page, web.client)

    assert await wrong_with(page) == []


async def addresses(role: Role) -> list[str]:
    """Every page this role may open, with numbers that exist."""
    tabak = await CaseFile.select(CaseFile.id, CaseFile.code).where(CaseFile.alias == "Tabak").first()
    numbers = {name: await _one(table, tabak["id"]) for name, table in ROWS.items()}
    numbers["step_id"] = (await ValueStep.select(ValueStep.id).first())["id"]
    numbers["partner_id"] = (await Partner.select(Partner.id).first())["id"]
    numbers["role_held"] = (await RoleHeld.select(RoleHeld.id).first())["id"]
    session = await LearningSession.select().where(LearningSession.state == SessionState.OPEN).first()
    numbers["session_id"], numbers["entry_code"] = session["id"], session["entry_code"]
    meeting = (
        await Meeting.select().where(Meeting.state == MeetingState.PREPARED).order_by(Meeting.id).first()
    )
    numbers["meeting_id"] = meeting["id"]
    numbers["item_id"] = (await AgendaItem.select().where(AgendaItem.meeting == meeting["id"]).first())["id"]
    failure = await _one(FailureDemand, tabak["id"])
    value = await _one(ValueDemand, tabak["id"])
    found = []
    for route in all_routes():
        path = route["path"]
        may = access(role, Need(route["need"])) is Access.MAY
        if route["method"] != "GET" or not may or path.endswith(NO_PAGE):
            continue
        numbers["demand_id"] = failure if "faalvragen" in path else value
        for part in [part for part in path.split("/") if part.startswith("{")]:
            name = part.strip("{}").split(":")[0]
            words = {"partnership": "durmeland", "code": tabak["code"], "kind": "purpose", "subject": "score"}
            path = path.replace(part, str(words.get(name) or numbers.get(name, 1)))
        found.append(path)
    return found


async def _one(table, case: int) -> int:
    if table is DemandChange:
        row = await table.select(table.id).where(table.demand.case == case).first()
    else:
        row = await table.select(table.id).where(table.case == case).first()
    return row["id"] if row else 1


@pytest.mark.parametrize(("name", "part"), WALKS)
async def test_axe_finds_nothing_on_any_page(page, web, name, part):
    person = await Person.select(Person.id).where(Person.email == f"{name}@leerspoor.test").first()
    token = await start(person["id"], device="test")
    await page.context.add_cookies([{"name": COOKIE, "value": token, "url": SITE, "secure": True}])
    stage = await visit(page, web.client)
    seat = web.as_nobody()
    seat.cookies[COOKIE] = token
    wrong, seen = [], 0

    parts = sum(who == name for who, _ in WALKS)
    for path in (await addresses(WHO[name]))[part::parts]:
        if (await seat.raw("GET", path)).status_code != 200:
            continue
        await page.goto(SITE + path)
        seen += 1
        wrong += await wrong_with(page)

    assert seen > 4
    assert wrong == []
    assert stage.complaints == []
