"""The whole demo: three partnerships, of which one still has to bring its own workbook."""

from datetime import UTC, datetime, time, timedelta

from tracker import clock
from tracker.database import writing
from tracker.demo import partnerships
from tracker.demo.deciding import tell_proposals
from tracker.demo.gathering import tell_meetings
from tracker.demo.grouping import tell_patterns
from tracker.demo.improving import tell_initiatives
from tracker.demo.laying_before import tell_issues
from tracker.demo.portraying import tell_personas
from tracker.demo.sessions import SessionTeller
from tracker.demo.stories.durmeland import LONG_STORIES
from tracker.demo.stories.ended import ENDED_STORIES
from tracker.demo.stories.kustpolder import KUSTPOLDER_STORIES
from tracker.demo.stories.shorter import SHORT_STORIES
from tracker.demo.telling import Teller
from tracker.partnership.tables import Partnership
from tracker.problems import RuleBroken


async def tell_all() -> None:
    """Tell every story, whole or not at all, into an empty database. Raises RuleBroken elsewhere."""
    async with writing():
        await _tell()


async def _tell() -> None:
    if await Partnership.exists():
        raise RuleBroken("Er staan al gegevens in deze databank. Demo vertellen we alleen in een lege.")
    today = clock.today()
    with clock.at(datetime.combine(today - timedelta(days=760), time(9), tzinfo=UTC)):
        durmeland = await partnerships.settle(partnerships.DURMELAND, clock.today())
        kustpolder = await partnerships.settle(partnerships.KUSTPOLDER, clock.today())
        await partnerships.settle(partnerships.OOST_MEETJESLAND, clock.today())
        await partnerships.welcome_outsiders(clock.today())
    stories = Teller(durmeland, today)
    await stories.tell((*LONG_STORIES, *SHORT_STORIES, *ENDED_STORIES))
    await tell_patterns(durmeland, today)
    await tell_personas(durmeland, today)
    await SessionTeller(durmeland, stories.codes, today).tell()
    await Teller(kustpolder, today).tell(KUSTPOLDER_STORIES)
    await tell_initiatives(durmeland, kustpolder, today)
    await tell_issues(durmeland, today)
    await tell_proposals(durmeland, today)
    await tell_meetings(durmeland, today)
