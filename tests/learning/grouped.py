"""Cases with words in patterns, for the tests about what the dashboards count."""

import json
from datetime import date, timedelta
from uuid import uuid4

from tests.cases.life import a_person
from tests.learning.words import a_pattern, heard
from tracker import clock
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.interactions import Contact, note_interaction
from tracker.cases.actions.opening import Sharing, open_case
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules.kinds import Agreed, CaseState, ContactKind, ContactOutcome

HERE = "/p/durmeland/patronen"
PLACES = (
    "",
    "/verspilling",
    "/faalvragen",
    "/te-weinig-te-veel",
    "/doorlooptijd",
    "/intensiteit",
    "/achter",
)
FIGURES = ("/faalvragen/figuur.json", "/doorlooptijd/figuur.json", "/intensiteit/figuur.json")


async def a_case(cast, alias: str, *, shared_with=(), days: int = 100, **rest) -> Case:
    """A case that An opened some time ago, shared with the OCMW and whoever is named."""
    an = await cast.an.viewer()
    sharing = Sharing(agreed=Agreed.YES, organisations=(cast.ocmw, *shared_with))
    begun = a_person(alias=alias, sharing=sharing, started_on=clock.today() - timedelta(days=days), **rest)
    return await case_for(an, await open_case(an, begun))


async def told(cast, number: int, *, name: str = "Attest opnieuw", shared_with=(), on: date | None = None):
    """A pattern with one failure demand in each of so many cases; the cases."""
    cases = [await a_case(cast, f"Schuil {name} {i}", shared_with=shared_with) for i in range(number)]
    words = [
        await heard(cast, case, f"Woord {name} {i}", heard_on=on or clock.today())
        for i, case in enumerate(cases)
    ]
    return await a_pattern(cast, name, *words), cases


async def ended(cast, case: Case, on: date, kind: CaseState = CaseState.RELEASED) -> None:
    handed_to = "CAW" if kind is CaseState.HANDED_OVER else ""
    await end_case(
        await cast.an.viewer(), case.code, Ending(uuid4(), kind, on, "Het gaat.", handed_to=handed_to)
    )


async def met(cast, case: Case, on: date, outcome: ContactOutcome = ContactOutcome.CONTACT) -> None:
    contact = Contact(ContactKind.CONVERSATION, outcome, on, organisation=cast.ocmw)
    await note_interaction(await cast.an.viewer(), case.code, uuid4(), contact)


async def figure(web, member, path: str) -> dict:
    """A figure as its own address gives it."""
    answer = await web.as_(member).raw("GET", HERE + path)
    assert answer.status_code == 200, answer
    return json.loads(answer.text)
