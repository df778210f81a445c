"""Cases to begin with, for the tests about the life of a case."""

from uuid import uuid4

from tracker import clock
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules.kinds import Agreed, CaseKind


def a_person(**rest):
    """What it takes to open a case of a person, started today unless said otherwise."""
    return NewCase(
        **{
            "key": uuid4(),
            "kind": CaseKind.PERSON,
            "started_on": clock.today(),
            "alias": "Tabak",
            "purpose": "Eén adres. Eén naam. Eén telefoon.",
            **rest,
        }
    )


async def tabak(cast, *, shared_with=(), agreed=Agreed.YES, **rest) -> Case:
    """Tabak's case, opened by An; shared with these organisations (all of the team when none is named)."""
    an = await cast.an.viewer()
    sharing = Sharing(agreed=agreed, organisations=tuple(shared_with))
    return await case_for(an, await open_case(an, a_person(sharing=sharing, **rest)))
