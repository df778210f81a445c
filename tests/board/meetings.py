"""Meetings to begin with, for the tests about them."""

from uuid import uuid4

from tracker import clock
from tracker.board.actions.issues import NewIssue, raise_issue
from tracker.board.actions.meetings.agenda import add_item
from tracker.board.actions.meetings.kinds import begin_with_offered
from tracker.board.actions.meetings.preparing import Preparing, open_meeting, prepare_meeting
from tracker.board.queries.meetings.kinds import kinds_of
from tracker.board.queries.meetings.one import meeting_of
from tracker.board.rules.kinds import Circle, IssueKind, Purpose
from tracker.board.rules.meetings.agenda import Wanted
from tracker.learning.actions.extracts import Telling, release_story
from tracker.learning.tables.initiatives import Initiative
from tracker.partnership.rules.versions import version_of

BASE = "/p/durmeland/overleg"
TITLE = "Rondje"
# The version of minutes of which nothing is written yet.
UNWRITTEN = version_of("")


async def kind_for(viewer, circle: Circle) -> int:
    """The kind of meeting that is offered for this circle."""
    await begin_with_offered(viewer)
    return next(each.id for each in await kinds_of(viewer) if each.kind.circle is circle)


async def prepared(cast, circle=Circle.BOARD, **rest) -> int:
    """A meeting today, prepared and led by the coordinator."""
    cor = await cast.cor.viewer()
    kind = await kind_for(cor, circle)
    wanted = {"kind": kind, "held_on": clock.today(), "facilitator": cast.cor.person_id, **rest}
    return await prepare_meeting(cor, uuid4(), Preparing(**wanted))


async def with_item(cast, meeting_id, title=TITLE, **rest) -> int:
    """A point written by the coordinator."""
    wanted = Wanted(**{"title": title, "purpose": Purpose.CHECK_IN, **rest})
    return await add_item(await cast.cor.viewer(), meeting_id, uuid4(), wanted)


async def opened(cast, circle=Circle.BOARD, **rest) -> int:
    """A meeting with one point, under way."""
    meeting_id = await prepared(cast, circle, **rest)
    await with_item(cast, meeting_id)
    await open_meeting(await cast.cor.viewer(), meeting_id)
    return meeting_id


async def an_issue(cast, title="Geen budget voor een tolk", kind=IssueKind.RULES) -> int:
    """An issue that An lays before the board."""
    new = NewIssue(
        kind=kind, title=title, situation="De brief is niet te lezen.", why_not_team="Geen budget."
    )
    return await raise_issue(await cast.an.viewer(), uuid4(), new)


async def decided_initiative(cast, name="Altijd met drie", number=3) -> int:
    """An initiative as it stands right after the team decided about it."""
    row = Initiative(
        key=uuid4(),
        partnership=cast.durmeland,
        number=number,
        name=name,
        state="ready",
        better_process="Geen overdracht zonder gesprek.",
        decided_on=clock.today(),
        author=cast.an.person_id,
        written_at=clock.now(),
    )
    await row.save()
    return row.id


async def a_story(cast, case, title="Het scherm kent geen pauze") -> int:
    """A story of a case that An released."""
    told = Telling(title=title, story="Iemand werd in de winter opgenomen. " * 60)
    return await release_story(await cast.an.viewer(), case.code, uuid4(), told)


async def seen_by(member, meeting_id):
    """The meeting as this member reads it."""
    return await meeting_of(await member.viewer(), meeting_id)
