"""Learning sessions to begin with, for the tests about them."""

from uuid import uuid4

from tests.cases.life import tabak
from tracker import clock
from tracker.learning.actions.sessions.choosing import choose_case, share_case
from tracker.learning.actions.sessions.preparing import Preparing, open_session, prepare_session
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules.kinds import Format

QUESTION = "Waarom vragen we alles opnieuw?"
REASON = "Drie diensten, drie keer dezelfde zin."
BASE = "/p/durmeland/leersessies"


def a_session(facilitator, **rest):
    """How a session is prepared: today, a journey, unless said otherwise."""
    return Preparing(
        **{
            "format": Format.JOURNEY,
            "question": QUESTION,
            "held_on": clock.today(),
            "facilitator": facilitator.person_id,
            "people": frozenset(),
            **rest,
        }
    )


async def prepared(cast, facilitator=None, **rest) -> int:
    """A session, prepared by the coordinator, facilitated by the coach unless said otherwise."""
    return await prepare_session(await cast.cor.viewer(), uuid4(), a_session(facilitator or cast.kim, **rest))


async def opened(cast, facilitator=None, *, shared=True, cases=1, **rest):
    """An open session with cases of An in it, shared unless said otherwise: its id and the cases."""
    session_id = await prepared(cast, facilitator, **rest)
    an, chosen = await cast.an.viewer(), []
    for number in range(cases):
        case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab), alias=f"Tabak{number}")
        await choose_case(an, session_id, case.code, REASON)
        if shared:
            await share_case(an, session_id, case.code, shared=True)
        chosen.append(case)
    await open_session(await cast.cor.viewer(), session_id)
    return session_id, chosen


async def code_of(cast, session_id) -> str:
    """The entry code on the wall."""
    return (await session_of(await cast.cor.viewer(), session_id)).entry_code
