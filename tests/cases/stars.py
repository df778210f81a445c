"""Value demands and stars to begin with, for the tests about reading them."""

from datetime import timedelta
from uuid import uuid4

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.stars import Read, read_star
from tracker.cases.queries.overview.demands import Rating
from tracker.cases.rules.kinds import Perspective

WORDS = ("Eén adres. Eén naam.", "Ik kan niet goed lezen.", "Deurwaarders van mijn dorpel.")
TOGETHER, TEAM = Perspective.TOGETHER, Perspective.TEAM


async def with_demands(cast, *words, days=60):
    """Tabak's case, begun some time ago, with value demands named at its start."""
    case = await tabak(
        cast, started_on=clock.today() - timedelta(days=days), shared_with=(cast.ocmw, cast.vdab)
    )
    named = Named(dict(enumerate(words or WORDS, start=1)), case.started_on, {})
    return case, await add_demands(await cast.an.viewer(), case.code, uuid4(), named)


def said(stars=None, note="", fit=None, disagreement=""):
    return Rating(stars, note, fit, disagreement)


async def read(member, case, ratings, *, on=None, seen=TOGETHER, **rest):
    ratings = {id: said(one) if isinstance(one, int) else one for id, one in ratings.items()}
    wanted = Read(seen, on or clock.today(), ratings, **rest)
    return await read_star(await member.viewer(), case.code, uuid4(), wanted)
