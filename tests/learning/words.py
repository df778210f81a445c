"""Words on cases, for the tests about what is learned from them."""

from uuid import uuid4

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.assessments import Judging, assess
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.failure_demands import Hearing, log_failure_demand
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Verdict, WasteKind
from tracker.cases.tables import ValueDemand
from tracker.learning.actions.patterns import NewPattern, make_pattern
from tracker.learning.rules.kinds import PatternKind

AGAIN = "Mijn diploma heb ik drie keer laten vertalen. Drie keer betaald."


async def heard(cast, case: Case, words: str = AGAIN, **rest) -> int:
    """A failure demand on a case, heard by An today."""
    hearing = Hearing(**{"words": words, "heard_on": clock.today(), **rest})
    return await log_failure_demand(await cast.an.viewer(), case.code, uuid4(), hearing)


async def wasted(cast, case: Case, what: str = "Drie keer hetzelfde blad gevraagd.") -> int:
    judging = Judging(
        what=what,
        verdict=Verdict.WASTE,
        waste_kind=WasteKind.AGAIN,
        happened_on=clock.today(),
        team_view="Gezien.",
    )
    return await assess(await cast.an.viewer(), case.code, uuid4(), judging)


async def helped(cast, case: Case, what: str = "Eén blad voor iedereen.") -> int:
    judging = Judging(what=what, verdict=Verdict.VALUE, happened_on=clock.today(), team_view="Gezien.")
    return await assess(await cast.an.viewer(), case.code, uuid4(), judging)


async def wanted(cast, case: Case, words: str = "Eén adres.") -> int:
    named = Named(words={1: words}, named_on=clock.today(), themes={})
    await add_demands(await cast.an.viewer(), case.code, uuid4(), named)
    row = await ValueDemand.select(ValueDemand.id).where(ValueDemand.words == words).first()
    return row["id"]


async def a_pattern(cast, name: str = "Attest opnieuw bezorgen", *words: int, **rest) -> int:
    """A pattern made by An, of failure demands unless said otherwise."""
    new = NewPattern(**{"kind": PatternKind.FAILURE_DEMAND, "name": name, "words": words, **rest})
    return await make_pattern(await cast.an.viewer(), uuid4(), new)


async def cases_with(cast, number: int, **rest) -> list[int]:
    """That many cases with one failure demand each."""
    return [await heard(cast, await tabak(cast, alias=f"Schuil {n}", **rest)) for n in range(number)]
